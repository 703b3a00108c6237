import { readFileSync } from 'node:fs';
import { compileScenario } from '../../src/scenario/compile.ts';
import type { Compiled } from '../../src/scenario/compile.ts';
import { writeProblem } from '../../src/scenario/problem/problem.ts';

/** The small complete scenario that most tests of this folder start from. */
export const TWO_DOORS = readFileSync(new URL('./fixtures/two-doors.yaml', import.meta.url), 'utf8');

/** The fixture gives no reasons; the hints that say so are left out where they are not what is looked at. */
export const withoutReasons = (compiled: Compiled): Compiled => ({
  ...compiled,
  problems: compiled.problems.filter(({ code }) => code !== 'no_reason'),
});

/** Compiles one file, with Vietnamese beside it if given; `withoutReasons`. */
export const compileText = (text: string, vi?: string): Compiled =>
  withoutReasons(
    compileScenario({
      name: 'two-doors',
      own: [{ file: 'two-doors.yaml', text }, ...(vi === undefined ? [] : [{ file: 'vi.yaml', text: vi }])],
      used: [],
    }),
  );

/** The problems as `line:column code message (suggestion)`. */
export const problemsOf = (text: string, vi?: string): readonly string[] => compileText(text, vi).problems.map(writeProblem);

/** The fixture with one part replaced; fails loudly when the part is not there. */
export function edit(from: string, to: string, text = TWO_DOORS): string {
  if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
  return text.replace(from, () => to);
}
