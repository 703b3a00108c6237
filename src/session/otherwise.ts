import { lensIn, withLens } from '../bundle/lens.ts';
import { menu, type Menu } from '../engine/menu.ts';
import { orderDigit } from '../engine/order-code.ts';
import { PASS, type Answer, type SeatOrder } from '../engine/order.ts';
import { TURN } from '../engine/program.ts';
import { hedgeOf } from '../players/lines.ts';
import { playerLuck } from '../players/luck.ts';
import type { Policy } from '../players/policy.ts';
import { branchAt, isOver, newGame, ordersNow, personsAt, playOrders, seatAt, stateNow, viewNow, type Game } from './game.ts';

/** The rest of a game as it would have gone under the same luck. */
export interface Course {
  readonly game: Game;
  /** Decisions of the game's own player that could be given again, and those for which it had none: a hedging line decided there. */
  readonly kept: number;
  readonly strayed: number;
}

const isLegal = (choices: Menu, order: SeatOrder): boolean => orderDigit(choices, order) !== undefined;

/** As many of these acts as one order may hold, in their order. */
const actsThatFit = (choices: Menu, answers: readonly Answer[], acts: readonly number[]): readonly number[] =>
  acts.reduce<readonly number[]>((given, act) => (isLegal(choices, { answers, acts: [...given, act] }) ? [...given, act] : given), []);

/**
 * Plays a game on to its end by the orders of another one, `like`: what was ordered on a turn is ordered on it again; a situation that comes
 * sooner or later meets the answer it was given there; one that never came there is left to a hedging line. Acts that cannot be taken when they
 * were taken wait for the next stop.
 */
const followed = (like: Game, from: Game): Course => {
  const { rules, bundle } = from;
  const orders = ordersNow(like);
  const seat = seatAt(like);
  const answers = new Map(orders.flatMap((all) => (all[seat]?.answers ?? []).map(({ situation, option }) => [situation, option] as const)));
  const line: Policy = hedgeOf(bundle.catalogue);
  let game = from;
  let waiting: readonly number[] = [];
  let kept = 0;
  let strayed = 0;
  while (!isOver(game)) {
    const at = stateNow(game)[TURN] ?? 0;
    const own = (of: number): SeatOrder => orders[at]?.[of] ?? PASS;
    const all = personsAt(game).map((of): readonly [number, SeatOrder] => {
      const choices = menu(rules, viewNow(game, of), of);
      if (of !== seat) return [of, isLegal(choices, own(of)) ? own(of) : PASS];
      waiting = [...waiting, ...own(of).acts.filter((act) => !waiting.includes(act))];
      if (choices.situations.length === 0) return [of, PASS];
      let asked: SeatOrder | undefined;
      const given = choices.situations.flatMap(({ situation, options }): Answer[] => {
        const option = own(of).answers.find((each) => each.situation === situation)?.option ?? answers.get(situation);
        if (option !== undefined && options.some((each) => each.option === option && each.legal)) {
          kept++;
          return [{ situation, option }];
        }
        strayed++;
        asked ??= line(rules, viewNow(game, of), choices, playerLuck(game.key, at, of));
        return asked.answers.filter((each) => each.situation === situation);
      });
      const acts = actsThatFit(choices, given, waiting);
      waiting = waiting.filter((act) => !acts.includes(act));
      return [of, { answers: given, acts }];
    });
    game = playOrders(
      game,
      rules.seats.map((_, i) => all.find(([of]) => of === i)?.[1]),
    );
  }
  return { game, kept, strayed };
};

/** The game with one answer of its player changed at a turn of the line at hand, the rest as it was ordered, as far as it could be. */
export const withAnswer = (game: Game, turn: number, answer: Answer): Course => {
  const seat = seatAt(game);
  const orders = ordersNow(game)[turn] ?? [];
  const own = orders[seat] ?? PASS;
  const at = branchAt(game, turn);
  const choices = menu(at.rules, viewNow(at, seat), seat);
  const answers = own.answers.map((each) => (each.situation === answer.situation ? answer : each));
  const order: SeatOrder = { answers, acts: actsThatFit(choices, answers, own.acts) };
  return followed(
    game,
    playOrders(
      at,
      orders.map((each, i) => (i === seat ? order : each)),
    ),
  );
};

/** The same seed and the same orders, where another reading of the world holds. */
export const underLens = (game: Game, lens: string): Course => {
  const { bundle, seed, record } = game;
  const held = record.held.filter(({ line, turn }) => line === 0 && turn === 0);
  return followed(game, newGame(bundle, { seed, choices: withLens(bundle.program, record.setup, lens), held }));
};

/** The answers that a stop of the line at hand left, in their order. */
export const answersLeft = (game: Game, turn: number): readonly Answer[] => {
  const seat = seatAt(game);
  const given = ordersNow(game)[turn]?.[seat]?.answers ?? [];
  if (given.length === 0) return [];
  const at = branchAt(game, turn);
  const { situations } = menu(at.rules, viewNow(at, seat), seat);
  return given.flatMap(({ situation, option: chosen }) =>
    (situations.find((each) => each.situation === situation)?.options ?? []).flatMap(({ option, legal }) =>
      legal && option !== chosen ? [{ situation, option }] : [],
    ),
  );
};

/** The lens that a game was played under; undefined where its scenario has none. */
export const lensOf = ({ bundle, record }: Game): string | undefined => lensIn(bundle.program, record.setup);
