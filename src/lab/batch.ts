import { withLens } from '../bundle/lens.ts';
import { keyOf, type Seed } from '../engine/seed.ts';
import type { Policy } from '../players/policy.ts';
import { watchForecasts } from './coverage.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { addInside, newInside, type Inside } from './inside.ts';
import type { LabScenario } from './lab-scenario.ts';
import { addMeasures, newMeasures, watchGame, type Measures } from './measures.ts';
import { addReach, newReach, reachableOf, watchReach, type Reach } from './watch-reach.ts';
import { saidTexts, watchTexts, type FalseText } from './watch-texts.ts';
import { isPivotal } from './pivotal.ts';
import { addTally, countGame, countOrder, newTally, type Tally } from './tally.ts';

/** What takes many futures of every stop. */
export type Close = 'pivotal' | 'coverage';

/** Games `from` (included) to `to` (excluded) of a lab run. */
export interface Batch {
  readonly first: Seed;
  readonly from: number;
  readonly to: number;
  /** What to measure beside the tally; slows the games down. */
  readonly measure: 'nothing' | 'targets';
  /** What is looked at in the first games, stop by stop. */
  readonly closely?: readonly Close[];
  /** The lens of every game; that of the set-up's preset unless said. */
  readonly lens?: string | undefined;
}

export interface BatchResult {
  readonly tally: Tally;
  readonly measures: Measures;
  readonly coverage: Inside;
  /** Pivotal stops of each game looked at so closely. */
  readonly pivotal: number[];
  /** Texts that took for granted what did not hold, by key: of every game. */
  readonly untrue: Map<string, FalseText>;
  readonly reach: Reach;
}

/** Of so many games of a run every stop is played out many times: enough for a mean, few enough to wait for. */
const CLOSELY = 40;

/** Of so many games of a run it is noted what they came to at all. */
const REACHED = 200;

export const playBatch = (scenario: LabScenario, policy: Policy, { first, from, to, measure, closely = [], lens }: Batch): BatchResult => {
  const { rules, catalogue: watched } = scenario;
  const result = newResult(scenario);
  const { tally, measures, coverage, pivotal, untrue } = result;
  const said = saidTexts(rules, watched);
  const reachable = reachableOf(rules, watched);
  for (let nth = from; nth < to; nth++) {
    const seed = seedOf(first, nth);
    const key = keyOf(seed);
    const texts = watchTexts(rules, said, seed, untrue);
    const reach = nth < REACHED ? watchReach(rules, reachable, result.reach) : undefined;
    const game = { key, choices: withLens(rules.program, choicesOf(rules.program, key), lens), policy };
    if (measure === 'nothing') {
      const state = playGame(rules, game, (now, order) => {
        countOrder(tally, order);
        texts.turn(now, order);
        reach?.turn(now);
      });
      countGame(tally, rules, state);
      texts.end(state);
      reach?.end(state);
      continue;
    }
    const looks = (at: Close): boolean => nth < CLOSELY && closely.includes(at);
    const watch = watchGame(scenario, policy, key, measures);
    const forecasts = looks('coverage') ? watchForecasts(rules, policy, coverage) : undefined;
    let pivots = 0;
    const state = playGame(rules, game, (now, order) => {
      countOrder(tally, order);
      texts.turn(now, order);
      reach?.turn(now);
      watch.turn(now, order);
      forecasts?.turn(now, order);
      if (looks('pivotal') && isPivotal(rules, policy, now, order)) pivots++;
    });
    countGame(tally, rules, state);
    texts.end(state);
    reach?.end(state);
    watch.end(state);
    forecasts?.end(state);
    if (looks('pivotal')) pivotal.push(pivots);
  }
  return result;
};

export const newResult = ({ rules, catalogue }: Pick<LabScenario, 'rules' | 'catalogue'>): BatchResult => ({
  tally: newTally(rules),
  measures: newMeasures(),
  coverage: newInside(rules.program.readings.length),
  pivotal: [],
  untrue: new Map(),
  reach: newReach(rules, reachableOf(rules, catalogue)),
});

/** Adds the games of `part`, which came after those of `whole`. */
export const addResult = (whole: BatchResult, part: BatchResult): void => {
  addTally(whole.tally, part.tally);
  addMeasures(whole.measures, part.measures);
  addInside(whole.coverage, part.coverage);
  whole.pivotal.push(...part.pivotal);
  for (const [text, found] of part.untrue) {
    const known = whole.untrue.get(text);
    if (known === undefined) whole.untrue.set(text, { ...found });
    else known.times += found.times;
  }
  addReach(whole.reach, part.reach);
};
