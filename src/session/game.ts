import type { Key } from '../engine/chance.ts';
import { newLedger } from '../engine/ledger.ts';
import type { Ledger } from '../engine/ledger.ts';
import { seenBy } from '../engine/eye.ts';
import type { Eye } from '../engine/eye.ts';
import { menu } from '../engine/menu.ts';
import type { Menu } from '../engine/menu.ts';
import type { Orders, SeatOrder } from '../engine/order.ts';
import { ENDING, TURN } from '../engine/program.ts';
import { DATA, heldBy, holdersAt, leftFirstAt, ordersOf, PERSON } from '../engine/record.ts';
import type { GameRecord, Held, RecordNote } from '../engine/record.ts';
import type { Replay } from '../engine/replay.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { keyOf } from '../engine/seed.ts';
import type { Seed } from '../engine/seed.ts';
import type { Choices } from '../engine/setup.ts';
import { checkOf } from '../engine/state.ts';
import type { State } from '../engine/state.ts';
import { start, step } from '../engine/turn.ts';
import type { View } from '../engine/view.ts';
import type { Bundle } from '../bundle/bundle.ts';

/** One game in progress, on one of its lines. A value: playing a turn gives another one and leaves this one as it was. */
export interface Game {
  readonly bundle: Bundle;
  readonly rules: CompiledProgram;
  readonly key: Key;
  readonly seed: Seed;
  /** The whole tree, the line at hand included up to now. */
  readonly record: GameRecord;
  /** The line at hand: its number in the record. */
  readonly line: number;
  /** State at the start of each turn; one longer than the orders. */
  readonly states: readonly State[];
  /** What happened in each turn; `[0]` is the set-up, `[t + 1]` the turn from state t to t + 1. */
  readonly ledgers: readonly Ledger[];
}

/** The seat a single player takes unless another is asked for: the first of the scenario's. */
export const FIRST_SEAT = 0;

const opening = (bundle: Bundle, seed: Seed, setup: Choices) => {
  const rules = compileProgram(bundle.program, bundle.rulesHash);
  const key = keyOf(seed);
  const ledger = newLedger();
  return { bundle, rules, key, seed, states: [start(rules, key, setup, ledger)], ledgers: [ledger] };
};

/** What a game begins with. `held`: who holds which seat, a person or a policy in code; the first is a person's where nothing is said. */
export interface Beginning {
  readonly seed: Seed;
  readonly choices: Choices;
  readonly held?: readonly Pick<Held, 'seat' | 'by'>[];
}

export const newGame = (bundle: Bundle, { seed, choices, held = [{ seat: FIRST_SEAT, by: PERSON }] }: Beginning): Game => {
  const begun = opening(bundle, seed, choices);
  const record: GameRecord = {
    format: 2,
    scenario: bundle.program.id,
    rules: bundle.rulesHash,
    setup: choices,
    luck: { seed },
    held: held.map(({ seat, by }) => ({ line: 0, turn: 0, seat, by })).sort((a, b) => a.seat - b.seat),
    lines: [{ orders: [], checks: [] }],
    notes: [],
    start: checkOf(last(begun.states)),
  };
  return { ...begun, record, line: 0 };
};

/** The same game on its whole bundle, once that is here. */
export const grown = (game: Game, bundle: Bundle): Game => ({ ...game, bundle, rules: compileProgram(bundle.program, bundle.rulesHash) });

const last = <T>(list: readonly T[]): T => {
  const item = list.at(-1);
  if (item === undefined) throw new RangeError('a game has at least its first state');
  return item;
};

/** The game with one more turn played; the record is left to the caller. */
const stepped = (game: Game, orders: Orders): Game => {
  const ledger = newLedger();
  const state = step(game.rules, game.key, last(game.states), orders, ledger);
  return { ...game, states: [...game.states, state], ledgers: [...game.ledgers, ledger] };
};

/** Who holds each seat now; undefined for a seat that follows its own policy. */
export const holdersNow = ({ record, line, states, rules }: Game): readonly (string | undefined)[] =>
  holdersAt(record, line, states.length - 1, rules.seats.length);

/**
 * One turn on, with the orders of all seats that are held; the others follow their own policy. A seat that is ordered for by surprise is a
 * person's from now on, one that is left without an order is handed back. A game that is over comes back as it is.
 */
export const playOrders = (game: Game, orders: Orders, notes: readonly NoteHere[] = []): Game => {
  if (isOver(game)) return game;
  const turn = game.states.length - 1;
  const next = stepped(game, orders);
  const { record, line } = game;
  const changes = holdersNow(game).flatMap((by, seat): Held[] => {
    const now = orders[seat] === undefined ? DATA : (by ?? PERSON);
    return now === (by ?? DATA) ? [] : [{ line, turn, seat, by: now }];
  });
  const lines = record.lines.map((each, i) =>
    i === line ? { ...each, orders: [...each.orders, orders], checks: [...(each.checks ?? []), checkOf(last(next.states))] } : each,
  );
  const held = changes.length === 0 ? record.held : heldBy({ lines, held: [...record.held, ...changes] }, game.rules.seats.length);
  return { ...next, record: { ...record, lines, held, notes: [...record.notes, ...notes.map((each) => ({ ...each, line, turn }))] } };
};

/** A note on the turn that is played with it. */
export type NoteHere = Omit<RecordNote, 'line' | 'turn'>;

/** The seat that the one person at this table holds: the first that a person holds, else the scenario's first. */
export const seatAt = (game: Game): number => {
  const seat = holdersNow(game).indexOf(PERSON);
  return seat < 0 ? FIRST_SEAT : seat;
};

/** Seats that persons hold now; where nobody holds any, the one a person would take. */
export const personsAt = (game: Game): readonly number[] => {
  const seats = holdersNow(game).flatMap((by, seat) => (by === PERSON ? [seat] : []));
  return seats.length === 0 ? [FIRST_SEAT] : seats;
};

/** One turn on with the order of the one person at this table. */
export const playTurn = (game: Game, order: SeatOrder, ...notes: readonly NoteHere[]): Game => {
  const seat = seatAt(game);
  return playOrders(
    game,
    game.rules.seats.map((_, i) => (i === seat ? order : undefined)),
    notes,
  );
};

/** The game of a line that has been replayed and found good as far as `replay` goes; the record is cut there already. */
export const gameOf = (bundle: Bundle, record: GameRecord, line: number, { seed, setup, orders }: Replay): Game => {
  const whole: Game = { ...opening(bundle, seed, setup), record, line };
  const played = orders.reduce(stepped, whole);
  const checks = played.states.slice(1).map(checkOf);
  const start = record.lines[line]?.from?.turn ?? 0;
  const lines = record.lines.map((each, i) => (i === line ? { ...each, orders: orders.slice(start), checks: checks.slice(start) } : each));
  const seats = played.rules.seats.length;
  return {
    ...played,
    record: {
      ...record,
      rules: bundle.rulesHash,
      lines,
      held: heldBy({ lines, held: record.held }, seats),
      start: checkOf(last(whole.states)),
    },
  };
};

/** The orders of the line at hand, from the first turn on. */
export const ordersNow = ({ record, line }: Game): readonly Orders[] => ordersOf(record, line);

/** The turn at which the line at hand left the first one; undefined on the first. Charges and calibration count the first line only. */
export const explorationFrom = ({ record, line }: Game): number | undefined => leftFirstAt(record, line);

export const stateNow = (game: Game): State => last(game.states);
export const turnNow = (game: Game): number => stateNow(game)[TURN] ?? 0;
export const isOver = (game: Game): boolean => stateNow(game)[ENDING] !== 0;

/** All that an eye and its forecasts get of the present. */
export const viewNow = (game: Game, eye: Eye = seatAt(game)): View => seenBy(game.rules, stateNow(game), eye);

/** The view at the start of a turn, 0 .. turns played. Throws RangeError beyond. */
export const viewAt = (game: Game, turn: number, eye: Eye = seatAt(game)): View => {
  const state = game.states[turn];
  if (state === undefined) throw new RangeError(`no turn ${String(turn)} in a game of ${String(game.states.length - 1)}`);
  return seenBy(game.rules, state, eye);
};

export const menuNow = (game: Game, seat = seatAt(game)): Menu => menu(game.rules, viewNow(game, seat), seat);

/** Whether the clock stands still for a decision of a seat. */
export const isStop = (game: Game, seat = seatAt(game)): boolean => menuNow(game, seat).situations.length > 0;

/**
 * The game as it stood at the start of a turn of the line at hand, on a new line: an exploration. Same seed, so luck differs only where the
 * orders do. A line left before anything was ordered on it is not kept.
 */
export const branchAt = (game: Game, turn: number): Game => {
  const at = Math.max(0, Math.min(turn, game.states.length - 1));
  const { record } = game;
  let parent = game.line;
  for (let from = record.lines[parent]?.from; from !== undefined && from.turn >= at; from = record.lines[parent]?.from) parent = from.line;
  const line = record.lines.length - 1;
  const idle = line > 0 && line !== parent && record.lines[line]?.orders.length === 0;
  const kept = idle ? line : line + 1;
  const ours = <T extends { readonly line: number }>(entries: readonly T[]): readonly T[] => entries.filter((entry) => entry.line < kept);
  return {
    ...game,
    line: kept,
    record: {
      ...record,
      held: ours(record.held),
      notes: ours(record.notes),
      lines: [...record.lines.slice(0, kept), { from: { line: parent, turn: at }, orders: [], checks: [] }],
    },
    states: game.states.slice(0, at + 1),
    ledgers: game.ledgers.slice(0, at + 1),
  };
};

/** The whole record: what is saved and exported. */
export const recordOf = (game: Game): GameRecord => game.record;

/** The game on another of its lines, as far as that one has come. Throws RangeError for a line it does not have. */
export const onLine = (game: Game, line: number): Game => {
  const orders = ordersOf(game.record, line);
  const begun = opening(game.bundle, game.seed, game.record.setup);
  return orders.reduce(stepped, { ...begun, record: game.record, line });
};
