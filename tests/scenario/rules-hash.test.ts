import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { compileText, edit, TWO_DOORS } from './compile.ts';

const hashOf = (text: string, vi?: string): string | undefined => compileText(text, vi).bundle?.rulesHash;
const original = hashOf(TWO_DOORS);

describe('the rules hash', () => {
  it('is 64 hex digits and the same every time', () => {
    expect(original).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(TWO_DOORS)).toBe(original);
  });

  it.each([
    ['a word of a brief', 'Two letters lie on the desk.', 'Two letters are on the desk.'],
    ['a title', 'title: The empty store', 'title: A store without walls'],
    ['a comment', '# A small, complete scenario', '# Something else'],
    ['a line more', 'flags:\n', '\n\nflags:\n'],
    ['a claim on an op', '    claims: [ol-001]\n    does:\n      - signal', '    claims: [ol-002]\n    does:\n      - signal'],
    ['the status of a claim', 'epistemic: alleged', 'epistemic: asserted'],
    ['a reason', 'habit: Quiet weeks', 'habit: Long weeks'],
    ['a condition in a text', '[if letter_sent] Yours', '[if pier_fixed] Yours'],
    ['a value in a text', '{= weeks_open}', '{= never_touched}'],
    ['what a forecast names', 'tail: { rises: rung, turns: 3', 'tail: { rises: stops, turns: 2'],
    ['when a slip is shown', 'when: "seen(two_letters) > 0"', 'when: "seen(two_letters) > 1"'],
    ['how long it takes to play', 'minutes: 5', 'minutes: 7'],
    ['a place on the chart', 'lon: 106.7', 'lon: 106.8'],
    [
      'a variable that nothing uses',
      'never_touched: { range: [0, 10], scale: 1, start: 7 }',
      'never_touched: { range: [0, 90], scale: 1, start: 9 }',
    ],
  ])('stays when one changes %s', (_name, from, to) => {
    const changed = edit(from, to);
    expect(compileText(changed).problems).toEqual([]);
    expect(hashOf(changed)).toBe(original);
  });

  it('stays when words are translated', () => {
    expect(hashOf(TWO_DOORS, 'scenario.title: { vi: Hai cửa }\n')).toBe(original);
  });

  it('stays when another file holds some of the items', () => {
    const [head = '', tail = ''] = TWO_DOORS.split('\nstances:\n');
    const files = [
      { file: 'scenario.yaml', text: head },
      { file: 'stances.yaml', text: `stances:\n${tail}` },
    ];
    expect(compileScenario({ name: 'two-doors', own: files, used: [] }).bundle?.rulesHash).toBe(original);
  });

  it.each([
    ['a number of an op', 'by: -40', 'by: -41'],
    ['a probability', 'chance: 250000', 'chance: 250001'],
    ['a start', 'trade: { range: [0, 1000], start: 500', 'trade: { range: [0, 1000], start: 501'],
    ['a range', 'face.hill: { range: [0, 3]', 'face.hill: { range: [0, 4]'],
    [
      'the odds of a cause',
      'testing: { odds: 600, title: Testing }, leaving: { odds: 400',
      'testing: { odds: 601, title: Testing }, leaving: { odds: 399',
    ],
    ['a sign', 'full: { testing: 500', 'full: { testing: 501'],
    ['the name of a chance', 'luck: plain_hears', 'luck: the_plain_hears'],
    ['a cooldown', 'cooldown: 3', 'cooldown: 4'],
    ['the length of a project', 'weeks: 3', 'weeks: 4'],
    ['a rate', 'rate: 24000', 'rate: 24001'],
    ['the unit of a rate', 'per: month', 'per: quarter'],
    ['the calendar', 'turns: 10', 'turns: 11'],
    ['a point of a curve', '[500, 60000]', '[500, 60001]'],
    ['what a charge asks', 'met: weeks_open >= 4', 'met: weeks_open >= 5'],
    ['a weight', 'weight: 200\n', 'weight: 201\n'],
  ])('changes with %s', (_name, from, to) => {
    const hash = hashOf(edit(from, to));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toBe(original);
  });
});
