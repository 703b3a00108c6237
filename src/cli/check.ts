import { writeProblem } from '../scenario/problem.ts';
import { checkPath } from './load.ts';
import type { Call } from './main.ts';

/** `check FILE|DIR [--fix]`: every problem, with its place. Fails when there is one. */
export const check = ({ words, options, out, root }: Call): Promise<boolean> => {
  const { problems, fixed } = checkPath(words[0] ?? '', root, options['fix'] === true);
  out.tell({ problems });
  for (const file of fixed) out.say(`mended ${file}`);
  for (const problem of problems) out.say(writeProblem(problem));
  out.say(problems.length === 0 ? 'No problems.' : problems.length === 1 ? '1 problem.' : `${problems.length} problems.`);
  return Promise.resolve(problems.length === 0);
};
