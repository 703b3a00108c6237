import type { BranchSpec, Expr, Op } from '../../engine/program.ts';
import { assertNever } from '../../engine/result.ts';
import { simplify } from '../expression/fold.ts';

/** From the numbers that everything declared had to the numbers of what is left. */
export interface Renumbering {
  /** What reading a slot comes to. */
  readonly read: (slot: number) => Expr;
  /** Final number of a slot that is kept. */
  readonly slot: (slot: number) => number;
  readonly situation: (index: number) => number;
  readonly ending: (index: number) => number;
  readonly timer: (index: number) => number | undefined;
  readonly table: (index: number) => number;
  readonly hidden: (index: number) => number;
}

/** An expression in final numbers; what became constant is worked out. */
export function renumberExpr(expr: Expr, to: Renumbering): Expr {
  if (typeof expr === 'number') return expr;
  const x = (part: Expr): Expr => renumberExpr(part, to);
  switch (expr[0]) {
    case 'slot':
      return to.read(expr[1]);
    case 'curve':
      return ['curve', expr[1], x(expr[2])];
    case 'not':
    case 'abs':
    case 'neg':
      return simplify([expr[0], x(expr[1])]);
    case 'if':
      return simplify(['if', x(expr[1]), x(expr[2]), x(expr[3])]);
    case 'div':
    case 'mod':
      return simplify([expr[0], x(expr[1]), x(expr[2]), x(expr[3])]);
    default:
      return simplify([expr[0], x(expr[1]), x(expr[2])]);
  }
}

/** Ops in final numbers; what can never run is left out. */
export function renumberOps(ops: readonly Op[], to: Renumbering): readonly Op[] {
  return ops.flatMap((op) => renumberOp(op, to));
}

function renumberOp(op: Op, to: Renumbering): readonly Op[] {
  const x = (expr: Expr): Expr => renumberExpr(expr, to);
  const inner = (ops: readonly Op[]): readonly Op[] => renumberOps(ops, to);
  switch (op.op) {
    case 'set':
      return [{ ...op, slot: to.slot(op.slot), to: x(op.to) }];
    case 'add': {
      const { rate, spread, ...rest } = op;
      return [
        {
          ...rest,
          slot: to.slot(op.slot),
          by: x(op.by),
          ...(spread === undefined ? {} : { spread: x(spread) }),
          ...(rate === undefined ? {} : { rate: { ...rate, remainder: to.slot(rate.remainder) } }),
        },
      ];
    }
    case 'toward':
      return [{ ...op, slot: to.slot(op.slot), to: x(op.to), ppm: x(op.ppm), remainder: to.slot(op.remainder) }];
    case 'if': {
      const when = x(op.when);
      const then = inner(op.then);
      const otherwise = inner(op.else);
      if (typeof when === 'number') return when !== 0 ? then : otherwise;
      return then.length === 0 && otherwise.length === 0 ? [] : [{ ...op, when, then, else: otherwise }];
    }
    case 'chance':
      return [{ ...op, p: x(op.p), then: inner(op.then), else: inner(op.else), reveals: op.reveals.map(to.hidden) }];
    case 'choose':
      return [{ ...op, from: op.from.flatMap((branch) => renumberBranch(branch, op.mode, to)), reveals: op.reveals.map(to.hidden) }];
    case 'signal':
      return [{ ...op, table: to.table(op.table) }];
    case 'timer': {
      const timer = to.timer(op.timer);
      return timer === undefined ? [] : [{ ...op, timer, turns: x(op.turns) }];
    }
    case 'cancel': {
      const timer = to.timer(op.timer);
      return timer === undefined ? [] : [{ ...op, timer }];
    }
    case 'situation':
      return [{ ...op, situation: to.situation(op.situation) }];
    case 'end':
      return [{ ...op, ending: to.ending(op.ending) }];
    default:
      return assertNever(op);
  }
}

/** A branch of `best` keeps its number, which tells its luck apart; a weighted one that can never open goes. */
function renumberBranch(branch: BranchSpec, mode: 'weighted' | 'best', to: Renumbering): readonly BranchSpec[] {
  const { when: before, noise, ...rest } = branch;
  const when = before === undefined ? 1 : renumberExpr(before, to);
  if (when === 0 && mode === 'weighted') return [];
  return [
    {
      ...rest,
      weight: renumberExpr(branch.weight, to),
      does: renumberOps(branch.does, to),
      ...(noise === undefined ? {} : { noise: renumberExpr(noise, to) }),
      ...(when === 1 ? {} : { when }),
    },
  ];
}
