import { describe, expect, test } from 'vitest';
import { newSeed, seedFromText } from '../../src/session/seed.ts';

describe('a seed', () => {
  test('of ten base32 characters is itself, whatever its case, spaces and hyphens', () => {
    expect(seedFromText('0123456789')).toBe('0123456789');
    expect(seedFromText('abcde-fghjk')).toBe('ABCDEFGHJK');
    expect(seedFromText(' ABCDE FGHJK ')).toBe('ABCDEFGHJK');
  });

  test('from any other text is the same everywhere', () => {
    // Published here so that an engine or a library that changes its mind is caught.
    expect(seedFromText('Class 10A')).toBe(seedFromText('Class 10A'));
    expect([seedFromText('Class 10A'), seedFromText('bãi Tư Chính'), seedFromText('')]).toMatchInlineSnapshot(`
      [
        "S35MS7DH0R",
        "5ATF4E5RQW",
        "78SC4KX4ZE",
      ]
    `);
  });

  test('does not depend on how the marks of a letter are encoded', () => {
    expect(seedFromText('Bãi Tư Chính'.normalize('NFD'))).toBe(seedFromText('Bãi Tư Chính'.normalize('NFC')));
  });

  test('made afresh is ten base32 characters, and another one next time', () => {
    const seeds = new Set(Array.from({ length: 50 }, newSeed));
    expect(seeds.size).toBe(50);
    for (const seed of seeds) expect(seedFromText(seed)).toBe(seed);
  });
});
