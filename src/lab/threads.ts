import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TargetInfo } from '../bundle/target.ts';
import type { Seed } from '../engine/seed.ts';
import { addResult, newResult, type Batch, type BatchResult } from './batch.ts';
import { perform, type Job, type JobResult } from './job.ts';
import { openLab, type LabData, type LabScenario } from './lab-scenario.ts';
import { Studied, STUDIES, type StudyAsk, type StudyResults } from './study.ts';
import { closelyFor, studiesFor } from './targets.ts';

export interface LabRun {
  readonly data: LabData;
  readonly policies: readonly string[];
  readonly games: number;
  readonly first: Seed;
  /** Threads; 1 plays in this one. */
  readonly workers: number;
  /** What the games are held against; none are measured unless given. */
  readonly targets?: readonly TargetInfo[] | undefined;
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

/** Works through jobs; results come in the order of the jobs. */
type Work = (jobs: readonly Job[]) => Promise<readonly JobResult[]>;

/**
 * Plays every policy on the same seeds, one policy after another, then the games of the studies that targets ask for. What comes out
 * does not depend on the number of threads.
 */
export const runLab = async (run: LabRun): Promise<{ readonly runs: readonly PolicyRun[]; readonly studied: Studied }> => {
  const { data, policies, targets, workers } = run;
  const scenario = openLab(data);
  const threads = workers > 1 ? Array.from({ length: workers }, () => new Worker(run.thread, { workerData: data })) : [];
  const work: Work =
    threads.length === 0 ? (jobs) => Promise.resolve(jobs.map((job) => perform(scenario, job))) : (jobs) => share(threads, jobs);
  try {
    // The games are timed, not the start of the threads.
    await Promise.all(threads.map((thread) => once(thread, 'message')));
    const runs: PolicyRun[] = [];
    for (const policy of policies) {
      const closely = closelyFor(targets ?? [], policy);
      const started = performance.now();
      const parts = await work(batchesOf(run, run.games, BATCH).map((games) => ({ games: { ...games, closely }, policy })));
      const whole = newResult(scenario);
      for (const part of parts) addResult(whole, part as BatchResult);
      runs.push({ policy, ...whole, milliseconds: performance.now() - started });
    }
    const studied = new Studied();
    for (const ask of studiesFor(targets ?? [], policies)) studied.put(ask, await study(scenario, run, ask, work));
    return { runs, studied };
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
};

const study = async <K extends keyof StudyResults>(
  scenario: LabScenario,
  run: LabRun,
  ask: StudyAsk & { readonly study: K },
  work: Work,
): Promise<StudyResults[K]> => {
  const { most, atOnce, fresh, add } = STUDIES[ask.study];
  const parts = await work(batchesOf(run, Math.min(run.games, most), atOnce).map((games) => ({ games, study: ask })));
  const whole = fresh(scenario);
  for (const part of parts) add(whole, part as StudyResults[K]);
  return whole;
};

const batchesOf = ({ first, lens, targets }: LabRun, games: number, size: number): readonly Batch[] =>
  Array.from({ length: Math.ceil(games / size) }, (_, i) => ({
    first,
    lens,
    measure: targets === undefined ? 'nothing' : 'targets',
    from: i * size,
    to: Math.min(games, (i + 1) * size),
  }));

/** Hands out jobs as threads become free. */
const share = async (threads: readonly Worker[], jobs: readonly Job[]): Promise<readonly JobResult[]> => {
  const results: JobResult[] = [];
  let next = 0;
  await Promise.all(
    threads.map(async (thread) => {
      while (next < jobs.length) {
        const nth = next++;
        const answered: Promise<unknown[]> = once(thread, 'message');
        thread.postMessage(jobs[nth]);
        const [result] = await answered;
        results[nth] = result as JobResult;
      }
    }),
  );
  return results;
};
