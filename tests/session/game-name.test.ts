import { describe, expect, test } from 'vitest';
import { LONGEST_NAME, nameFrom, nameIn } from '../../src/session/game-name.ts';

describe('the name of a game', () => {
  test('is kept as it was typed, with blanks put in order', () => {
    for (const [typed, name] of [
      ['July’s game', 'July’s game'],
      ['  a \t game\n of   July ', 'a game of July'],
      ['Ván tháng Bảy'.normalize('NFD'), 'Ván tháng Bảy'],
      ['越南 · مناورة', '越南 · مناورة'],
      ['👩‍🏫 first try', '👩‍🏫 first try'],
      ['<b>bold</b> & =1+1', '<b>bold</b> & =1+1'],
    ] as const)
      expect(nameFrom(typed)).toBe(name);
  });

  test('loses what cannot be seen or turns what stands beside it', () => {
    for (const [typed, name] of [
      ['safe\u202egnp.exe', 'safegnp.exe'],
      ['\u2066one\u2069 \u200ftwo\u061c', 'one two'],
      ['a\u0000b\u0007c\u009fd', 'abcd'],
      ['half \ud800 a letter', 'half a letter'],
      ['zero\u200bwidth\ufeff', 'zerowidth'],
      ['line\u2028line\u2029line', 'line line line'],
      [`a${'\u0301'.repeat(40)}b`, 'á\u0301\u0301\u0301\u0301b'],
    ] as const)
      expect(nameFrom(typed)).toBe(name);
  });

  test('is none where it is empty, too long or no text', () => {
    expect(nameFrom('x'.repeat(LONGEST_NAME))).toHaveLength(LONGEST_NAME);
    for (const bad of [
      '',
      '  ',
      '\u202e\u200b',
      'x'.repeat(LONGEST_NAME + 1),
      'x '.repeat(1_000_000),
      7,
      null,
      undefined,
      ['a'],
      { name: 'a' },
    ])
      expect(nameFrom(bad)).toBeUndefined();
  });

  test('stands beside the record of a file', () => {
    expect(nameIn({ format: 2, name: ' July ' })).toBe('July');
    for (const json of [undefined, null, 'name', [], {}, { name: {} }, { name: 'x'.repeat(61) }]) expect(nameIn(json)).toBeUndefined();
  });
});
