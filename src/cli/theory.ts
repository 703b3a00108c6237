import { lensesOf } from '../bundle/lens.ts';
import { theoryOf } from '../lab/theory.ts';
import { loadNamed } from '../disk/load-files.ts';
import type { Call } from './main.ts';
import { lensFor } from './options.ts';
import { table } from './output.ts';
import { UsageError } from './usage.ts';

/** `theory [SCENARIO]`: what each lens makes of the cases the articles tell, beside what they report, and where the lenses part. */
export const theory = ({ words, options, out, root }: Call): Promise<boolean> => {
  const loaded = loadNamed(words[0], root, out);
  if (loaded === undefined) return Promise.resolve(false);
  // The cases are the world's: every scenario that uses it answers alike.
  const found = loaded.find(({ bundle, cases }) => cases.length > 0 && lensesOf(bundle.program).length > 0);
  if (found === undefined) throw new UsageError('There are no cases to put to a lens.');
  const { program } = found.bundle;
  const asked = lensFor(program, options);
  const lenses = asked === undefined ? lensesOf(program) : [asked];
  const { cases, difference } = theoryOf(program, found.cases, lenses);
  out.tell({ cases, difference });
  const rows = cases.map(({ title, reported, lenses: by }) => [
    title,
    reported,
    ...lenses.map((lens) => `${by[lens] ?? ''}${by[lens] === reported ? '' : ' (not so)'}`),
  ]);
  table([['case', 'reported', ...lenses], ...rows], []).forEach((line) => out.say(line));
  out.say();
  const numbers = lenses.map((_, i) => i + 1);
  const parted = difference.map(({ title, lenses: by }) => [title, ...lenses.map((lens) => String(by[lens]))]);
  table([['where they part', ...lenses], ...parted], numbers).forEach((line) => out.say(line));
  return Promise.resolve(true);
};
