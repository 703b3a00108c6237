import { writeProblem } from '../scenario/problem.ts';
import { problemsOf } from './load.ts';
import type { Call } from './main.ts';

/** `check FILE|DIR`: every problem, with its place. Fails when there is one. */
export const check = ({ words, out, root }: Call): Promise<boolean> => {
  const problems = problemsOf(words[0] ?? '', root);
  out.tell({ problems });
  for (const problem of problems) out.say(writeProblem(problem));
  out.say(problems.length === 0 ? 'No problems.' : problems.length === 1 ? '1 problem.' : `${problems.length} problems.`);
  return Promise.resolve(problems.length === 0);
};
