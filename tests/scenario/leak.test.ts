import { describe, expect, it } from 'vitest';
import { edit, problemsOf } from './compile.ts';

/** Every place in which an expression may stand, each with one that reads the hidden cause. */
const OPEN_PLACES: readonly (readonly [string, string, string])[] = [
  ['the condition of a rule', 'when: "open() > 0"', 'when: "mood == mood.leaving"'],
  ['an `if`', 'if: "open() == 0"', 'if: "mood == mood.leaving"'],
  ['an amount', 'by: "rung == rung.calm ? 1 : -3"', 'by: "mood == mood.leaving ? 1 : -3"'],
  ['a spread', 'spread: 2', 'spread: "mood"'],
  ['a goal', 'to: 500\n', 'to: "500 + mood"\n'],
  ['a rate', 'rate: 24000', 'rate: "24000 + mood"'],
  ['a weight of `best`', 'weight: 5, noise: 9', 'weight: "5 + mood", noise: 9'],
  ['the need of an act', 'when: "rung < rung.blocked", text', 'when: "mood == mood.leaving", text'],
  ['whether an act is shown', 'when: running(mend_pier)', 'when: "mood == mood.leaving"'],
  ['a cost', 'cost: "rung > rung.calm ? 1 : 0"', 'cost: "mood"'],
  ['the weight of an act of the player', 'weight: 50', 'weight: "50 + mood"'],
  ['whether a situation comes', 'when: weeks_open <= 3', 'when: "mood == mood.leaving"'],
  ['how soon a situation comes', 'weight: 200\n', 'weight: "200 + mood"\n'],
  ['the need of an option', 'when: "hill.trust >= 300"', 'when: "mood == mood.leaving"'],
  ['the cost of an option', 'title: Buy grain\n        cost: 1', 'title: Buy grain\n        cost: "mood"'],
  ['a delay', 'later: { weeks: 2 }', 'later: { weeks: "2 + mood" }'],
  ['when a power moves at all', 'when: "during(spring)"', 'when: "mood == mood.leaving"'],
  ['whether a move is announced', 'mute: "rung == rung.calm"', 'mute: "mood == mood.leaving"'],
  ['a charge', 'met: weeks_open >= 4', 'met: "mood == mood.leaving"'],
  ['a text', '[if letter_sent] Yours', '[if mood == mood.leaving] Yours'],
  ['a figure in a text', '{= weeks_open}', '{= mood}'],
  ['a tail', 'tail: { rises: rung', 'tail: { rises: mood'],
  ['a tap', 'tap: { rises: rung', 'tap: { rises: mood'],
  ['a news slip', 'when: "seen(two_letters) > 0"', 'when: "mood == mood.leaving"'],
  ['a warning', 'near: { ending: lost, when: "rung == rung.blocked"', 'near: { ending: lost, when: "mood == mood.leaving"'],
  ['a paragraph of an ending', 'when: "chose(two_letters, wait)"', 'when: "mood == mood.leaving"'],
  ['the chart', 'pressure: "rung > rung.calm ? 2 : 0"', 'pressure: "mood"'],
];

describe('hidden causes', () => {
  it.each(OPEN_PLACES)('do not shape %s', (_name, from, to) => {
    const found = problemsOf(edit(from, to));
    expect(found.filter((line) => line.includes(' leak: '))).not.toEqual([]);
  });

  it('may shape a chance, a choice and the moves of a power that reveal them', () => {
    const text = edit(
      'weight: "logistic(500 - hill.trust)"',
      'weight: "mood == mood.leaving ? 300000 : 100000"',
      edit('luck: pride\n', 'luck: pride\n        reveals: [mood]\n'),
    );
    expect(problemsOf(text)).toEqual([]);
  });

  it('shape the moves of no power that does not say so', () => {
    const [first = ''] = problemsOf(edit('luck: move, reveals: [mood], ', 'luck: move, '));
    expect(first).toContain('leak: This reads the hidden cause `mood`, and what comes of it can be seen. (add `reveals: [mood]`)');
  });

  it('are not written by any op', () => {
    expect(problemsOf(edit('- raise: letter_sent', '- set: mood\n            to: 1')).join('\n')).toContain(
      'leak: `mood` is a hidden cause: it is drawn once and never written.',
    );
  });

  it('leave their odds for everyone to read', () => {
    expect(problemsOf(edit('when: "open() > 0"', 'when: "belief(mood, leaving) > 500000"'))).toEqual([]);
  });
});
