/** By reading: how much of what came lay between the p10 and p90 of its futures, per mille of each (`inside`), and how much came. */
export interface Inside {
  readonly inside: number[];
  readonly of: number[];
}

export const newInside = (readings: number): Inside => ({
  inside: Array.from({ length: readings }, () => 0),
  of: Array.from({ length: readings }, () => 0),
});

export const addInside = (whole: Inside, part: Inside): void => {
  for (const list of ['inside', 'of'] as const) part[list].forEach((amount, i) => (whole[list][i]! += amount));
};

/**
 * How likely (per mille) what came lies between p10 and p90 of the futures when its rank among its equals is drawn. If what came is
 * but one more of the futures, this is 800 in the mean, however many of them are equal; two plain bounds would count all equals in.
 */
export const insideOf = (futures: ArrayLike<number>, came: number): number => {
  let below = 0;
  let equal = 1;
  for (let i = 0; i < futures.length; i++) {
    if (futures[i]! < came) below++;
    else if (futures[i] === came) equal++;
  }
  const ranks = futures.length + 1;
  const overlap = Math.min(10 * (below + equal), 9 * ranks) - Math.max(10 * below, ranks);
  return Math.round((1000 * Math.max(0, overlap)) / (10 * equal));
};

export const countInside = (into: Inside, reading: number, futures: ArrayLike<number>, came: number): void => {
  into.inside[reading]! += insideOf(futures, came);
  into.of[reading]! += 1000;
};
