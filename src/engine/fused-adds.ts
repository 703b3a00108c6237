import { abs, bounded, clamp, imul } from './arith.ts';
import { word } from './chance.ts';
import { constantOf } from './expression.ts';
import type { Execution, CompiledOps } from './execution.ts';
import type { Luck, Op, Program, Slot } from './program.ts';
import { readSum, sumOf } from './affine.ts';
import type { Sum } from './affine.ts';

/**
 * An `add` whose amount is a sum table and whose spread, if any, is a constant. They are the bulk of every turn, so runs of
 * them become loops over one table that write slots themselves whenever nobody keeps a ledger.
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
/** Largest constant of a sum that still leaves room for the spread in 32 bits. */
const MOST_CONSTANT = 1_000_000_000;

/** The plain form of an op, or undefined if it has none. */
export function plainAdd(program: Program, op: Op): PlainAdd | undefined {
  if (op.op !== 'add' || op.rate !== undefined) return undefined;
  const spread = constantOf(program, op.spread ?? 0);
  const sum = sumOf(program, op.by);
  if (sum === undefined || spread === undefined || abs(sum[0] ?? 0) > MOST_CONSTANT) return undefined;
  return { slot: op.slot, sum, luck: op.luck, spread: op.luck === undefined ? 0 : clamp(spread, 0, MOST_SPREAD) };
}

/** `drawn`: a bare number, perhaps with a spread. `pair`: one or two parts of one term over a power of two each, no spread. `sum`: the rest. */
type Shape = 'drawn' | 'pair' | 'sum';

function shapeOf({ sum, spread }: PlainAdd): Shape {
  const parts = sum[1] ?? 0;
  if (parts === 0) return 'drawn';
  if (spread !== 0 || parts > 2) return 'sum';
  for (let at = 2; at < sum.length; at += PART + 2) {
    const [factor, , shift = 0, , terms] = sum.slice(at);
    if (factor !== 1 || shift < 0 || terms !== 1) return 'sum';
  }
  return 'pair';
}

/** Words of a part of a sum before its terms; see `sum.ts`. */
const PART = 5;

/** Loops for a run of adds; `logged` runs the same ops one by one with their rows. */
export function compileAdds(program: Program, adds: readonly PlainAdd[], logged: CompiledOps): CompiledOps {
  const runs: { readonly shape: Shape; readonly adds: PlainAdd[] }[] = [];
  for (const add of adds) {
    const shape = shapeOf(add);
    const last = runs.at(-1);
    if (last?.shape === shape) last.adds.push(add);
    else runs.push({ shape, adds: [add] });
  }
  const loops = runs.map((run) => ({
    loop: LOOP[run.shape],
    table: Int32Array.from(run.adds.flatMap((add) => wordsOf(program, run.shape, add))),
  }));
  const [first] = loops;
  if (first !== undefined && loops.length === 1) {
    const { loop, table } = first;
    return (x) => {
      if (x.ledger === undefined) loop(x, table);
      else logged(x);
    };
  }
  return (x) => {
    if (x.ledger !== undefined) logged(x);
    else for (let i = 0; i < loops.length; i++) loops[i]!.loop(x, loops[i]!.table);
  };
}

type Loop = (x: Execution, table: Int32Array) => void;

/** One add as words of its run's table: slot, low, high, then as the loop of its shape reads it. */
function wordsOf(program: Program, shape: Shape, { slot, sum, luck, spread }: PlainAdd): number[] {
  const { min, max } = program.slots[slot]!;
  const [constant = 0] = sum;
  const draw = [spread === 0 ? 0 : 2 * spread + 1, luck?.site ?? 0, luck?.subject ?? 0];
  switch (shape) {
    case 'drawn':
      return [slot, min, max, constant - spread, ...draw];
    case 'pair': {
      const parts = [2, 2 + PART + 2].flatMap((at) => {
        const [, , shift = 0, inner = 0, , coefficient = 0, from = 0] = sum.slice(at);
        return [inner, coefficient, from, shift];
      });
      return [slot, min, max, constant, ...parts];
    }
    case 'sum':
      return [slot, min, max, sum.length, ...draw, constant - spread, ...sum.slice(1)];
  }
}

const LOOP: Readonly<Record<Shape, Loop>> = {
  drawn(x, table) {
    const { state: s, luck } = x;
    for (let at = 0; at < table.length; at += 7) {
      const slot = table[at]!;
      const low = table[at + 1]!;
      const high = table[at + 2]!;
      const width = table[at + 4]!;
      const drawn = width === 0 ? 0 : bounded(word(luck, table[at + 5]!, table[at + 6]!), width);
      const after = s[slot]! + table[at + 3]! + drawn;
      s[slot] = after < low ? low : after > high ? high : after;
    }
  },
  pair({ state: s }, table) {
    for (let at = 0; at < table.length; at += 12) {
      const slot = table[at]!;
      const low = table[at + 1]!;
      const high = table[at + 2]!;
      const one = (table[at + 4]! + imul(table[at + 5]!, s[table[at + 6]!]!)) >> table[at + 7]!;
      const two = (table[at + 8]! + imul(table[at + 9]!, s[table[at + 10]!]!)) >> table[at + 11]!;
      const after = s[slot]! + ((table[at + 3]! + one + two) | 0);
      s[slot] = after < low ? low : after > high ? high : after;
    }
  },
  sum(x, table) {
    const { state: s, luck } = x;
    let at = 0;
    while (at < table.length) {
      const slot = table[at]!;
      const low = table[at + 1]!;
      const high = table[at + 2]!;
      const width = table[at + 4]!;
      const drawn = width === 0 ? 0 : bounded(word(luck, table[at + 5]!, table[at + 6]!), width);
      const after = s[slot]! + readSum(table, at + 7, s) + drawn;
      s[slot] = after < low ? low : after > high ? high : after;
      at += 7 + table[at + 3]!;
    }
  },
};
