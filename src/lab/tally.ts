import type { SeatOrder } from '../engine/order.ts';
import { ENDING } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { State } from '../engine/state.ts';

/** What came of games by one policy. Values stand in the order of the games, so that parts add up the same however they were split. */
export interface Tally {
  games: number;
  /** By reading: its value at the end of each game. */
  readonly readings: number[][];
  /** By ending: games that ended so. */
  readonly endings: number[];
  /** By situation and option: times chosen. */
  readonly options: number[][];
}

export const newTally = ({ program }: CompiledProgram): Tally => ({
  games: 0,
  readings: program.readings.map(() => []),
  endings: program.endings.map(() => 0),
  options: program.situations.map(({ options }) => options.map(() => 0)),
});

export const countOrder = (tally: Tally, { answers }: SeatOrder): void => {
  for (const { situation, option } of answers) tally.options[situation]![option]!++;
};

export const countGame = (tally: Tally, { program }: CompiledProgram, state: State): void => {
  tally.games++;
  tally.endings[state[ENDING]! - 1]!++;
  for (const [i, { slot }] of program.readings.entries()) tally.readings[i]!.push(state[slot]!);
};

/** Adds the games of `part`, which came after those of `whole`. */
export const addTally = (whole: Tally, part: Tally): void => {
  whole.games += part.games;
  part.readings.forEach((values, i) => whole.readings[i]!.push(...values));
  part.endings.forEach((count, i) => (whole.endings[i]! += count));
  part.options.forEach((counts, i) => {
    counts.forEach((count, option) => (whole.options[i]![option]! += count));
  });
};
