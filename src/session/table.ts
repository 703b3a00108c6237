import type { Eye } from '../engine/eye.ts';
import { rowsFor, seenBy } from '../engine/eye.ts';
import type { Row } from '../engine/ledger.ts';
import { menu } from '../engine/menu.ts';
import type { Menu } from '../engine/menu.ts';
import { orderDigit } from '../engine/order-code.ts';
import type { SeatOrder } from '../engine/order.ts';
import { bad, good } from '../engine/result.ts';
import type { Problem, Result } from '../engine/result.ts';
import { checkOf } from '../engine/state.ts';
import type { View } from '../engine/view.ts';
import { isOver, menuNow, playTurn, seatAt } from './game.ts';
import type { Game, NoteHere } from './game.ts';

/** What an eye has of the start of a turn: all that a desk knows. */
export interface Moment {
  /** 0 .. turns played. */
  readonly turn: number;
  /** How far the table has come: an order is given on it. */
  readonly revision: number;
  readonly view: View;
  /** What led to this turn from the one before, as the eye may read it. */
  readonly rows: readonly Row[];
  /** What the eye's seat may order; empty for a turn that is past and for an open eye. */
  readonly menu: Menu;
  /** `checkOf` the view. A check over the state would betray what is hidden to whoever tries each cause. */
  readonly check: number;
}

/** `stale`: the order was given on a revision that is no longer the last. `not-kept`: it could not be made durable, and was not taken. */
export type TableProblem = Problem & { readonly code: 'no-such-turn' | 'not-open' | 'stale' | 'illegal' | 'over' | 'not-kept' };

/** Where a game is played: in this page, or later in a room. No state and no key ever leaves it. */
export interface Table {
  /** The turn asked for. Problems `no-such-turn`; `not-open` for an open eye while the game goes on. */
  readonly moment: (turn: number, eye: Eye) => Promise<Result<Moment, TableProblem>>;
  /** Gives a seat's order on a revision. Resolves when it is durable, to the moment it led to. */
  readonly order: (seat: number, base: number, order: SeatOrder, ...notes: readonly NoteHere[]) => Promise<Result<Moment, TableProblem>>;
}

/** Makes a game durable before anybody sees how it went on. `false`: it was not, and the order must not be taken. */
export type Keeper = (game: Game) => Promise<boolean>;

/** A table for the one game in this page. */
export interface LocalTable extends Table {
  /** The game as it stands: for its link, its file and its lines. Never for eyes. */
  readonly game: () => Game;
}

const problem = (code: TableProblem['code'], message: string): { readonly ok: false; readonly problem: TableProblem } =>
  bad({ code, message });

export const openTable = (begun: Game, keep: Keeper): LocalTable => {
  let game = begun;
  let revision = 0;
  let busy = false;

  const momentOf = (turn: number, eye: Eye): Result<Moment, TableProblem> => {
    const state = game.states[turn];
    const ledger = game.ledgers[turn];
    if (state === undefined || ledger === undefined) return problem('no-such-turn', `There is no turn ${String(turn)} yet.`);
    if (eye === 'open' && !isOver(game)) return problem('not-open', 'What is hidden is opened when the game is over.');
    const view = seenBy(game.rules, state, eye);
    const last = turn === game.states.length - 1;
    const choices = last && eye !== 'open' ? menu(game.rules, view, eye) : NOTHING;
    return good({ turn, revision, view, rows: rowsFor(game.rules, ledger, eye), menu: choices, check: checkOf(view) });
  };

  return {
    game: () => game,
    moment: (turn, eye) => Promise.resolve(momentOf(turn, eye)),
    order: async (seat, base, order, ...notes) => {
      if (isOver(game)) return problem('over', 'The game is over.');
      if (base !== revision || busy) return problem('stale', 'The game has gone on since this order was put together.');
      if (seat !== seatAt(game) || orderDigit(menuNow(game), order) === undefined)
        return problem('illegal', 'This turn does not allow that order.');
      busy = true;
      try {
        const next = playTurn(game, order, ...notes);
        if (!(await keep(next))) return problem('not-kept', 'The order could not be kept, and was not given.');
        game = next;
        revision++;
        return momentOf(game.states.length - 1, seat);
      } finally {
        busy = false;
      }
    },
  };
};

const NOTHING: Menu = { seat: -1, situations: [], acts: [], maxActs: 0 };
