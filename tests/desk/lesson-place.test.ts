import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, sentencesOf, wordsIn } from '../../src/desk/lesson/fit.ts';
import { placeFrom, type Place } from '../../src/desk/lesson/place.ts';
import * as chairs from '../../src/text/lesson/chairs.ts';
import { en } from '../../src/text/lesson/en.ts';
import { vi } from '../../src/text/lesson/vi.ts';

const PLACE: Place = {
  game: 'one',
  scene: 'stop',
  stop: 2,
  turn: 14,
  clock: { phase: 'cards', left: 12_000, since: 5 },
  taps: { answers: { party: 1, trade: 0 }, dissents: ['trade'] },
  undo: [{ answers: { party: 1 }, dissents: [] }],
  briefed: ['capital/party'],
  sitting: { began: 1, bell: 2 },
  sittings: 1,
  page: 0,
};

test('a place comes back as it was kept', () => {
  expect(placeFrom(JSON.parse(JSON.stringify(PLACE)))).toEqual(PLACE);
});

test('whatever else stands there is no place, or one that can be shown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(PLACE)), fc.jsonValue(), (key, value) => {
      const place = placeFrom({ ...PLACE, [key]: value });
      if (place === undefined) return;
      expect(typeof place.game).toBe('string');
      expect(Object.values(place.taps.answers).every(Number.isInteger)).toBe(true);
      expect(Number.isFinite(place.sitting.bell)).toBe(true);
      expect(place.clock === undefined || Number.isFinite(place.clock.left)).toBe(true);
    }),
  );
  expect([null, 3, 'x', [], {}].map(placeFrom)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('texts are cut between sentences, and the first is always shown', () => {
  const text = 'On 1 June four ships came. “Who sent them?” Nobody knows… Speak, write or wait?';
  const sentences = sentencesOf(text);
  expect(sentences).toEqual(['On 1 June four ships came.', '“Who sent them?”', 'Nobody knows…', 'Speak, write or wait?']);
  expect(fitting(sentences, (each) => each, 9)).toEqual(sentences.slice(0, 2));
  expect(fitting(sentences, (each) => each, 1)).toEqual(sentences.slice(0, 1));
  expect(wordsIn('a – b 3 …')).toBe(3);
});

test.each([
  ['the lesson', { en, vi }],
  ['chairs on one device', chairs],
] as const)('%s speaks both languages, with the same gaps', (_, words) => {
  const gaps = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '').sort();
  const own: Readonly<Record<string, string>> = words.en;
  const other: Readonly<Record<string, string>> = words.vi;
  for (const [key, text] of Object.entries(own)) expect(gaps(other[key] ?? ''), key).toEqual(gaps(text));
  expect(Object.keys(other)).toEqual(Object.keys(own));
  expect(Object.values(other).filter((text) => text !== text.normalize('NFC'))).toEqual([]);
});
