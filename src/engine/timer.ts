import { most } from './arith.ts';
import { KIND, NONE } from './ledger.ts';
import { keep, runUnder, setOrigin, write } from './play.ts';
import type { Play, Run } from './play.ts';
import { TURN } from './program.ts';
import type { Place, TimerSpec } from './program.ts';

/** A timer with its ops made ready; `undefined` where it has none. */
export interface ReadyTimer {
  readonly spec: TimerSpec;
  readonly during: Run | undefined;
  readonly due: Run | undefined;
}

type Copy = TimerSpec['copies'][number];

/** The copy that a start would use: the running one of `refresh`, none for a running `ignore`, the first idle one of `stack`. */
function copyFor(x: Play, timer: TimerSpec): Copy | undefined {
  if (timer.again === 'refresh') return timer.copies[0];
  return timer.copies.find(({ left }) => x.state[left] === 0);
}

/** Starts a timer: its ops run `turns` turns from now, at least 1. A start that finds no copy leaves nothing. */
export function startTimer(x: Play, place: Place, timer: TimerSpec, turns: number): void {
  const copy = copyFor(x, timer);
  if (copy === undefined) return;
  keep(x, copy.origin, x.state[TURN]!);
  write(x, KIND.timer, place, copy.left, most(turns, 1), NONE, NONE, NONE);
}

/** Stops every copy. */
export function cancelTimer(x: Play, place: Place, timer: TimerSpec): void {
  for (const { left } of timer.copies) {
    if (x.state[left] !== 0) write(x, KIND.cancel, place, left, 0, NONE, NONE, NONE);
  }
}

/**
 * One turn of every timer, in order, copy by copy: `during` ops, then the count falls, `due` ops at 0. A copy started this
 * turn waits for the next, so that a timer of n turns runs its `during` n times and falls due n turns after its start.
 */
export function passTimers(x: Play, timers: readonly ReadyTimer[]): void {
  const turn = x.state[TURN]!;
  for (const timer of timers) {
    for (const copy of timer.spec.copies) {
      if (x.state[copy.left]! > 0 && x.state[copy.origin]! < turn) passCopy(x, timer, copy, turn);
    }
  }
  setOrigin(x, turn);
}

function passCopy(x: Play, { spec, during, due }: ReadyTimer, copy: Copy, turn: number): void {
  const origin = x.state[copy.origin]!;
  if (during !== undefined) {
    setOrigin(x, origin);
    runUnder(x, write(x, KIND.during, spec.at, copy.left, x.state[copy.left]!, NONE, NONE, NONE), during);
    if (x.state[copy.left] === 0 || x.state[copy.origin] === turn) return;
  }
  const left = x.state[copy.left]! - 1;
  if (left > 0) {
    keep(x, copy.left, left);
    return;
  }
  setOrigin(x, origin);
  const row = write(x, KIND.due, spec.at, copy.left, 0, NONE, NONE, NONE);
  if (due !== undefined) runUnder(x, row, due);
}
