import { most } from './arith.ts';
import { KIND, NONE } from './ledger.ts';
import { writeSilently, runUnder, setOrigin, write } from './execution.ts';
import type { Execution, CompiledOps } from './execution.ts';
import type { SourceRef, TimerSpec } from './program.ts';

/** A timer with its ops made ready; `undefined` where it has none. */
export interface ReadyTimer {
  readonly spec: TimerSpec;
  readonly during: CompiledOps | undefined;
  readonly due: CompiledOps | undefined;
}

type Copy = TimerSpec['copies'][number];

/** Timers that pass together, laid out so that those at rest, nearly all of them, are passed over quickly. */
export interface TimerRun {
  /** Timer by timer, its copies in order: the slot that counts each down. */
  readonly lefts: Int32Array;
  /** Whose copy each is. */
  readonly copies: readonly { readonly timer: ReadyTimer; readonly copy: Copy }[];
}

export const timerRun = (timers: readonly ReadyTimer[]): TimerRun => {
  const copies = timers.flatMap((timer) => timer.spec.copies.map((copy) => ({ timer, copy })));
  return { copies, lefts: Int32Array.from(copies, ({ copy }) => copy.left) };
};

/** The copy that a start would use: the running one of `refresh`, none for a running `ignore`, the first idle one of `stack`. */
function copyFor(x: Execution, timer: TimerSpec): Copy | undefined {
  if (timer.again === 'refresh') return timer.copies[0];
  return timer.copies.find(({ left }) => x.state[left] === 0);
}

/** Starts a timer: its ops run `ticks` ticks from now, at least 1. A start that finds no copy leaves nothing. */
export function startTimer(x: Execution, place: SourceRef, timer: TimerSpec, ticks: number): void {
  const copy = copyFor(x, timer);
  if (copy === undefined) return;
  writeSilently(x, copy.origin, x.state[x.now]!);
  write(x, KIND.timer, place, copy.left, most(ticks, 1), NONE, NONE, NONE);
}

/** Stops every copy. */
export function cancelTimer(x: Execution, place: SourceRef, timer: TimerSpec): void {
  for (const { left } of timer.copies) {
    if (x.state[left] !== 0) write(x, KIND.cancel, place, left, 0, NONE, NONE, NONE);
  }
}

/**
 * One tick of these timers, in order, copy by copy: `during` ops, then the count falls, `due` ops at 0. A copy started in this
 * tick waits for the next, so that a timer of n ticks runs its `during` n times and falls due n ticks after its start.
 */
export function passTimers(x: Execution, { lefts, copies }: TimerRun): void {
  const now = x.state[x.now]!;
  for (let i = 0; i < lefts.length; i++) {
    if (x.state[lefts[i]!]! <= 0) continue;
    const { timer, copy } = copies[i]!;
    if (x.state[copy.origin]! < now) passCopy(x, timer, copy, now);
  }
  setOrigin(x, now);
}

function passCopy(x: Execution, { spec, during, due }: ReadyTimer, copy: Copy, now: number): void {
  const origin = x.state[copy.origin]!;
  if (during !== undefined) {
    setOrigin(x, origin);
    runUnder(x, write(x, KIND.during, spec.at, copy.left, x.state[copy.left]!, NONE, NONE, NONE), during);
    if (x.state[copy.left] === 0 || x.state[copy.origin] === now) return;
  }
  const left = x.state[copy.left]! - 1;
  if (left > 0) {
    writeSilently(x, copy.left, left);
    return;
  }
  setOrigin(x, origin);
  const row = write(x, KIND.due, spec.at, copy.left, 0, NONE, NONE, NONE);
  if (due !== undefined) runUnder(x, row, due);
}
