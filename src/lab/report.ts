import type { Program } from '../engine/program.ts';
import { addResult, newResult, type BatchResult } from './batch.ts';
import type { LabScenario } from './lab-scenario.ts';
import { reachableOf } from './watch-reach.ts';
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

/** What no game of any policy came to, and texts that took for granted what did not hold. */
export interface Findings {
  readonly never: {
    /** Situations that never opened. */
    readonly open: readonly string[];
    /** Options that nobody chose, of those that opened: `situation/option`. */
    readonly chosen: readonly string[];
    /** Variables that kept their first value. */
    readonly moved: readonly string[];
    /** Texts whose condition never held, by prose key. */
    readonly true: readonly string[];
  };
  readonly untrue: readonly {
    readonly text: string;
    readonly file: string;
    readonly line: number;
    readonly times: number;
    readonly seed: string;
  }[];
}

export const findingsOf = (scenario: Pick<LabScenario, 'rules' | 'catalogue'>, runs: readonly BatchResult[]): Findings => {
  const { rules, catalogue } = scenario;
  const { program } = rules;
  const reachable = reachableOf(rules, catalogue);
  const whole = newResult(scenario);
  for (const run of runs) addResult(whole, run);
  const missing = <T>(list: readonly T[], reached: readonly boolean[], name: (item: T) => string): readonly string[] =>
    list.flatMap((item, i) => (reached[i] === true ? [] : [name(item)]));
  return {
    never: {
      open: missing(program.situations, whole.reach.open, ({ id }) => id),
      chosen: program.situations.flatMap(({ id, options }, i) =>
        whole.reach.open[i] === true ? options.flatMap((option, j) => (whole.tally.options[i]![j]! > 0 ? [] : [`${id}/${option.id}`])) : [],
      ),
      moved: missing(reachable.variables, whole.reach.moved, ({ name }) => name),
      true: missing(reachable.conditions, whole.reach.held, ({ text }) => text),
    },
    untrue: [...whole.untrue.values()].map(({ text, place, times, seed }) => ({
      text,
      file: catalogue.places[place]?.file ?? '',
      line: catalogue.places[place]?.line ?? 0,
      times,
      seed,
    })),
  };
};
