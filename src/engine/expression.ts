import { abs, floorDiv, least, modulo, most } from './arith.ts';
import { conjunctionOf, holds } from './conjunction.ts';
import type { Conjunction } from './conjunction.ts';
import { curveAt } from './curve.ts';
import type { Curve } from './curve.ts';
import { TURN } from './program.ts';
import type { Expr, Program, Slot } from './program.ts';
import { sumOf, sumReader } from './affine.ts';
import type { State } from './state.ts';

/** An expression made ready: a function of the state's words. */
export type CompiledExpr = (s: State) => number;

const truth = (b: boolean): number => (b ? 1 : 0);

/** The value of any expression on a state or a view: a plain walk, for texts and tooltips. */
export const valueOf = (rules: { readonly program: Program }, state: State, expr: Expr): number =>
  evaluate(rules.program.curves, state, expr);

export function evaluate(curves: readonly Curve[], s: State, expr: Expr): number {
  if (typeof expr === 'number') return expr;
  const at = (part: Expr): number => evaluate(curves, s, part);
  switch (expr[0]) {
    case 'slot':
      return s[expr[1]]!;
    case '+':
      return at(expr[1]) + at(expr[2]);
    case '-':
      return at(expr[1]) - at(expr[2]);
    case '*':
      return at(expr[1]) * at(expr[2]) + 0;
    case 'min':
      return least(at(expr[1]), at(expr[2]));
    case 'max':
      return most(at(expr[1]), at(expr[2]));
    case '<':
      return truth(at(expr[1]) < at(expr[2]));
    case '<=':
      return truth(at(expr[1]) <= at(expr[2]));
    case '==':
      return truth(at(expr[1]) === at(expr[2]));
    case '!=':
      return truth(at(expr[1]) !== at(expr[2]));
    case '>=':
      return truth(at(expr[1]) >= at(expr[2]));
    case '>':
      return truth(at(expr[1]) > at(expr[2]));
    case 'and':
      return truth(at(expr[1]) !== 0 && at(expr[2]) !== 0);
    case 'or':
      return truth(at(expr[1]) !== 0 || at(expr[2]) !== 0);
    case 'not':
      return truth(at(expr[1]) === 0);
    case 'neg':
      return 0 - at(expr[1]);
    case 'abs':
      return abs(at(expr[1]));
    case 'if':
      return at(expr[1]) !== 0 ? at(expr[2]) : at(expr[3]);
    case 'div': {
      const b = at(expr[2]);
      return b === 0 ? at(expr[3]) : floorDiv(at(expr[1]), b) + 0;
    }
    case 'mod': {
      const b = at(expr[2]);
      return b === 0 ? at(expr[3]) : modulo(at(expr[1]), b);
    }
    case 'curve':
      return curveAt(curves[expr[1]]!, at(expr[2]));
  }
}

const NOWHERE = new Int32Array(0);

/** Folded number, if the expression reads nothing. */
export function constantOf(program: Program, expr: Expr): number | undefined {
  return typeof expr === 'number' ? expr : reads(expr, () => true) ? undefined : evaluate(program.curves, NOWHERE, expr);
}

/** Calendars longer than this are not worth a table. */
const MOST_TURNS = 2048;

/** An expression that reads nothing but the turn, such as a stretch of the calendar: its value in every turn. */
function byTurn(program: Program, expr: Expr): Int32Array | undefined {
  const turns = program.slots[TURN]!.max;
  if (turns > MOST_TURNS || reads(expr, (slot) => slot !== TURN)) return undefined;
  const values = Array.from({ length: turns + 1 }, (_, turn) => evaluate(program.curves, Int32Array.of(turn), expr));
  return values.every((value) => value === (value | 0)) ? Int32Array.from(values) : undefined;
}

/** Whether an expression reads a slot of this sort. */
export function reads(expr: Expr, sort: (slot: Slot) => boolean): boolean {
  if (typeof expr === 'number') return false;
  switch (expr[0]) {
    case 'slot':
      return sort(expr[1]);
    case 'curve':
      return reads(expr[2], sort);
    case 'not':
    case 'abs':
    case 'neg':
      return reads(expr[1], sort);
    case 'if':
    case 'div':
    case 'mod':
      return reads(expr[1], sort) || reads(expr[2], sort) || reads(expr[3], sort);
    default:
      return reads(expr[1], sort) || reads(expr[2], sort);
  }
}

/**
 * Makes an expression ready. Constants are folded, sums of (floor-divided) linear forms become one loop over a table,
 * what reads only the turn becomes a table by turn, comparisons of a slot with a constant become one function; the rest is
 * a tree of small functions.
 */
export function compile(program: Program, expr: Expr): CompiledExpr {
  const k = constantOf(program, expr);
  if (k !== undefined) return () => k;
  const sum = sumOf(program, expr);
  if (sum !== undefined) return sumReader(sum);
  const turns = byTurn(program, expr);
  if (turns !== undefined) return (s) => turns[s[TURN]!]!;
  return compileTree(program, expr);
}

function compileTree(program: Program, expr: Expr): CompiledExpr {
  if (typeof expr === 'number') return () => expr;
  const of = (part: Expr): CompiledExpr => compile(program, part);
  switch (expr[0]) {
    case 'slot': {
      const i = expr[1];
      return (s) => s[i]!;
    }
    case '+':
    case '-':
    case '*':
    case 'min':
    case 'max':
      return arithmetic(program, expr[0], expr[1], expr[2]);
    case '<':
    case '<=':
    case '==':
    case '!=':
    case '>=':
    case '>':
      return compileCondition(program, expr) ?? comparison(program, expr[0], expr[1], expr[2]);
    case 'and':
    case 'or':
      return compileCondition(program, expr) ?? connective(program, expr[0], expr[1], expr[2]);
    case 'not':
      return compileCondition(program, expr) ?? negation(program, expr[1]);
    case 'neg': {
      const a = of(expr[1]);
      return (s) => 0 - a(s);
    }
    case 'abs': {
      const a = of(expr[1]);
      return (s) => abs(a(s));
    }
    case 'if': {
      const [when, a, b] = [of(expr[1]), of(expr[2]), of(expr[3])];
      return (s) => (when(s) !== 0 ? a(s) : b(s));
    }
    case 'div': {
      const a = of(expr[1]);
      const k = constantOf(program, expr[2]);
      if (k !== undefined && k !== 0) return (s) => floorDiv(a(s), k) + 0;
      const [b, z] = [of(expr[2]), of(expr[3])];
      return (s) => {
        const by = b(s);
        return by === 0 ? z(s) : floorDiv(a(s), by) + 0;
      };
    }
    case 'mod': {
      const a = of(expr[1]);
      const k = constantOf(program, expr[2]);
      if (k !== undefined && k !== 0) return (s) => modulo(a(s), k);
      const [b, z] = [of(expr[2]), of(expr[3])];
      return (s) => {
        const by = b(s);
        return by === 0 ? z(s) : modulo(a(s), by);
      };
    }
    case 'curve': {
      const curve = program.curves[expr[1]]!;
      const x = of(expr[2]);
      return (s) => curveAt(curve, x(s));
    }
  }
}

function arithmetic(program: Program, op: '+' | '-' | '*' | 'min' | 'max', left: Expr, right: Expr): CompiledExpr {
  const a = compile(program, left);
  const k = constantOf(program, right);
  if (k !== undefined) {
    switch (op) {
      case '+':
        return (s) => a(s) + k;
      case '-':
        return (s) => a(s) - k;
      case '*':
        return (s) => a(s) * k + 0;
      case 'min':
        return (s) => least(a(s), k);
      case 'max':
        return (s) => most(a(s), k);
    }
  }
  const b = compile(program, right);
  switch (op) {
    case '+':
      return (s) => a(s) + b(s);
    case '-':
      return (s) => a(s) - b(s);
    case '*':
      return (s) => a(s) * b(s) + 0;
    case 'min':
      return (s) => least(a(s), b(s));
    case 'max':
      return (s) => most(a(s), b(s));
  }
}

/** A condition whose conjunction (or that of its contrary) has bounds; undefined if it has none. */
function compileCondition(program: Program, expr: Expr): CompiledExpr | undefined {
  const direct = conjunctionOf(program, expr);
  if (direct.bounds.length > 0) return conjunctionReader(program, direct);
  const contrary = conjunctionOf(program, expr, false);
  if (contrary.bounds.length === 0) return undefined;
  const fails = conjunctionReader(program, contrary);
  return (s) => (fails(s) === 0 ? 1 : 0);
}

/** A function for a conjunction: written out for one and two bounds, the loop for the rest. */
function conjunctionReader(program: Program, { bounds, rest }: Conjunction): CompiledExpr {
  const table = Int32Array.from(bounds);
  const others = rest.map(({ expr, wanted }) => {
    const value = compile(program, expr);
    return wanted ? value : (s: State) => (value(s) === 0 ? 1 : 0);
  });
  const [other] = others;
  if (other === undefined) {
    const [slot = 0, less = 0, low = 0, high = 0, slot2 = 0, less2 = 0, low2 = 0, high2 = 0] = bounds;
    if (bounds.length === 4 && less < 0)
      return low === high ? (s) => (s[slot] === low ? 1 : 0) : (s) => (s[slot]! >= low && s[slot]! <= high ? 1 : 0);
    if (bounds.length === 8 && less < 0 && less2 < 0)
      return (s) => (s[slot]! >= low && s[slot]! <= high && s[slot2]! >= low2 && s[slot2]! <= high2 ? 1 : 0);
    return (s) => (holds(table, s) ? 1 : 0);
  }
  if (others.length === 1) return (s) => (holds(table, s) && other(s) !== 0 ? 1 : 0);
  return (s) => {
    if (!holds(table, s)) return 0;
    for (let i = 0; i < others.length; i++) if (others[i]!(s) === 0) return 0;
    return 1;
  };
}

function connective(program: Program, op: 'and' | 'or', left: Expr, right: Expr): CompiledExpr {
  const a = compile(program, left);
  const b = compile(program, right);
  return op === 'and' ? (s) => (a(s) !== 0 && b(s) !== 0 ? 1 : 0) : (s) => (a(s) !== 0 || b(s) !== 0 ? 1 : 0);
}

function negation(program: Program, expr: Expr): CompiledExpr {
  const a = compile(program, expr);
  return (s) => (a(s) === 0 ? 1 : 0);
}

function comparison(program: Program, op: '<' | '<=' | '==' | '!=' | '>=' | '>', left: Expr, right: Expr): CompiledExpr {
  const k = constantOf(program, right);
  const a = compile(program, left);
  if (k !== undefined) {
    switch (op) {
      case '<':
        return (s) => (a(s) < k ? 1 : 0);
      case '<=':
        return (s) => (a(s) <= k ? 1 : 0);
      case '==':
        return (s) => (a(s) === k ? 1 : 0);
      case '!=':
        return (s) => (a(s) !== k ? 1 : 0);
      case '>=':
        return (s) => (a(s) >= k ? 1 : 0);
      case '>':
        return (s) => (a(s) > k ? 1 : 0);
    }
  }
  const b = compile(program, right);
  switch (op) {
    case '<':
      return (s) => (a(s) < b(s) ? 1 : 0);
    case '<=':
      return (s) => (a(s) <= b(s) ? 1 : 0);
    case '==':
      return (s) => (a(s) === b(s) ? 1 : 0);
    case '!=':
      return (s) => (a(s) !== b(s) ? 1 : 0);
    case '>=':
      return (s) => (a(s) >= b(s) ? 1 : 0);
    case '>':
      return (s) => (a(s) > b(s) ? 1 : 0);
  }
}
