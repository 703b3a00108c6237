import { bounded, imul } from './arith.ts';
import type { DrawId } from './program.ts';

/**
 * Chance is a pure function of (key, turn, site, subject, age): counter-based generation after Salmon et al. 2011,
 * with the hash pcg4d (Jarzynski and Olano 2020). Nothing remembers what was drawn, so no draw can shift another.
 */

/** The four seed words of a game, signed 32-bit. */
export type Key = readonly [number, number, number, number];

/**
 * The key of one turn, prepared for many draws: words 0 and 1 as they are, 2 and 3 the turn's own,
 * 4 and 5 the last two with age mixed in and the first step done.
 */
export type TurnLuck = Int32Array;
export const newTurnLuck = (): TurnLuck => new Int32Array(6);

const stir = (x: number): number => (imul(x, 1_664_525) + 1_013_904_223) | 0;

/** pcg4d: four words in, four words out, one-to-one. */
export function mix(a: number, b: number, c: number, d: number): Key {
  a = stir(a);
  b = stir(b);
  c = stir(c);
  d = stir(d);
  a = (a + imul(b, d)) | 0;
  b = (b + imul(c, a)) | 0;
  c = (c + imul(a, b)) | 0;
  d = (d + imul(b, c)) | 0;
  a ^= a >>> 16;
  b ^= b >>> 16;
  c ^= c >>> 16;
  d ^= d >>> 16;
  a = (a + imul(b, d)) | 0;
  b = (b + imul(c, a)) | 0;
  c = (c + imul(a, b)) | 0;
  d = (d + imul(b, c)) | 0;
  return [a, b, c, d];
}

/** The key of a seed of up to 64 bits, given as two words; `high` is 0 for a plain number. */
export const seedWords = (low: number, high = 0): Key => mix(low | 0, (0x9e3779b9 ^ high) | 0, 0x243f6a88, 0xb7e15162 | 0);

export const turnKey = (key: Key, turn: number): Key => mix(key[0] ^ turn, key[1], key[2], key[3]);

/** Makes `luck` that of a turn, at age 0. */
export function setTurn(luck: TurnLuck, key: Key, turn: number): void {
  const [a, b, c, d] = turnKey(key, turn);
  luck[0] = a;
  luck[1] = b;
  luck[2] = c;
  luck[3] = d;
  luck[4] = stir(c);
  luck[5] = stir(d);
}

/** Sets how many turns ago the cause of the coming draws began. */
export function setAge(luck: TurnLuck, age: number): void {
  luck[4] = stir(luck[2]! ^ age);
}

/** One draw of the turn: an unsigned 32-bit word. Only what reaches the first word of the hash is computed. */
export function word(luck: TurnLuck, site: DrawId, subject: number): number {
  const c0 = luck[4]!;
  const d0 = luck[5]!;
  let a = stir(luck[0]! ^ site);
  let b = stir(luck[1]! ^ subject);
  a = (a + imul(b, d0)) | 0;
  b = (b + imul(c0, a)) | 0;
  const c = (c0 + imul(a, b)) | 0;
  let d = (d0 + imul(b, c)) | 0;
  a ^= a >>> 16;
  b ^= b >>> 16;
  d ^= d >>> 16;
  a = (a + imul(b, d)) | 0;
  return (a ^ (a >>> 16)) >>> 0;
}

/** A whole number in 0..n-1, uniform; n from 1 to 2^32. */
export const drawBelow = (luck: TurnLuck, site: DrawId, subject: number, n: number): number => bounded(word(luck, site, subject), n);

/** The same word from the key alone. `age`: turns since what caused the draw began. */
export function draw(key: Key, turn: number, site: DrawId, subject: number, age: number): number {
  const luck = newTurnLuck();
  setTurn(luck, key, turn);
  setAge(luck, age);
  return word(luck, site, subject);
}

/** The site of `owner/luck-key`: 32-bit FNV-1a over its UTF-8 bytes, unsigned. A lone surrogate counts as U+FFFD. */
export function siteOf(text: string): DrawId {
  let h = 0x811c9dc5;
  const byte = (x: number): void => {
    h = imul(h ^ x, 16_777_619);
  };
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) byte(code);
    else if (code < 0x800) {
      byte(0xc0 | (code >> 6));
      byte(0x80 | (code & 63));
    } else if (code < 0x10000) {
      byte(0xe0 | (code >> 12));
      byte(0x80 | ((code >> 6) & 63));
      byte(0x80 | (code & 63));
    } else {
      byte(0xf0 | (code >> 18));
      byte(0x80 | ((code >> 12) & 63));
      byte(0x80 | ((code >> 6) & 63));
      byte(0x80 | (code & 63));
    }
  }
  return h >>> 0;
}
