import type { Key } from '../engine/chance.ts';
import { seenBy } from '../engine/eye.ts';
import { menu, type Menu } from '../engine/menu.ts';
import { PASS, type SeatOrder } from '../engine/order.ts';
import { ENDING, TURN } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { State } from '../engine/state.ts';
import type { View } from '../engine/view.ts';
import { playerLuck, type PlayerLuck } from './luck.ts';

/** A way to play: from what the seat may know to an order. It never sees a hidden cause, and its luck is its own. */
export type Policy = (rules: CompiledProgram, view: View, menu: Menu, luck: PlayerLuck) => SeatOrder;

/** The order a policy gives for a seat on this turn. Turns on which nothing stands open pass, as they do for people. */
export const orderOf = (rules: CompiledProgram, policy: Policy, key: Key, state: State, seat: number): SeatOrder => {
  if (!hasDecision(rules, state, seat)) return PASS;
  const view = seenBy(rules, state, seat);
  return policy(rules, view, menu(rules, view, seat), playerLuck(key, state[TURN]!, seat));
};

/** Whether the clock stops for a seat: the game runs and a situation of the seat stands open. A seat that is never asked stops for every turn. */
export const hasDecision = (rules: CompiledProgram, state: State, seat: number): boolean => {
  const { situations } = rules.seats[seat]!;
  return state[ENDING] === 0 && (situations.length === 0 || situations.some((i) => state[rules.situations[i]!.spec.status] !== 0));
};
