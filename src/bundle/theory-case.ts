import type { Expr, Slot } from '../engine/program.ts';

/** What can come of a tie: an alliance, work together without one, or neither. */
export const BONDS = ['ally', 'partner', 'none'] as const;
export type Bond = (typeof BONDS)[number];

/** What two sides may have in common. */
export const SHARED = ['interests', 'values'] as const;
export type Shared = (typeof SHARED)[number];

/** Cases looked at in class, the first of them; the others are for trying a revised rule. */
export const IN_CLASS = 4;

/** A case with a bond that is reported, as it is shown: what each lens makes of it. */
export interface WeighedCase {
  readonly id: string;
  readonly shared: readonly Shared[];
  readonly reported: Bond;
  readonly lenses: Readonly<Record<string, Bond>>;
  readonly claims: readonly string[];
}

/** A case put to the rules under each lens: values set before one tick, and what is read after it. */
export interface TheoryCase {
  readonly id: string;
  readonly title: string;
  readonly given: readonly { readonly slot: Slot; readonly value: number }[];
  readonly claims: readonly string[];
  /** What the two sides had in common, as the articles tell it: for whoever predicts. */
  readonly shared: readonly Shared[];
  /** A bond that is reported and two conditions, or a number that is compared between lenses. */
  readonly asks: { readonly reported: Bond; readonly ally: Expr; readonly partner: Expr } | { readonly reads: Expr };
}
