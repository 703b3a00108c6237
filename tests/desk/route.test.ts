import { expect, test } from 'vitest';
import { makeRoute, parseRoute } from '../../src/desk/route.ts';

test.each(['#/', '#/s/vanguard-bank-2019', '#/play', '#/review', '#/lesson', '#/lesson/groups', '#/alliances', '#/problem', '#g=AbC-_9'])(
  '%s is read and written',
  (hash) => {
    expect(makeRoute(parseRoute(hash))).toBe(hash);
  },
);

test('an unknown address is home', () => {
  expect([parseRoute(''), parseRoute('#/nowhere'), parseRoute('#/s/'), parseRoute('#x')].map(({ at }) => at)).toEqual([
    'home',
    'home',
    'home',
    'home',
  ]);
});
