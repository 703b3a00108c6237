import { clamp, floorDiv, MILLION, modulo } from './arith.ts';
import { keepSights, learnAll, lessonOf, sightsOf } from './belief.ts';
import { drawBelow } from './chance.ts';
import { compileChoice } from './choose-op.ts';
import { compile, constantOf } from './expression.ts';
import type { CompiledExpr } from './expression.ts';
import { KIND, NONE } from './ledger.ts';
import { writeSilently, note, runUnder, write } from './execution.ts';
import type { Execution, CompiledOps } from './execution.ts';
import { ENDING } from './program.ts';
import type { Expr, Op, OpName, Program } from './program.ts';
import { assertNever } from './result.ts';
import { compileAdds, MOST_SPREAD, plainAdd } from './fused-adds.ts';
import type { PlainAdd } from './fused-adds.ts';
import { observationAt, observationOf } from './sight.ts';
import { cancelTimer, startTimer } from './timer.ts';

type OpOf<N extends OpName> = Extract<Op, { op: N }>;

/** Makes a list of ops ready, once; undefined when there are none. */
export function compileOps(program: Program, ops: readonly Op[]): CompiledOps | undefined {
  const runs: CompiledOps[] = [];
  let adds: PlainAdd[] = [];
  let rows: CompiledOps[] = [];
  const flush = (): void => {
    if (adds.length > 0) runs.push(compileAdds(program, adds, inOrder(rows) ?? nothing));
    adds = [];
    rows = [];
  };
  for (const op of ops) {
    const add = plainAdd(program, op);
    if (add === undefined) {
      flush();
      runs.push(compileOp(program, op));
    } else {
      adds.push(add);
      rows.push(compileOp(program, op));
    }
  }
  flush();
  return inOrder(runs);
}

function inOrder(runs: readonly CompiledOps[]): CompiledOps | undefined {
  const [first, second, third] = runs;
  if (first === undefined || runs.length === 1) return first;
  if (second !== undefined && runs.length === 2) {
    return (x) => {
      first(x);
      second(x);
    };
  }
  if (second !== undefined && third !== undefined && runs.length === 3) {
    return (x) => {
      first(x);
      second(x);
      third(x);
    };
  }
  return (x) => {
    for (let i = 0; i < runs.length; i++) runs[i]!(x);
  };
}

const nothing: CompiledOps = () => {};

function compileOp(program: Program, op: Op): CompiledOps {
  switch (op.op) {
    case 'set':
      return compileSet(program, op);
    case 'add':
      return compileAdd(program, op);
    case 'toward':
      return compileToward(program, op);
    case 'if':
      return compileIf(program, op);
    case 'chance':
      return compileChance(program, op);
    case 'choose':
      return compileChoice(program, op, (ops) => compileOps(program, ops));
    case 'signal':
      return compileSignal(program, op);
    case 'timer': {
      const timer = program.timers[op.timer]!;
      const turns = compile(program, op.turns);
      return (x) => startTimer(x, op.at, timer, turns(x.state));
    }
    case 'cancel': {
      const timer = program.timers[op.timer]!;
      return (x) => cancelTimer(x, op.at, timer);
    }
    case 'situation':
      return compileSituation(program, op);
    case 'end':
      return (x) => {
        if (x.state[ENDING] === 0) write(x, KIND.end, op.at, ENDING, op.ending + 1, NONE, NONE, NONE);
      };
    default:
      return assertNever(op);
  }
}

function compileSet(program: Program, { at, slot, to }: OpOf<'set'>): CompiledOps {
  const value = compile(program, to);
  return (x) => {
    const wanted = value(x.state);
    if (wanted !== x.state[slot]) write(x, KIND.set, at, slot, wanted, NONE, NONE, NONE);
  };
}

function compileAdd(program: Program, { at, slot, by, spread, luck, rate }: OpOf<'add'>): CompiledOps {
  const amount = compile(program, by);
  const offset = luck === undefined || spread === undefined ? undefined : compileOffset(program, spread, luck.site, luck.subject);
  return (x) => {
    const drawn = offset === undefined ? 0 : offset(x);
    let change = amount(x.state) + drawn;
    if (rate !== undefined) {
      const whole = change * rate.num + x.state[rate.remainder]!;
      change = floorDiv(whole, rate.den);
      writeSilently(x, rate.remainder, modulo(whole, rate.den));
    }
    if (change !== 0) write(x, KIND.add, at, slot, x.state[slot]! + change, NONE, NONE, drawn);
  };
}

/** A whole number from -spread to spread, uniform. */
function compileOffset(program: Program, spread: Expr, site: number, subject: number): (x: Execution) => number {
  const k = constantOf(program, spread);
  const width = compile(program, spread);
  if (k !== undefined) {
    const size = clamp(k, 0, MOST_SPREAD);
    return (x) => drawBelow(x.luck, site, subject, 2 * size + 1) - size;
  }
  return (x) => {
    const size = clamp(width(x.state), 0, MOST_SPREAD);
    return drawBelow(x.luck, site, subject, 2 * size + 1) - size;
  };
}

function compileToward(program: Program, { at, slot, to, ppm, remainder }: OpOf<'toward'>): CompiledOps {
  const target = compile(program, to);
  const rate = compile(program, ppm);
  const { min, max } = program.slots[slot]!;
  return (x) => {
    const s = x.state;
    const way = clamp(target(s), min, max) - s[slot]!;
    const whole = way * clamp(rate(s), 0, MILLION) + s[remainder]!;
    const change = floorDiv(whole, MILLION);
    writeSilently(x, remainder, modulo(whole, MILLION));
    if (change !== 0) write(x, KIND.toward, at, slot, s[slot]! + change, NONE, NONE, NONE);
  };
}

function compileIf(program: Program, op: OpOf<'if'>): CompiledOps {
  const yes = compileOps(program, op.then);
  const no = compileOps(program, op.else);
  const k = constantOf(program, op.when);
  if (k !== undefined) return (k !== 0 ? yes : no) ?? nothing;
  const when = compile(program, op.when);
  if (no === undefined) {
    const then = yes ?? nothing;
    return (x) => {
      if (when(x.state) !== 0) then(x);
    };
  }
  const then = yes ?? nothing;
  return (x) => {
    if (when(x.state) !== 0) then(x);
    else no(x);
  };
}

function compileChance(program: Program, op: OpOf<'chance'>): CompiledOps {
  const { at } = op;
  const { site, subject } = op.luck;
  const yes = compileOps(program, op.then) ?? nothing;
  const no = compileOps(program, op.else) ?? nothing;
  const value = compile(program, op.p);
  const observed = observationAt(program, op);
  const odds: CompiledExpr = (s) => clamp(value(s), 0, MILLION);
  if (op.reveals.length === 0) {
    const fixed = constantOf(program, op.p);
    const alike = observed.lookers === undefined;
    return (x) => {
      const p = fixed ?? value(x.state);
      const drawn = drawBelow(x.luck, site, subject, MILLION);
      const happens = drawn < p;
      if (x.ledger === undefined) (happens ? yes : no)(x);
      else {
        const certain = clamp(p, 0, MILLION);
        const sights = alike ? [certain] : sightsOf(x.state, observed, odds);
        const row = note(x, KIND.chance, at, happens ? 1 : 0, certain, sights[0]!, drawn);
        keepSights(x, row, observed, sights);
        runUnder(x, row, happens ? yes : no);
      }
    };
  }
  return (x) => {
    const p = odds(x.state);
    const drawn = drawBelow(x.luck, site, subject, MILLION);
    const happens = drawn < p;
    const lesson = lessonOf(x.state, observed, odds);
    const sights = x.ledger === undefined ? NOTHING : sightsOf(x.state, observed, odds);
    const row = note(x, KIND.chance, at, happens ? 1 : 0, p, sights[0] ?? NONE, drawn);
    keepSights(x, row, observed, sights);
    learnAll(x, at, row, observed, happens ? lesson : lesson.map((causes) => causes.map((ps) => ps.map((each) => MILLION - each))));
    runUnder(x, row, happens ? yes : no);
  };
}

const NOTHING: readonly number[] = [];

function compileSignal(program: Program, { at, table, luck }: OpOf<'signal'>): CompiledOps {
  const { hidden, slot, odds } = program.tables[table]!;
  const cause = program.hidden[hidden]!;
  const observed = observationOf(program, [hidden], [], ({ unseen }) => unseen[slot] !== true);
  return (x) => {
    const truth = x.state[cause.slot]!;
    const drawn = drawBelow(x.luck, luck.site, luck.subject, MILLION);
    let sign = 0;
    for (let rest = drawn - odds[0]![truth]!; rest >= 0 && sign + 1 < odds.length; rest -= odds[sign]![truth]!) sign++;
    const row = odds[sign]!;
    const sights = x.ledger === undefined ? NOTHING : sightsOf(x.state, observed, (s) => row[s[cause.slot]!]!);
    const told = write(x, KIND.signal, at, slot, sign + 1, row[truth]!, sights[0] ?? NONE, drawn);
    keepSights(x, told, observed, sights);
    learnAll(
      x,
      at,
      told,
      observed,
      observed.minds.map(() => [row]),
    );
  };
}

function compileSituation(program: Program, { at, situation, to }: OpOf<'situation'>): CompiledOps {
  const { status, seen, since } = program.situations[situation]!;
  if (to === 'close') {
    return (x) => {
      if (x.state[status] !== 0) write(x, KIND.situation, at, status, 0, NONE, NONE, NONE);
    };
  }
  return (x) => {
    if (x.state[status] !== 0) return;
    write(x, KIND.situation, at, status, 1, NONE, NONE, NONE);
    writeSilently(x, seen, x.state[seen]! + 1);
    writeSilently(x, since, x.state[x.now]!);
  };
}
