import { valueOf } from '../engine/expression.ts';
import type { Expr } from '../engine/program.ts';
import type { Chronicle } from '../session/chronicle.ts';
import { predictionsOf } from '../session/prediction.ts';
import type { Teller } from './teller.ts';
import { datesAt } from './clock.ts';

export interface PredictionModel {
  readonly turn: number;
  readonly date: string;
  /** Title of the situation with which it was made. */
  readonly about: string;
  readonly question: string;
  /** Per cent. */
  readonly said: number;
  /** The game's own odds at the time, ppm. */
  readonly odds: number;
  /** Absent: the game ended first. */
  readonly came?: boolean;
}

/** Whether something rose at any of the turns after `turn`; unknown where the game ended before all of them. */
const cameWithin = (
  { rules, moments }: Chronicle,
  turn: number,
  { rises, turns }: { readonly rises: Expr; readonly turns: number },
): boolean | undefined => {
  const [start, ...later] = moments.slice(turn, turn + turns + 1).map(({ view }) => view);
  if (start === undefined) return undefined;
  const before = valueOf(rules, start, rises);
  if (later.some((view) => valueOf(rules, view, rises) > before)) return true;
  return later.length < turns ? undefined : false;
};

export const predictionModels = (teller: Teller, chronicle: Chronicle): readonly PredictionModel[] =>
  predictionsOf(chronicle).map(({ turn, situation, said, odds }) => {
    const info = teller.bundle.catalogue.situations.find(({ id }) => id === situation);
    const came = info?.tap === undefined ? undefined : cameWithin(chronicle, turn, info.tap);
    return {
      turn,
      date: datesAt(teller, turn),
      about: teller.say(`situation.${situation}.title`),
      question: teller.say(`situation.${situation}.tap`),
      said,
      odds,
      ...(came === undefined ? {} : { came }),
    };
  });

/** Predictions that came out since the last order before this one was looked at. */
export const settledOf = (teller: Teller, chronicle: Chronicle): readonly PredictionModel[] => {
  const { orders, moments } = chronicle;
  const before = orders.slice(0, -1).findLastIndex((order) => (order?.answers.length ?? 0) > 0);
  const seen: Chronicle = { ...chronicle, moments: moments.slice(0, before + 2) };
  const open = new Set(predictionModels(teller, seen).flatMap(({ turn, came }) => (came === undefined ? [turn] : [])));
  return predictionModels(teller, chronicle).filter(({ turn, came }) => came !== undefined && open.has(turn));
};
