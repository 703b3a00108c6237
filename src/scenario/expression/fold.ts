import { evaluate } from '../../engine/expression.ts';
import type { Expr } from '../../engine/program.ts';

/** Works out what is constant at the top of an expression whose parts are already simple. */
export function simplify(expr: Expr): Expr {
  if (typeof expr === 'number') return expr;
  switch (expr[0]) {
    case 'slot':
    case 'curve':
      return expr;
    case 'if':
      return typeof expr[1] === 'number' ? (expr[1] !== 0 ? expr[2] : expr[3]) : expr;
    case 'and': {
      const [, a, b] = expr;
      if (a === 0 || b === 0) return 0;
      return typeof a === 'number' ? b : typeof b === 'number' ? a : expr;
    }
    case 'or': {
      const [, a, b] = expr;
      if (typeof a === 'number') return a !== 0 ? 1 : b;
      if (typeof b === 'number') return b !== 0 ? 1 : a;
      return expr;
    }
    case 'not':
    case 'abs':
    case 'neg':
      return typeof expr[1] === 'number' ? worked(expr) : expr;
    case 'div':
    case 'mod': {
      const [, a, b, zero] = expr;
      if (b === 0) return zero;
      return typeof a === 'number' && typeof b === 'number' ? worked(expr) : expr;
    }
    default: {
      const [operator, a, b] = expr;
      if (operator === '+' && a === 0) return b;
      if ((operator === '+' || operator === '-') && b === 0) return a;
      if (operator === '*' && (a === 1 || b === 1)) return a === 1 ? b : a;
      return typeof a === 'number' && typeof b === 'number' ? worked(expr) : expr;
    }
  }
}

const NOTHING = new Int32Array(0);

/** The value of an expression that reads nothing, as the engine has it; the expression itself where that is too large to be exact. */
function worked(expr: Expr): Expr {
  const value = evaluate([], NOTHING, expr);
  return Number.isSafeInteger(value) ? value : expr;
}
