import type { Prose } from '../bundle/bundle.ts';
import { SEAT, type Game } from '../session/game.ts';

/** The chapter that began since the last order and has a page of its own; undefined where none did. */
export const chapterOpened = ({ bundle, record }: Game, prose: Prose | undefined): string | undefined => {
  const last = record.orders.findLastIndex((orders) => (orders[SEAT]?.answers.length ?? 0) > 0);
  const now = record.orders.length;
  return bundle.catalogue.chapters.findLast(({ id, turn }) => turn > last && turn <= now && prose?.[`chapter.${id}.text`] !== undefined)
    ?.id;
};
