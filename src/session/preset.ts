import type { SetupSpec } from '../engine/program.ts';
import type { Bundle } from '../bundle/bundle.ts';

/** What is taken where nobody chooses: the first of the list that do not pull apart. */
export const presetOf = ({ catalogue }: Bundle, { options, count }: SetupSpec): readonly number[] => {
  const apart = (a: string, b: string): boolean =>
    catalogue.charges.some(({ id, tension }) => (id === a && tension.includes(b)) || (id === b && tension.includes(a)));
  const taken: number[] = [];
  options.forEach((id, i) => {
    if (taken.length < count && taken.every((other) => !apart(id, options[other] ?? ''))) taken.push(i);
  });
  return taken.length === count ? taken : options.slice(0, count).map((_, i) => i);
};
