import type { Orders } from './order.ts';
import type { Seed } from './seed.ts';
import type { Choices } from './setup.ts';

/**
 * A game: everything else is computed from it. As JSON it is also the save file. Its lines form a tree: line 0 is the first line, every
 * other one left a line before it at the start of a turn, and is an exploration.
 */
export interface GameRecord {
  readonly format: 2;
  /** `Program.id`, for people. */
  readonly scenario: string;
  /** Rules hash, hex; or the first eight digits of it, all that a link carries. */
  readonly rules: string;
  readonly setup: Choices;
  readonly luck: Luck;
  /** Who holds a seat from a turn on; a seat that nobody holds follows its data policy. By line, turn and seat, ascending. */
  readonly held: readonly Held[];
  readonly lines: readonly Line[];
  /** Words and figures beside a turn; they never touch the state. */
  readonly notes: readonly RecordNote[];
  /** `checkOf` the state before the first order; absent where it is not told, and in a sealed record. */
  readonly start?: number;
}

/** `sealed`: SHA-256, hex, of rules, set-up, seed and a nonce: the seed is held by the host of a room and opened at the debrief. */
export type Luck = { readonly seed: Seed } | { readonly sealed: string };

export interface Held {
  readonly line: number;
  /** The first turn of `line` on which the seat is held so. */
  readonly turn: number;
  readonly seat: number;
  /** `person`, `data` (handed back to the seat's own policy), or the name of a policy whose orders are recorded. */
  readonly by: string;
}

export const PERSON = 'person';
export const DATA = 'data';

export interface Line {
  /** The line and the turn (0 .. its turns) at whose start this one left it. Absent for line 0 alone; `line` is always an earlier one. */
  readonly from?: { readonly line: number; readonly turn: number };
  /** From `from.turn` on, by turn, by seat: undefined is the seat's own policy, or nothing where it has none. */
  readonly orders: readonly Orders[];
  /** `checkOf` the state after each of these orders, null where none is told; a sealed record has none, as they would betray what is hidden. */
  readonly checks?: readonly (number | null)[];
}

export interface RecordNote {
  readonly line: number;
  readonly turn: number;
  /** Whose note it is: the eye's id; '' when nobody said. */
  readonly eye: string;
  /** Ids of the eyes that may read it; a seat's id speaks of its chairs too. Absent: all. */
  readonly sees?: readonly string[];
  readonly kind: string;
  readonly data: unknown;
}

/** Whether an eye may read a note: one for all, or one that names it, its seat, or a chair of the whole seat it holds. */
export const maySee = ({ sees }: Pick<RecordNote, 'sees'>, eye: string): boolean =>
  sees === undefined || eye === 'open' || sees.some((id) => id === eye || eye.startsWith(`${id}/`) || id.startsWith(`${eye}/`));

/** The orders of a whole line: its ancestors' up to where it left them, then its own. Throws RangeError for a line the record does not have. */
export function ordersOf(record: Pick<GameRecord, 'lines'>, line: number): readonly Orders[] {
  const { from, orders } = lineAt(record, line);
  return from === undefined ? orders : [...ordersOf(record, from.line).slice(0, from.turn), ...orders];
}

/** The turn at whose start a line left the first one; undefined for the first line. */
export function leftFirstAt(record: Pick<GameRecord, 'lines'>, line: number): number | undefined {
  const { from } = lineAt(record, line);
  if (from === undefined) return undefined;
  const before = leftFirstAt(record, from.line);
  return before === undefined || before > from.turn ? from.turn : before;
}

/** What belongs to a line: its own entries, and those of its ancestors from before it left them. */
export function alongLine<T extends { readonly line: number; readonly turn: number }>(
  record: Pick<GameRecord, 'lines'>,
  line: number,
  entries: readonly T[],
): readonly T[] {
  const { from } = lineAt(record, line);
  const own = entries.filter((entry) => entry.line === line);
  if (from === undefined) return own;
  return [...alongLine(record, from.line, entries).filter(({ turn }) => turn < from.turn), ...own];
}

function lineAt({ lines }: Pick<GameRecord, 'lines'>, line: number): Line {
  const found = lines[line];
  if (found === undefined) throw new RangeError(`there is no line ${line}`);
  return found;
}

/** Who holds each seat at the start of a turn of a line; undefined for a seat that follows its own policy. */
export function holdersAt(
  record: Pick<GameRecord, 'lines' | 'held'>,
  line: number,
  turn: number,
  seats: number,
): readonly (string | undefined)[] {
  const holders: (string | undefined)[] = Array.from({ length: seats }, () => undefined);
  const { from } = lineAt(record, line);
  const before = from === undefined ? holders : holdersAt(record, from.line, from.turn, seats);
  for (const [seat, by] of before.entries()) holders[seat] = by;
  for (const held of record.held) {
    if (held.line === line && held.turn <= turn && held.seat < seats) holders[held.seat] = held.by === DATA ? undefined : held.by;
  }
  return holders;
}

/**
 * The holders of a record put right by its orders: a seat that is ordered for is held by somebody, and one that is not ordered for by
 * nobody. Who holds it is left as it is told; where nothing is told it is a person. Ascending, each entry a change.
 */
export function heldBy(record: Pick<GameRecord, 'lines' | 'held'>, seats: number): readonly Held[] {
  const held: Held[] = [];
  // Looked up for every turn of every line: a hostile record may name thousands.
  const named = new Map(record.held.map(({ line, turn, seat, by }) => [`${line}/${turn}/${seat}`, by]));
  for (const [line, { from, orders }] of record.lines.entries()) {
    const start = from?.turn ?? 0;
    const known = { lines: record.lines, held };
    const holders = from === undefined ? undefined : holdersAt(known, from.line, start, seats);
    for (let seat = 0; seat < seats; seat++) {
      let now = holders?.[seat];
      // One more turn than there are orders: who is to order next.
      for (let turn = start; turn <= start + orders.length; turn++) {
        const told = named.get(`${line}/${turn}/${seat}`);
        const said = told === undefined ? now : told === DATA ? undefined : told;
        const given = orders[turn - start];
        const by = given === undefined ? said : given[seat] === undefined ? undefined : (said ?? PERSON);
        if (by !== now) held.push({ line, turn, seat, by: by ?? DATA });
        now = by;
      }
    }
  }
  return held.sort((a, b) => a.line - b.line || a.turn - b.turn || a.seat - b.seat);
}

/**
 * The record without what comes after `turns` turns of a line, and without the lines that left it later. `numbers`: what each line that is left is now.
 */
export function cutAfter(
  record: GameRecord,
  line: number,
  turns: number,
): { readonly record: GameRecord; readonly numbers: ReadonlyMap<number, number> } {
  const numbers = new Map<number, number>();
  const lines: Line[] = [];
  const ends = new Map<number, number>();
  for (const [i, { from, orders, checks }] of record.lines.entries()) {
    const parent = from === undefined ? undefined : numbers.get(from.line);
    if (from !== undefined && (parent === undefined || from.turn > (ends.get(from.line) ?? 0))) continue;
    const start = from?.turn ?? 0;
    const kept = i === line ? orders.slice(0, turns - start) : orders;
    numbers.set(i, lines.length);
    ends.set(i, start + kept.length);
    lines.push({
      ...(from === undefined || parent === undefined ? {} : { from: { line: parent, turn: from.turn } }),
      orders: kept,
      ...(checks === undefined ? {} : { checks: checks.slice(0, kept.length) }),
    });
  }
  const within = <T extends { readonly line: number; readonly turn: number }>(entries: readonly T[], last: number): readonly T[] =>
    entries.flatMap((entry) => {
      const to = numbers.get(entry.line);
      return to === undefined || entry.turn > (ends.get(entry.line) ?? 0) - last ? [] : [{ ...entry, line: to }];
    });
  return {
    record: { ...record, lines, held: within(record.held, 0), notes: within(record.notes, 1) },
    numbers,
  };
}

/** A record of one line alone: its orders from the first turn on, and its holders, as if it were the first. */
export function flatLine(record: Pick<GameRecord, 'lines' | 'held'>, line: number): Pick<GameRecord, 'lines' | 'held'> {
  const heldAlong = (of: number, before: number): readonly Held[] => {
    const { from } = lineAt(record, of);
    const own = record.held.filter((held) => held.line === of && held.turn <= before).map((held) => ({ ...held, line: 0 }));
    // Whoever holds a seat as the turn opens on which the line is left holds it there as well.
    return from === undefined ? own : [...heldAlong(from.line, from.turn), ...own];
  };
  return { lines: [{ orders: ordersOf(record, line) }], held: heldAlong(line, Number.MAX_SAFE_INTEGER) };
}
