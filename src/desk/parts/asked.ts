import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Subject } from '../../telling/facts.ts';
import type { ClaimModel } from '../../telling/claims.ts';

/** What a reader has asked to see of one desk. */
export interface Asked {
  /** The claims whose card is open, and what opened it. */
  readonly source: Signal<{ readonly claims: readonly ClaimModel[]; readonly from: HTMLElement | undefined }>;
  /** The row of the ledger to open, by its name. */
  readonly why: Signal<string | undefined>;
  /** What stands open in a sheet of facts, and what opened it. */
  readonly facts: Signal<Subject | undefined>;
}

export const newAsked = (): Asked => ({
  source: signal({ claims: [], from: undefined }),
  why: signal(undefined),
  facts: signal(undefined),
});

export const AskedContext = createContext<Asked>(newAsked());

export const useAsked = (): Asked => useContext(AskedContext);
