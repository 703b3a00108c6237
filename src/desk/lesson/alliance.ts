import type { Shared, WeighedCase } from '../../bundle/theory-case.ts';

/** A rule that a class may write: where alliances come. */
export const RULES = ['both', 'interests', 'values', 'either'] as const;
export type Rule = (typeof RULES)[number];

const has = ({ shared }: Pick<WeighedCase, 'shared'>, what: Shared): boolean => shared.includes(what);

/** Whether a rule expects an alliance of a case. */
export const expects = (rule: Rule, one: Pick<WeighedCase, 'shared'>): boolean => {
  const [interests, values] = [has(one, 'interests'), has(one, 'values')];
  switch (rule) {
    case 'both':
      return interests && values;
    case 'either':
      return interests || values;
    case 'interests':
      return interests;
    case 'values':
      return values;
  }
};

/** In how many of the cases a rule tells alliance from none. */
export const fitOf = (rule: Rule, cases: readonly WeighedCase[]): number =>
  cases.filter((one) => expects(rule, one) === (one.reported === 'ally')).length;

/** The same of a lens. */
export const fitOfLens = (lens: string, cases: readonly WeighedCase[]): number =>
  cases.filter(({ lenses, reported }) => (lenses[lens] === 'ally') === (reported === 'ally')).length;
