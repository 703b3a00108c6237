import { playBatch, type Batch, type BatchResult } from './batch.ts';
import { policyNamed, type LabScenario } from './lab-scenario.ts';
import { STUDIES, type StudyAsk, type StudyResults } from './study.ts';

/** What a thread is asked: a batch of games by one policy, or a part of a study. */
export type Job = { readonly games: Batch; readonly policy: string } | { readonly games: Batch; readonly study: StudyAsk };

export type JobResult = BatchResult | StudyResults[keyof StudyResults];

export const perform = (scenario: LabScenario, job: Job): JobResult =>
  'study' in job
    ? STUDIES[job.study.study].play(scenario, job.games, job.study)
    : playBatch(scenario, policyNamed(scenario, job.policy), job.games);
