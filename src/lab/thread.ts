import { parentPort, workerData } from 'node:worker_threads';
import { compileProgram } from '../engine/compiled-program.ts';
import { policiesOf } from '../players/policies.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { playBatch, type Batch } from './batch.ts';

/** What a thread is asked: a batch of games by one policy. */
export interface Job extends Batch {
  readonly policy: string;
}

// Only `threads.ts` starts this file, with a bundle that was compiled in the same process.
const bundle = workerData as Pick<Bundle, 'program' | 'catalogue' | 'rulesHash'>;
const rules = compileProgram(bundle.program, bundle.rulesHash);
const policies = policiesOf(bundle);
parentPort?.postMessage('ready');

parentPort?.on('message', (job: Job) => {
  const policy = policies.get(job.policy);
  if (policy === undefined) throw new Error(`no policy ${job.policy}`);
  parentPort?.postMessage(playBatch(rules, bundle.catalogue, policy, job));
});
