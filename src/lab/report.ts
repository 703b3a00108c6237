import type { Program } from '../engine/program.ts';
import { spreadOf, type Spread } from './spread.ts';
import type { Tally } from './tally.ts';

/** What `lab --json` prints for one policy. */
export interface PolicyReport {
  readonly policy: string;
  readonly games: number;
  /** Of wall time, all workers together. */
  readonly gamesPerSecond: number;
  /** Values at the end of the games. */
  readonly readings: Readonly<Record<string, Spread>>;
  /** Games by ending, every ending named. */
  readonly endings: Readonly<Record<string, number>>;
  /** Times chosen, by `situation/option`, every option named. */
  readonly options: Readonly<Record<string, number>>;
}

export const reportOf = (program: Program, policy: string, tally: Tally, milliseconds: number): PolicyReport => ({
  policy,
  games: tally.games,
  gamesPerSecond: milliseconds > 0 ? Math.round((tally.games * 1_000_000) / milliseconds) / 1_000 : 0,
  readings: Object.fromEntries(program.readings.map(({ id }, i) => [id, spreadOf(tally.readings[i] ?? [])])),
  endings: Object.fromEntries(program.endings.map(({ id }, i) => [id, tally.endings[i] ?? 0])),
  options: Object.fromEntries(
    program.situations.flatMap(({ id, options }, i) => options.map((option, j) => [`${id}/${option.id}`, tally.options[i]?.[j] ?? 0])),
  ),
});
