import { describe, expect, test } from 'vitest';
import { datesOfTurn, jumpIn, weeksOf } from '../../src/session/calendar.ts';

const vanguard = {
  start: '2019-06-01',
  segments: [
    { id: 'standoff', turns: 26, unit: 'week' },
    { id: 'epilogue', turns: 2, unit: 'event', dates: ['2021-09-20', '2022-04-07'] },
  ],
} as const;

describe('dates of turns', () => {
  test('weeks run from the start day, seven days each, and the 26th ends on 29 November 2019', () => {
    expect(datesOfTurn(vanguard, 0)).toMatchObject({ from: '2019-06-01', to: '2019-06-07', number: 1, of: 26 });
    expect(datesOfTurn(vanguard, 6)).toMatchObject({ from: '2019-07-13', to: '2019-07-19', number: 7 });
    expect(datesOfTurn(vanguard, 25)).toMatchObject({ from: '2019-11-23', to: '2019-11-29', number: 26 });
  });

  test('dated stops are single days, and turns beyond the calendar stand on the last', () => {
    expect(datesOfTurn(vanguard, 26)).toMatchObject({ from: '2021-09-20', to: '2021-09-20', segment: 'epilogue', number: 1, of: 2 });
    expect(datesOfTurn(vanguard, 27)).toMatchObject({ from: '2022-04-07' });
    expect(datesOfTurn(vanguard, 99)).toMatchObject({ from: '2022-04-07', segment: 'epilogue' });
  });

  test('months, quarters and years follow the calendar, not a count of days', () => {
    const by = (unit: 'month' | 'quarter' | 'year') => ({ start: '2020-01-01', segments: [{ id: 'all', turns: 9, unit }] }) as const;
    expect(datesOfTurn(by('month'), 1)).toMatchObject({ from: '2020-02-01', to: '2020-02-29' });
    expect(datesOfTurn(by('quarter'), 1)).toMatchObject({ from: '2020-04-01', to: '2020-06-30' });
    expect(datesOfTurn(by('year'), 1)).toMatchObject({ from: '2021-01-01', to: '2021-12-31' });
  });
});

describe('a jump of the calendar', () => {
  test('is told with the days on both its sides, and not from week to week', () => {
    expect(jumpIn(vanguard, 22, 25, 0)).toBeUndefined();
    expect(jumpIn(vanguard, 25, 25, 0)).toBeUndefined();
    expect(jumpIn(vanguard, 22, 26, 56)).toEqual({ from: '2019-11-29', to: '2021-09-20', gaps: 1 });
    expect(jumpIn(vanguard, 25, 26, 56)).toEqual({ from: '2019-11-29', to: '2021-09-20', gaps: 1 });
    expect(jumpIn(vanguard, 22, 27, 56)).toEqual({ from: '2019-11-29', to: '2022-04-07', gaps: 2 });
  });

  test('begins where more days are left out than were asked for', () => {
    const dates = ['2022-01-01', '2022-01-11'];
    const calendar = { start: '2022-01-01', segments: [{ id: 'all', turns: 2, unit: 'event', dates }] } as const;
    expect(jumpIn(calendar, 0, 1, 9)).toBeUndefined();
    expect(jumpIn(calendar, 0, 1, 8)).toEqual({ from: '2022-01-01', to: '2022-01-11', gaps: 1 });
  });
});

test('weeks between two turns count both, and half months come to as many weeks as they have', () => {
  expect(weeksOf(vanguard, 1, 8)).toBe(8);
  expect(weeksOf(vanguard, 1, 1)).toBe(1);
  expect(weeksOf(vanguard, 26, 26)).toBe(1);
  const halves = { start: '2022-01-01', segments: [{ id: 'all', turns: 6, unit: 'half_month' }] } as const;
  expect(weeksOf(halves, 0, 3)).toBe(8);
});
