import { runsOf, type CompiledProgram, type ReadyOption, type ReadyPolicy } from '../../engine/compiled-program.ts';
import { newExecution, type CompiledOps } from '../../engine/execution.ts';
import type { CompiledExpr } from '../../engine/expression.ts';
import type { ActSpec, Expr, Op, OptionSpec, Program } from '../../engine/program.ts';
import { rangeOf } from '../../engine/range.ts';
import type { State } from '../../engine/state.ts';

/** A function of machine code: over its memory, with nothing handed in. */
export type Run = () => number;

/** What one function of the machine code is written from. */
export type Part =
  | { readonly ops: readonly Op[] }
  | { readonly truth: Expr }
  | { readonly value: Expr }
  /** Index of the seat whose policy weighs its moves. */
  | { readonly weights: number };

/** Where things lie in the memory of machine code, in bytes. */
export interface Layout {
  readonly state: number;
  readonly luck: number;
  readonly scratch: number;
  /** Where each curve begins. */
  readonly curves: readonly number[];
  /** How many there are in all. */
  readonly bytes: number;
}

type Offer = Pick<ReadyOption, 'needs' | 'cost' | 'does'>;

const WORD = 4;
const LONG = 8;
const LUCK_WORDS = 6;
const HIGHEST = 2_147_483_647;

/** Scratch for weights, the turn's luck, the state, the curves. */
export function layoutOf(program: Program): Layout {
  const scratch = LONG;
  const luck = scratch + WORD * (program.acts.length + 1);
  const state = luck + WORD * LUCK_WORDS;
  let end = Math.ceil((state + WORD * program.slots.length) / LONG) * LONG;
  const curves = program.curves.map((curve) => {
    const at = end;
    end += LONG * curve.length;
    return at;
  });
  return { scratch, luck, state, curves, bytes: end };
}

/**
 * The rules once more, over `memory`, with their ops and the weights of their policies as `take` gives them: it is asked for every part once, in
 * an order that hangs on the program alone. What is done with a ledger, or on a state elsewhere, is done as before.
 */
export function linked(rules: CompiledProgram, memory: ArrayBuffer, take: (part: Part) => Run): CompiledProgram {
  const { program } = rules;
  const layout = layoutOf(program);
  const words = (at: number, count: number): Int32Array => new Int32Array(memory, at, count);
  const home: State = words(layout.state, program.slots.length);
  const ops = (list: readonly Op[], plain: CompiledOps | undefined): CompiledOps | undefined => {
    if (plain === undefined) return undefined;
    const run = take({ ops: list });
    return (x) => {
      if (x.ledger === undefined && x.state === home) run();
      else plain(x);
    };
  };
  const value = (part: Part, text: Expr, plain: CompiledExpr): CompiledExpr => {
    if (typeof text === 'number') return plain;
    const run = take(part);
    return (s) => (s === home ? run() : plain(s));
  };
  const truth = (text: Expr, plain: CompiledExpr): CompiledExpr => value({ truth: text }, text, plain);
  const isWord = (text: Expr): boolean => {
    const { low, high } = rangeOf(program, text);
    return low >= -HIGHEST - 1 && high <= HIGHEST;
  };
  const offer = (spec: OptionSpec | ActSpec, { needs, cost, does }: Offer): Offer => ({
    needs: needs.map((need, i) => ({ at: need.at, when: truth(spec.needs[i]!.when, need.when) })),
    cost: isWord(spec.cost) ? value({ value: spec.cost }, spec.cost, cost) : cost,
    does: ops(spec.does, does),
  });
  const policyOf = (policy: ReadyPolicy, seat: number): ReadyPolicy => {
    const run = take({ weights: seat });
    return { ...policy, scratch: words(layout.scratch, policy.scratch.length), weigh: (s) => (s === home ? run() : undefined) };
  };
  const timers = rules.timers.map(({ spec, during, due }) => ({ spec, during: ops(spec.during, during), due: ops(spec.due, due) }));
  return {
    ...rules,
    play: { ...newExecution(program), luck: words(layout.luck, LUCK_WORDS) },
    home,
    seats: rules.seats.map((seat) => (seat.policy === undefined ? seat : { ...seat, policy: policyOf(seat.policy, seat.seat) })),
    situations: rules.situations.map((situation) => ({
      ...situation,
      options: situation.options.map((option) => ({ ...option, ...offer(option.spec, option) })),
    })),
    acts: rules.acts.map((act) => ({ ...act, ...offer(act.spec, act), when: truth(act.spec.when, act.when) })),
    ...runsOf(timers),
    start: ops(program.start, rules.start),
    reactions: ops(program.phases.reactions, rules.reactions),
    drift: ops(program.phases.drift, rules.drift),
    endings: ops(program.phases.endings, rules.endings),
    calendar: ops(program.phases.calendar, rules.calendar),
  };
}
