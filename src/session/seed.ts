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
 * The seed that a person's text stands for. Ten base32 characters are themselves (case, spaces and hyphens do not matter);
 * any other text, in Unicode normal form C, becomes ten by seedrandom, the same everywhere.
 */
export const seedFromText = (text: string): Seed => {
  const read = parseSeed(text.replace(/[\s-]/gu, ''));
  return read.ok ? read.value : letters(seedrandom(text.normalize('NFC').trim()));
};
