import type { Key } from '../engine/chance.ts';
import type { SeatOrder } from '../engine/order.ts';
import { ENDING } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { Choices } from '../engine/setup.ts';
import type { State } from '../engine/state.ts';
import { start, stepInPlace } from '../engine/turn.ts';
import { orderOf, type Policy } from '../players/policy.ts';
import { FIRST_SEAT } from '../session/game.ts';

export interface LabGame {
  readonly key: Key;
  readonly choices: Choices;
  readonly policy: Policy;
}

/** A whole game in one array, without a ledger. `watch` sees each turn before it is played. Returns the last state. */
export const playGame = (
  rules: CompiledProgram,
  { key, choices, policy }: LabGame,
  watch?: (state: State, order: SeatOrder) => void,
): State => {
  const state = start(rules, key, choices);
  playToEnd(rules, key, state, policy, watch);
  return state;
};

/** The rest of a game, in place. */
export const playToEnd = (
  rules: CompiledProgram,
  key: Key,
  state: State,
  policy: Policy,
  watch?: (state: State, order: SeatOrder) => void,
): void => {
  const orders: (SeatOrder | undefined)[] = rules.seats.map(() => undefined);
  while (state[ENDING] === 0) {
    const order = orderOf(rules, policy, key, state, FIRST_SEAT);
    watch?.(state, order);
    orders[FIRST_SEAT] = order;
    stepInPlace(rules, key, state, orders);
  }
};
