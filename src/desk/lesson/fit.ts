import type { Locale } from '../../bundle/bundle.ts';

/** Words that the projector shows at a stop, at most: 90 of English. Vietnamese parts its syllables, so that the same text counts more. */
const MOST: Readonly<Record<Locale, number>> = { en: 90, vi: 126 };
/** What stands around a page without a clock: between decisions, and in the debrief. */
const AROUND_PAGE = 8;
/** What stands around a text on every screen: date, phase, buttons. */
const AROUND = 24;

/** Words for the text of a screen. */
export const room = (locale: Locale): number => MOST[locale] - AROUND;

/** Words for the text of a page without a clock. */
export const page = (locale: Locale): number => MOST[locale] - AROUND_PAGE;

export const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** As many of the texts, in their order, as fit into so many words; the first always. */
export const fitting = <T>(items: readonly T[], textOf: (item: T) => string, most: number): readonly T[] => {
  let used = 0;
  const found: T[] = [];
  for (const item of items) {
    used += wordsIn(textOf(item));
    if (used > most && found.length > 0) break;
    found.push(item);
  }
  return found;
};

/** A text in sentences. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .match(/[^.!?…]+[.!?…]+["”’)]*\s*|[^.!?…]+$/gu)
    ?.map((sentence) => sentence.trim())
    .filter(Boolean) ?? [];
