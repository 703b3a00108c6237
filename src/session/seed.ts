import seedrandom from 'seedrandom';
import { SEED_LENGTH, SEED_LETTERS, parseSeed } from '../engine/seed.ts';
import type { Seed } from '../engine/seed.ts';

const letters = (next: () => number): Seed =>
  Array.from({ length: SEED_LENGTH }, () => SEED_LETTERS[Math.floor(next() * SEED_LETTERS.length)] ?? '0').join('');

/** A fresh seed from the machine's own randomness. */
export const newSeed = (): Seed => {
  const bytes = crypto.getRandomValues(new Uint8Array(SEED_LENGTH));
  return Array.from(bytes, (byte) => SEED_LETTERS[byte % SEED_LETTERS.length] ?? '0').join('');
};

/**
 * The seed that a person's text stands for. Ten base32 characters are themselves: case, width, spaces, hyphens and punctuation around
 * them do not matter, and where there is a digit among them O is read as 0, I and L as 1, as they are misread. Any other text, in Unicode
 * normal form C, becomes ten by seedrandom, the same everywhere.
 */
export const seedFromText = (text: string): Seed => {
  const bare = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  const read = parseSeed(/\d/u.test(bare) ? bare.replace(/o/giu, '0').replace(/[il]/giu, '1') : bare);
  return read.ok ? read.value : letters(seedrandom(text.normalize('NFC').trim()));
};
