import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shown } from '../../src/cli/output.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { writeProblem } from '../../src/scenario/problem/problem.ts';

const folder = join(import.meta.dirname, 'fixtures', 'mistakes');
const told = (file: string): readonly string[] => {
  const { files, problems } = loadScenario(join(folder, file), folder, folder);
  return [...problems, ...compileScenario(files).problems].map(writeProblem);
};
const toldOf = (text: string): readonly string[] =>
  compileScenario({ name: 'x', own: [{ file: 'x.yaml', text }], used: [] }).problems.map(writeProblem);

describe('a mistake of YAML is told once, in our words', () => {
  it.each([
    ['a colon in a text', 'y-colon.yaml', /:7:\d+ syntax: There is a colon within this text.*quote a text with a colon/],
    ['a no-break space', 'y-nbsp.yaml', /character: There is a space of another kind \(U\+00A0\).*plain space/],
    ['a sign of width zero', 'y-zwsp-id.yaml', /:11:\d+ character: .*U\+200B \(a space of width zero\)/],
    ['a mark that turns the direction of writing, written as an escape', 'rtlesc.yaml', /:1:\d+ character: .*U\+202E/],
  ])('%s', (_, file, message) => {
    expect(told(file)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['a number in quotes', 'y-quote-num.yaml', /`start` must be a number such as 500, not the text "500"/],
    ['a time of day for a number', 'y-sexa.yaml', /`start` must be a number such as 500, not the text "8:20"/],
  ])('%s', (_, file, message) => {
    expect(told(file)[0]).toMatch(message);
  });

  it.each([
    ['a tab', 'scenario:\n\tid: x\n', /begins with a tab/],
    ['a wrong indent', 'scenario:\n  id: x\n   title: y\n', /indented too far/],
    ['a bracket that is not closed', 'scenario: { id: x, title: "a }\n', /not closed/],
    ['the escape sign of terminals', 'scenario: { id: x, title: "a\\e[31mred" }\n', /U\+001B \(the escape sign of terminals\)/],
    ['a sign of value zero', 'scenario: { id: x, title: "a\\0" }\n', /U\+0000/],
  ])('%s', (_, text, message) => {
    expect(toldOf(text)).toEqual([expect.stringMatching(message)]);
  });
});

it('nothing that steers a terminal reaches one', () => {
  expect(shown('a\u001b[31mb\u202ec\u0000d\u009be\tf\n')).toBe('a\\u001b[31mb\\u202ec\\u0000d\\u009be\tf\n');
  expect(shown('Bãi Tư Chính “—”')).toBe('Bãi Tư Chính “—”');
});
