import { severityOf, writeProblem } from '../scenario/problem/problem.ts';
import type { Severity } from '../scenario/problem/problem.ts';
import { mend, problemsOf } from '../disk/load-files.ts';
import type { Call } from './main.ts';
import { UsageError } from './usage.ts';

const HEADINGS: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors: nothing can be played until they are mended'],
  ['warning', 'Warnings: it can be played, and something is wrong'],
  ['hint', 'Hints: it is not finished'],
];

/** `check FILE|DIR [--fix]`: every problem, with its place, worst first. Fails when there is an error or a warning. */
export const check = ({ words, options, out, root }: Call): Promise<boolean> => {
  const path = words[0] ?? '';
  if (path === '') throw new UsageError('check needs the path of a file or folder.');
  if (options['fix'] === true) for (const file of mend(path, root)) out.say(`Mended ${file}`);
  const problems = problemsOf(path, root).map((problem) => ({ severity: severityOf(problem), ...problem }));
  out.tell({ problems });
  for (const [severity, heading] of HEADINGS) {
    const mine = problems.filter((problem) => problem.severity === severity);
    if (mine.length === 0) continue;
    out.say(`${heading}.`);
    for (const problem of mine) out.say(writeProblem(problem));
  }
  out.say(problems.length === 0 ? 'No problems.' : problems.length === 1 ? '1 problem.' : `${problems.length} problems.`);
  return Promise.resolve(problems.every(({ severity }) => severity === 'hint'));
};
