import type { Bundle } from '../../bundle/bundle.ts';
import type { Seed } from '../../engine/seed.ts';
import { endsOf, type End, type EndsJob } from '../../lab/ends.ts';
import { labDataOf, openLab, type LabData } from '../../lab/lab-scenario.ts';
import { looksAhead, policiesOf } from '../../players/policies.ts';
import { handHere, openPool, type Hand, type Pool } from '../../session/pool.ts';
import { workerHand, workersHere } from './page-hand.ts';

/** Games handed out at once: progress is seen, and little is lost when it is called off. */
const AT_ONCE = 25;

export interface Simulation {
  readonly bundle: Bundle;
  readonly games: number;
  readonly first: Seed;
  readonly lens?: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** Lines of conduct that a simulation plays, one after another: all that weigh nothing ahead. */
export const simulatedBy = (bundle: Bundle): readonly string[] => [...policiesOf(bundle).keys()].filter((policy) => !looksAhead(policy));

type SimulationHand = Hand<EndsJob, readonly End[]>;

const besideHand = (rules: LabData): SimulationHand =>
  workerHand(new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' }), { rules });

/** Many games of a scenario by its own lines of conduct, played beside the page; rejects where it is called off. */
export const simulate = async ({ bundle, games, first, lens, signal, onProgress }: Simulation): Promise<readonly End[]> => {
  const policies = simulatedBy(bundle);
  const rules = labDataOf(bundle);
  const jobs: EndsJob[] = [];
  for (let from = 0, nth = 0; from < games; from += AT_ONCE, nth++) {
    const policy = policies[nth % policies.length];
    if (policy !== undefined)
      jobs.push({ policy, first, from, to: Math.min(games, from + AT_ONCE), ...(lens === undefined ? {} : { lens }) });
  }
  const run = async (pool: Pool<EndsJob, readonly End[]>): Promise<readonly End[]> => {
    let done = 0;
    try {
      const parts = await pool.run(jobs, {
        signal,
        onResult: (part) => {
          done += part.length;
          onProgress(done);
        },
      });
      return parts.flat();
    } finally {
      pool.end();
    }
  };
  try {
    return await run(openPool(() => besideHand(rules), workersHere()));
  } catch (reason) {
    signal.throwIfAborted();
    if (!(reason instanceof Error)) throw reason;
    // Where a page may have no workers it plays the games itself, between other things.
    const scenario = openLab(rules);
    return run(openPool(() => handHere((job: EndsJob) => endsOf(scenario, job)), 1));
  }
};
