import { clamp } from './arith.ts';
import type { SourceRef, Slot } from './program.ts';

/**
 * What a row tells of. `answer`, `act`: an order that was applied; `void`: one that was overtaken; `cost`: its price.
 * `during`, `due`: a timer's turn and its end; `belief`: odds that moved; the rest are the ops and the set-up.
 */
export const ROW_KINDS = [
  'set',
  'add',
  'toward',
  'chance',
  'choose',
  'signal',
  'belief',
  'timer',
  'cancel',
  'situation',
  'end',
  'answer',
  'act',
  'cost',
  'void',
  'policy',
  'during',
  'due',
  'hidden',
  'setup',
  'turn',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The number of a kind, as a row stores it. */
export const KIND: Readonly<Record<RowKind, number>> = {
  set: 0,
  add: 1,
  toward: 2,
  chance: 3,
  choose: 4,
  signal: 5,
  belief: 6,
  timer: 7,
  cancel: 8,
  situation: 9,
  end: 10,
  answer: 11,
  act: 12,
  cost: 13,
  void: 14,
  policy: 15,
  during: 16,
  due: 17,
  hidden: 18,
  setup: 19,
  turn: 20,
};

/** No slot, no parent, no probability, no draw. */
export const NONE = -1;

/** One thing that happened. before + (after - before) = after; wanted - after is what the bounds cut off. */
export interface Row {
  /** Its index in the ledger. */
  readonly row: number;
  readonly kind: RowKind;
  /** Which line of the source it came from; -1 for the engine's own. */
  readonly place: SourceRef;
  /** -1: the row is about no slot (`chance`, `choose`, `policy`), and `after` is the outcome: 0 or 1, branch, act + 1. */
  readonly slot: Slot;
  readonly before: number;
  readonly wanted: number;
  readonly after: number;
  /** True probability in ppm: of `then` for a `chance`, of what was taken or drawn for the others; -1: no chance in it. */
  readonly p: number;
  /** The same as the viewer's odds had it: what live eyes may be shown. */
  readonly seen: number;
  /** The number drawn; for `add` the offset within the spread; -1: none (0 for `add` without spread). */
  readonly drawn: number;
  /** Row of the order, timer or chance this came from; -1: a rule, told by `place`. */
  readonly parent: number;
  /** Turn on which the order or timer behind it began. */
  readonly origin: number;
}

const WIDTH = 11;

/** Rows as they happen. The caller decides whether one ledger holds a turn or a game. */
export interface Ledger {
  words: Int32Array;
  /** Rows written. */
  count: number;
  /** By row, where not all eyes see alike: its probability as each looker had it (`seen` is that of a stranger). */
  sights?: Map<number, readonly number[]>;
}

export const newLedger = (): Ledger => ({ words: new Int32Array(WIDTH * 64), count: 0 });

/** Appends a row; returns its index. Numbers beyond 32 bits are stored as the nearest that fits. */
export function addRow(
  ledger: Ledger,
  kind: number,
  place: SourceRef,
  slot: Slot,
  before: number,
  wanted: number,
  after: number,
  p: number,
  seen: number,
  drawn: number,
  parent: number,
  origin: number,
): number {
  const row = ledger.count++;
  let at = row * WIDTH;
  if (at + WIDTH > ledger.words.length) {
    const longer = new Int32Array(ledger.words.length * 2);
    longer.set(ledger.words);
    ledger.words = longer;
  }
  const words = ledger.words;
  words[at++] = kind;
  words[at++] = place;
  words[at++] = slot;
  words[at++] = before;
  words[at++] = clamp(wanted, -2_147_483_648, 2_147_483_647);
  words[at++] = after;
  words[at++] = p;
  words[at++] = seen;
  words[at++] = drawn;
  words[at++] = parent;
  words[at] = origin;
  return row;
}

/** Keeps what each looker had for the odds of a row. */
export function behold(ledger: Ledger, row: number, sights: readonly number[]): void {
  (ledger.sights ??= new Map()).set(row, sights);
}

/** One row as an object. Throws RangeError when there is none of that index. */
export function rowAt(ledger: Ledger, row: number): Row {
  if (!(row >= 0 && row < ledger.count)) throw new RangeError(`no row ${row} in a ledger of ${ledger.count}`);
  const at = row * WIDTH;
  const word = (i: number): number => ledger.words[at + i]!;
  return {
    row,
    kind: ROW_KINDS[word(0)]!,
    place: word(1),
    slot: word(2),
    before: word(3),
    wanted: word(4),
    after: word(5),
    p: word(6),
    seen: word(7),
    drawn: word(8),
    parent: word(9),
    origin: word(10),
  };
}

/** The row and what it came from, up to the order, rule or timer: nearest first. */
export function whyOf(ledger: Ledger, row: number): Row[] {
  const chain: Row[] = [];
  for (let at = row; at !== NONE;) {
    const found = rowAt(ledger, at);
    chain.push(found);
    at = found.parent;
  }
  return chain;
}
