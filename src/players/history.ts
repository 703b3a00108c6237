import type { Catalogue } from '../bundle/bundle.ts';
import { hedgingTaste } from './lines.ts';
import type { Policy } from './policy.ts';
import { byTaste } from './taste.ts';

/** Does what was done in fact where an article says so; hedges where it does not. */
export const historyOf = ({ situations, ...ground }: Pick<Catalogue, 'situations' | 'ladder' | 'stances'>): Policy => {
  const hedging = hedgingTaste(ground);
  const actual = new Map(
    situations.flatMap(({ id, options }) =>
      options.filter((option) => option.actual === true).map((option) => [`${id}/${option.id}`, 1_000]),
    ),
  );
  return byTaste((rules, view) => {
    const taste = hedging(rules, view);
    return {
      ...taste,
      option: (option, situation) =>
        (actual.get(`${rules.situations[situation]!.spec.id}/${option.id}`) ?? 0) + taste.option(option, situation),
    };
  });
};
