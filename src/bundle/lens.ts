import type { Program } from '../engine/program.ts';
import type { Choices } from '../engine/setup.ts';

/** The set-up choice that says which reading of the world holds. */
export const LENS = 'lens';

/** The lenses of a scenario; none where it has no such choice. */
export const lensesOf = ({ setup }: Pick<Program, 'setup'>): readonly string[] => setup.find(({ id }) => id === LENS)?.options ?? [];

/** The lens that a set-up chose, or the preset one; undefined where a scenario has none. */
export const lensIn = ({ setup }: Pick<Program, 'setup'>, choices: Choices): string | undefined => {
  const nth = setup.findIndex(({ id }) => id === LENS);
  const spec = setup[nth];
  return spec?.options[choices[nth]?.[0] ?? spec.preset];
};

/** A set-up with this lens in the place of its own. */
export const withLens = ({ setup }: Pick<Program, 'setup'>, choices: Choices, lens: string | undefined): Choices =>
  lens === undefined ? choices : setup.map(({ id, options }, i) => (id === LENS ? [options.indexOf(lens)] : choices[i]));
