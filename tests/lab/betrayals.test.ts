import { expect, test } from 'vitest';
import { betrayalsOf } from '../../src/lab/betrayals.ts';
import { labDataOf, openLab } from '../../src/lab/lab-scenario.ts';
import { compileText, edit, TWO_DOORS } from '../scenario/compile.ts';

const FIRST = '000000ZZZZ';

const measured = (text: string) => {
  const { bundle, problems } = compileText(text);
  if (bundle === undefined) throw new Error(JSON.stringify(problems));
  return betrayalsOf(openLab(labDataOf(bundle)), 'random', FIRST, 150);
};

test('an answer that shows what is hidden is found, beside those that do not', () => {
  const telling = edit(
    '        does:\n          - raise: letter_sent\n',
    '        does:\n          - raise: letter_sent\n          - signal: confession\n            luck: said_aloud\n',
    edit(
      '      silence: rest\n',
      '      silence: rest\n  confession:\n    about: mood\n    signs:\n      stay: { testing: 950, leaving: 50, title: They stay }\n      go: rest\n',
    ),
  );
  const before = measured(TWO_DOORS);
  const after = measured(telling);
  const bits = (all: typeof after): number => all.find(({ answer }) => answer === 'two_letters/answer_both')!.millibits;
  expect(bits(after)).toBeGreaterThan(2 * Math.max(20, bits(before)));
  expect(after[0]?.answer).toBe('two_letters/answer_both');
  expect(after[0]!.millibits).toBeGreaterThan(after[0]!.usual);
  for (const { millibits, times } of after) {
    expect(millibits).toBeGreaterThanOrEqual(0);
    expect(times).toBeGreaterThan(0);
  }
});
