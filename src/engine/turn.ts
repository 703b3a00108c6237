import { MILLION } from './arith.ts';
import { causeAt, keepSights, learnAll } from './belief.ts';
import { drawBelow, setTurn } from './chance.ts';
import type { Key } from './chance.ts';
import { moveAs, moveOf } from './seat-policy.ts';
import type { Move } from './seat-policy.ts';
import type { CompiledExpr } from './expression.ts';
import { KIND, NONE } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { failedNeed, priceFor, shortOf } from './menu.ts';
import type { Answer, SeatOrder, Orders } from './order.ts';
import { writeSilently, note, runUnder, write } from './execution.ts';
import type { Execution, CompiledOps } from './execution.ts';
import { ENDING, TURN } from './program.ts';
import type { SourceRef, Slot } from './program.ts';
import type { ReadyNeed, ReadySeat, CompiledProgram } from './compiled-program.ts';
import { chosenAt } from './setup.ts';
import type { Choices } from './setup.ts';
import type { State } from './state.ts';
import { passTimers } from './timer.ts';

function begin(rules: CompiledProgram, key: Key, state: State, ledger: Ledger | undefined): Execution {
  const x = rules.play;
  x.state = state;
  x.ledger = ledger;
  x.parent = NONE;
  x.origin = state[rules.now]!;
  setTurn(x.luck, key, x.origin);
  return x;
}

/** The state before the first order: starting values, set-up choices, hidden causes, `start` ops, the first calendar. */
export function start(rules: CompiledProgram, key: Key, choices: Choices = [], ledger?: Ledger): State {
  const { program } = rules;
  const x = begin(rules, key, rules.blank.slice(), ledger);
  for (const [i, setup] of program.setup.entries()) {
    const chosen = chosenAt(setup, choices[i]);
    if (setup.kind === 'one') write(x, KIND.setup, NONE, setup.slots[0]!, chosen[0]!, NONE, NONE, NONE);
    else
      for (const [flag, slot] of setup.slots.entries()) write(x, KIND.setup, NONE, slot, chosen.includes(flag) ? 1 : 0, NONE, NONE, NONE);
  }
  for (const { slot, priors, beliefs, minds, luck } of program.hidden) {
    const drawn = drawBelow(x.luck, luck.site, luck.subject, MILLION);
    const cause = causeAt(priors, drawn);
    write(x, KIND.hidden, NONE, slot, cause, priors[cause]!, priors[cause]!, drawn);
    for (const [i, belief] of beliefs.entries()) writeSilently(x, belief, priors[i]!);
    for (const mind of minds ?? []) for (const [i, belief] of mind.beliefs.entries()) writeSilently(x, belief, mind.priors[i]!);
  }
  rules.start?.(x);
  rules.calendar?.(x);
  return x.state;
}

/** One turn on a copy. A game that has ended comes back as it is. */
export function step(rules: CompiledProgram, key: Key, state: State, orders: Orders, ledger?: Ledger): State {
  const copy = state.slice();
  stepInPlace(rules, key, copy, orders, ledger);
  return copy;
}

/** One turn in the array given. */
export function stepInPlace(rules: CompiledProgram, key: Key, state: State, orders: Orders, ledger?: Ledger): void {
  if (state[ENDING] !== 0) return;
  const { home } = rules;
  if (home === undefined || ledger !== undefined) {
    playTurn(rules, key, state, orders, ledger);
    return;
  }
  home.set(state);
  playTurn(rules, key, home, orders, undefined);
  state.set(home);
}

function playTurn(rules: CompiledProgram, key: Key, state: State, orders: Orders, ledger: Ledger | undefined): void {
  const x = begin(rules, key, state, ledger);
  const turn = x.state[TURN]!;
  const ticks = rules.ticks?.[turn] ?? 1;
  giveOrders(rules, x, orders, true);
  passTick(rules, x, orders, true);
  for (let tick = 1; tick < ticks && x.state[ENDING] === 0; tick++) {
    x.origin = x.state[rules.now]! + 1;
    writeSilently(x, rules.now, x.origin);
    setTurn(x.luck, key, x.origin);
    if (rules.atCalendar.lefts.length > 0) passTimers(x, rules.atCalendar);
    giveOrders(rules, x, orders, false);
    passTick(rules, x, orders, false);
  }
  if (x.state[ENDING] !== 0) return;
  const now = x.state[rules.now]! + 1;
  x.origin = now;
  if (rules.now !== TURN) writeSilently(x, rules.now, now);
  write(x, KIND.turn, NONE, TURN, turn + 1, NONE, NONE, NONE);
  if (turn + 1 >= rules.turns) {
    write(x, KIND.end, NONE, ENDING, 1, NONE, NONE, NONE);
    return;
  }
  setTurn(x.luck, key, now);
  if (rules.atCalendar.lefts.length > 0) passTimers(x, rules.atCalendar);
  rules.calendar?.(x);
}

/** What follows the orders in every tick. */
function passTick(rules: CompiledProgram, x: Execution, orders: Orders, first: boolean): void {
  rules.reactions?.(x);
  if (rules.answering) {
    const moves = movesOf(rules, x, orders, true, first);
    for (const seat of rules.seats) makeMoves(rules, x, seat, moves?.[seat.seat]);
  }
  if (rules.inTurn.lefts.length > 0) passTimers(x, rules.inTurn);
  rules.drift?.(x);
  rules.endings?.(x);
}

/**
 * What the seats with a policy do that move early, or late, be it by policy or by order: all of them look at the state before the first of
 * their moves applies. After the first tick of a turn whoever has ordered does nothing more.
 */
function movesOf(
  rules: CompiledProgram,
  x: Execution,
  orders: Orders,
  late: boolean,
  first: boolean,
): (readonly Move[] | undefined)[] | undefined {
  const { seats } = rules;
  let moves: (readonly Move[] | undefined)[] | undefined;
  const told = x.ledger !== undefined;
  for (const seat of seats) {
    const { policy } = seat;
    if (policy === undefined || policy.late !== late) continue;
    const order = orders[seat.seat];
    moves ??= seats.map(() => undefined);
    moves[seat.seat] =
      order === undefined
        ? [moveOf(rules, x.luck, x.state, seat, policy, told)]
        : (first ? actsOf(rules, seat, order) : DONE).map((act) => moveAs(rules, x.state, seat, policy, act, told));
  }
  return moves;
}

const DONE: readonly number[] = [NONE];

/** The acts of an order, as far as it may name them; -1 where there is none. */
function actsOf(rules: CompiledProgram, { seat, spec }: ReadySeat, { acts }: SeatOrder): readonly number[] {
  const own = acts.filter((act, i) => i < spec.maxActs && acts.indexOf(act) === i && rules.acts[act]?.spec.seat === seat);
  return own.length === 0 ? DONE : own;
}

/** `first`: the tick in which orders are carried out; in those after it only policies move. */
function giveOrders(rules: CompiledProgram, x: Execution, orders: Orders, first: boolean): void {
  const { seats } = rules;
  const moves = movesOf(rules, x, orders, false, first);
  for (const seat of seats) {
    const order = orders[seat.seat];
    if (order !== undefined && first) obey(rules, x, seat, order);
    makeMoves(rules, x, seat, moves?.[seat.seat]);
  }
}

/** Answers, and the acts of a seat that has no policy; where it has one, its acts are told like the policy's. */
function obey(rules: CompiledProgram, x: Execution, seat: ReadySeat, { answers, acts }: SeatOrder): void {
  // Answers are few and situations many: take the lowest situation not yet answered, each time.
  for (let last = NONE, answer = nextAnswer(answers, last); answer !== undefined; answer = nextAnswer(answers, last)) {
    last = answer.situation;
    if (rules.situations[last]?.spec.seat === seat.seat) giveAnswer(rules, x, seat.seat, last, answer.option);
  }
  if (seat.policy !== undefined) return;
  for (let i = 0; i < acts.length && i < seat.spec.maxActs; i++) {
    const act = acts[i]!;
    if (acts.indexOf(act) === i && rules.acts[act]?.spec.seat === seat.seat) doAct(rules, x, seat.seat, act);
  }
}

/** The first answer given to the lowest situation above `last`. */
function nextAnswer(answers: readonly Answer[], last: number): Answer | undefined {
  let next: Answer | undefined;
  for (let i = 0; i < answers.length; i++) {
    const answer = answers[i]!;
    if (answer.situation > last && (next === undefined || answer.situation < next.situation)) next = answer;
  }
  return next;
}

function makeMoves(rules: CompiledProgram, x: Execution, seat: ReadySeat, moves: readonly Move[] | undefined): void {
  if (moves === undefined || seat.policy === undefined) return;
  for (const { act, p, sights, drawn, lesson } of moves) {
    const { at, observed } = seat.policy;
    const row = note(x, KIND.policy, at, act === NONE ? 0 : seat.acts.indexOf(act) + 1, p, sights[0] ?? 0, drawn);
    keepSights(x, row, observed, sights);
    const kept = x.parent;
    x.parent = row;
    const applied = act === NONE || doAct(rules, x, seat.seat, act);
    x.parent = kept;
    if (applied && lesson !== undefined) learnAll(x, at, row, observed, lesson);
  }
}

/** Why an order was overtaken, as the `drawn` of its `void` row: -1 - index of the need, 0 not open or shown, else what the budget lacks. */
function overtaken(
  rules: CompiledProgram,
  s: State,
  seat: number,
  open: boolean,
  needs: readonly ReadyNeed[],
  price: number,
): number | undefined {
  if (!open) return 0;
  const need = failedNeed(needs, s);
  if (need >= 0) return NONE - need;
  const short = shortOf(rules, s, seat, price);
  return short > 0 ? short : undefined;
}

function giveAnswer(rules: CompiledProgram, x: Execution, seat: number, situation: number, option: number): void {
  const { spec, options } = rules.situations[situation]!;
  const chosen = options[option];
  if (chosen === undefined) return;
  const open = x.state[spec.status] !== 0;
  apply(rules, x, seat, KIND.answer, chosen.spec.at, spec.answer, option + 1, open, chosen.needs, chosen.cost, chosen.does, spec.status);
}

function doAct(rules: CompiledProgram, x: Execution, seat: number, act: number): boolean {
  const { spec, when, needs, cost, does } = rules.acts[act]!;
  const open = when(x.state) !== 0;
  return apply(rules, x, seat, KIND.act, spec.at, spec.done, x.state[spec.done]! + 1, open, needs, cost, does, NONE);
}

/** Pays, records and runs an order, or leaves a `void` row. `closes`: status slot to clear, or -1. */
function apply(
  rules: CompiledProgram,
  x: Execution,
  seat: number,
  kind: number,
  at: SourceRef,
  slot: Slot,
  wanted: number,
  open: boolean,
  needs: readonly ReadyNeed[],
  cost: CompiledExpr,
  does: CompiledOps | undefined,
  closes: Slot,
): boolean {
  const price = priceFor(rules, x.state, seat, cost);
  const reason = overtaken(rules, x.state, seat, open, needs, price);
  if (reason !== undefined) {
    write(x, KIND.void, at, slot, x.state[slot]!, NONE, NONE, reason);
    return false;
  }
  const row = write(x, kind, at, slot, wanted, NONE, NONE, NONE);
  const { budget } = rules.seats[seat]!.spec;
  const kept = x.parent;
  x.parent = row;
  if (budget !== undefined && price !== 0) write(x, KIND.cost, at, budget.slot, x.state[budget.slot]! - price, NONE, NONE, NONE);
  x.parent = kept;
  if (closes !== NONE) writeSilently(x, closes, 0);
  if (does !== undefined) runUnder(x, row, does);
  return true;
}
