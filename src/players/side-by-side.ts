import { differencesOf, type Difference } from './differences.ts';
import type { Forecast } from './forecast.ts';

/** How forecasts are shown: turns ahead, imagined futures, and readings of the answers of one stop. */
export const AHEAD = 3;
export const FUTURES = 100;
const READINGS = 3;

/** The answers of one stop against one of the cheapest, in the same futures. */
export interface SideBySide<W> {
  readonly base: W;
  /** Of each answer, by reading. */
  readonly differences: readonly (readonly Difference[])[];
  /** Readings that are shown, by index: those on which the answers differ most. */
  readonly columns: readonly number[];
}

const against = <W extends { readonly forecast: Forecast }>(base: W, weighed: readonly W[]): SideBySide<W> => {
  const differences = weighed.map(({ forecast }) => differencesOf(forecast, base.forecast));
  return { base, differences, columns: columnsOf(differences, READINGS) };
};

/** How many cells say a direction; those of the base say none. */
export const tellingIn = ({ differences, columns }: Omit<SideBySide<unknown>, 'base'>): number =>
  differences.reduce((sum, each) => sum + columns.filter((column) => each[column]!.way !== 0).length, 0);

/** Of answers that cost the same least, the first against which most can be said of the others. undefined without an answer. */
export const sideBySide = <W extends { readonly cost: number; readonly forecast: Forecast }>(
  weighed: readonly W[],
): SideBySide<W> | undefined => {
  const least = Math.min(...weighed.map(({ cost }) => cost));
  const [first, ...others] = weighed.filter(({ cost }) => cost === least).map((base) => against(base, weighed));
  return first && others.reduce((best, each) => (tellingIn(each) > tellingIn(best) ? each : best), first);
};

/** Readings on which the answers differ most, by index: at most `count`, weightiest first. `differences`: of each answer, by reading. */
const columnsOf = (differences: readonly (readonly Difference[])[], count: number): readonly number[] => {
  const weight = (of: (difference: Difference) => number, i: number): number => differences.reduce((sum, each) => sum + of(each[i]!), 0);
  const all = (differences[0] ?? []).map((_, i) => ({
    i,
    told: weight(({ way, p50 }) => (way === 0 ? 0 : Math.abs(p50)), i),
    cells: weight(({ way }) => Math.abs(way), i),
    any: weight(({ p50 }) => Math.abs(p50), i),
  }));
  return all
    .sort((a, b) => b.cells - a.cells || b.told - a.told || b.any - a.any)
    .slice(0, count)
    .map(({ i }) => i);
};
