import { clamp } from './arith.ts';
import { newTurnLuck, setAge } from './chance.ts';
import type { TurnLuck } from './chance.ts';
import { addRow, NONE } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { TURN } from './program.ts';
import type { SourceRef, Program, Slot } from './program.ts';
import type { State } from './state.ts';

/** What ops run on: the state they change, the luck of the turn, where rows go and what they come from. */
export interface Execution {
  state: State;
  readonly luck: TurnLuck;
  ledger: Ledger | undefined;
  /** Row of the order, timer or chance that is running; -1 for a rule. */
  parent: number;
  /** Tick on which the order or timer that is running began. */
  origin: number;
  /** Slot that counts ticks. */
  readonly now: Slot;
  readonly min: Int32Array;
  readonly max: Int32Array;
}

/** Ops made ready. */
export type CompiledOps = (x: Execution) => void;

export const newExecution = (program: Program): Execution => ({
  state: new Int32Array(0),
  luck: newTurnLuck(),
  ledger: undefined,
  parent: NONE,
  origin: 0,
  now: program.tick ?? TURN,
  min: Int32Array.from(program.slots, (slot) => slot.min),
  max: Int32Array.from(program.slots, (slot) => slot.max),
});

/** Writes a slot within its bounds and tells the ledger. Returns the row, or -1 when there is no ledger. */
export function write(
  x: Execution,
  kind: number,
  place: SourceRef,
  slot: Slot,
  wanted: number,
  p: number,
  seen: number,
  drawn: number,
): number {
  const before = x.state[slot]!;
  const after = clamp(wanted, x.min[slot]!, x.max[slot]!);
  x.state[slot] = after;
  if (x.ledger === undefined) return NONE;
  return addRow(x.ledger, kind, place, slot, before, wanted, after, p, seen, drawn, x.parent, x.origin);
}

/** Writes the engine's own bookkeeping: within bounds, without a row. */
export function writeSilently(x: Execution, slot: Slot, wanted: number): void {
  x.state[slot] = clamp(wanted, x.min[slot]!, x.max[slot]!);
}

/** Tells the ledger of an outcome that changes no slot by itself. Returns the row, or -1 when there is no ledger. */
export function note(x: Execution, kind: number, place: SourceRef, outcome: number, p: number, seen: number, drawn: number): number {
  if (x.ledger === undefined) return NONE;
  return addRow(x.ledger, kind, place, NONE, 0, outcome, outcome, p, seen, drawn, x.parent, x.origin);
}

/** Runs ops as the consequence of a row. */
export function runUnder(x: Execution, parent: number, run: CompiledOps): void {
  const kept = x.parent;
  x.parent = parent;
  run(x);
  x.parent = kept;
}

/** Sets the tick on which what runs next began; draws are keyed by how long ago that was. */
export function setOrigin(x: Execution, origin: number): void {
  x.origin = origin;
  setAge(x.luck, x.state[x.now]! - origin);
}
