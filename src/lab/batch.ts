import type { CompiledProgram } from '../engine/compiled-program.ts';
import { keyOf, type Seed } from '../engine/seed.ts';
import type { Policy } from '../players/policy.ts';
import { watchForecasts, type Coverage } from './coverage.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { addMeasures, newMeasures, watchGame, type Measures, type Watched } from './measures.ts';
import { isPivotal } from './pivotal.ts';
import { addTally, countGame, countOrder, newTally, type Tally } from './tally.ts';

/** Games `from` (included) to `to` (excluded) of a lab run. */
export interface Batch {
  readonly first: Seed;
  readonly from: number;
  readonly to: number;
  /** What to measure beside the tally; slows the games down. */
  readonly measure: 'nothing' | 'targets';
}

export interface BatchResult {
  readonly tally: Tally;
  readonly measures: Measures;
  readonly coverage: Coverage;
  /** Pivotal stops of each game looked at so closely. */
  readonly pivotal: number[];
}

/** Of so many games of a run every stop is played out many times: enough for a mean, few enough to wait for. */
const CLOSELY = 40;

export const playBatch = (rules: CompiledProgram, watched: Watched, policy: Policy, { first, from, to, measure }: Batch): BatchResult => {
  const result = newResult(rules);
  const { tally, measures, coverage, pivotal } = result;
  for (let nth = from; nth < to; nth++) {
    const key = keyOf(seedOf(first, nth));
    const game = { key, choices: choicesOf(rules.program, key), policy };
    if (measure === 'nothing') {
      const state = playGame(rules, game, (_state, order) => countOrder(tally, order));
      countGame(tally, rules, state);
      continue;
    }
    const closely = nth < CLOSELY;
    const watch = watchGame(rules, watched, policy, key, measures);
    const forecasts = watchForecasts(rules, policy, coverage);
    let pivots = 0;
    const state = playGame(rules, game, (now, order) => {
      countOrder(tally, order);
      watch.turn(now, order);
      if (!closely) return;
      forecasts.turn(now, order);
      if (isPivotal(rules, policy, now, order)) pivots++;
    });
    countGame(tally, rules, state);
    watch.end(state);
    if (!closely) continue;
    forecasts.end(state);
    pivotal.push(pivots);
  }
  return result;
};

export const newResult = (rules: CompiledProgram): BatchResult => ({
  tally: newTally(rules),
  measures: newMeasures(),
  coverage: { inside: 0, of: 0 },
  pivotal: [],
});

/** Adds the games of `part`, which came after those of `whole`. */
export const addResult = (whole: BatchResult, part: BatchResult): void => {
  addTally(whole.tally, part.tally);
  addMeasures(whole.measures, part.measures);
  whole.coverage.inside += part.coverage.inside;
  whole.coverage.of += part.coverage.of;
  whole.pivotal.push(...part.pivotal);
};
