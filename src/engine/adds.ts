import { abs, bounded, clamp } from './arith.ts';
import { word } from './chance.ts';
import { constantOf } from './expression.ts';
import type { Play, Run } from './play.ts';
import type { Luck, Op, Program, Slot } from './program.ts';
import { readSum, sumOf } from './sum.ts';
import type { Sum } from './sum.ts';

/**
 * An `add` whose amount is a sum table and whose spread, if any, is a constant. Runs of them are the bulk of every turn,
 * so they become one loop over one table that writes slots itself whenever nobody keeps a ledger.
 */
export interface PlainAdd {
  readonly slot: Slot;
  readonly sum: Sum;
  readonly luck: Luck | undefined;
  /** Largest offset drawn. */
  readonly spread: number;
}

/** Largest spread an `add` may draw over. */
export const MOST_SPREAD = 1_000_000_000;

/** The plain form of an op, or undefined if it has none. */
export function plainAdd(program: Program, op: Op): PlainAdd | undefined {
  if (op.op !== 'add' || op.rate !== undefined) return undefined;
  const spread = constantOf(program, op.spread ?? 0);
  const sum = sumOf(program, op.by);
  if (sum === undefined || spread === undefined || abs(sum[0] ?? 0) > 1_000_000_000) return undefined;
  return { slot: op.slot, sum, luck: op.luck, spread: op.luck === undefined ? 0 : clamp(spread, 0, MOST_SPREAD) };
}

/**
 * Table: for each add its slot, bounds, width of the draw (0: none), site, subject, where the next one starts; then its sum,
 * lowered by the spread. A sum that is a bare number takes the short way.
 */
const HEAD = 7;

/** One loop for many adds; `logged` runs the same ops one by one with their rows. */
export function compileAdds(program: Program, adds: readonly PlainAdd[], logged: Run): Run {
  const words: number[] = [];
  for (const { slot, sum, luck, spread } of adds) {
    const { min, max } = program.slots[slot]!;
    const [constant = 0, ...parts] = sum;
    const next = words.length + HEAD + sum.length;
    words.push(slot, min, max, spread === 0 ? 0 : 2 * spread + 1, luck?.site ?? 0, luck?.subject ?? 0, next, constant - spread, ...parts);
  }
  const table = Int32Array.from(words);
  return (x) => {
    if (x.ledger === undefined) runAdds(x, table);
    else logged(x);
  };
}

function runAdds(x: Play, table: Int32Array): void {
  const s = x.state;
  const luck = x.luck;
  const end = table.length;
  let at = 0;
  while (at < end) {
    const slot = table[at]!;
    const low = table[at + 1]!;
    const high = table[at + 2]!;
    const width = table[at + 3]!;
    const amount = table[at + HEAD + 1] === 0 ? table[at + HEAD]! : readSum(table, at + HEAD, s);
    const drawn = width === 0 ? 0 : bounded(word(luck, table[at + 4]!, table[at + 5]!), width);
    const after = s[slot]! + amount + drawn;
    s[slot] = after < low ? low : after > high ? high : after;
    at = table[at + 6]!;
  }
}
