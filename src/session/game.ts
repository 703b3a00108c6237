import type { Key } from '../engine/chance.ts';
import { newLedger } from '../engine/ledger.ts';
import type { Ledger } from '../engine/ledger.ts';
import { menu } from '../engine/menu.ts';
import type { Menu } from '../engine/menu.ts';
import type { Orders, SeatOrder } from '../engine/order.ts';
import { ENDING, TURN } from '../engine/program.ts';
import type { GameRecord, Replay } from '../engine/record.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { keyOf } from '../engine/seed.ts';
import type { Seed } from '../engine/seed.ts';
import type { Choices } from '../engine/setup.ts';
import { checkOf } from '../engine/state.ts';
import type { State } from '../engine/state.ts';
import { start, step } from '../engine/turn.ts';
import { viewOf } from '../engine/view.ts';
import type { View } from '../engine/view.ts';
import type { Bundle } from '../bundle/bundle.ts';

/** Words kept beside a turn; they never touch the state. */
export type Note = NonNullable<GameRecord['notes']>[number];

/** One game in progress. A value: playing a turn gives another one and leaves this one as it was. */
export interface Game {
  readonly bundle: Bundle;
  readonly rules: CompiledProgram;
  readonly key: Key;
  readonly record: GameRecord;
  /** State at the start of each turn; one longer than the orders. */
  readonly states: readonly State[];
  /** What happened in each turn; `[0]` is the set-up, `[t + 1]` the turn from state t to t + 1. */
  readonly ledgers: readonly Ledger[];
  /** The turn at which this line left the first one. Charges and calibration count the first line only. */
  readonly explorationFrom?: number;
}

/** The seat a single player holds: the first of the scenario's. */
export const SEAT = 0;

const begun = (bundle: Bundle, record: GameRecord): Game => {
  const rules = compileProgram(bundle.program, bundle.rulesHash);
  const key = keyOf(record.seed);
  const ledger = newLedger();
  return { bundle, rules, key, record, states: [start(rules, key, record.setup, ledger)], ledgers: [ledger] };
};

export const newGame = (bundle: Bundle, { seed, choices }: { readonly seed: Seed; readonly choices: Choices }): Game =>
  begun(bundle, { format: 1, scenario: bundle.program.id, rules: bundle.rulesHash, seed, setup: choices, seats: [SEAT], orders: [] });

const last = <T>(list: readonly T[]): T => {
  const item = list.at(-1);
  if (item === undefined) throw new RangeError('a game has at least its first state');
  return item;
};

const stepped = (game: Game, orders: Orders): Game => {
  const ledger = newLedger();
  const state = step(game.rules, game.key, last(game.states), orders, ledger);
  return {
    ...game,
    record: { ...game.record, orders: [...game.record.orders, orders] },
    states: [...game.states, state],
    ledgers: [...game.ledgers, ledger],
  };
};

/** One turn on. Seats without an order follow their own policy. A game that is over comes back as it is. */
export const playTurn = (game: Game, order: SeatOrder, note?: Note): Game => {
  if (isOver(game)) return game;
  const next = stepped(game, [order]);
  return note === undefined ? next : { ...next, record: { ...next.record, notes: [...(next.record.notes ?? []), note] } };
};

/** The game of a record that has been replayed and checked. Its checks stay behind: they hold for where it stood, not for where it goes. */
export const gameOf = (bundle: Bundle, { record: { format, scenario, rules, seed, setup, seats, orders, notes } }: Replay): Game => {
  const record: GameRecord = { format, scenario, rules, seed, setup, seats, orders, ...(notes === undefined ? {} : { notes }) };
  return orders.reduce((game, given) => ({ ...stepped(game, given), record }), { ...begun(bundle, record), record });
};

export const stateNow = (game: Game): State => last(game.states);
export const turnNow = (game: Game): number => stateNow(game)[TURN] ?? 0;
export const isOver = (game: Game): boolean => stateNow(game)[ENDING] !== 0;

/** All that eyes and forecasts get of the present. */
export const viewNow = (game: Game): View => viewOf(game.rules, stateNow(game));

/** The view at the start of a turn, 0 .. turns played. Throws RangeError beyond. */
export const viewAt = (game: Game, turn: number): View => {
  const state = game.states[turn];
  if (state === undefined) throw new RangeError(`no turn ${String(turn)} in a game of ${String(game.states.length - 1)}`);
  return viewOf(game.rules, state);
};

export const menuNow = (game: Game): Menu => menu(game.rules, stateNow(game), SEAT);

/** Whether the clock stands still for a decision. */
export const isStop = (game: Game): boolean => menuNow(game).situations.length > 0;

/**
 * The game as it stood at the start of a turn, to go on otherwise: an exploration. Same seed, so luck differs only where
 * the orders do. The first turn that was left is kept when a branch is branched again.
 */
export const branchAt = (game: Game, turn: number): Game => {
  const from = Math.max(0, Math.min(turn, game.states.length - 1));
  return {
    ...game,
    record: {
      ...game.record,
      orders: game.record.orders.slice(0, from),
      notes: (game.record.notes ?? []).filter((note) => note.turn < from),
    },
    states: game.states.slice(0, from + 1),
    ledgers: game.ledgers.slice(0, from + 1),
    explorationFrom: Math.min(from, game.explorationFrom ?? from),
  };
};

/** The record with its checks: what is saved and exported. */
export const recordOf = (game: Game): GameRecord => ({
  ...game.record,
  check: checkOf(stateNow(game)),
  checks: game.states.slice(1).map(checkOf),
});
