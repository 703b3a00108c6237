import { Worker } from 'node:worker_threads';
import type { TargetInfo } from '../bundle/target.ts';
import type { Seed } from '../engine/seed.ts';
import { handAt, handHere, openPool, type Hand } from '../session/pool.ts';
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
  const pool = openPool<Job, JobResult>(
    workers > 1 ? () => threadHand(run.thread, data) : () => handHere((job) => perform(scenario, job)),
    workers,
  );
  const work: Work = pool.run;
  try {
    // The games are timed, not the start of the threads.
    await pool.warm();
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
    pool.end();
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

const threadHand = (file: string, data: LabData): Hand<Job, JobResult> => {
  const thread = new Worker(file, { workerData: data });
  return handAt({
    post: (job) => thread.postMessage(job),
    listen: (onAnswer, onFailure) => void thread.on('message', onAnswer).on('error', onFailure),
    end: () => void thread.terminate(),
  });
};
