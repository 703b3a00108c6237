import type { Teller } from './teller.ts';

/** Warnings that stand now, each naming its cause. */
export const warningsOf = (teller: Teller): readonly string[] =>
  teller.bundle.catalogue.warnings.filter(({ when }) => teller.holds(when)).map(({ id }) => teller.say(`warning.${id}.text`));
