import type { Op, Program } from './program.ts';
import { assertNever } from './result.ts';

/** The lists of ops that stand within an op, in the order of the source; none for most. */
export function opsWithin(op: Op): readonly (readonly Op[])[] {
  switch (op.op) {
    case 'if':
    case 'chance':
      return [op.then, op.else];
    case 'choose':
      return op.from.map(({ does }) => does);
    case 'set':
    case 'add':
    case 'toward':
    case 'signal':
    case 'timer':
    case 'cancel':
    case 'situation':
    case 'end':
      return [];
    default:
      return assertNever(op);
  }
}

/** Visits every op of a list and of the lists within, each before those within it. A timer that is started is not entered. */
export function walkOps(ops: readonly Op[], visit: (op: Op) => void): void {
  for (const op of ops) {
    visit(op);
    for (const within of opsWithin(op)) walkOps(within, visit);
  }
}

/** Visits every op of a program once. */
export function walkProgram({ start, phases, situations, acts, timers }: Program, visit: (op: Op) => void): void {
  const { reactions, drift, endings, calendar } = phases;
  for (const ops of [start, reactions, drift, endings, calendar]) walkOps(ops, visit);
  for (const { options } of situations) for (const { does } of options) walkOps(does, visit);
  for (const { does } of acts) walkOps(does, visit);
  for (const { during, due } of timers) for (const ops of [during, due]) walkOps(ops, visit);
}
