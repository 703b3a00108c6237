import type { Locale } from '../../../bundle/bundle.ts';

/** Words a minute of somebody who reads to understand; Vietnamese is written syllable by syllable, of which a word has 1.3. */
const PACE: Readonly<Record<Locale, number>> = { en: 200, vi: 260 };

/** Words of a text on screen, in lines, that stood in none of the lines before it. */
export const wordsNew = (before: string, now: string): number => {
  const stood = new Set(linesOf(before));
  return linesOf(now)
    .filter((line) => !stood.has(line))
    .reduce((sum, line) => sum + (line.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0);
};

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** How long so many words take to be read, ms. */
export const readingTime = (words: number, locale: Locale): number => (words / PACE[locale]) * 60_000;
