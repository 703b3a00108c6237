import type { Prose } from '../bundle/bundle.ts';
import type { Chronicle } from '../session/chronicle.ts';

/** The chapter that began since the last order and has a page of its own; undefined where none did. */
export const chapterOpened = ({ bundle, orders }: Chronicle, prose: Prose | undefined): string | undefined => {
  const last = orders.findLastIndex((order) => (order?.answers.length ?? 0) > 0);
  const now = orders.length;
  return bundle.catalogue.chapters.findLast(({ id, turn }) => turn > last && turn <= now && prose?.[`chapter.${id}.text`] !== undefined)
    ?.id;
};
