import { abs, floorDiv, least, most } from './arith.ts';
import type { Expr, Program } from './program.ts';

/** Smallest and largest value something can take, inclusive. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Beyond this a whole number is no longer exact. */
export const EXACT = 9_007_199_254_740_991;

const TRUTH: Range = { low: 0, high: 1 };

const of = (...values: number[]): Range => ({ low: values.reduce(least), high: values.reduce(most) });
const join = (a: Range, b: Range): Range => ({ low: least(a.low, b.low), high: most(a.high, b.high) });
const size = (a: Range): number => most(abs(a.low), abs(a.high));

/** Range of an expression over every state within bounds. Calls `wide` for a part that can pass 2^53. */
export function rangeOf(program: Pick<Program, 'slots' | 'curves'>, expr: Expr, wide?: (part: Expr) => void): Range {
  const range = rangeOfPart(program, expr, wide);
  if (size(range) <= EXACT) return range;
  wide?.(expr);
  return { low: -EXACT, high: EXACT };
}

function rangeOfPart(program: Pick<Program, 'slots' | 'curves'>, expr: Expr, wide?: (part: Expr) => void): Range {
  if (typeof expr === 'number') return { low: expr, high: expr };
  const at = (part: Expr): Range => rangeOf(program, part, wide);
  switch (expr[0]) {
    case 'slot': {
      const slot = program.slots[expr[1]]!;
      return { low: slot.min, high: slot.max };
    }
    case '+': {
      const [a, b] = [at(expr[1]), at(expr[2])];
      return { low: a.low + b.low, high: a.high + b.high };
    }
    case '-': {
      const [a, b] = [at(expr[1]), at(expr[2])];
      return { low: a.low - b.high, high: a.high - b.low };
    }
    case '*': {
      const [a, b] = [at(expr[1]), at(expr[2])];
      return of(a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high);
    }
    case 'min': {
      const [a, b] = [at(expr[1]), at(expr[2])];
      return { low: least(a.low, b.low), high: least(a.high, b.high) };
    }
    case 'max': {
      const [a, b] = [at(expr[1]), at(expr[2])];
      return { low: most(a.low, b.low), high: most(a.high, b.high) };
    }
    case '<':
    case '<=':
    case '==':
    case '!=':
    case '>=':
    case '>':
    case 'and':
    case 'or':
      at(expr[1]);
      at(expr[2]);
      return TRUTH;
    case 'not':
      at(expr[1]);
      return TRUTH;
    case 'neg': {
      const a = at(expr[1]);
      return { low: -a.high, high: -a.low };
    }
    case 'abs': {
      const a = at(expr[1]);
      return { low: a.low > 0 ? a.low : a.high < 0 ? -a.high : 0, high: size(a) };
    }
    case 'if':
      at(expr[1]);
      return join(at(expr[2]), at(expr[3]));
    case 'div': {
      const [a, b, z] = [at(expr[1]), at(expr[2]), at(expr[3])];
      const zero = b.low <= 0 && b.high >= 0;
      if (zero) return join(z, { low: -size(a), high: size(a) });
      return of(floorDiv(a.low, b.low), floorDiv(a.low, b.high), floorDiv(a.high, b.low), floorDiv(a.high, b.high));
    }
    case 'mod': {
      const [, b, z] = [at(expr[1]), at(expr[2]), at(expr[3])];
      const rest = { low: least(b.low, -1) + 1, high: most(b.high, 1) - 1 };
      return b.low <= 0 && b.high >= 0 ? join(z, rest) : rest;
    }
    case 'curve': {
      at(expr[2]);
      return of(...program.curves[expr[1]]!.slice(2));
    }
  }
}
