import type { Deeds } from './deeds.ts';
import { deeds } from './deeds.ts';
import type { Batch } from './batch.ts';
import type { LabScenario } from './lab-scenario.ts';
import type { LensGames } from './lenses.ts';
import { lenses } from './lenses.ts';
import type { Outlooks } from './outlooks.ts';
import { outlooks } from './outlooks.ts';
import type { Pairs } from './pairs.ts';
import { pairs } from './pairs.ts';
import type { Strangers } from './strangers.ts';
import { strangers } from './strangers.ts';
import type { Twins } from './twins.ts';
import { twins } from './twins.ts';

/** Which study of which games: by one policy, beside another where two are compared. */
export interface StudyAsk {
  readonly study: keyof StudyResults;
  readonly policy: string;
  readonly other?: string;
}

/** The games of a study: `from` (included) to `to` (excluded). */
export type Span = Pick<Batch, 'first' | 'from' | 'to' | 'lens'>;

/** Games that are played and looked at apart from those that are only counted: each has a result that adds up over parts. */
export interface Study<T> {
  /** Games are looked at up to so many: enough for a share, few enough to wait for. */
  readonly most: number;
  /** Games handed to a thread at once. */
  readonly atOnce: number;
  readonly fresh: (scenario: LabScenario) => T;
  readonly play: (scenario: LabScenario, games: Span, ask: StudyAsk) => T;
  /** Adds what the games of `part` showed, which came after those of `whole`. */
  readonly add: (whole: T, part: T) => void;
}

export interface StudyResults {
  readonly pairs: Pairs;
  readonly strangers: Strangers;
  readonly outlooks: Outlooks;
  readonly deeds: Deeds;
  readonly twins: Twins;
  readonly lenses: LensGames;
}

export const STUDIES: { readonly [K in keyof StudyResults]: Study<StudyResults[K]> } = { pairs, strangers, outlooks, deeds, twins, lenses };

/** A study under its name: two that ask the same have one. */
export const nameOfAsk = ({ study, policy, other = '' }: StudyAsk): string => `${study}/${policy}/${other}`;

type ByName = { readonly [K in keyof StudyResults]: Map<string, StudyResults[K]> };

/** What studies showed. */
export class Studied {
  readonly #results: ByName = {
    pairs: new Map(),
    strangers: new Map(),
    outlooks: new Map(),
    deeds: new Map(),
    twins: new Map(),
    lenses: new Map(),
  };

  put<K extends keyof StudyResults>(ask: StudyAsk & { readonly study: K }, result: StudyResults[K]): void {
    this.#results[ask.study].set(nameOfAsk(ask), result);
  }

  get<K extends keyof StudyResults>(ask: StudyAsk & { readonly study: K }): StudyResults[K] | undefined {
    return this.#results[ask.study].get(nameOfAsk(ask));
  }
}
