import { describe, expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { TURN } from '../../src/engine/program.ts';
import { menu } from '../../src/engine/menu.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { compileText, edit, problemsOf } from './compile.ts';

const RETURNS = 'returns: { weeks: 2, without: [wait] }';
const WAIT = 1;

/** The turns at which the letters lie open again after the answer `wait` of turn 0; a flag is raised in the course of turn 4. */
const weeksBack = (text: string): readonly number[] => {
  const { program } = compileText(text).bundle!;
  const rules = compileProgram(program);
  const situation = program.situations.findIndex(({ id }) => id === 'two_letters');
  const { status } = program.situations[situation]!;
  const sent = program.slots.findIndex(({ name }) => name === 'letter_sent');
  const key = seedWords(11);
  const state = start(rules, key);
  state[status] = 1;
  const back: number[] = [];
  for (let week = 0; week < 8; week++) {
    state[sent] = week >= 4 ? 1 : 0;
    stepInPlace(rules, key, state, [{ answers: week === 0 ? [{ situation, option: WAIT }] : [], acts: [] }]);
    const open = menu(rules, state, 0).situations.find((each) => each.situation === situation);
    if (open === undefined) continue;
    expect(open.options[WAIT]?.legal).toBe(false);
    back.push(state[TURN]!);
    state[status] = 0;
  }
  return back;
};

describe('a situation that comes back', () => {
  // Nothing else may open it while the weeks are counted.
  const closed = edit('deck: post', 'when: "turn > 900"\n    deck: post');

  it('does so after its weeks, without the answer that put it off', () => {
    expect(weeksBack(closed)[0]).toBe(2);
    expect(weeksBack(edit(RETURNS, 'returns: { weeks: 1, without: [wait] }', closed))[0]).toBe(1);
    expect(weeksBack(edit(RETURNS, 'returns: { weeks: 3, without: [wait] }', closed))[0]).toBe(3);
  });

  it('waits, week by week, until its condition holds', () => {
    expect(weeksBack(edit(RETURNS, 'returns: { weeks: 2, without: [wait], when: letter_sent }', closed))[0]).toBe(5);
  });

  it('is refused where the condition is not one', () => {
    expect(problemsOf(edit(RETURNS, 'returns: { weeks: 2, without: [wait], when: letter_snt }'))).toEqual([
      expect.stringMatching(/unknown_name: .*letter_snt.*letter_sent/),
    ]);
  });
});
