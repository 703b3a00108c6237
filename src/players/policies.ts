import type { Program } from '../engine/program.ts';
import type { Catalogue } from '../scenario/story.ts';
import { cautiousOf } from './cautious.ts';
import { greedyFor } from './greedy.ts';
import { historyOf } from './history.ts';
import { alignWith, hedge, partnerQuad, reckless } from './lines.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';

/** Powers with which a policy can align. */
const PATRONS = ['us', 'china', 'russia'] as const;

/** What policies need of a compiled scenario. */
export interface Played {
  readonly program: Pick<Program, 'readings'>;
  readonly catalogue: Pick<Catalogue, 'situations' | 'warnings'>;
}

/** All policies of the lab by name, made for one scenario. */
export const policiesOf = ({ program, catalogue }: Played): ReadonlyMap<string, Policy> =>
  new Map<string, Policy>([
    ['random', random],
    ['reckless', reckless],
    ['cautious', cautiousOf(catalogue.warnings.map(({ when }) => when))],
    ['hedge', hedge],
    ['partner-quad', partnerQuad],
    ...PATRONS.map((power): [string, Policy] => [`align-${power}`, alignWith(power)]),
    ['history', historyOf(catalogue)],
    ...program.readings.map(({ id }): [string, Policy] => [`greedy-${id}`, greedyFor(id)]),
  ]);
