import type { PredictionModel } from './predictions.ts';

/** Forecasts of one level, and how often what they spoke of came. */
export interface Level {
  /** Per cent, the mean of what was said. */
  readonly said: number;
  /** Per cent. */
  readonly came: number;
  readonly count: number;
}

/** Predictions whose end is known, scored. */
export interface CalibrationModel {
  readonly count: number;
  /** Mean squared error of what was said and of the game's own odds, per mille: 0 is perfect, 250 a coin. */
  readonly own: number;
  readonly game: number;
  readonly levels: readonly Level[];
  /** The game's own odds, in five bands of 20 per cent. */
  readonly odds: readonly Level[];
}

const MILLION = 1_000_000;
const BANDS = 5;

const levelsOf = (told: readonly { readonly band: number; readonly said: number; readonly came: boolean }[]): readonly Level[] =>
  [...new Set(told.map(({ band }) => band))]
    .sort((a, b) => a - b)
    .map((band) => {
      const all = told.filter((each) => each.band === band);
      return {
        said: all.reduce((sum, { said }) => sum + said, 0) / all.length,
        came: (100 * all.filter(({ came }) => came).length) / all.length,
        count: all.length,
      };
    });

/** Undefined where no prediction has come to its end. Brier (1950): the mean of (forecast - outcome) squared. */
export const calibrationOf = (predictions: readonly PredictionModel[]): CalibrationModel | undefined => {
  const settled = predictions.flatMap(({ said, odds, came }) => (came === undefined ? [] : [{ said, odds, came }]));
  if (settled.length === 0) return undefined;
  const error = (of: (each: (typeof settled)[number]) => number): number =>
    Math.round((1000 * settled.reduce((sum, each) => sum + (of(each) - Number(each.came)) ** 2, 0)) / settled.length);
  return {
    count: settled.length,
    own: error(({ said }) => said / 100),
    game: error(({ odds }) => odds / MILLION),
    levels: levelsOf(settled.map(({ said, came }) => ({ band: said, said, came }))),
    odds: levelsOf(
      settled.map(({ odds, came }) => ({ band: Math.min(BANDS - 1, Math.floor((odds * BANDS) / MILLION)), said: odds / 10_000, came })),
    ),
  };
};
