import { takeDigit } from './arith.ts';
import { LINK_FORMAT, makeLink, readLink } from './link.ts';
import { menu } from './menu.ts';
import { orderDigit, orderOfDigit, orderRadix } from './order-code.ts';
import type { Digit } from './order-code.ts';
import { PASS } from './order.ts';
import type { Orders, SeatOrder } from './order.ts';
import type { SetupSpec } from './program.ts';
import { ENDING, TURN } from './program.ts';
import { assertNever, bad, good } from './result.ts';
import type { Problem, Result } from './result.ts';
import type { CompiledProgram } from './compiled-program.ts';
import { keyOf, makeSeed, parseSeed, seedNumber } from './seed.ts';
import type { Seed } from './seed.ts';
import { choicesFit, chosenAt } from './setup.ts';
import type { Choices } from './setup.ts';
import { checkOf } from './state.ts';
import type { State } from './state.ts';
import { start, step } from './turn.ts';

/** A game: everything else is computed from it. As JSON it is also the save file. */
export interface GameRecord {
  readonly format: 1;
  /** `Program.id`, for people. */
  readonly scenario: string;
  /** Rules hash, hex; or the first eight digits of it, all that a link carries. */
  readonly rules: string;
  readonly seed: Seed;
  readonly setup: Choices;
  /** Seats ordered for, ascending; every other seat follows its own policy. */
  readonly seats: readonly number[];
  /** By turn: an order for each of `seats`, undefined for the others. */
  readonly orders: readonly Orders[];
  /** `checkOf` the last state. */
  readonly check?: number;
  /** `checkOf` the state after each turn. */
  readonly checks?: readonly number[];
  /** Words of the player; they never touch the state. */
  readonly notes?: readonly { readonly turn: number; readonly text: string }[];
}

/** A link whose text is whole, not yet replayed: the rules it needs are not at hand before. */
export interface PackedRecord {
  /** First eight hex digits of the rules hash. */
  readonly rules: string;
  readonly seed: Seed;
  /** `checkOf` the last state. */
  readonly check: number;
  /** Seats, set-up and orders, in digits whose radices the rules tell. */
  readonly rest: bigint;
}

export type RecordProblem = Problem &
  (
    | { readonly code: 'foreign' | 'cut' | 'damaged' | 'illegal-setup' }
    | { readonly code: 'newer-format'; readonly format: number }
    /** `rules`: first eight hex digits of the hash of the rules the record was made with. */
    | { readonly code: 'other-rules'; readonly rules: string }
    /** `turn`: the first turn with an order that the menu does not allow. */
    | { readonly code: 'illegal-order'; readonly turn: number; readonly seat: number }
    /** `turn`: the turn after which the check differs. */
    | { readonly code: 'check-differs'; readonly turn: number; readonly told: number; readonly found: number }
  );

export interface Replay {
  /** The record in full: rules hash and checks as computed, answers in the order of the situations. */
  readonly record: GameRecord & { readonly check: number; readonly checks: readonly number[] };
  readonly state: State;
}

const SEED_RADIX = 1n << 50n;
const CHECK_RADIX = 1n << 32n;
const PREFIX = 8;

export const rulesPrefix = (hash: string): string => hash.slice(0, PREFIX).padEnd(PREFIX, '0');

/** The link of a record, after replaying it. */
export function encodeRecord(rules: CompiledProgram, record: GameRecord): Result<string, RecordProblem> {
  const digits: Digit[] = [];
  const replay = run(rules, record, (digit) => digits.push(digit));
  if (!replay.ok) return replay;
  const { check, seed } = replay.value.record;
  const head: Digit[] = [
    { value: seedNumber(seed), radix: SEED_RADIX },
    { value: BigInt(check), radix: CHECK_RADIX },
    { value: record.seats.reduce((mask, seat) => mask | (1n << BigInt(seat)), 0n), radix: 1n << BigInt(rules.seats.length) },
    ...rules.program.setup.map((setup, i) => choiceDigit(setup, record.setup[i])),
    { value: BigInt(record.orders.length), radix: BigInt(rules.turns + 1) },
  ];
  const number = [...head, ...digits].reduceRight((rest, { value, radix }) => value + radix * rest, 0n);
  const prefix = rulesPrefix(rules.hash);
  const hash = [0, 2, 4, 6].map((i) => Number.parseInt(prefix.slice(i, i + 2), 16));
  return good(makeLink([...hash, ...bytesOf(number)]));
}

/** Reads a link as far as its text goes. Problems `foreign`, `newer-format`, `cut`, `damaged`. */
export function decodeRecord(text: string): Result<PackedRecord, RecordProblem> {
  const link = readLink(text);
  if (!link.ok) {
    const { problem } = link;
    switch (problem.code) {
      case 'foreign':
        return bad({ code: 'foreign', message: 'This is not a link of the game.' });
      case 'newer-format':
        return bad({ ...problem, message: `The link has format ${problem.format}; this version reads up to ${LINK_FORMAT}.` });
      case 'cut':
        return bad({ code: 'cut', message: 'The link is cut short.' });
      case 'damaged':
        return bad(DAMAGED);
      default:
        return assertNever(problem);
    }
  }
  const bytes = link.value;
  const [number, canonical] = numberOf(bytes.slice(4));
  if (bytes.length < 4 || !canonical) return bad(DAMAGED);
  const [seed, more] = takeDigit(number, SEED_RADIX);
  const [check, rest] = takeDigit(more, CHECK_RADIX);
  const rules = bytes.slice(0, 4).map((byte) => byte.toString(16).padStart(2, '0'));
  return good({ rules: rules.join(''), seed: makeSeed(seed), check: Number(check), rest });
}

const DAMAGED: RecordProblem = { code: 'damaged', message: 'The link is damaged.' };

/** Plays a record again from its first turn and compares every check it carries. */
export function replayRecord(rules: CompiledProgram, record: GameRecord | PackedRecord): Result<Replay, RecordProblem> {
  return 'rest' in record ? unpack(rules, record) : run(rules, record);
}

const otherRules = (rules: string): RecordProblem => ({
  code: 'other-rules',
  rules,
  message: `The game was played on other rules (${rules}).`,
});

function run(rules: CompiledProgram, record: GameRecord, tell?: (digit: Digit) => void): Result<Replay, RecordProblem> {
  if (rulesPrefix(record.rules) !== rulesPrefix(rules.hash) || (record.rules.length > PREFIX && record.rules !== rules.hash))
    return bad(otherRules(rulesPrefix(record.rules)));
  const seed = parseSeed(record.seed);
  if (!seed.ok) return bad({ code: 'illegal-setup', message: seed.problem.message });
  const seatsFit = record.seats.every((seat, i) => rules.seats[seat] !== undefined && (i === 0 || seat > (record.seats[i - 1] ?? 0)));
  if (!seatsFit || !choicesFit(rules.program, record.setup))
    return bad({ code: 'illegal-setup', message: 'The set-up of the record is not one the scenario offers.' });

  const key = keyOf(seed.value);
  let state = start(rules, key, record.setup);
  const orders: Orders[] = [];
  const checks: number[] = [];
  for (const [turn, given] of record.orders.entries()) {
    const taken: (SeatOrder | undefined)[] = rules.seats.map(() => undefined);
    for (const [seat, { policy }] of rules.seats.entries()) {
      const order = given[seat] ?? (record.seats.includes(seat) && policy === undefined ? PASS : undefined);
      if ((order !== undefined) !== record.seats.includes(seat)) return bad(illegalOrder(turn, seat));
      if (order === undefined) continue;
      const now = menu(rules, state, seat);
      const digit = state[ENDING] === 0 ? orderDigit(now, order) : undefined;
      if (digit === undefined) return bad(illegalOrder(turn, seat));
      tell?.(digit);
      taken[seat] = orderOfDigit(now, digit.value);
    }
    if (state[ENDING] !== 0 || given.length > rules.seats.length) return bad(illegalOrder(turn, 0));
    state = step(rules, key, state, taken);
    orders.push(taken);
    checks.push(checkOf(state));
    const told = record.checks?.[turn];
    if (told !== undefined && told !== checks[turn]) return bad(checkDiffers(turn, told, checkOf(state)));
  }
  const check = checkOf(state);
  if (record.check !== undefined && record.check !== check) return bad(checkDiffers(record.orders.length - 1, record.check, check));
  const whole = { ...record, rules: rules.hash, seed: seed.value, orders, check, checks };
  return good({ record: whole, state });
}

const illegalOrder = (turn: number, seat: number): RecordProblem => ({
  code: 'illegal-order',
  turn,
  seat,
  message: `The order of turn ${turn} is not one that turn allows.`,
});

const checkDiffers = (turn: number, told: number, found: number): RecordProblem => ({
  code: 'check-differs',
  turn,
  told,
  found,
  message: `After turn ${turn} the game differs from the one recorded.`,
});

function unpack(rules: CompiledProgram, packed: PackedRecord): Result<Replay, RecordProblem> {
  if (packed.rules !== rulesPrefix(rules.hash)) return bad(otherRules(packed.rules));
  let rest = packed.rest;
  const take = (radix: bigint): bigint => {
    const [digit, more] = takeDigit(rest, radix);
    rest = more;
    return digit;
  };
  const mask = take(1n << BigInt(rules.seats.length));
  const seats = rules.seats.map(({ seat }) => seat).filter((seat) => ((mask >> BigInt(seat)) & 1n) === 1n);
  const setup = rules.program.setup.map((spec) => choiceOfDigit(spec, take(choiceRadix(spec))));
  const turns = Number(take(BigInt(rules.turns + 1)));

  const key = keyOf(packed.seed);
  let state = start(rules, key, setup);
  const orders: Orders[] = [];
  const checks: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    if (state[ENDING] !== 0 || state[TURN] !== turn) return bad(DAMAGED);
    const given = rules.seats.map(({ seat }): SeatOrder | undefined => {
      if (!seats.includes(seat)) return undefined;
      const now = menu(rules, state, seat);
      return orderOfDigit(now, take(orderRadix(now)));
    });
    state = step(rules, key, state, given);
    orders.push(given);
    checks.push(checkOf(state));
  }
  if (rest !== 0n) return bad(DAMAGED);
  const check = checkOf(state);
  if (check !== packed.check) return bad(checkDiffers(turns - 1, packed.check, check));
  const { id } = rules.program;
  return good({
    record: { format: 1, scenario: id, rules: rules.hash, seed: packed.seed, setup, seats, orders, check, checks },
    state,
  });
}

function choiceRadix({ kind, options, count }: SetupSpec): bigint {
  return kind === 'one' ? BigInt(options.length) : combinations(options.length, count);
}

/** Ways to take `count` of `n` things. */
function combinations(n: number, count: number): bigint {
  let ways = 1n;
  for (let i = 0; i < count; i++) ways = takeDigit(ways * BigInt(n - i), BigInt(i + 1))[1];
  return count > n ? 0n : ways;
}

/** `some`: the rank of the ascending set in the combinatorial number system. */
function choiceDigit(setup: SetupSpec, choice: readonly number[] | undefined): Digit {
  const chosen = [...chosenAt(setup, choice)].sort((a, b) => a - b);
  const radix = choiceRadix(setup);
  if (setup.kind === 'one') return { value: BigInt(chosen[0] ?? 0), radix };
  return { value: chosen.reduce((rank, at, i) => rank + combinations(at, i + 1), 0n), radix };
}

function choiceOfDigit(setup: SetupSpec, digit: bigint): number[] {
  if (setup.kind === 'one') return [Number(digit)];
  const chosen: number[] = [];
  let rest = digit;
  let at = setup.options.length - 1;
  for (let place = setup.count; place > 0; place--, at--) {
    while (combinations(at, place) > rest) at--;
    chosen.unshift(at);
    rest -= combinations(at, place);
  }
  return chosen;
}

/** Bytes of a number, lowest first, without zeros at the end. */
function bytesOf(number: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = number; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 255n));
  return bytes;
}

function numberOf(bytes: readonly number[]): readonly [number: bigint, canonical: boolean] {
  return [bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n), bytes.at(-1) !== 0];
}
