import { seedWords } from './chance.ts';
import type { Key } from './chance.ts';
import { bad, good } from './result.ts';
import type { Result } from './result.ts';

/** Ten characters of Crockford's base 32 (no I, L, O, U), upper case: 50 bits. */
export type Seed = string;

export const SEED_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const SEED_LENGTH = 10;

/** Reads a seed, in either case. Problem `bad-seed` for anything else. */
export function parseSeed(text: string): Result<Seed> {
  const seed = text.toUpperCase();
  const whole = seed.length === SEED_LENGTH && Array.from(seed).every((letter) => SEED_LETTERS.includes(letter));
  return whole ? good(seed) : bad({ code: 'bad-seed', message: `A seed is ${SEED_LENGTH} characters of ${SEED_LETTERS}.` });
}

/** The seed as a number below 2^50. */
export function seedNumber(seed: Seed): bigint {
  let n = 0n;
  for (const letter of seed) n = (n << 5n) | BigInt(SEED_LETTERS.indexOf(letter));
  return n;
}

export function makeSeed(number: bigint): Seed {
  let seed = '';
  for (let i = SEED_LENGTH - 1; i >= 0; i--) seed += SEED_LETTERS.charAt(Number((number >> BigInt(5 * i)) & 31n));
  return seed;
}

/** The key of the games of a seed. */
export function keyOf(seed: Seed): Key {
  const n = seedNumber(seed);
  return seedWords(Number(n & 0xffffffffn), Number(n >> 32n));
}
