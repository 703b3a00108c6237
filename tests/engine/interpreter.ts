import { bounded } from '../../src/engine/arith.ts';
import { draw } from '../../src/engine/chance.ts';
import type { Key } from '../../src/engine/chance.ts';
import type { Orders, SeatOrder } from '../../src/engine/order.ts';
import type { Expr, HiddenSpec, Luck, Op, Program } from '../../src/engine/program.ts';

/**
 * The engine once more, as plainly as it can be said: a walk over the program, one list of numbers, big integers wherever
 * a product could grow, no compilation, no ledger. It shares the hash and the bounded draw with the engine and nothing else.
 */
interface World {
  readonly program: Program;
  readonly key: Key;
  readonly state: number[];
  /** Tick whose luck is drawn. */
  tick: number;
  /** Ticks since the order or timer that is running began. */
  age: number;
}

const MILLION = 1_000_000;
const within = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);
const floored = (a: bigint, b: bigint): bigint => (a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b);
const at = (list: readonly number[], i: number): number => list[i] ?? Number.NaN;
const the = <T>(list: readonly T[], i: number): T => {
  const found = list[i];
  if (found === undefined) throw new Error(`nothing at ${i}`);
  return found;
};

function put({ program, state }: World, slot: number, value: number): void {
  const { min, max } = the(program.slots, slot);
  state[slot] = within(value, min, max) + 0;
}

function value(world: World, expr: Expr): number {
  if (typeof expr === 'number') return expr;
  const of = (part: Expr): number => value(world, part);
  switch (expr[0]) {
    case 'slot':
      return at(world.state, expr[1]);
    case '+':
      return of(expr[1]) + of(expr[2]);
    case '-':
      return of(expr[1]) - of(expr[2]);
    case '*':
      return of(expr[1]) * of(expr[2]);
    case 'min':
      return Math.min(of(expr[1]), of(expr[2]));
    case 'max':
      return Math.max(of(expr[1]), of(expr[2]));
    case '<':
      return Number(of(expr[1]) < of(expr[2]));
    case '<=':
      return Number(of(expr[1]) <= of(expr[2]));
    case '==':
      return Number(of(expr[1]) === of(expr[2]));
    case '!=':
      return Number(of(expr[1]) !== of(expr[2]));
    case '>=':
      return Number(of(expr[1]) >= of(expr[2]));
    case '>':
      return Number(of(expr[1]) > of(expr[2]));
    case 'and':
      return Number(of(expr[1]) !== 0 && of(expr[2]) !== 0);
    case 'or':
      return Number(of(expr[1]) !== 0 || of(expr[2]) !== 0);
    case 'not':
      return Number(of(expr[1]) === 0);
    case 'neg':
      return -of(expr[1]);
    case 'abs':
      return Math.abs(of(expr[1]));
    case 'if':
      return of(expr[1]) !== 0 ? of(expr[2]) : of(expr[3]);
    case 'div':
      return of(expr[2]) === 0 ? of(expr[3]) : Number(floored(BigInt(of(expr[1])), BigInt(of(expr[2]))));
    case 'mod': {
      const [a, b] = [BigInt(of(expr[1])), BigInt(of(expr[2]))];
      return b === 0n ? of(expr[3]) : Number(a - b * floored(a, b));
    }
    case 'curve': {
      const [x0 = 0, step = 1, ...ys] = the(world.program.curves, expr[1]);
      const x = within(of(expr[2]) - x0, 0, step * (ys.length - 1));
      const piece = Math.min(Math.floor(x / step), Math.max(ys.length - 2, 0));
      const [left, right] = [at(ys, piece), ys[piece + 1] ?? at(ys, piece)];
      return left + Number(floored(BigInt(right - left) * BigInt(x - piece * step), BigInt(step)));
    }
  }
}

const drawBelow = ({ key, tick, age }: World, { site, subject }: Luck, n: number): number =>
  bounded(draw(key, tick, site, subject, age), n);

/** Index in which a number below the sum of the weights falls. */
function pick(weights: readonly number[], drawn: number): number {
  let sum = 0;
  return weights.findIndex((weight) => (sum += weight) > drawn);
}

/** A value averaged over the odds of the causes, the ones in `fixed` staying as they are. */
function averaged(world: World, causes: readonly HiddenSpec[], fixed: HiddenSpec | undefined, p: () => number): number {
  const [first, ...others] = causes;
  if (first === undefined) return p();
  if (first === fixed) return averaged(world, others, fixed, p);
  const kept = at(world.state, first.slot);
  let sum = 0n;
  for (const [cause, belief] of first.beliefs.entries()) {
    world.state[first.slot] = cause;
    sum += BigInt(at(world.state, belief)) * BigInt(averaged(world, others, fixed, p));
  }
  world.state[first.slot] = kept;
  return Number(sum / BigInt(MILLION));
}

function likelihoods(world: World, reveals: readonly number[], p: () => number): number[][] {
  const causes = reveals.map((i) => the(world.program.hidden, i));
  return causes.map((hidden) => {
    const kept = at(world.state, hidden.slot);
    const row = hidden.causes.map((_, cause) => {
      world.state[hidden.slot] = cause;
      return averaged(world, causes, hidden, p);
    });
    world.state[hidden.slot] = kept;
    return row;
  });
}

/** Bayes with exact fractions: floors, then largest remainders, then at least one part for what had any. */
function learn({ state }: World, { beliefs }: HiddenSpec, seen: readonly number[]): void {
  const products = beliefs.map((belief, i) => BigInt(at(state, belief)) * BigInt(at(seen, i)));
  const whole = products.reduce((a, b) => a + b, 0n);
  if (whole === 0n) return;
  const shares = products.map((product) => Number((product * 1_000_000n) / whole));
  const order = products.map((product, i) => ({ i, rest: (product * 1_000_000n) % whole }));
  order.sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const missing = MILLION - shares.reduce((a, b) => a + b, 0);
  for (const { i } of order.slice(0, missing)) shares[i] = at(shares, i) + 1;
  for (const [i, belief] of beliefs.entries()) {
    if (at(state, belief) === 0 || shares[i] !== 0) continue;
    const richest = shares.indexOf(Math.max(...shares));
    shares[richest] = at(shares, richest) - 1;
    shares[i] = 1;
  }
  for (const [i, belief] of beliefs.entries()) state[belief] = at(shares, i);
}

function learnAll(world: World, reveals: readonly number[], seen: readonly (readonly number[])[]): void {
  for (const [i, hidden] of reveals.entries()) learn(world, the(world.program.hidden, hidden), the(seen, i));
}

function runAll(world: World, ops: readonly Op[]): void {
  for (const op of ops) run(world, op);
}

function run(world: World, op: Op): void {
  const { program, state } = world;
  const of = (expr: Expr): number => value(world, expr);
  switch (op.op) {
    case 'set': {
      put(world, op.slot, of(op.to));
      return;
    }
    case 'add': {
      const spread = op.spread === undefined ? 0 : within(of(op.spread), 0, 1_000_000_000);
      const offset = op.luck === undefined ? 0 : drawBelow(world, op.luck, 2 * spread + 1) - spread;
      let change = of(op.by) + offset;
      if (op.rate !== undefined) {
        const [num, den] = [BigInt(op.rate.num), BigInt(op.rate.den)];
        const total = BigInt(change) * num + BigInt(at(state, op.rate.remainder));
        change = Number(floored(total, den));
        put(world, op.rate.remainder, Number(total - den * floored(total, den)));
      }
      put(world, op.slot, at(state, op.slot) + change);
      return;
    }
    case 'toward': {
      const { min, max } = the(program.slots, op.slot);
      const way = within(of(op.to), min, max) - at(state, op.slot);
      const total = BigInt(way) * BigInt(within(of(op.ppm), 0, MILLION)) + BigInt(at(state, op.remainder));
      const change = floored(total, 1_000_000n);
      put(world, op.remainder, Number(total - change * 1_000_000n));
      put(world, op.slot, at(state, op.slot) + Number(change));
      return;
    }
    case 'if': {
      runAll(world, of(op.when) !== 0 ? op.then : op.else);
      return;
    }
    case 'chance': {
      const p = (): number => within(of(op.p), 0, MILLION);
      const happens = drawBelow(world, op.luck, MILLION) < p();
      const seen = likelihoods(world, op.reveals, p).map((row) => row.map((each) => (happens ? each : MILLION - each)));
      learnAll(world, op.reveals, seen);
      runAll(world, happens ? op.then : op.else);
      return;
    }
    case 'choose': {
      const taken = op.mode === 'weighted' ? weighted(world, op) : best(world, op);
      if (taken < 0) return;
      const seen = likelihoods(world, op.reveals, () =>
        op.mode === 'weighted' ? weightedOdds(world, op, taken) : bestOdds(world, op, taken),
      );
      learnAll(world, op.reveals, seen);
      runAll(world, the(op.from, taken).does);
      return;
    }
    case 'signal': {
      const table = the(program.tables, op.table);
      const hidden = the(program.hidden, table.hidden);
      const column = table.odds.map((row) => at(row, at(state, hidden.slot)));
      const sign = pick(column, drawBelow(world, op.luck, MILLION));
      put(world, table.slot, sign + 1);
      learn(world, hidden, the(table.odds, sign));
      return;
    }
    case 'timer': {
      const { again, copies } = the(program.timers, op.timer);
      const free = again === 'refresh' ? copies[0] : copies.find(({ left }) => state[left] === 0);
      if (free === undefined) return;
      put(world, free.origin, world.tick);
      put(world, free.left, Math.max(of(op.turns), 1));
      return;
    }
    case 'cancel':
      for (const { left } of the(program.timers, op.timer).copies) put(world, left, 0);
      return;
    case 'situation': {
      const { status, seen, since } = the(program.situations, op.situation);
      if (op.to === 'open' && state[status] === 0) {
        put(world, seen, at(state, seen) + 1);
        put(world, since, world.tick);
      }
      put(world, status, op.to === 'open' ? 1 : 0);
      return;
    }
    case 'end':
      if (state[1] === 0) put(world, 1, op.ending + 1);
  }
}

type Choose = Extract<Op, { op: 'choose' }>;

const isOpen = (world: World, { when }: Choose['from'][number]): boolean => when === undefined || value(world, when) !== 0;
const weightsOf = (world: World, op: Choose): number[] =>
  op.from.map((branch) => (isOpen(world, branch) ? within(value(world, branch.weight), 0, MILLION) : 0));
const total = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0);

function weighted(world: World, op: Choose): number {
  const weights = weightsOf(world, op);
  if (total(weights) === 0) return op.from.findIndex((branch) => isOpen(world, branch));
  return pick(weights, drawBelow(world, op.luck, total(weights)));
}

function weightedOdds(world: World, op: Choose, taken: number): number {
  const weights = weightsOf(world, op);
  if (total(weights) === 0) return op.from.findIndex((branch) => isOpen(world, branch)) === taken ? MILLION : 0;
  return Number((BigInt(at(weights, taken)) * 1_000_000n) / BigInt(total(weights)));
}

const noiseOf = (world: World, { noise }: Choose['from'][number]): number =>
  noise === undefined ? 0 : within(value(world, noise), 0, MILLION);

function best(world: World, op: Choose): number {
  const totals = op.from.map((branch, i) => {
    if (!isOpen(world, branch)) return undefined;
    const luck = { site: op.luck.site, subject: op.luck.subject * 1024 + i };
    return value(world, branch.weight) + drawBelow(world, luck, noiseOf(world, branch) + 1);
  });
  const most = Math.max(...totals.map((sum) => sum ?? -Infinity));
  return totals.findIndex((sum) => sum === most);
}

function bestOdds(world: World, op: Choose, taken: number): number {
  const own = the(op.from, taken);
  if (!isOpen(world, own)) return 0;
  const noise = noiseOf(world, own);
  const steps = Math.min(noise, 1000);
  let sum = 0n;
  for (let step = 0; step <= steps; step++) {
    const mine = value(world, own.weight) + (steps === 0 ? 0 : Math.floor((step * noise) / steps));
    let p = 1_000_000n;
    for (const [i, other] of op.from.entries()) {
      if (i === taken || !isOpen(world, other)) continue;
      const draws = noiseOf(world, other) + 1;
      const losing = within(mine - value(world, other.weight) + (i > taken ? 1 : 0), 0, draws);
      p = (p * BigInt(losing)) / BigInt(draws);
    }
    sum += p;
  }
  return Number(sum / BigInt(steps + 1));
}

function canPay(world: World, seat: number, cost: Expr): boolean {
  const { budget } = the(world.program.seats, seat);
  const price = Math.max(value(world, cost), 0);
  return budget === undefined || price === 0 || at(world.state, budget.slot) - price >= budget.floor;
}

type Orderable = Program['acts'][number] | Program['situations'][number]['options'][number];

const allowed = (world: World, seat: number, { needs, cost }: Orderable): boolean =>
  needs.every(({ when }) => value(world, when) !== 0) && canPay(world, seat, cost);

function pay(world: World, seat: number, cost: Expr): void {
  const { budget } = the(world.program.seats, seat);
  if (budget !== undefined) put(world, budget.slot, at(world.state, budget.slot) - Math.max(value(world, cost), 0));
}

function doAct(world: World, act: number): boolean {
  const spec = the(world.program.acts, act);
  if (value(world, spec.when) === 0 || !allowed(world, spec.seat, spec)) return false;
  const cost = value(world, spec.cost);
  put(world, spec.done, at(world.state, spec.done) + 1);
  pay(world, spec.seat, cost);
  runAll(world, spec.does);
  return true;
}

function obey(world: World, seat: number, order: SeatOrder): void {
  const { program, state } = world;
  for (const [i, situation] of program.situations.entries()) {
    const answer = order.answers.find((each) => each.situation === i);
    if (situation.seat !== seat || answer === undefined) continue;
    const option = situation.options[answer.option];
    if (option === undefined || state[situation.status] === 0 || !allowed(world, seat, option)) continue;
    const cost = value(world, option.cost);
    put(world, situation.answer, answer.option + 1);
    pay(world, seat, cost);
    put(world, situation.status, 0);
    runAll(world, option.does);
  }
  if (the(program.seats, seat).policy === undefined) for (const act of ownActs(program, seat, order)) doAct(world, act);
}

/** The acts of an order that count, each once. */
const ownActs = (program: Program, seat: number, { acts }: SeatOrder): number[] =>
  [...new Set(acts.slice(0, the(program.seats, seat).maxActs))].filter((act) => program.acts[act]?.seat === seat);

/** What a policy does, or a person (`ordered`) in its place: the act (-1: nothing) and, unless it is mute, what that says about the causes. */
function policyMove(world: World, seat: number, ordered?: number): { act: number; seen: number[][] } | undefined {
  const { program } = world;
  const { policy } = the(program.seats, seat);
  if (policy === undefined) return undefined;
  const acts = program.acts.flatMap((act, i) => (act.seat === seat ? [i] : []));
  const weigh = (): number[] => [
    within(value(world, policy.none), 0, MILLION),
    ...acts.map((act, i) => {
      const spec = the(program.acts, act);
      const legal = value(world, spec.when) !== 0 && allowed(world, seat, spec);
      return legal ? within(value(world, the(policy.weights, i)), 0, MILLION) : 0;
    }),
  ];
  const weights = weigh();
  const drawn = (): number => (total(weights) === 0 ? 0 : pick(weights, drawBelow(world, policy.luck, total(weights))));
  const move = ordered === undefined ? drawn() : acts.indexOf(ordered) + 1;
  const odds = (): number => {
    const now = weigh();
    return total(now) === 0 ? (move === 0 ? MILLION : 0) : Number((BigInt(at(now, move)) * 1_000_000n) / BigInt(total(now)));
  };
  const mute = policy.mute !== undefined && value(world, policy.mute) !== 0;
  return { act: move === 0 ? -1 : at(acts, move - 1), seen: mute ? [] : likelihoods(world, policy.reveals, odds) };
}

/** The first state of a game with every set-up preset. */
export function begin(program: Program, key: Key): number[] {
  const world: World = { program, key, state: program.slots.map(({ start }) => start), tick: 0, age: 0 };
  for (const { kind, slots, count, preset, options } of program.setup) {
    if (kind === 'one') put(world, the(slots, 0), preset);
    else for (const [i, slot] of slots.entries()) put(world, slot, (i - preset + options.length) % options.length < count ? 1 : 0);
  }
  for (const { slot, priors, beliefs, luck } of program.hidden) {
    put(world, slot, pick(priors, drawBelow(world, luck, MILLION)));
    for (const [i, belief] of beliefs.entries()) put(world, belief, at(priors, i));
  }
  runAll(world, program.start);
  runAll(world, program.phases.calendar);
  return world.state;
}

/** The timers of a phase pass by one tick. */
function passTimers(world: World, phase: 'calendar' | undefined): void {
  const { program, state, tick } = world;
  for (const timer of program.timers.filter((each) => each.phase === phase)) {
    for (const { left, origin } of timer.copies) {
      if (state[left] === 0 || state[origin] === tick) continue;
      world.age = tick - at(state, origin);
      runAll(world, timer.during);
      if (state[left] !== 0 && state[origin] !== tick) {
        put(world, left, at(state, left) - 1);
        if (state[left] === 0) runAll(world, timer.due);
      }
      world.age = 0;
    }
  }
}

/** What follows the orders in every tick. */
function passTick(world: World, orders: Orders, first: boolean): void {
  const { phases } = world.program;
  runAll(world, phases.reactions);
  makeMoves(world, orders, true, first);
  passTimers(world, undefined);
  runAll(world, phases.drift);
  runAll(world, phases.endings);
}

/** What seats with a policy do that move early, or late, by policy or by order, and what comes of it; answers, and seats without one, are early. */
function makeMoves(world: World, orders: Orders, late: boolean, first: boolean): void {
  const { program } = world;
  const moves = program.seats.map(({ policy }, seat) => {
    if (policy === undefined || (policy.late === true) !== late) return [];
    const order = orders[seat];
    if (order === undefined) return [policyMove(world, seat)];
    const acts = first ? ownActs(program, seat, order) : [];
    return (acts.length === 0 ? [-1] : acts).map((act) => policyMove(world, seat, act));
  });
  for (const [seat, { policy }] of program.seats.entries()) {
    const order = orders[seat];
    if (order !== undefined && first && !late) obey(world, seat, order);
    for (const chosen of the(moves, seat)) {
      if (chosen !== undefined && (chosen.act === -1 || doAct(world, chosen.act)) && chosen.seen.length > 0)
        learnAll(world, policy?.reveals ?? [], chosen.seen);
    }
  }
}

/** One turn, in the list given. */
export function advance(program: Program, key: Key, state: number[], orders: Orders): void {
  if (at(state, 1) !== 0) return;
  const turn = at(state, 0);
  const lengths = program.calendar.segments.flatMap(({ turns, ticks }) => Array.from({ length: turns }, (_, i) => ticks?.[i] ?? 1));
  const began = lengths.slice(0, turn).reduce((sum, ticks) => sum + ticks, 0);
  const world: World = { program, key, state, tick: began, age: 0 };
  const ends = began + at(lengths, turn);
  for (; world.tick < ends && at(state, 1) === 0; world.tick++) {
    if (program.tick !== undefined) put(world, program.tick, world.tick);
    if (world.tick > began) passTimers(world, 'calendar');
    makeMoves(world, orders, false, world.tick === began);
    passTick(world, orders, world.tick === began);
  }
  if (at(state, 1) !== 0) return;
  if (program.tick !== undefined) put(world, program.tick, ends);
  put(world, 0, turn + 1);
  if (turn + 1 === lengths.length) {
    put(world, 1, 1);
    return;
  }
  passTimers(world, 'calendar');
  runAll(world, program.phases.calendar);
}
