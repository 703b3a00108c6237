import type { CompiledProgram, ReadyOption, ReadyPolicy } from '../../engine/compiled-program.ts';
import { compileOps } from '../../engine/op.ts';
import { newExecution, type CompiledOps } from '../../engine/execution.ts';
import type { CompiledExpr } from '../../engine/expression.ts';
import type { ActSpec, Expr, Op, OptionSpec, Program } from '../../engine/program.ts';
import { rangeOf, type Range } from '../../engine/range.ts';
import type { State } from '../../engine/state.ts';
import { moduleBytes } from './bytes.ts';
import type { Bytes, FunctionText, Word } from './bytes.ts';
import { helpers } from './helpers.ts';
import { opsCode, weighCode, type Weighed } from './op-code.ts';
import { truthOf, valueAs, wordFor, type Draft, type Layout } from './expression-code.ts';

type Run = () => number;
const isRun = (value: unknown): value is Run => typeof value === 'function';
const absent: Run = () => {
  throw new Error('a function of the machine code was asked for before it stood');
};

type Offer = Pick<ReadyOption, 'needs' | 'cost' | 'does'>;

const WORD = 4;
const LONG = 8;
const LUCK_WORDS = 6;
const PAGE = 65_536;

/** Memory of a module: scratch for weights, the turn's luck, the state, the curves. */
function layoutOf(program: Program): Layout & { readonly bytes: number } {
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

const allOf = (conditions: readonly Expr[]): Expr => {
  const [first = 1, ...rest] = conditions.filter((condition) => condition !== 1);
  return rest.reduce<Expr>((all, next) => ['and', all, next], first);
};

/** What a policy weighs, with what makes each move legal; see `engine/seat-policy.ts`. */
function weighedOf(program: Program, seat: number): readonly Weighed[] {
  const { policy, budget } = program.seats[seat]!;
  if (policy === undefined) return [];
  const acts = program.acts.filter((act) => act.seat === seat);
  return [
    { move: 0, legal: 1, weight: policy.none },
    ...acts.map(({ when, needs, cost }, i): Weighed => {
      const affordable: Expr =
        budget === undefined || cost === 0
          ? 1
          : ['or', ['<=', cost, 0], ['<=', ['-', ['+', budget.floor, ['max', cost, 0]], ['slot', budget.slot]], 0]];
      return { move: i + 1, legal: allOf([when, ...needs.map((need) => need.when), affordable]), weight: policy.weights[i]! };
    }),
  ];
}

/**
 * The rules once more, with their ops and the weights of their policies as machine code: a WebAssembly module made of the program's
 * numbers alone, which reaches nothing but its own memory. Games of which nobody keeps a ledger are equal to the bit and several times
 * quicker; the rest runs as before. Worth its while from some hundred games on, where WebAssembly may be compiled: not in the page,
 * whose content policy forbids it.
 */
export function inMachineCode(rules: CompiledProgram): CompiledProgram {
  const { program } = rules;
  const layout = layoutOf(program);
  const pages = Math.ceil(layout.bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages });
  const words = (at: number, count: number): Int32Array => new Int32Array(memory.buffer, at, count);
  const home: State = words(layout.state, program.slots.length);
  program.curves.forEach((curve, i) => {
    new BigInt64Array(memory.buffer, layout.curves[i], curve.length).set(curve.map(BigInt));
  });

  const play = { ...newExecution(program), luck: words(layout.luck, LUCK_WORDS) };
  const ranges = new Map<Expr, Range>();
  const functions: FunctionText[] = [...helpers(layout.luck)];
  const called: (CompiledOps | undefined)[] = [];
  const write = (gives: readonly Word[], text: (draft: Draft) => Bytes): number => {
    const locals: Word[] = [];
    const body = text({ program, layout, locals, known: new Map(), ranges });
    return functions.push({ takes: [], gives, locals, body }) - 1;
  };
  const callOut = (op: Op): number => called.push(compileOps(program, [op])) - 1;

  const link: ((exports: WebAssembly.Exports) => void)[] = [];
  /** Hands function `number` of the module over, once it stands. */
  const hand = (number: number, take: (run: Run) => void): void => {
    link.push((exports) => {
      const run = exports[String(number)];
      if (isRun(run)) take(run);
    });
  };
  const ops = (list: readonly Op[], plain: CompiledOps | undefined): CompiledOps | undefined => {
    if (plain === undefined) return undefined;
    const number = write([], (draft) => opsCode(draft, rules.now, list, callOut));
    let run: Run = absent;
    hand(number, (found) => (run = found));
    return (x) => {
      if (x.ledger === undefined && x.state === home) run();
      else plain(x);
    };
  };
  const value = (text: Expr, plain: CompiledExpr, code: (draft: Draft) => Bytes): CompiledExpr => {
    if (typeof text === 'number') return plain;
    const number = write(['i32'], code);
    let run: Run = absent;
    hand(number, (found) => (run = found));
    return (s) => (s === home ? run() : plain(s));
  };
  const truth = (text: Expr, plain: CompiledExpr): CompiledExpr => value(text, plain, (draft) => truthOf(draft, text));
  const offer = (spec: OptionSpec | ActSpec, { needs, cost, does }: Offer): Offer => ({
    needs: needs.map((need, i) => ({ at: need.at, when: truth(spec.needs[i]!.when, need.when) })),
    cost: wordFor(rangeOf(program, spec.cost)) === 'i32' ? value(spec.cost, cost, (draft) => valueAs(draft, spec.cost, 'i32')) : cost,
    does: ops(spec.does, does),
  });
  const policyOf = (policy: ReadyPolicy, seat: number): ReadyPolicy => {
    const scratch = words(layout.scratch, policy.scratch.length);
    const number = write(['i32'], (draft) => weighCode(draft, weighedOf(program, seat)));
    let run: Run = absent;
    hand(number, (found) => (run = found));
    return { ...policy, scratch, weigh: (s) => (s === home ? run() : undefined) };
  };

  const quick: CompiledProgram = {
    ...rules,
    play,
    home,
    seats: rules.seats.map((seat) => (seat.policy === undefined ? seat : { ...seat, policy: policyOf(seat.policy, seat.seat) })),
    situations: rules.situations.map((situation) => ({
      ...situation,
      options: situation.options.map((option) => ({ ...option, ...offer(option.spec, option) })),
    })),
    acts: rules.acts.map((act) => ({ ...act, ...offer(act.spec, act), when: truth(act.spec.when, act.when) })),
    ...timersIn(rules, ops),
    start: ops(program.start, rules.start),
    reactions: ops(program.phases.reactions, rules.reactions),
    drift: ops(program.phases.drift, rules.drift),
    endings: ops(program.phases.endings, rules.endings),
    calendar: ops(program.phases.calendar, rules.calendar),
  };
  const module = new WebAssembly.Module(moduleBytes(functions, pages));
  const instance = new WebAssembly.Instance(module, { env: { memory, call: (number: number) => called[number]?.(play) } });
  for (const each of link) each(instance.exports);
  return quick;
}

function timersIn(
  rules: CompiledProgram,
  ops: (list: readonly Op[], plain: CompiledOps | undefined) => CompiledOps | undefined,
): Pick<CompiledProgram, 'timers' | 'inTurn' | 'atCalendar'> {
  const timers = rules.timers.map(({ spec, during, due }) => ({ spec, during: ops(spec.during, during), due: ops(spec.due, due) }));
  return {
    timers,
    inTurn: timers.filter(({ spec }) => spec.phase === undefined),
    atCalendar: timers.filter(({ spec }) => spec.phase === 'calendar'),
  };
}
