import { expect, test } from 'vitest';
import { bounded, floorDiv, modulo, partsLeftOver, partsPerMillion } from '../../src/engine/arith.ts';
import { draw, mix, seedWords, siteOf, turnKey } from '../../src/engine/chance.ts';
import type { Key } from '../../src/engine/chance.ts';
import { keyOf, makeSeed, parseSeed, seedNumber } from '../../src/engine/seed.ts';

const hex = (words: Key): string => words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');

test('mix, seedWords and turnKey give the published vectors', () => {
  expect(hex(mix(0, 0, 0, 0))).toBe('0f02f829 2d568769 32b0c43b d32548ea');
  expect(hex(mix(1, 2, 3, 4))).toBe('3622cd16 f11471d8 e1109b3f 02b94c2f');
  expect(hex(seedWords(1))).toBe('6f90c228 c944bc11 e9f21e40 81a7ee59');
  expect(hex(seedWords(2))).toBe('5344430a d56e97c7 eb575990 30886342');
  expect(hex(turnKey(seedWords(1), 0))).toBe('09a318e3 8d741dca 2f3b71ec 8768ad4f');
  expect(hex(turnKey(seedWords(1), 39))).toBe('2573debb b680641f 73f75722 68e649c9');
});

test('draws of age 0 give the published vectors', () => {
  const key = seedWords(1);
  expect(draw(key, 0, 1, 0, 0)).toBe(1692540839);
  expect(draw(key, 0, 100, 0, 0)).toBe(3489142113);
  expect(draw(key, 0, 100, 5, 0)).toBe(3634652113);
  expect(draw(key, 0, 200, 2, 0)).toBe(1571312340);
  expect(draw(key, 39, 318, 0, 0)).toBe(695363557);
});

test('an age is mixed into the third word', () => {
  const key = seedWords(1);
  const [a, b, c, d] = turnKey(key, 7);
  const [first] = mix(a ^ 100, b ^ 5, c ^ 3, d);
  expect(draw(key, 7, 100, 5, 3)).toBe((first ^ (first >>> 16)) >>> 0);
});

test('a site is the FNV-1a hash of the UTF-8 bytes of its name', () => {
  const known: readonly (readonly [string, number])[] = [
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
    ['card0/choice0', 2982482383],
    ['policy/choice', 766310155],
  ];
  for (const [name, site] of known) expect(siteOf(name)).toBe(site);
  for (const name of ['Bãi Tư Chính', '€', '🌊', 'a\ud800b']) {
    let h = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(name)) h = Math.imul(h ^ byte, 16777619);
    expect(siteOf(name)).toBe(h >>> 0);
  }
});

test('a bounded draw is exact for every size of bound', () => {
  for (const u of [0, 1, 65_535, 65_536, 0x7fffffff, 0xfffffffe, 0xffffffff]) {
    for (const n of [1, 2, 5, 1000, 1_000_000, 2_097_152, 2_097_153, 999_999_999, 2_000_000_001, 4_294_967_295]) {
      expect(BigInt(bounded(u, n))).toBe((BigInt(u) * BigInt(n)) >> 32n);
    }
  }
});

test('division rounds down and the rest has the sign of the divisor, up to 2^53', () => {
  const top = 9_007_199_254_740_991;
  for (const a of [0, 1, -1, 7, -7, 123_456_789, top, -top, top - 1]) {
    for (const b of [1, -1, 2, 3, -3, 16, 64, 1_000_003, top]) {
      const rest = ((BigInt(a) % BigInt(b)) + BigInt(b)) % BigInt(b);
      expect(BigInt(modulo(a, b))).toBe(rest);
      expect(BigInt(floorDiv(a, b))).toBe((BigInt(a) - rest) / BigInt(b));
    }
  }
});

test('parts per million are exact where the product passes 2^53', () => {
  for (const whole of [1, 3, 999_983, 1_000_000_000_000, 8_999_999_999_999]) {
    for (const a of [0, 1, whole >> 1, whole - 1, whole].filter((x) => x >= 0 && x <= whole)) {
      expect(BigInt(partsPerMillion(a, whole))).toBe((BigInt(a) * 1_000_000n) / BigInt(whole));
      expect(BigInt(partsLeftOver(a, whole))).toBe((BigInt(a) * 1_000_000n) % BigInt(whole));
    }
  }
});

test('a seed is ten letters in either case, and a plain number keeps the key of the yardstick', () => {
  expect(parseSeed('0000000001')).toEqual({ ok: true, value: '0000000001' });
  expect(parseSeed('abcdefghjk')).toEqual({ ok: true, value: 'ABCDEFGHJK' });
  for (const text of ['', 'ABCDEFGHJ', 'ABCDEFGHJKM', 'ABCDEFGHJI', 'ABCDEFGHJO', 'ABCDEFGHJU', 'ABCDEFGHJL', 'ABCDEFGH K', 'ABCDEFGHJß']) {
    expect(parseSeed(text).ok).toBe(false);
  }
  expect(keyOf('0000000001')).toEqual(seedWords(1));
  expect(makeSeed(seedNumber('ZZZZZZZZZZ'))).toBe('ZZZZZZZZZZ');
  expect(seedNumber('ZZZZZZZZZZ')).toBe((1n << 50n) - 1n);
  expect(keyOf('4000000000')).not.toEqual(keyOf('0000000000'));
});
