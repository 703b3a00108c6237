import type { Program, SetupSpec } from './program.ts';

/** By entry of `Program.setup`: the index chosen (`one`, as a list of one) or the flags raised (`some`). undefined: the preset. */
export type Choices = readonly (readonly number[] | undefined)[];

/** What a set-up entry comes to. Throws RangeError for a choice the entry does not have: check with `choicesFit` first. */
export function chosenAt(setup: SetupSpec, chosen: readonly number[] | undefined): readonly number[] {
  if (chosen === undefined) {
    const count = setup.kind === 'one' ? 1 : setup.count;
    return Array.from({ length: count }, (_, i) => wrap(setup.preset + i, setup.options.length));
  }
  if (!fits(setup, chosen)) throw new RangeError(`set-up ${setup.id} has no choice ${chosen.join(', ')}`);
  return chosen;
}

const wrap = (i: number, length: number): number => (i < length ? i : i - length);

function fits(setup: SetupSpec, chosen: readonly number[]): boolean {
  const count = setup.kind === 'one' ? 1 : setup.count;
  const known = chosen.every((i) => Number.isInteger(i) && i >= 0 && i < setup.options.length);
  return chosen.length === count && known && new Set(chosen).size === count;
}

/** Whether these choices can start a game of the program. */
export const choicesFit = (program: Program, choices: Choices): boolean =>
  choices.length <= program.setup.length &&
  program.setup.every((setup, i) => {
    const chosen = choices[i];
    return chosen === undefined || fits(setup, chosen);
  });
