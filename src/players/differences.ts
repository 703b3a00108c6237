import type { Forecast } from './forecast.ts';

/** What one order makes of a reading more than another, in the same futures. */
export interface Difference {
  readonly id: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** -1, 1: four futures in five agree on the way it goes, and it is worth the word; 0 otherwise. */
  readonly way: -1 | 0 | 1;
}

/** A median of less than this, in the reading's units, is no difference. */
const LEAST = 5;
/** Of ten futures so many must agree. */
const AGREED = 8;

/** An order against another that was weighed on the same view: what both share, drift above all, cancels. */
export const differencesOf = (one: Forecast, other: Forecast): readonly Difference[] =>
  one.readings.map(({ id }, i) => {
    const mine = one.changes[i]!;
    const changes = mine.map((change, sample) => change - other.changes[i]![sample]!);
    const { p10, p50, p90 } = spread(changes);
    const up = changes.filter((change) => change > 0).length;
    const down = changes.filter((change) => change < 0).length;
    const agreed = (count: number): boolean => count * 10 >= changes.length * AGREED;
    const way = Math.abs(p50) < LEAST ? 0 : agreed(up) ? 1 : agreed(down) ? -1 : 0;
    return { id, p10, p50, p90, way };
  });

/** Percentiles of many changes, by nearest rank, and their mean, rounded down. */
export const spread = (changes: Int32Array) => {
  const sorted = changes.slice().sort();
  const at = (percent: number) => sorted[Math.floor(((sorted.length - 1) * percent + 50) / 100)]!;
  const sum = sorted.reduce((total, change) => total + change, 0);
  return { p10: at(10), p50: at(50), p90: at(90), mean: Math.floor(sum / sorted.length) };
};
