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
import { isOver, personsAt, playOrders, stateNow } from './game.ts';
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
export type TableProblem = Problem & {
  readonly code: 'no-such-turn' | 'no-such-eye' | 'not-open' | 'stale' | 'illegal' | 'over' | 'not-kept';
};

/** Where a game is played: in this page, or later in a room. No state and no key ever leaves it. */
export interface Table {
  /** The turn asked for. Problems `no-such-turn`, `no-such-eye`; `not-open` for an open eye while the game goes on. */
  readonly moment: (turn: number, eye: Eye) => Promise<Result<Moment, TableProblem>>;
  /**
   * Gives a seat's order on a revision. Resolves when the turn is made and durable, to the moment it led to: where persons hold several seats,
   * once each of them has ordered. What a seat gives last counts until then.
   */
  readonly order: (seat: number, base: number, order: SeatOrder, ...notes: readonly NoteHere[]) => Promise<Result<Moment, TableProblem>>;
}

/** Makes a game durable before anybody sees how it went on. `false`: it was not, and the order must not be taken. */
export type Keeper = (game: Game) => Promise<boolean>;

/** A seat's order that waits for those of the other persons. */
interface Given {
  readonly order: SeatOrder;
  readonly notes: readonly NoteHere[];
  readonly settle: (made: boolean) => void;
}

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
  /** Turns that were played before the table was opened: revision 0 stands at its last. */
  const offset = begun.states.length - 1;
  const given = new Map<number, Given>();

  /** Plays the turn for which every person has ordered. */
  const makeTurn = async (): Promise<void> => {
    busy = true;
    const all = new Map(given);
    given.clear();
    let kept = false;
    try {
      const orders = game.rules.seats.map((_, seat) => all.get(seat)?.order);
      const next = playOrders(
        game,
        orders,
        [...all.values()].flatMap(({ notes }) => notes),
      );
      kept = await keep(next);
      if (kept) {
        game = next;
        revision++;
      }
    } finally {
      busy = false;
      for (const { settle } of all.values()) settle(kept);
    }
  };

  const momentOf = (turn: number, eye: Eye): Result<Moment, TableProblem> => {
    const state = game.states[turn];
    const ledger = game.ledgers[turn];
    if (state === undefined || ledger === undefined) return problem('no-such-turn', `There is no turn ${String(turn)} yet.`);
    if (eye !== 'open' && game.rules.seats[eye] === undefined) return problem('no-such-eye', `There is no seat ${String(eye)}.`);
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
      const persons = personsAt(game);
      if (!persons.includes(seat) || orderDigit(menu(game.rules, stateNow(game), seat), order) === undefined)
        return problem('illegal', 'This turn does not allow that order.');
      given.get(seat)?.settle(false);
      const made = new Promise<boolean>((resolve) => given.set(seat, { order, notes, settle: resolve }));
      if (persons.every((each) => given.has(each))) void makeTurn();
      if (await made) return momentOf(base + 1 + offset, seat);
      return problem('not-kept', 'The order was taken back, or could not be kept, and was not given.');
    },
  };
};

const NOTHING: Menu = { seat: -1, situations: [], acts: [], maxActs: 0 };
