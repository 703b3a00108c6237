import type { Program } from '../engine/program.ts';
import type { LensGames } from './lenses.ts';

/** One set of charges under one lens, and the policies that met the most of it. */
export interface Cell {
  readonly lens: number;
  /** Bits: charge i is 2^i. */
  readonly charges: number;
  readonly best: readonly string[];
}

/** Whether anything after the start of a game asks which charges were taken. If not, every game tells of every set of charges. */
export const asksForCharges = ({ charges, phases, situations, acts, timers, seats }: Program): boolean => {
  const taken = new Set(charges.map((charge) => charge.taken));
  const asks = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    if (!Array.isArray(value)) return Object.values(value).some(asks);
    return value[0] === 'slot' ? typeof value[1] === 'number' && taken.has(value[1]) : value.some(asks);
  };
  return asks([phases, situations, acts, timers, seats, charges.map(({ met }) => met)]);
};

const sizeOf = (set: number): number => (set === 0 ? 0 : (set & 1) + sizeOf(set >>> 1));

/**
 * Every set of charges that some game had taken, under every lens, with the policies whose games met the most of it. `games`: by
 * policy, of the same seeds. `only`: only games that had taken a set tell of it.
 */
export const cellsOf = (games: ReadonlyMap<string, LensGames>, only: boolean): readonly Cell[] => {
  const [some] = games.values();
  const sets = [...new Set([...games.values()].flatMap((list) => list.flatMap((seed) => seed.map(({ taken }) => taken))))];
  return (some?.[0] ?? []).flatMap((_, lens) =>
    sets.flatMap((charges) => {
      const scores = [...games].map(([policy, list]) => {
        const told = list.flatMap((seed) => seed[lens] ?? []).filter(({ taken }) => !only || taken === charges);
        return { policy, played: told.length, met: told.reduce((sum, { met }) => sum + sizeOf(met & charges), 0) };
      });
      if (scores.some(({ played }) => played === 0)) return [];
      const most = Math.max(...scores.map(({ met }) => met));
      return [{ lens, charges, best: scores.filter(({ met }) => met === most).map(({ policy }) => policy) }];
    }),
  );
};

/** The share of the cells in which the policy that is best most often is best, 0 to 1; policies that are best together share a cell. */
export const bestShare = (cells: readonly Cell[]): number | undefined => {
  const shares = new Map<string, number>();
  for (const { best } of cells) for (const policy of best) shares.set(policy, (shares.get(policy) ?? 0) + 1 / best.length);
  return cells.length === 0 ? undefined : Math.max(...shares.values()) / cells.length;
};

/** Of these policies: how many are best, or as good as the best, in some cell under every lens. */
export const winnersEverywhere = (cells: readonly Cell[], policies: readonly string[]): number => {
  const all = [...new Set(cells.map(({ lens }) => lens))];
  return policies.filter((policy) => all.every((lens) => cells.some((cell) => cell.lens === lens && cell.best.includes(policy)))).length;
};

/** Of pairs of games that differ in nothing but the lens: how many there are, and how many ended otherwise. */
export const otherEndings = (games: readonly LensGames[]): { readonly pairs: number; readonly other: number } => {
  let pairs = 0;
  let other = 0;
  for (const seeds of games)
    for (const seed of seeds)
      seed.forEach((one, i) => {
        for (const two of seed.slice(i + 1)) {
          pairs++;
          if (one.ending !== two.ending) other++;
        }
      });
  return { pairs, other };
};
