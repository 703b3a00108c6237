import { valueOf } from '../engine/expression.ts';
import type { View } from '../engine/view.ts';
import type { Teller } from './teller.ts';

/** Warnings that stand now, each naming its cause; with `before`, those alone that did not stand then. */
export const warningsOf = (teller: Teller, before?: View): readonly string[] =>
  teller.bundle.catalogue.warnings
    .filter(({ when }) => teller.holds(when) && (before === undefined || valueOf(teller.rules, before, when) === 0))
    .map(({ id }) => teller.say(`warning.${id}.text`));
