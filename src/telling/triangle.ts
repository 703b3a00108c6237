import { kindsOf, type StanceKind } from '../bundle/stance.ts';
import type { Chronicle } from '../session/chronicle.ts';

/** A place in the triangle of postures: shares of the three, which sum to 1. */
export interface PosturePoint {
  readonly hedge: number;
  readonly partner: number;
  readonly align: number;
}

/** By stop: where a player's answers stood, and those that the articles tell. */
export interface PosturePaths {
  readonly own: readonly PosturePoint[];
  /** Empty where the articles tell fewer than two. */
  readonly actual: readonly PosturePoint[];
}

/** What is left of older answers at each one after them. */
const KEPT = 0.8;
const TOLD = 2;

const CORNERS: Readonly<Partial<Record<StanceKind, keyof PosturePoint>>> = { hedge: 'hedge', partner: 'partner', align: 'align' };

/** From the hedge that everyone begins with: each answer pulls towards its corner; who resists or puts off stays where he is. */
const pathOf = (kinds: readonly StanceKind[]): readonly PosturePoint[] => {
  const weights = { hedge: 1, partner: 0, align: 0 };
  return kinds.map((kind) => {
    const corner = CORNERS[kind];
    if (corner !== undefined) {
      for (const each of ['hedge', 'partner', 'align'] as const) weights[each] *= KEPT;
      weights[corner] += 1 - KEPT;
    }
    const sum = weights.hedge + weights.partner + weights.align;
    return { hedge: weights.hedge / sum, partner: weights.partner / sum, align: weights.align / sum };
  });
};

export const pathsOf = ({ bundle: { program, catalogue }, orders }: Pick<Chronicle, 'bundle' | 'orders'>): PosturePaths => {
  const kindOf = kindsOf(catalogue);
  const own: StanceKind[] = [];
  const actual: StanceKind[] = [];
  for (const { situation, option } of orders.flatMap((order) => order?.answers ?? [])) {
    const options = program.situations[situation]?.options ?? [];
    const chosen = options[option];
    if (chosen !== undefined) own.push(kindOf(chosen.stance));
    const real = catalogue.situations[situation]?.options.findIndex((each) => each.actual === true) ?? -1;
    const told = options[real];
    if (told !== undefined) actual.push(kindOf(told.stance));
  }
  return { own: pathOf(own), actual: actual.length < TOLD ? [] : pathOf(actual) };
};
