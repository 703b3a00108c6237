import { valueOf } from '../engine/expression.ts';
import type { Expr, Op, Program, Slot } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { walkProgram } from '../engine/walk-ops.ts';
import type { View } from '../engine/view.ts';

/** The flag whose rise an expression asks about, if it asks about nothing else: `flag`, or `flag ? 1 : 0`. */
const flagIn = (rules: CompiledProgram, rises: Expr): Slot | undefined => {
  if (typeof rises === 'number') return undefined;
  if (rises[0] === 'slot') return rules.program.slots[rises[1]]?.kind === 'flag' ? rises[1] : undefined;
  return rises[0] === 'if' && rises[2] === 1 && rises[3] === 0 ? flagIn(rules, rises[1]) : undefined;
};

/** Ops of a program that may raise a flag, wherever they stand. */
const raisersOf = (program: Program, flag: Slot): number => {
  let count = 0;
  walkProgram(program, (op) => {
    if (op.op === 'set' && op.slot === flag && op.to !== 0) count++;
  });
  return count;
};

const raises = (ops: readonly Op[], slot: Slot): boolean => ops.some((op) => op.op === 'set' && op.slot === slot && op.to === 1);

/**
 * The odds (ppm) of an event that one draw of the option alone decides, as its rule has them: no sample can tell them better.
 * Undefined where more than that draw bears on the event, or the draw hangs on something hidden.
 */
export const plainOdds = (rules: CompiledProgram, view: View, situation: number, option: number, rises: Expr): number | undefined => {
  const flag = flagIn(rules, rises);
  const spec = rules.program.situations[situation]?.options[option];
  if (flag === undefined || spec === undefined) return undefined;
  const lowered = spec.does.some((op) => op.op === 'set' && op.slot === flag && op.to === 0);
  if (view[flag] !== 0 && !lowered) return undefined;
  const draw = spec.does.find((op) => op.op === 'chance' && (raises(op.then, flag) || raises(op.else, flag)));
  if (draw?.op !== 'chance' || draw.reveals.length > 0 || raisersOf(rules.program, flag) !== 1) return undefined;
  const odds = Math.min(1_000_000, Math.max(0, valueOf(rules, view, draw.p)));
  return raises(draw.then, flag) ? odds : 1_000_000 - odds;
};
