import { menu } from './menu.ts';
import { orderDigit, orderOfDigit } from './order-code.ts';
import type { Digit } from './order-code.ts';
import type { Orders, SeatOrder } from './order.ts';
import { ENDING } from './program.ts';
import type { CompiledProgram } from './compiled-program.ts';
import { ordersOf } from './record.ts';
import type { GameRecord } from './record.ts';
import { bad, good } from './result.ts';
import type { Problem, Result } from './result.ts';
import { keyOf, parseSeed } from './seed.ts';
import type { Seed } from './seed.ts';
import { choicesFit } from './setup.ts';
import type { Choices } from './setup.ts';
import { checkOf } from './state.ts';
import type { State } from './state.ts';
import { start, step } from './turn.ts';

export type RecordProblem = Problem &
  (
    | { readonly code: 'foreign' | 'cut' | 'damaged' | 'illegal-setup' }
    /** The luck of the game is sealed: its host opens it at the debrief. */
    | { readonly code: 'sealed' }
    | { readonly code: 'newer-format'; readonly format: number }
    /** `rules`: first eight hex digits of the hash of the rules the record was made with. */
    | { readonly code: 'other-rules'; readonly rules: string }
    /** `turn`: the first turn with an order that the menu does not allow. */
    | { readonly code: 'illegal-order'; readonly turn: number; readonly seat: number }
    /** `turn`: the turn after which the check differs, -1 before the first. */
    | { readonly code: 'check-differs'; readonly turn: number; readonly told: number; readonly found: number }
  );

/** One line played again. */
export interface Replay {
  readonly seed: Seed;
  readonly setup: Choices;
  /** The orders as far as they are good, answers in the order of the situations. */
  readonly orders: readonly Orders[];
  /** `checkOf` the state after each of them. */
  readonly checks: readonly number[];
  readonly state: State;
  /** Why the line could not be played on from there, where there is more of it. */
  readonly tail?: RecordProblem;
}

const PREFIX = 8;

/** The first eight digits of a rules hash: all that a link carries of it. */
export const rulesPrefix = (hash: string): string => hash.slice(0, PREFIX).padEnd(PREFIX, '0');

export const otherRules = (rules: string): RecordProblem => ({
  code: 'other-rules',
  rules,
  message: `The game was played on other rules (${rules}).`,
});

/**
 * Plays a line of a record again from its first turn and compares every check it carries. Up to the first order that its turn does not
 * allow, or the first check that differs, the game is good; what is wrong there is its `tail`. `tell` hears the digit of each order.
 * Problems: `other-rules`, `sealed`, `illegal-setup`, and `check-differs` before the first turn.
 */
export function replayLine(
  rules: CompiledProgram,
  record: GameRecord,
  line: number,
  tell?: (digit: Digit) => void,
): Result<Replay, RecordProblem> {
  if (rulesPrefix(record.rules) !== rulesPrefix(rules.hash) || (record.rules.length > PREFIX && record.rules !== rules.hash))
    return bad(otherRules(rulesPrefix(record.rules)));
  if (!('seed' in record.luck)) return bad({ code: 'sealed', message: 'The luck of this game is sealed; its host can open it.' });
  const seed = parseSeed(record.luck.seed);
  if (!seed.ok) return bad({ code: 'illegal-setup', message: seed.problem.message });
  const { setup } = record;
  if (!choicesFit(rules.program, setup))
    return bad({ code: 'illegal-setup', message: 'The set-up of the record is not one the scenario offers.' });

  const key = keyOf(seed.value);
  const told = checksOf(record, line);
  let state = start(rules, key, setup);
  const orders: Orders[] = [];
  const checks: number[] = [];
  const upTo = (tail?: RecordProblem): Result<Replay, RecordProblem> =>
    good({ seed: seed.value, setup, orders, checks, state, ...(tail === undefined ? {} : { tail }) });
  const begun = checkOf(state);
  if (record.start !== undefined && record.start !== begun) return bad(checkDiffers(-1, record.start, begun));
  for (const [turn, given] of ordersOf(record, line).entries()) {
    const taken: (SeatOrder | undefined)[] = rules.seats.map(() => undefined);
    if (state[ENDING] !== 0 || given.length > rules.seats.length) return upTo(illegalOrder(turn, 0));
    for (const [seat, order] of given.entries()) {
      if (order === undefined) continue;
      const now = menu(rules, state, seat);
      const digit = orderDigit(now, order);
      if (digit === undefined) return upTo(illegalOrder(turn, seat));
      tell?.(digit);
      taken[seat] = orderOfDigit(now, digit.value);
    }
    const next = step(rules, key, state, taken);
    const check = checkOf(next);
    const expected = told[turn] ?? check;
    if (expected !== check) return upTo(checkDiffers(turn, expected, check));
    state = next;
    orders.push(taken);
    checks.push(check);
  }
  return upTo();
}

/** The checks that a record carries for each turn of a line. */
function checksOf(record: GameRecord, line: number): readonly (number | null | undefined)[] {
  const own = record.lines[line];
  if (own === undefined) return [];
  const { from, checks } = own;
  const before = from === undefined ? [] : checksOf(record, from.line).slice(0, from.turn);
  const start = from?.turn ?? 0;
  return [...Array.from({ length: start }, (_, turn) => before[turn]), ...(checks ?? [])];
}

const illegalOrder = (turn: number, seat: number): RecordProblem => ({
  code: 'illegal-order',
  turn,
  seat,
  message: `The order of turn ${turn} is not one that turn allows.`,
});

export const checkDiffers = (turn: number, told: number, found: number): RecordProblem => ({
  code: 'check-differs',
  turn,
  told,
  found,
  message:
    turn < 0
      ? 'Before its first turn the game differs from the one recorded.'
      : `After turn ${turn} the game differs from the one recorded.`,
});
