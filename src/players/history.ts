import type { Catalogue } from '../scenario/story.ts';
import { hedgingTaste } from './lines.ts';
import type { Policy } from './policy.ts';
import { byTaste } from './taste.ts';

/** Does what Hanoi did where an article says so; hedges where it does not. */
export const historyOf = ({ situations }: Pick<Catalogue, 'situations'>): Policy => {
  const actual = new Map(
    situations.flatMap(({ id, options }) =>
      options.filter((option) => option.actual === true).map((option) => [`${id}/${option.id}`, 1_000]),
    ),
  );
  return byTaste((rules) => ({
    ...hedgingTaste,
    option: (option, situation) =>
      (actual.get(`${rules.situations[situation]!.spec.id}/${option.id}`) ?? 0) + hedgingTaste.option(option, situation),
  }));
};
