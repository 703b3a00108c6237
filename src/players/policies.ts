import type { Program } from '../engine/program.ts';
import type { Catalogue } from '../bundle/bundle.ts';
import { kindsOf } from '../bundle/stance.ts';
import { greedyFor } from './greedy.ts';
import { historyOf } from './history.ts';
import { alignWith, cautiousOf, hedgeOf, partnerWith, recklessOf } from './lines.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';

/** What policies need of a compiled scenario. */
export interface Played {
  readonly program: Pick<Program, 'readings' | 'situations' | 'acts'>;
  readonly catalogue: Pick<Catalogue, 'situations' | 'ladder' | 'stances' | 'groups' | 'powers'>;
}

/** Powers and groups whose side some answer or act takes, in the order of the catalogue. */
const patronsOf = ({ program, catalogue }: Played): readonly string[] => {
  const kindOf = kindsOf(catalogue);
  const sided = new Set(
    [...program.situations.flatMap(({ options }) => options), ...program.acts]
      .filter(({ stance }) => stance !== undefined && kindOf(stance) === 'align')
      .flatMap(({ about }) => about),
  );
  return [...catalogue.powers, ...catalogue.groups].map(({ id }) => id).filter((id) => sided.has(id));
};

/** Policies that forecast every answer before they give one are named after the reading they serve. */
const FORESIGHT = 'greedy-';

/** Whether the policy of a name forecasts: a game of it takes the work of a hundred others. */
export const looksAhead = (policy: string): boolean => policy.startsWith(FORESIGHT);

/** All policies of the lab by name, made for one scenario: for each reading, group and patron that it has, one. */
export const policiesOf = (played: Played): ReadonlyMap<string, Policy> => {
  const { program, catalogue } = played;
  return new Map<string, Policy>([
    ['random', random],
    ['reckless', recklessOf(catalogue)],
    ['cautious', cautiousOf(catalogue)],
    ['hedge', hedgeOf(catalogue)],
    ...catalogue.groups.map(({ id, members }): [string, Policy] => [`partner-${id}`, partnerWith([id, ...members], catalogue)]),
    ...patronsOf(played).map((id): [string, Policy] => [
      `align-${id}`,
      alignWith(id, catalogue.groups.find((group) => group.id === id)?.members ?? [], catalogue),
    ]),
    ['history', historyOf(catalogue)],
    ...program.readings.map(({ id }): [string, Policy] => [`${FORESIGHT}${id}`, greedyFor(id, catalogue)]),
  ]);
};
