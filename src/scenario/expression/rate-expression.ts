import type { Expr } from '../../engine/program.ts';
import { overTime, overTimeCurve } from './rates.ts';
import { addCurve } from './resolve-names.ts';
import type { Scope } from '../symbols/scope.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** A probability or share per the rule's `per` as one per turn. */
export function convertPpm(work: CompileContext, scope: Scope, ppm: Expr): Expr {
  const ratio = scope.rate;
  if (ratio === undefined || ratio.num === ratio.den) return ppm;
  if (typeof ppm === 'number') return overTime(ppm, ratio);
  const name = `over ${ratio.num}/${ratio.den}`;
  return ['curve', work.curveNumbers.get(name) ?? addCurve(work, name, overTimeCurve(ratio)), ppm];
}
