import { floorDiv, modulo } from '../../engine/arith.ts';
import { drawBelow, newTurnLuck, type TurnLuck } from '../../engine/chance.ts';
import type { CompiledProgram } from '../../engine/compiled-program.ts';
import { curveAt, type Curve } from '../../engine/curve.ts';
import { compileOps } from '../../engine/op.ts';
import type { Op } from '../../engine/program.ts';
import { layoutOf, linked, type Run } from './linked.ts';

/** What the functions of a scenario reach beside their memory. */
export interface Reach {
  /** Words of the memory. */
  readonly memory: Int32Array;
  /** Does `MadeCode.called` of this number. */
  readonly call: (number: number) => void;
  /** A whole number in 0..n-1. */
  readonly draw: (site: number, subject: number, n: number) => number;
  readonly floorDiv: (a: number, b: number) => number;
  readonly modulo: (a: number, b: number) => number;
  /** `at`: the byte at which the curve would begin. */
  readonly curve: (at: number, last: number, x: number) => number;
}

/** The machine code of one scenario as JavaScript, made when the page is built; see `code-module.ts`. */
export interface MadeCode {
  /** Hash of the rules it was made from. */
  readonly rules: string;
  readonly called: readonly Op[];
  /** Its functions, in the order in which `linked` asks for them. */
  readonly functions: (reach: Reach) => readonly Run[];
}

/** The rules in code that was made before, as `inMachineCode` has them. Throws a RangeError where it was made from others. */
export function inMadeCode(rules: CompiledProgram, { rules: hash, called, functions }: MadeCode): CompiledProgram {
  if (hash !== rules.hash) throw new RangeError('this code was made from other rules');
  const { program } = rules;
  const layout = layoutOf(program);
  const memory = new ArrayBuffer(layout.bytes);
  const luck: TurnLuck = new Int32Array(memory, layout.luck, newTurnLuck().length);
  const outside = called.map((op) => compileOps(program, [op]));
  const curves = new Map<number, Curve>(program.curves.map((curve, i) => [layout.curves[i]!, curve]));
  const runs = functions({
    memory: new Int32Array(memory),
    call: (number) => outside[number]?.(quick.play),
    draw: (site, subject, n) => drawBelow(luck, site, subject, n),
    floorDiv,
    modulo,
    curve: (at, _last, x) => curveAt(curves.get(at)!, x),
  });
  let next = 0;
  const quick = linked(rules, memory, () => {
    const run = runs[next++];
    if (run === undefined) throw new RangeError('this code lacks a function');
    return run;
  });
  return quick;
}
