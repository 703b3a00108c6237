import { idOfEye, rowsFor, seatOf, seenBy, type Eye } from '../src/engine/eye.ts';
import { menu } from '../src/engine/menu.ts';
import { checkOf } from '../src/engine/state.ts';
import { alongLine, maySee } from '../src/engine/record.ts';
import type { Chronicle } from '../src/session/chronicle.ts';
import { explorationFrom, ordersNow, seatAt, type Game } from '../src/session/game.ts';

/** What an eye has come to know of a game, without a table in between. */
export const chronicleOf = (game: Game, eye: Eye = seatAt(game)): Chronicle => {
  const seat = seatOf(eye) ?? seatAt(game);
  return {
    bundle: game.bundle,
    rules: game.rules,
    seat,
    eye: eye === 'open' ? seat : eye,
    setup: game.record.setup,
    seed: game.seed,
    moments: game.states.map((state, turn) => {
      const view = seenBy(game.rules, state, eye);
      return {
        turn,
        revision: turn,
        view,
        rows: rowsFor(game.rules, game.ledgers[turn]!, eye),
        menu: menu(game.rules, view, seat),
        check: checkOf(view),
      };
    }),
    orders: ordersNow(game).map((orders) => orders[seat]),
    notes: alongLine(game.record, game.line, game.record.notes).filter((note) => maySee(note, idOfEye(game.rules.program, eye))),
    explorationFrom: explorationFrom(game),
    open: eye === 'open',
  };
};
