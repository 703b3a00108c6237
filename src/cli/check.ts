import { writeProblem } from '../scenario/problem/problem.ts';
import { mend, problemsOf } from '../disk/load-files.ts';
import type { Call } from './main.ts';
import { UsageError } from './usage.ts';

/** `check FILE|DIR [--fix]`: every problem, with its place. Fails when there is one. */
export const check = ({ words, options, out, root }: Call): Promise<boolean> => {
  const path = words[0] ?? '';
  if (path === '') throw new UsageError('check needs the path of a file or folder.');
  if (options['fix'] === true) for (const file of mend(path, root)) out.say(`Mended ${file}`);
  const problems = problemsOf(path, root);
  out.tell({ problems });
  for (const problem of problems) out.say(writeProblem(problem));
  out.say(problems.length === 0 ? 'No problems.' : problems.length === 1 ? '1 problem.' : `${problems.length} problems.`);
  return Promise.resolve(problems.length === 0);
};
