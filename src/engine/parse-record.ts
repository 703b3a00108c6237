import type { Orders, SeatOrder } from './order.ts';
import { PERSON } from './record.ts';
import type { GameRecord, Held, Line, RecordNote } from './record.ts';
import { bad, good } from './result.ts';
import type { Problem, Result } from './result.ts';
import { fields, isFields, list, text, whole, wrong } from './schema.ts';
import type { Check } from './schema.ts';
import type { Choices } from './setup.ts';

/** Bounds of what is read: far beyond any game, far below what could choke a page. */
const MOST_TURNS = 10_000;
const MOST_LINES = 1_000;
const MOST_NOTES = 10_000;
const MOST_EYES = 100;
/** Letters of a note, as JSON. */
const LONGEST_NOTE = 10_000;
const WORD = /^[a-z0-9_-]{1,32}$/;
const SHA256 = /^[0-9a-f]{64}$/;

const like =
  (pattern: RegExp, what: string): Check =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? undefined : wrong('bad-text', `must be ${what}`, path);
const perhaps =
  (check: Check): Check =>
  (value, path) =>
    value === null || value === undefined ? undefined : check(value, path);
const count = whole(0, Number.MAX_SAFE_INTEGER);
const small = whole(0, MOST_TURNS);

const answer = fields({ situation: count, option: count });
/** JSON has null where an order is undefined; a browser's store keeps it undefined. */
const order = perhaps(fields({ answers: list(answer, 0, MOST_TURNS), acts: list(count, 0, MOST_TURNS) }));
const orders = list(list(order, 0, MOST_TURNS), 0, MOST_TURNS);
const setup = list(perhaps(list(count, 0, MOST_TURNS)), 0, MOST_TURNS);
const checks = list(perhaps(whole(0, 0xffff_ffff)), 0, MOST_TURNS);
const note: Check = (value, path) => {
  const shape = fields(
    { line: small, turn: small, eye: text, kind: like(WORD, 'a short word'), data: () => undefined },
    { sees: list(text, 0, MOST_EYES) },
  )(value, path);
  if (shape !== undefined) return shape;
  return JSON.stringify(value).length <= LONGEST_NOTE
    ? undefined
    : wrong('bad-length', `must be shorter than ${LONGEST_NOTE} letters`, path);
};

const FIRST: Readonly<Record<string, Check>> = {
  scenario: text,
  rules: text,
  seed: text,
  setup,
  seats: list(small, 0, MOST_TURNS),
  orders,
};
const FIRST_OPTIONAL: Readonly<Record<string, Check>> = {
  check: whole(0, 0xffff_ffff),
  checks,
  notes: list(fields({ turn: small, text }), 0, MOST_NOTES),
};

const line = fields({ orders }, { from: fields({ line: small, turn: small }), checks });
const held = fields({ line: small, turn: small, seat: small, by: like(WORD, 'who holds the seat') });
const luck: Check = (value, path) =>
  isFields(value) && 'sealed' in value
    ? fields({ sealed: like(SHA256, 'a SHA-256 in hex') })(value, path)
    : fields({ seed: text })(value, path);
const SECOND: Readonly<Record<string, Check>> = {
  scenario: text,
  rules: text,
  setup,
  luck,
  held: list(held, 0, MOST_TURNS),
  lines: list(line, 1, MOST_LINES),
  notes: list(note, 0, MOST_NOTES),
};

const SECOND_OPTIONAL: Readonly<Record<string, Check>> = { start: whole(0, 0xffff_ffff) };

/** A record of format 1: one seat's or some seats' orders in one line. */
interface FirstRecord {
  readonly scenario: string;
  readonly rules: string;
  readonly seed: string;
  readonly setup: readonly (readonly number[] | null | undefined)[];
  readonly seats: readonly number[];
  readonly orders: readonly (readonly (SeatOrder | null | undefined)[])[];
  readonly check?: number;
  readonly checks?: readonly (number | null)[];
  readonly notes?: readonly { readonly turn: number; readonly text: string }[];
}

/**
 * Reads a saved game of any format. Only its shape is checked here: whether rules allow it, `replayLine` tells. What stands beside the
 * record (a transcript) is passed over. Problems `not-a-record`, `newer-format`, `damaged` (checks of turns that are not there).
 */
export function parseRecord(json: unknown): Result<GameRecord> {
  if (!isFields(json)) return bad(notOne(''));
  const { format } = json;
  if (typeof format === 'number' && format > 2)
    return bad({ code: 'newer-format', message: `The game has format ${format}; this version reads formats 1 and 2.` });
  if (format === 1) {
    const picked = pick(json, [...Object.keys(FIRST), ...Object.keys(FIRST_OPTIONAL)]);
    const problem = fields(FIRST, FIRST_OPTIONAL)(picked, undefined);
    if (problem !== undefined) return bad(notOne(problem.path ?? ''));
    const first = picked as unknown as FirstRecord;
    return tooManyChecks(first.checks, first.orders) ?? good(upgraded(first));
  }
  if (format !== 2) return bad(notOne('format'));
  const picked = pick(json, [...Object.keys(SECOND), ...Object.keys(SECOND_OPTIONAL)]);
  const problem = fields(SECOND, SECOND_OPTIONAL)(picked, undefined);
  if (problem !== undefined) return bad(notOne(problem.path ?? ''));
  const read = picked as unknown as Omit<GameRecord, 'format'>;
  const record: GameRecord = { ...read, format: 2, setup: choices(read.setup), lines: read.lines.map(lineOf) };
  for (const one of record.lines) {
    const fault = tooManyChecks(one.checks, one.orders);
    if (fault !== undefined) return fault;
  }
  const fault = treeFault(record);
  return fault === undefined ? good(record) : bad(notOne(fault));
}

const notOne = (path: string): Problem => ({ code: 'not-a-record', message: 'This is not a saved game.', path });

const tooManyChecks = (told: readonly unknown[] | undefined, given: readonly unknown[]): Result<GameRecord> | undefined =>
  (told?.length ?? 0) <= given.length
    ? undefined
    : bad({ code: 'damaged', message: `The game has checks for ${told?.length ?? 0} turns and orders for ${given.length}.` });

/** The keys that are there, and not undefined. */
const pick = (from: Readonly<Record<string, unknown>>, keys: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(from, key) && from[key] !== undefined ? [[key, from[key]]] : [])));

const choices = (given: readonly unknown[]): Choices => given.map((choice) => (choice ?? undefined) as Choices[number]);
const ordersOf = (given: readonly (readonly unknown[])[]): readonly Orders[] =>
  given.map((turn) => turn.map((each) => (each ?? undefined) as SeatOrder | undefined));

const lineOf = ({ from, orders: given, checks: told }: Line): Line => ({
  ...(from === undefined ? {} : { from }),
  orders: ordersOf(given),
  ...(told === undefined ? {} : { checks: told }),
});

/** A game of one line. Nobody told who held the seats that were ordered for: a person. */
function upgraded(first: FirstRecord): GameRecord {
  const { scenario, rules, seed, seats, orders: given, check, notes = [] } = first;
  // The check of the last state stands for that of the last turn.
  const told = given.map((_, turn) => first.checks?.[turn] ?? (turn === given.length - 1 ? check : undefined) ?? null);
  return {
    format: 2,
    scenario,
    rules,
    setup: choices(first.setup),
    luck: { seed },
    held: [...new Set(seats)].sort((a, b) => a - b).map((seat): Held => ({ line: 0, turn: 0, seat, by: PERSON })),
    lines: [{ orders: ordersOf(given), ...(told.some((each) => each !== null) ? { checks: told } : {}) }],
    ...(given.length === 0 && check !== undefined ? { start: check } : {}),
    notes: notes.map((each): RecordNote => ({ line: 0, turn: each.turn, eye: '', kind: 'note', data: each.text })),
  };
}

/** Where the lines are no tree with one first line, or something names a line or a turn that is not there. */
function treeFault({ lines, held: holders, notes, luck: own, start }: GameRecord): string | undefined {
  const sealed = 'sealed' in own;
  if (sealed && start !== undefined) return 'start';
  const lengths: number[] = [];
  for (const [i, { from, orders: given, checks: told }] of lines.entries()) {
    if ((from === undefined) !== (i === 0)) return `lines.${i}.from`;
    const before = from === undefined ? 0 : lengths[from.line];
    if (from !== undefined && (from.line >= i || before === undefined || from.turn > before)) return `lines.${i}.from`;
    if (sealed && told !== undefined) return `lines.${i}.checks`;
    lengths.push((from?.turn ?? 0) + given.length);
  }
  const astray = (entries: readonly { readonly line: number; readonly turn: number }[]) =>
    entries.findIndex((entry) => entry.turn > (lengths[entry.line] ?? -1));
  const [seat, word] = [astray(holders), astray(notes)];
  return seat >= 0 ? `held.${seat}` : word >= 0 ? `notes.${word}` : undefined;
}
