import type { Expr, Slot } from '../engine/program.ts';

const isExpr = (part: unknown): part is Expr => typeof part === 'number' || Array.isArray(part);

/** The slots that an expression reads, each once. */
export const slotsIn = (expr: Expr): readonly Slot[] => {
  if (typeof expr === 'number') return [];
  if (expr[0] === 'slot') return [expr[1]];
  return [...new Set(expr.slice(1).filter(isExpr).flatMap(slotsIn))];
};
