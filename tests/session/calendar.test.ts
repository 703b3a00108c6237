import { describe, expect, test } from 'vitest';
import { datesOfTurn } from '../../src/session/calendar.ts';

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
