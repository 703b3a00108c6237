import type { Chair, Eye } from '../engine/eye.ts';
import { rowsFor, seatOf, seenBy } from '../engine/eye.ts';
import type { Row } from '../engine/ledger.ts';
import { menu } from '../engine/menu.ts';
import type { Menu } from '../engine/menu.ts';
import { orderDigit } from '../engine/order-code.ts';
import type { SeatOrder } from '../engine/order.ts';
import { bad, good } from '../engine/result.ts';
import type { Problem, Result } from '../engine/result.ts';
import { checkOf } from '../engine/state.ts';
import type { View } from '../engine/view.ts';
import type { BallotRule } from './ballots.ts';
import { isOver, personsAt, playOrders, viewNow } from './game.ts';
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
  /**
   * Votes for an order of the chair's seat on a revision. Once the ballots of its chairs come to an order, that is the seat's, and all ballots
   * are kept beside it as notes. Resolves like `order`; to undefined where the seat's order is not made by this ballot.
   */
  readonly vote: (chair: Chair, base: number, order: SeatOrder) => Promise<Result<Moment | undefined, TableProblem>>;
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

/** `cabinets`: by seat, how its chairs come to its order; a seat without one has no chairs that vote. */
export const openTable = (begun: Game, keep: Keeper, cabinets: ReadonlyMap<number, BallotRule> = new Map()): LocalTable => {
  let game = begun;
  let revision = 0;
  let busy = false;
  /** Turns that were played before the table was opened: revision 0 stands at its last. */
  const offset = begun.states.length - 1;
  const given = new Map<number, Given>();
  /** By seat, the ballots of the turn at hand, in the order in which they came. */
  const ballots = new Map<number, readonly NoteHere[]>();

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
        ballots.clear();
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
    const seat = seatOf(eye);
    if (seat !== undefined && (game.rules.seats[seat] === undefined || !hasChair(game, eye)))
      return problem('no-such-eye', `There is no such seat or chair: ${JSON.stringify(eye)}.`);
    if (eye === 'open' && !isOver(game)) return problem('not-open', 'What is hidden is opened when the game is over.');
    const view = seenBy(game.rules, state, eye);
    const last = turn === game.states.length - 1;
    const choices = last && seat !== undefined ? menu(game.rules, view, seat) : NOTHING;
    return good({ turn, revision, view, rows: rowsFor(game.rules, ledger, eye), menu: choices, check: checkOf(view) });
  };

  const refused = (seat: number, base: number, order: SeatOrder): ReturnType<typeof problem> | undefined => {
    if (isOver(game)) return problem('over', 'The game is over.');
    if (base !== revision || busy) return problem('stale', 'The game has gone on since this order was put together.');
    if (!personsAt(game).includes(seat) || orderDigit(menu(game.rules, viewNow(game, seat), seat), order) === undefined)
      return problem('illegal', 'This turn does not allow that order.');
    return undefined;
  };

  const orderFor = async (
    seat: number,
    base: number,
    order: SeatOrder,
    notes: readonly NoteHere[],
    eye: Eye,
  ): Promise<Result<Moment, TableProblem>> => {
    const refusal = refused(seat, base, order);
    if (refusal !== undefined) return refusal;
    given.get(seat)?.settle(false);
    const made = new Promise<boolean>((resolve) => given.set(seat, { order, notes, settle: resolve }));
    if (personsAt(game).every((each) => given.has(each))) void makeTurn();
    if (await made) return momentOf(base + 1 + offset, eye);
    return problem('not-kept', 'The order was taken back, or could not be kept, and was not given.');
  };

  return {
    game: () => game,
    moment: (turn, eye) => Promise.resolve(momentOf(turn, eye)),
    order: (seat, base, order, ...notes) => orderFor(seat, base, order, notes, seat),
    vote: async (chair, base, order) => {
      // A table without chairs never fetches it; whatever is checked is checked once it is here.
      const { ballotsIn, decide, noteOfBallot } = await import('./ballots.ts');
      const { seat } = chair;
      const rule = cabinets.get(seat);
      if (rule?.chairs.includes(chair.chair) !== true) return problem('no-such-eye', `The chair \`${chair.chair}\` has no vote here.`);
      const refusal = refused(seat, base, order);
      if (refusal !== undefined) return refusal;
      const { program } = game.rules;
      const cast = [...(ballots.get(seat) ?? []), noteOfBallot(program, chair, order)];
      ballots.set(seat, cast);
      const here = cast.map((note) => ({ ...note, line: 0, turn: 0 }));
      const decided = decide(rule, ballotsIn(program, here, seat, 0));
      return decided === undefined ? good(undefined) : orderFor(seat, base, decided, cast, chair);
    },
  };
};

/** A seat as a whole, or one of the viewpoints that its chairs are. */
const hasChair = ({ bundle }: Game, eye: Eye): boolean =>
  typeof eye !== 'object' || bundle.catalogue.viewpoints.some(({ id }) => id === eye.chair);

const NOTHING: Menu = { seat: -1, situations: [], acts: [], maxActs: 0 };
