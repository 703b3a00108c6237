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
    case 'neg': {
      const [operator, a] = expr;
      if (typeof a !== 'number') return expr;
      return operator === 'not' ? (a === 0 ? 1 : 0) : operator === 'abs' ? Math.abs(a) : a === 0 ? 0 : -a;
    }
    case 'div':
    case 'mod': {
      const [operator, a, b, zero] = expr;
      if (b === 0) return zero;
      if (typeof a !== 'number' || typeof b !== 'number') return expr;
      return exact(operator === 'div' ? Math.floor(a / b) : a - b * Math.floor(a / b), expr);
    }
    default: {
      const [operator, a, b] = expr;
      if (operator === '+' && a === 0) return b;
      if ((operator === '+' || operator === '-') && b === 0) return a;
      if (operator === '*' && (a === 1 || b === 1)) return a === 1 ? b : a;
      if (typeof a !== 'number' || typeof b !== 'number') return expr;
      return exact(work(operator, a, b), expr);
    }
  }
}

const exact = (value: number, expr: Expr): Expr => (Number.isSafeInteger(value) ? value + 0 : expr);

type Plain = '+' | '-' | '*' | 'min' | 'max' | '<' | '<=' | '==' | '!=' | '>=' | '>';

function work(operator: Plain, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case 'min':
      return Math.min(a, b);
    case 'max':
      return Math.max(a, b);
    case '<':
      return a < b ? 1 : 0;
    case '<=':
      return a <= b ? 1 : 0;
    case '==':
      return a === b ? 1 : 0;
    case '!=':
      return a !== b ? 1 : 0;
    case '>=':
      return a >= b ? 1 : 0;
    case '>':
      return a > b ? 1 : 0;
  }
}
