import { parentPort, workerData } from 'node:worker_threads';
import { perform, type Job } from './job.ts';
import { openLab, type LabData } from './lab-scenario.ts';

// Only `threads.ts` starts this file, with a bundle that was compiled in the same process.
const scenario = openLab(workerData as LabData);
parentPort?.postMessage('ready');

parentPort?.on('message', (job: Job) => {
  parentPort?.postMessage(perform(scenario, job));
});
