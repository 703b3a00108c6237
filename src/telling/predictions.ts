import { valueOf } from '../engine/expression.ts';
import type { Expr } from '../engine/program.ts';
import { SEAT, type Game } from '../session/game.ts';
import { predictionsOf } from '../session/prediction.ts';
import type { Teller } from './teller.ts';
import { datesAt } from './clock.ts';

export interface PredictionModel {
  readonly turn: number;
  readonly date: string;
  readonly question: string;
  /** Per cent. */
  readonly said: number;
  /** The game's own odds at the time, ppm. */
  readonly odds: number;
  /** Absent: the game ended first. */
  readonly came?: boolean;
}

/** Whether something rose at any of the turns after `turn`; unknown where the game ended before all of them. */
const cameWithin = (game: Game, turn: number, { rises, turns }: { readonly rises: Expr; readonly turns: number }): boolean | undefined => {
  const [start, ...later] = game.states.slice(turn, turn + turns + 1);
  if (start === undefined) return undefined;
  const before = valueOf(game.rules, start, rises);
  if (later.some((state) => valueOf(game.rules, state, rises) > before)) return true;
  return later.length < turns ? undefined : false;
};

export const predictionModels = (teller: Teller, game: Game): readonly PredictionModel[] =>
  predictionsOf(game).map(({ turn, situation, said, odds }) => {
    const info = teller.bundle.catalogue.situations.find(({ id }) => id === situation);
    const came = info?.tap === undefined ? undefined : cameWithin(game, turn, info.tap);
    return {
      turn,
      date: datesAt(teller, turn),
      question: teller.say(`situation.${situation}.tap`),
      said,
      odds,
      ...(came === undefined ? {} : { came }),
    };
  });

/** Predictions that came out since the last order before this one was looked at. */
export const settledOf = (teller: Teller, game: Game): readonly PredictionModel[] => {
  const { orders } = game.record;
  const before = orders.slice(0, -1).findLastIndex((order) => (order[SEAT]?.answers.length ?? 0) > 0);
  const seen: Game = { ...game, states: game.states.slice(0, before + 2) };
  const open = new Set(predictionModels(teller, seen).flatMap(({ turn, came }) => (came === undefined ? [turn] : [])));
  return predictionModels(teller, game).filter(({ turn, came }) => came !== undefined && open.has(turn));
};
