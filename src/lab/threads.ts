import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { compileProgram } from '../engine/compiled-program.ts';
import type { Seed } from '../engine/seed.ts';
import { policiesOf } from '../players/policies.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { addResult, newResult, playBatch, type Batch, type BatchResult } from './batch.ts';
import type { Job } from './thread.ts';

export interface LabRun {
  readonly bundle: Bundle;
  readonly policies: readonly string[];
  readonly games: number;
  readonly first: Seed;
  /** Threads; 1 plays in this one. */
  readonly workers: number;
  readonly measure: Batch['measure'];
  readonly lens?: string | undefined;
  /** The built file of a thread. */
  readonly thread: string;
}

export interface PolicyRun extends BatchResult {
  readonly policy: string;
  readonly milliseconds: number;
}

/** Games handed to a thread at once. */
const BATCH = 32;

/** Plays every policy on the same seeds, one policy after another. What comes out does not depend on the number of threads. */
export const runLab = async (run: LabRun): Promise<PolicyRun[]> => {
  const { bundle, policies, workers } = run;
  const rules = compileProgram(bundle.program, bundle.rulesHash);
  const known = policiesOf(bundle);
  const threads =
    workers > 1
      ? Array.from(
          { length: workers },
          () =>
            new Worker(run.thread, { workerData: { program: bundle.program, catalogue: bundle.catalogue, rulesHash: bundle.rulesHash } }),
        )
      : [];
  try {
    // The games are timed, not the start of the threads.
    await Promise.all(threads.map((thread) => once(thread, 'message')));
    const runs: PolicyRun[] = [];
    for (const policy of policies) {
      const play = known.get(policy);
      if (play === undefined) throw new RangeError(`no policy ${policy}`);
      const started = performance.now();
      const parts =
        threads.length === 0
          ? [playBatch(rules, bundle.catalogue, play, { ...run, from: 0, to: run.games })]
          : await share(threads, policy, run);
      const whole = newResult(rules, bundle.catalogue);
      for (const part of parts) addResult(whole, part);
      runs.push({ policy, ...whole, milliseconds: performance.now() - started });
    }
    return runs;
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
};

/** Hands out batches as threads become free; results come back in the order of the seeds. */
const share = async (threads: readonly Worker[], policy: string, { games, first, measure, lens }: LabRun): Promise<BatchResult[]> => {
  const results: BatchResult[] = [];
  let next = 0;
  await Promise.all(
    threads.map(async (thread) => {
      while (next * BATCH < games) {
        const nth = next++;
        const job: Job = { policy, first, measure, lens, from: nth * BATCH, to: Math.min(games, (nth + 1) * BATCH) };
        const answered: Promise<unknown[]> = once(thread, 'message');
        thread.postMessage(job);
        const [result] = await answered;
        results[nth] = result as BatchResult;
      }
    }),
  );
  return results;
};
