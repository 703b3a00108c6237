import type { Bundle } from '../../bundle/bundle.ts';
import type { Seed } from '../../engine/seed.ts';
import { endsOf, type End, type EndsJob } from '../../lab/ends.ts';
import { labDataOf, openLab } from '../../lab/lab-scenario.ts';
import { looksAhead, policiesOf } from '../../players/policies.ts';
import { handAt, handHere, openPool, type Hand, type Pool } from '../../session/pool.ts';

/** Workers that a page asks for at most: more would only take memory. */
const MOST_WORKERS = 4;
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

const workerHand = (rules: ReturnType<typeof labDataOf>): SimulationHand => {
  const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' });
  worker.postMessage({ rules });
  return handAt({
    post: (job) => worker.postMessage(job),
    listen: (onAnswer, onFailure) => {
      worker.addEventListener('message', ({ data }) => onAnswer(data));
      worker.addEventListener('error', (event) => {
        // It is told where it is waited for.
        event.preventDefault();
        onFailure(new Error(event.message || 'a worker could not start'));
      });
    },
    end: () => worker.terminate(),
  });
};

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
  const workers = Math.max(1, Math.min(MOST_WORKERS, (navigator as Partial<Navigator>).hardwareConcurrency ?? 1));
  try {
    return await run(openPool(() => workerHand(rules), workers));
  } catch (reason) {
    signal.throwIfAborted();
    if (!(reason instanceof Error)) throw reason;
    // Where a page may have no workers it plays the games itself, between other things.
    const scenario = openLab(rules);
    return run(openPool(() => handHere((job: EndsJob) => endsOf(scenario, job)), 1));
  }
};
