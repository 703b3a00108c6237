import type { Bundle } from '../../bundle/bundle.ts';
import type { Seed } from '../../engine/seed.ts';
import { endsOf, type Ends, type EndsJob } from '../../lab/ends.ts';
import { labDataOf, openLab, type LabData } from '../../lab/lab-scenario.ts';
import { looksAhead, policiesOf } from '../../players/policies.ts';
import { handHere, openPool, type Hand, type Pool } from '../../session/pool.ts';
import { workerHand, workersHere } from './page-hand.ts';

/** Games handed out at once: progress is seen, and little is lost when it is called off. The first are few, so that something is seen soon. */
const AT_ONCE = 25;
const AT_FIRST = 5;

export interface Simulation {
  readonly bundle: Bundle;
  /** Games in all; the lines of conduct share them, each on the same seeds when `each` is given. */
  readonly games: number;
  /** Lines of conduct; all that weigh nothing ahead unless said. */
  readonly policies?: readonly string[];
  /** Every line plays the same seeds from the first on, `games` of them each. */
  readonly each?: boolean;
  readonly first: Seed;
  readonly lens?: string;
  /** Every game is played in each of these ways instead of as the rules and `lens` have it. */
  readonly steps?: readonly Pick<EndsJob, 'beginning' | 'lens'>[];
  /** Workers for this bundle; they are let go at the end. Others are hired unless given. */
  readonly prepared?: SimulationPool | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
  /** Hears of games as they are played. */
  readonly onPart?: (part: Ends) => void;
}

/** Lines of conduct that a simulation plays, one after another: all that weigh nothing ahead. */
export const simulatedBy = (bundle: Bundle): readonly string[] => [...policiesOf(bundle).keys()].filter((policy) => !looksAhead(policy));

type SimulationHand = Hand<EndsJob, Ends>;

const besideHand = (rules: LabData): SimulationHand =>
  workerHand(new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' }), { rules });

/** What is played, in parts: every line of conduct in turn, so that the first parts show something of each. */
const jobsOf = ({
  bundle,
  games,
  policies = simulatedBy(bundle),
  each = false,
  first,
  lens,
  steps = [{}],
}: Simulation): readonly EndsJob[] => {
  const under = lens === undefined ? {} : { lens };
  const round = Array.from({ length: Math.ceil(games / AT_ONCE) }, (_, nth) => (nth + 1) * AT_ONCE);
  const ends = [...[AT_FIRST, ...round].filter((end) => end < games), games];
  const parts = ends.map((to, nth) => {
    const span = { first, from: ends[nth - 1] ?? 0, to };
    const whose = each ? policies : policies.slice(nth % policies.length, (nth % policies.length) + 1);
    return whose.flatMap((policy) => steps.map((step): EndsJob => ({ policy, ...span, ...under, ...step })));
  });
  return parts.flat();
};

export type SimulationPool = Pool<EndsJob, Ends>;

/** Workers hired for the next simulation of a scenario before it is asked for. Whoever does not use them lets them go with `end`. */
export const prepare = (bundle: Bundle): SimulationPool => {
  const rules = labDataOf(bundle);
  const pool: SimulationPool = openPool(() => besideHand(rules), workersHere());
  // Where a page may have no workers, whoever plays finds out and does without.
  pool.warm().catch(() => undefined);
  return pool;
};

/** Many games of a scenario by its own lines of conduct, played beside the page; rejects where it is called off. */
export const simulate = async (asked: Simulation): Promise<readonly Ends[]> => {
  const { bundle, signal, onProgress, onPart } = asked;
  const rules = labDataOf(bundle);
  const jobs = jobsOf(asked);
  const run = async (pool: SimulationPool): Promise<readonly Ends[]> => {
    let done = 0;
    try {
      return await pool.run(jobs, {
        signal,
        onResult: (part) => {
          done += part.ends.length;
          onProgress(done);
          onPart?.(part);
        },
      });
    } finally {
      pool.end();
    }
  };
  try {
    return await run(asked.prepared ?? prepare(bundle));
  } catch (reason) {
    signal.throwIfAborted();
    if (!(reason instanceof Error)) throw reason;
    // Where a page may have no workers it plays the games itself, between other things.
    const scenario = openLab(rules);
    return run(openPool(() => handHere((job: EndsJob) => endsOf(scenario, job)), 1));
  }
};
