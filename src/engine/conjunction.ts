import { linearOf } from './affine.ts';
import type { Expr, Program, Slot } from './program.ts';
import type { State } from './state.ts';

/**
 * Most conditions are conjunctions of `slot >= 3`, `turn < 26`, `not flag`, `turn >= since`: a slot, or one slot less another,
 * within bounds. Those become a table that one loop walks; what does not fit stays a function beside it.
 */
export interface Conjunction {
  /** For each bound: slot, slot taken off (-1: none), low, high. */
  readonly bounds: number[];
  /** Expressions that must be true (or false) as well. */
  readonly rest: { readonly expr: Expr; readonly wanted: boolean }[];
}

const BOUND = 4;
const LOWEST = -2_147_483_648;
const HIGHEST = 2_147_483_647;
const NO_SLOT = -1;

/** The conjunction that says: `expr` is true (or, unless `wanted`, false). */
export function conjunctionOf(program: Program, expr: Expr, wanted = true): Conjunction {
  const found: Conjunction = { bounds: [], rest: [] };
  gather(program, expr, wanted, found);
  return found;
}

function gather(program: Program, expr: Expr, wanted: boolean, to: Conjunction): void {
  if (typeof expr !== 'number') {
    if (expr[0] === 'not') {
      gather(program, expr[1], !wanted, to);
      return;
    }
    if (expr[0] === (wanted ? 'and' : 'or')) {
      gather(program, expr[1], wanted, to);
      gather(program, expr[2], wanted, to);
      return;
    }
  }
  const bound = boundOf(program, expr, wanted);
  if (bound === undefined) to.rest.push({ expr, wanted });
  else to.bounds.push(...bound);
}

type Compare = '<' | '<=' | '==' | '!=' | '>=' | '>';
const OPPOSITE: Readonly<Record<Compare, Compare>> = { '<': '>=', '<=': '>', '==': '!=', '!=': '==', '>=': '<', '>': '<=' };

function boundOf(program: Program, expr: Expr, wanted: boolean): number[] | undefined {
  if (typeof expr === 'number') return undefined;
  switch (expr[0]) {
    case 'slot':
      return withinBounds(program, expr, wanted ? '!=' : '==');
    case '<':
    case '<=':
    case '==':
    case '!=':
    case '>=':
    case '>':
      return withinBounds(program, ['-', expr[1], expr[2]], wanted ? expr[0] : OPPOSITE[expr[0]]);
    default:
      return undefined;
  }
}

/** `difference op 0` as a bound, if the difference is a slot, or one less another, and a constant. */
function withinBounds(program: Program, difference: Expr, op: Compare): number[] | undefined {
  const linear = linearOf(difference);
  if (linear === undefined) return undefined;
  const terms = [...linear.terms].filter(([, coefficient]) => coefficient !== 0);
  const plus = terms.filter(([, coefficient]) => coefficient === 1).map(([slot]) => slot);
  const minus = terms.filter(([, coefficient]) => coefficient === -1).map(([slot]) => slot);
  if (plus.length + minus.length !== terms.length || plus.length > 1 || minus.length > 1) return undefined;
  const [up] = plus;
  const [down] = minus;
  const k = linear.constant;
  if (up !== undefined) return fitted(program, up, down, interval(program, op, up, down, -k));
  if (down === undefined) return undefined;
  const turned: Readonly<Record<Compare, Compare>> = { '<': '>', '<=': '>=', '==': '==', '!=': '!=', '>=': '<=', '>': '<' };
  return fitted(program, down, undefined, interval(program, turned[op], down, undefined, k));
}

type Interval = readonly [low: number, high: number] | undefined;

/** Values of `up - down` for which `op k` holds, when they are one interval. */
function interval(program: Program, op: Compare, up: Slot, down: Slot | undefined, k: number): Interval {
  switch (op) {
    case '<':
      return [LOWEST, k - 1];
    case '<=':
      return [LOWEST, k];
    case '==':
      return [k, k];
    case '>=':
      return [k, HIGHEST];
    case '>':
      return [k + 1, HIGHEST];
    case '!=': {
      if (down !== undefined) return undefined;
      const { min, max } = program.slots[up]!;
      return k === min ? [k + 1, HIGHEST] : k === max ? [LOWEST, k - 1] : undefined;
    }
  }
}

const isWord = (x: number): boolean => x >= LOWEST && x <= HIGHEST;

/** The bound as words, if all of it and every difference of the two slots fits 32 bits. */
function fitted(program: Program, up: Slot, down: Slot | undefined, within: Interval): number[] | undefined {
  if (within === undefined) return undefined;
  const [low, high] = within;
  const { min, max } = program.slots[up]!;
  const less = down === undefined ? { min: 0, max: 0 } : program.slots[down]!;
  const fits = isWord(low) && isWord(high) && isWord(min - less.max) && isWord(max - less.min);
  return fits ? [up, down ?? NO_SLOT, low, high] : undefined;
}

/** Whether every bound of the table holds. */
export function holds(bounds: Int32Array, s: State): boolean {
  for (let at = 0; at < bounds.length; at += BOUND) {
    const down = bounds[at + 1]!;
    const x = down < 0 ? s[bounds[at]!]! : (s[bounds[at]!]! - s[down]!) | 0;
    if (x < bounds[at + 2]! || x > bounds[at + 3]!) return false;
  }
  return true;
}
