import { takeDigit } from './arith.ts';
import { LINK_FORMAT, makeLink, readLink } from './link.ts';
import type { LinkFormat } from './link.ts';
import { menu } from './menu.ts';
import { orderOfDigit, orderRadix } from './order-code.ts';
import type { Digit } from './order-code.ts';
import type { Orders, SeatOrder } from './order.ts';
import { ENDING, TURN } from './program.ts';
import type { SetupSpec } from './program.ts';
import type { CompiledProgram } from './compiled-program.ts';
import { DATA, flatLine, heldBy, leftFirstAt, PERSON } from './record.ts';
import type { GameRecord, Held } from './record.ts';
import { checkDiffers, otherRules, replayLine, rulesPrefix } from './replay.ts';
import type { RecordProblem } from './replay.ts';
import { assertNever, bad, good } from './result.ts';
import type { Result } from './result.ts';
import { keyOf, makeSeed, seedNumber } from './seed.ts';
import type { Seed } from './seed.ts';
import { chosenAt } from './setup.ts';
import type { Choices } from './setup.ts';
import { checkOf } from './state.ts';
import { start, step } from './turn.ts';

/** A link whose text is whole, not yet replayed: the rules it needs are not at hand before. */
export interface PackedRecord {
  readonly format: LinkFormat;
  /** First eight hex digits of the rules hash. */
  readonly rules: string;
  readonly seed: Seed;
  /** `checkOf` the last state. */
  readonly check: number;
  /** Set-up, holders and orders, in digits whose radices the rules tell. */
  readonly rest: bigint;
}

export const SEED_RADIX = 1n << 50n;
export const CHECK_RADIX = 1n << 32n;
/** More changes of hands than this do not fit a link. */
const HELD_RADIX = 256n;
/** Letters of a policy's name, and one more that ends it. */
const NAME_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-_';
const NAME_RADIX = BigInt(NAME_LETTERS.length + 1);
const LONGEST_NAME = 32;
const [BY_PERSON, BY_DATA, BY_POLICY] = [0n, 1n, 2n];
const BY_RADIX = 3n;

/**
 * The link of one line of a record, after replaying it: its orders, its holders, and the turn from which it is an exploration. Problems
 * as of `replayLine`; what is wrong with a tail is a problem here.
 */
export function encodeLine(rules: CompiledProgram, record: GameRecord, line: number): Result<string, RecordProblem> {
  const digits: Digit[] = [];
  const replay = replayLine(rules, record, line, (digit) => digits.push(digit));
  if (!replay.ok) return replay;
  const { seed, orders, state, tail } = replay.value;
  if (tail !== undefined) return bad(tail);
  const held = heldBy(flatLine(record, line), rules.seats.length);
  const left = leftFirstAt(record, line);
  const head: Digit[] = [
    { value: seedNumber(seed), radix: SEED_RADIX },
    { value: BigInt(checkOf(state)), radix: CHECK_RADIX },
    ...rules.program.setup.map((setup, i) => choiceDigit(setup, record.setup[i])),
    { value: BigInt(orders.length), radix: BigInt(rules.turns + 1) },
    { value: left === undefined ? 0n : BigInt(left + 1), radix: BigInt(rules.turns + 2) },
    ...heldDigits(rules, held),
  ];
  const number = [...head, ...digits].reduceRight((rest, { value, radix }) => value + radix * rest, 0n);
  const prefix = rulesPrefix(rules.hash);
  const hash = [0, 2, 4, 6].map((i) => Number.parseInt(prefix.slice(i, i + 2), 16));
  return good(makeLink([...hash, ...bytesOf(number)]));
}

/** Reads a link as far as its text goes. Problems `foreign`, `newer-format`, `cut`, `damaged`. */
export function decodeLink(text: string): Result<PackedRecord, RecordProblem> {
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
  const { format, bytes } = link.value;
  const [number, canonical] = numberOf(bytes.slice(4));
  if (bytes.length < 4 || !canonical) return bad(DAMAGED);
  const [seed, more] = takeDigit(number, SEED_RADIX);
  const [check, rest] = takeDigit(more, CHECK_RADIX);
  const rules = bytes.slice(0, 4).map((byte) => byte.toString(16).padStart(2, '0'));
  return good({ format, rules: rules.join(''), seed: makeSeed(seed), check: Number(check), rest });
}

const DAMAGED: RecordProblem = { code: 'damaged', message: 'The link is damaged.' };

/** The record of a link, after replaying it: one line, or two where a part of it is an exploration; its last line is the one meant. */
export function unpackLink(rules: CompiledProgram, packed: PackedRecord): Result<GameRecord, RecordProblem> {
  if (packed.rules !== rulesPrefix(rules.hash)) return bad(otherRules(packed.rules));
  const { number, rest } = digitsFrom(packed.rest);
  const seats = BigInt(rules.seats.length);
  const mask = packed.format === 1 ? number(1n << seats) : 0n;
  const setup = rules.program.setup.map((spec) => choiceOfDigit(spec, number(choiceRadix(spec))));
  const turns = Number(number(BigInt(rules.turns + 1)));
  const left = packed.format === 1 ? 0 : Number(number(BigInt(rules.turns + 2)));
  const held = packed.format === 1 ? heldOfMask(mask, rules.seats.length) : heldOfDigits(rules, number);
  if (held === undefined || left > turns + 1) return bad(DAMAGED);

  const key = keyOf(packed.seed);
  let state = start(rules, key, setup);
  const orders: Orders[] = [];
  const holds: boolean[] = rules.seats.map(() => false);
  for (let turn = 0; turn < turns; turn++) {
    if (state[ENDING] !== 0 || state[TURN] !== turn) return bad(DAMAGED);
    for (const one of held) if (one.turn === turn) holds[one.seat] = one.by !== DATA;
    const given = holds.map((holding, seat): SeatOrder | undefined => {
      if (!holding) return undefined;
      const now = menu(rules, state, seat);
      return orderOfDigit(now, number(orderRadix(now)));
    });
    state = step(rules, key, state, given);
    orders.push(given);
  }
  if (rest() !== 0n) return bad(DAMAGED);
  const check = checkOf(state);
  if (check !== packed.check) return bad(checkDiffers(turns - 1, packed.check, check));
  const record = recordOf(rules, { seed: packed.seed, setup, orders, held, left });
  // There is one text for a game: holders told otherwise than they are written are no link of ours.
  if (packed.format > 1 && JSON.stringify(heldBy(record, rules.seats.length)) !== JSON.stringify(record.held)) return bad(DAMAGED);
  return good(record);
}

interface Line {
  readonly seed: Seed;
  readonly setup: Choices;
  readonly orders: readonly Orders[];
  readonly held: readonly Held[];
  /** 0, or the turn at which the exploration begins and one more. */
  readonly left: number;
}

function recordOf(rules: CompiledProgram, { seed, setup, orders, held, left }: Line): GameRecord {
  const common = { format: 2, scenario: rules.program.id, rules: rules.hash, setup, luck: { seed }, notes: [] } as const;
  if (left === 0) return { ...common, held, lines: [{ orders }] };
  const from = left - 1;
  return {
    ...common,
    held: held.map((one) => (one.turn < from ? one : { ...one, line: 1 })),
    lines: [{ orders: orders.slice(0, from) }, { from: { line: 0, turn: from }, orders: orders.slice(from) }],
  };
}

const heldOfMask = (mask: bigint, seats: number): readonly Held[] =>
  Array.from({ length: seats }, (_, seat) => seat)
    .filter((seat) => ((mask >> BigInt(seat)) & 1n) === 1n)
    .map((seat) => ({ line: 0, turn: 0, seat, by: PERSON }));

/** One digit of 0 where a person holds the first seat from the start and nothing changes, as in nearly every game. */
function heldDigits(rules: CompiledProgram, held: readonly Held[]): readonly Digit[] {
  const [first] = held;
  const usual = held.length === 1 && first !== undefined && first.turn === 0 && first.seat === 0 && first.by === PERSON;
  if (usual) return [{ value: 0n, radix: 2n }];
  const entries = held.flatMap(({ turn, seat, by }): readonly Digit[] => [
    { value: BigInt(turn), radix: BigInt(rules.turns + 1) },
    { value: BigInt(seat), radix: BigInt(rules.seats.length) },
    { value: by === PERSON ? BY_PERSON : by === DATA ? BY_DATA : BY_POLICY, radix: BY_RADIX },
    ...(by === PERSON || by === DATA ? [] : nameDigits(by)),
  ]);
  return [{ value: 1n, radix: 2n }, { value: BigInt(held.length), radix: HELD_RADIX }, ...entries];
}

const nameDigits = (name: string): readonly Digit[] =>
  [...Array.from(name.slice(0, LONGEST_NAME), (letter) => NAME_LETTERS.indexOf(letter) + 1).filter((at) => at > 0), 0].map((at) => ({
    value: BigInt(at),
    radix: NAME_RADIX,
  }));

function heldOfDigits(rules: CompiledProgram, number: (radix: bigint) => bigint): readonly Held[] | undefined {
  if (number(2n) === 0n) return [{ line: 0, turn: 0, seat: 0, by: PERSON }];
  const count = Number(number(HELD_RADIX));
  const held: Held[] = [];
  for (let i = 0; i < count; i++) {
    const turn = Number(number(BigInt(rules.turns + 1)));
    const seat = Number(number(BigInt(rules.seats.length)));
    const by = number(BY_RADIX);
    const name = by === BY_PERSON ? PERSON : by === BY_DATA ? DATA : nameOf(number);
    if (name === undefined) return undefined;
    held.push({ line: 0, turn, seat, by: name });
  }
  return held;
}

function nameOf(number: (radix: bigint) => bigint): string | undefined {
  let name = '';
  for (let at = Number(number(NAME_RADIX)); at > 0; at = Number(number(NAME_RADIX))) {
    name += NAME_LETTERS.charAt(at - 1);
    if (name.length > LONGEST_NAME) return undefined;
  }
  return name === '' || name === PERSON || name === DATA ? undefined : name;
}

/** Digits taken from a mixed-radix number, the lowest first, and what is left of it. */
function digitsFrom(whole: bigint): { readonly number: (radix: bigint) => bigint; readonly rest: () => bigint } {
  let left = whole;
  return {
    number: (radix) => {
      const [digit, more] = takeDigit(left, radix);
      left = more;
      return digit;
    },
    rest: () => left,
  };
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
export function bytesOf(number: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = number; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 255n));
  return bytes;
}

function numberOf(bytes: readonly number[]): readonly [number: bigint, canonical: boolean] {
  return [bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n), bytes.at(-1) !== 0];
}
