import { describe, expect, test } from 'vitest';
import { bandOf, chanceWords, dates, driftOf, likelihoodOf, percentOf, signed } from '../../src/telling/wording.ts';
import { plain } from '../../src/bundle/spell.ts';
import { speak } from '../../src/text/text.ts';

describe('numbers', () => {
  test('carry a true minus sign', () => {
    expect([signed(6), signed(-3), signed(0), plain(-2), plain(4)]).toEqual(['+6', '\u22123', '0', '\u22122', '4']);
  });

  test('per cent is never 0 or 100 unless certain', () => {
    expect([0, 1, 349_000, 999_999, 1_000_000].map(percentOf)).toEqual([0, 1, 35, 99, 100]);
  });
});

describe('words for numbers', () => {
  test('a reading has five bands', () => {
    expect([0, 249, 250, 499, 500, 599, 600, 749, 750, 1000].map(bandOf)).toEqual([
      'low',
      'low',
      'strained',
      'strained',
      'steady',
      'steady',
      'good',
      'good',
      'high',
      'high',
    ]);
  });

  test('a range points up, down, either way or nowhere', () => {
    expect([driftOf(5, 30), driftOf(-30, -2), driftOf(-10, 10), driftOf(-3, 4), driftOf(0, 20)]).toEqual([
      'up',
      'down',
      'either',
      'still',
      'up',
    ]);
  });

  test('signals are likely from 40 per cent and remote under 15', () => {
    expect([400_000, 399_999, 150_000, 149_999].map(likelihoodOf)).toEqual(['likely', 'possible', 'possible', 'remote']);
  });

  test('odds are said as people say them', async () => {
    await speak('en');
    expect([125_000, 250_000, 143_000, 700_000, 5000, 990_000].map(chanceWords)).toEqual([
      'about 1 in 8',
      'about 1 in 4',
      'about 1 in 7',
      'about 2 in 3',
      'hardly ever',
      'almost certainly',
    ]);
    await speak('vi');
    expect(chanceWords(125_000)).toBe('khoảng 1 trên 8');
    await speak('en');
  });
});

describe('dates', () => {
  test.each([
    ['2019-07-13', '2019-07-19', '13–19 July 2019', '13–19/7/2019'],
    ['2019-06-29', '2019-07-05', '29 June – 5 July 2019', '29/6–5/7/2019'],
    ['2022-04-07', '2022-04-07', '7 April 2022', '7/4/2022'],
    ['2019-12-28', '2020-01-03', '28 December 2019 – 3 January 2020', '28/12/2019–3/1/2020'],
  ])('%s to %s', (from, to, en, vi) => {
    expect([dates(from, to, 'en'), dates(from, to, 'vi')]).toEqual([en, vi]);
  });
});
