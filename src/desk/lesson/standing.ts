import type { Bundle } from '../../bundle/bundle.ts';
import { policiesOf } from '../../players/policies.ts';
import { capitalName } from '../../telling/teller.ts';
import type { Teller } from '../../telling/teller.ts';
import { lt } from '../../text/lesson/words.ts';

export interface Instruction {
  readonly policy: string;
  readonly title: string;
}

/** The name of a standing instruction, in words; its own name where it has none. */
export const instructionOf = (teller: Teller, policy: string): string => {
  if (policy === 'hedge') return lt('standing.hedge');
  if (policy === 'cautious') return lt('standing.cautious');
  const [, way, whom = ''] = /^(partner|align)-(.+)$/u.exec(policy) ?? [];
  if (way === 'partner') return lt('standing.partner', { name: teller.say(`group.${whom}.name`) || whom });
  if (way === 'align') return lt('standing.align', { name: capitalName(teller, whom) });
  return policy;
};

/** What a class may leave its desk with: caution, open doors, each group worked with, and the sides of the two powers with most to say. */
export const instructionsOf = (teller: Teller): readonly Instruction[] => {
  const known = policiesOf(teller.bundle);
  const wanted = [
    ...['hedge', 'cautious'],
    ...teller.bundle.catalogue.groups.map(({ id }) => `partner-${id}`),
    ...sides(teller.bundle).map((id) => `align-${id}`),
  ];
  return wanted.filter((policy) => known.has(policy)).map((policy) => ({ policy, title: instructionOf(teller, policy) }));
};

const SIDES = 2;

/** The powers that most answers take the side of. */
const sides = ({ program, catalogue }: Bundle): readonly string[] => {
  const groups = new Set(catalogue.groups.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { options } of program.situations)
    for (const { stance, about } of options)
      if (stance === 'align') for (const power of about) if (!groups.has(power)) counts.set(power, (counts.get(power) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SIDES)
    .map(([id]) => id);
};
