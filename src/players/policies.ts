import type { Program } from '../engine/program.ts';
import type { Catalogue } from '../bundle/bundle.ts';
import { greedyFor } from './greedy.ts';
import { historyOf } from './history.ts';
import { alignWith, cautiousOf, hedgeOf, partnerQuadOf, reckless } from './lines.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';

/** Powers with which a policy can align. */
const PATRONS = ['us', 'china', 'russia'] as const;

/** What policies need of a compiled scenario. */
export interface Played {
  readonly program: Pick<Program, 'readings'>;
  readonly catalogue: Pick<Catalogue, 'situations' | 'ladder'>;
}

/** All policies of the lab by name, made for one scenario. */
export const policiesOf = ({ program, catalogue }: Played): ReadonlyMap<string, Policy> =>
  new Map<string, Policy>([
    ['random', random],
    ['reckless', reckless],
    ['cautious', cautiousOf(catalogue.ladder)],
    ['hedge', hedgeOf(catalogue.ladder)],
    ['partner-quad', partnerQuadOf(catalogue.ladder)],
    ...PATRONS.map((power): [string, Policy] => [`align-${power}`, alignWith(power, catalogue.ladder)]),
    ['history', historyOf(catalogue)],
    ...program.readings.map(({ id }): [string, Policy] => [`greedy-${id}`, greedyFor(id, catalogue.ladder)]),
  ]);
