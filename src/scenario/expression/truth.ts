import { rangeOf } from '../../engine/range.ts';
import type { Range } from '../../engine/range.ts';
import type { Expr, SlotSpec } from '../../engine/program.ts';

/** What is known of the numbers that a condition reads. */
export interface Known {
  readonly slots: readonly SlotSpec[];
  readonly curves: readonly (readonly number[])[];
}

/** Whether a condition can be false, and whether it can be true, on any state within bounds; on the safe side where that is hard to tell. */
export interface Truth {
  readonly canHold: boolean;
  readonly canFail: boolean;
}

const EITHER: Truth = { canHold: true, canFail: true };
const given = (holds: boolean): Truth => ({ canHold: holds, canFail: !holds });

/** How a condition can come out. */
export function truthOf(known: Known, expr: Expr): Truth {
  if (typeof expr === 'number') return given(expr !== 0);
  switch (expr[0]) {
    case 'and': {
      const [a, b] = [truthOf(known, expr[1]), truthOf(known, expr[2])];
      return { canHold: a.canHold && b.canHold, canFail: a.canFail || b.canFail };
    }
    case 'or': {
      const [a, b] = [truthOf(known, expr[1]), truthOf(known, expr[2])];
      return { canHold: a.canHold || b.canHold, canFail: a.canFail && b.canFail };
    }
    case 'not': {
      const { canHold, canFail } = truthOf(known, expr[1]);
      return { canHold: canFail, canFail: canHold };
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
    case '!=':
      return compared(expr[0], rangeOf(known, expr[1]), rangeOf(known, expr[2]));
    case 'if':
      return EITHER;
    default: {
      const { low, high } = rangeOf(known, expr);
      return { canHold: low !== 0 || high !== 0, canFail: low <= 0 && high >= 0 };
    }
  }
}

function compared(sign: '<' | '<=' | '>' | '>=' | '==' | '!=', a: Range, b: Range): Truth {
  switch (sign) {
    case '<':
      return { canHold: a.low < b.high, canFail: a.high >= b.low };
    case '<=':
      return { canHold: a.low <= b.high, canFail: a.high > b.low };
    case '>':
      return { canHold: a.high > b.low, canFail: a.low <= b.high };
    case '>=':
      return { canHold: a.high >= b.low, canFail: a.low < b.high };
    case '==': {
      const meet = a.low <= b.high && b.low <= a.high;
      return { canHold: meet, canFail: !(a.low === a.high && b.low === b.high && a.low === b.low) };
    }
    case '!=': {
      const { canHold, canFail } = compared('==', a, b);
      return { canHold: canFail, canFail: canHold };
    }
  }
}
