import { abs, floorDiv, imul } from './arith.ts';
import type { Expr, Program, Slot } from './program.ts';
import type { State } from './state.ts';

/**
 * Most rules of drift are sums of floor-divided linear forms: `div(420 - pressure, 16) + div(trust - 500, 64) + 3`.
 * They become a table, so that one loop runs many of them without a call each. Only sums whose every partial result
 * fits 32 bits qualify.
 *
 * Table: [constant, parts, then for each part: factor, divisor, shift, constant, terms, then for each term: coefficient, slot].
 * A divisor that is a power of two has its shift (the same rounding); shift -1 otherwise.
 */
export type Sum = readonly number[];

export interface Linear {
  constant: number;
  /** Coefficient by slot. */
  readonly terms: Map<Slot, number>;
}

interface Part {
  readonly factor: number;
  readonly divisor: number;
  readonly linear: Linear;
}

const WORD = 2_147_483_647;
const MOST_PARTS = 6;

/** The expression as constant + sum of coefficient * slot, if it is one. */
export function linearOf(expr: Expr): Linear | undefined {
  const linear: Linear = { constant: 0, terms: new Map() };
  return addLinear(linear, expr, 1) ? linear : undefined;
}

function addLinear(to: Linear, expr: Expr, factor: number): boolean {
  if (typeof expr === 'number') {
    to.constant += expr * factor;
    return true;
  }
  switch (expr[0]) {
    case 'slot':
      to.terms.set(expr[1], (to.terms.get(expr[1]) ?? 0) + factor);
      return true;
    case '+':
      return addLinear(to, expr[1], factor) && addLinear(to, expr[2], factor);
    case '-':
      return addLinear(to, expr[1], factor) && addLinear(to, expr[2], -factor);
    case 'neg':
      return addLinear(to, expr[1], -factor);
    case '*':
      if (typeof expr[1] === 'number') return addLinear(to, expr[2], factor * expr[1]);
      if (typeof expr[2] === 'number') return addLinear(to, expr[1], factor * expr[2]);
      return false;
    default:
      return false;
  }
}

function gather(expr: Expr, factor: number, plain: Linear, parts: Part[]): boolean {
  if (typeof expr !== 'number') {
    if (expr[0] === '+' || expr[0] === '-') {
      const sign = expr[0] === '+' ? factor : -factor;
      return gather(expr[1], factor, plain, parts) && gather(expr[2], sign, plain, parts);
    }
    if (expr[0] === 'neg') return gather(expr[1], -factor, plain, parts);
    if (expr[0] === 'div' && typeof expr[2] === 'number' && expr[2] > 0) {
      const linear: Linear = { constant: 0, terms: new Map() };
      parts.push({ factor, divisor: expr[2], linear });
      return addLinear(linear, expr[1], 1);
    }
  }
  return addLinear(plain, expr, factor);
}

/** Largest size any partial result of a linear form can have. */
function reach(program: Program, { constant, terms }: Linear): number {
  let most = abs(constant);
  for (const [slot, coefficient] of terms) {
    const { min, max } = program.slots[slot]!;
    most += abs(coefficient) * (abs(min) > abs(max) ? abs(min) : abs(max));
  }
  return most;
}

const shiftOf = (divisor: number): number => {
  for (let shift = 0; shift < 31; shift++) if (1 << shift === divisor) return shift;
  return -1;
};

/** The table of an expression, or undefined if it is not such a sum. */
export function sumOf(program: Program, expr: Expr): Sum | undefined {
  const plain: Linear = { constant: 0, terms: new Map() };
  const parts: Part[] = [];
  if (!gather(expr, 1, plain, parts)) return undefined;
  if (plain.terms.size > 0) parts.push({ factor: 1, divisor: 1, linear: { constant: 0, terms: plain.terms } });
  const whole = parts.reduce((most, { linear }) => most + reach(program, linear) + 1, abs(plain.constant));
  const factors = [...parts.flatMap(({ divisor, linear }) => [divisor, ...linear.terms.values()])];
  if (parts.length > MOST_PARTS || whole > WORD || factors.some((x) => abs(x) > WORD)) return undefined;
  const table = [plain.constant, parts.length];
  for (const { factor, divisor, linear } of parts) {
    table.push(factor, divisor, shiftOf(divisor), linear.constant, linear.terms.size);
    for (const [slot, coefficient] of linear.terms) table.push(coefficient, slot);
  }
  return table;
}

/** A function for one sum: written out for the commonest shapes, the loop for the rest. */
export function sumReader(sum: Sum): (s: State) => number {
  const [constant = 0, parts = 0, factor = 0, divisor = 0, shift = 0, inner = 0, terms = 0, c0 = 0, slot0 = 0, c1 = 0, slot1 = 0] = sum;
  if (parts === 1 && factor === 1) {
    const base = constant;
    if (divisor === 1) {
      const k = base + inner;
      if (terms === 1 && c0 === 1) return k === 0 ? (s) => s[slot0]! : (s) => (s[slot0]! + k) | 0;
      if (terms === 1) return (s) => (imul(s[slot0]!, c0) + k) | 0;
      if (terms === 2 && c0 === 1 && c1 === -1) return (s) => (s[slot0]! - s[slot1]! + k) | 0;
      if (terms === 2) return (s) => (imul(s[slot0]!, c0) + imul(s[slot1]!, c1) + k) | 0;
    } else if (shift >= 0) {
      if (terms === 1) return (s) => (((imul(s[slot0]!, c0) + inner) >> shift) + base) | 0;
      if (terms === 2) return (s) => (((imul(s[slot0]!, c0) + imul(s[slot1]!, c1) + inner) >> shift) + base) | 0;
    } else {
      if (terms === 1) return (s) => (floorDiv((imul(s[slot0]!, c0) + inner) | 0, divisor) + base) | 0;
      if (terms === 2) return (s) => (floorDiv((imul(s[slot0]!, c0) + imul(s[slot1]!, c1) + inner) | 0, divisor) + base) | 0;
    }
  }
  const table = Int32Array.from(sum);
  return (s) => readSum(table, 0, s);
}

/** The value of the sum whose table starts at `at`. */
export function readSum(table: Int32Array, at: number, s: State): number {
  let total = table[at]!;
  let parts = table[at + 1]!;
  at += 2;
  while (parts-- > 0) {
    let x = table[at + 3]!;
    const end = at + 5 + 2 * table[at + 4]!;
    for (let i = at + 5; i < end; i += 2) x = (x + imul(table[i]!, s[table[i + 1]!]!)) | 0;
    const shift = table[at + 2]!;
    x = shift >= 0 ? x >> shift : floorDiv(x, table[at + 1]!) | 0;
    total = (total + imul(table[at]!, x)) | 0;
    at = end;
  }
  return total;
}
