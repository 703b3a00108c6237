import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { Row } from '../engine/ledger.ts';
import type { Menu } from '../engine/menu.ts';
import type { SeatOrder } from '../engine/order.ts';
import { ENDING, TURN } from '../engine/program.ts';
import { alongLine, maySee } from '../engine/record.ts';
import type { RecordNote } from '../engine/record.ts';
import { idOfEye, seatOf } from '../engine/eye.ts';
import type { Eye } from '../engine/eye.ts';
import type { Seed } from '../engine/seed.ts';
import type { Choices } from '../engine/setup.ts';
import type { View } from '../engine/view.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { explorationFrom, ordersNow, seatAt } from './game.ts';
import type { Game } from './game.ts';
import type { LocalTable, Moment } from './table.ts';

/** A game as one eye has come to know it, from its first turn up to now: all that a desk tells. It holds no state and no key. */
export interface Chronicle {
  readonly bundle: Bundle;
  readonly rules: CompiledProgram;
  readonly seat: number;
  /** Whose chronicle it is; the seat's eye in an open one. */
  readonly eye: Eye;
  readonly setup: Choices;
  /** The seed of a game of one's own, for its address and its file. */
  readonly seed: Seed;
  /** By turn, from 0; one more than the orders. */
  readonly moments: readonly Moment[];
  /** The seat's own orders, by turn. */
  readonly orders: readonly (SeatOrder | undefined)[];
  /** Notes along this line. */
  readonly notes: readonly RecordNote[];
  /** The turn at which this line left the first one; undefined on the first. */
  readonly explorationFrom: number | undefined;
  /** Whether what was hidden stands in the views and rows: for the review of a game that is over. */
  readonly open: boolean;
}

const about = (game: Game, seat: number, eye: Eye): Omit<Chronicle, 'moments' | 'open'> => ({
  bundle: game.bundle,
  rules: game.rules,
  seat,
  eye: eye === 'open' ? seat : eye,
  setup: game.record.setup,
  seed: game.seed,
  orders: ordersNow(game).map((orders) => orders[seat]),
  notes: alongLine(game.record, game.line, game.record.notes).filter((note) => maySee(note, idOfEye(game.rules.program, eye))),
  explorationFrom: explorationFrom(game),
});

/** All moments so far, as an eye gets them from a table. Throws what the table refuses. */
export const readChronicle = async (table: LocalTable, eye?: Eye): Promise<Chronicle> => {
  const game = table.game();
  const seat = seatOf(eye ?? 'table') ?? seatAt(game);
  const moments: Moment[] = [];
  for (let turn = 0; turn < game.states.length; turn++) {
    const moment = await table.moment(turn, eye ?? seat);
    if (!moment.ok) throw new Error(moment.problem.message);
    moments.push(moment.value);
  }
  return { ...about(game, seat, eye ?? seat), moments, open: eye === 'open' };
};

/** The chronicle with the moment that an order led to. */
export const continued = (before: Chronicle, table: LocalTable, moment: Moment): Chronicle => ({
  ...about(table.game(), before.seat, before.eye),
  moments: [...before.moments, moment],
  open: false,
});

/** The chronicle as it stood at the start of a turn, 0 .. turns played: what came later is not in it. */
export const upTo = (chronicle: Chronicle, turn: number): Chronicle => ({
  ...chronicle,
  moments: chronicle.moments.slice(0, turn + 1),
  orders: chronicle.orders.slice(0, turn),
  notes: chronicle.notes.filter((note) => note.turn < turn),
});

export const momentNow = ({ moments }: Pick<Chronicle, 'moments'>): Moment => {
  const last = moments.at(-1);
  if (last === undefined) throw new RangeError('a chronicle has at least its first moment');
  return last;
};

/** The view at the start of a turn, 0 .. turns played. Throws RangeError beyond. */
export const viewAt = ({ moments }: Chronicle, turn: number): View => {
  const moment = moments[turn];
  if (moment === undefined) throw new RangeError(`no turn ${String(turn)} in a game of ${String(moments.length - 1)}`);
  return moment.view;
};

export const viewNow = (chronicle: Chronicle): View => momentNow(chronicle).view;
export const viewsOf = ({ moments }: Chronicle): readonly View[] => moments.map(({ view }) => view);
/** `[0]` is the set-up, `[t + 1]` what happened in turn t. */
export const rowsByTurn = ({ moments }: Chronicle): readonly (readonly Row[])[] => moments.map(({ rows }) => rows);
export const menuNow = (chronicle: Chronicle): Menu => momentNow(chronicle).menu;
export const turnNow = (chronicle: Chronicle): number => viewNow(chronicle)[TURN] ?? 0;
export const isOver = (chronicle: Chronicle): boolean => (viewNow(chronicle)[ENDING] ?? 0) !== 0;

/** Whether the game ended before its time. */
export const isLost = (chronicle: Chronicle): boolean =>
  chronicle.rules.program.endings[(viewNow(chronicle)[ENDING] ?? 0) - 1]?.early === true;

/** Whether the clock stands still for a decision. */
export const isStop = (chronicle: Chronicle): boolean => menuNow(chronicle).situations.length > 0;
