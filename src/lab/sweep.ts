import type { Bundle } from '../bundle/bundle.ts';
import { LENS, lensesOf } from '../bundle/lens.ts';
import type { Slot } from '../engine/program.ts';
import type { Ends, EndsJob } from './ends.ts';
import { spreadOf, type Spread } from './spread.ts';

const STEPS = 5;

/** Something with a name, measured per mille and seen by all, whose beginning may be shifted. */
export interface Shiftable {
  readonly name: string;
  readonly slot: Slot;
  /** Id of the reading it is; absent for any other variable. */
  readonly reading?: string;
}

/** What may be swept: a beginning in equal steps, or the lens, one after another. */
export type Sweepable = Shiftable | { readonly name: typeof LENS };

/** The lens first, where there are several, then readings in display order, then the other variables as the catalogue has them. */
export const sweepablesOf = (bundle: Pick<Bundle, 'program' | 'catalogue'>): readonly Sweepable[] => [
  ...(lensesOf(bundle.program).length > 1 ? [{ name: LENS } as const] : []),
  ...shiftablesOf(bundle),
];

export const shiftablesOf = ({ program, catalogue }: Pick<Bundle, 'program' | 'catalogue'>): readonly Shiftable[] => {
  const fit = catalogue.variables.filter(({ slot, title, scale }) => {
    const spec = program.slots[slot];
    return title && scale === 1000 && spec?.kind === 'number' && spec.sees === undefined;
  });
  const readings = program.readings.flatMap(({ id, slot }) =>
    fit.filter((each) => each.slot === slot).map(({ name }): Shiftable => ({ name, slot, reading: id })),
  );
  const others = fit
    .filter(({ slot }) => readings.every((each) => each.slot !== slot))
    .map(({ name, slot }): Shiftable => ({ name, slot }));
  return [...readings, ...others];
};

/** What each step of a sweep plays: five beginnings in equal steps from the lower bound of a slot to the upper one, or every lens. */
export const stepJobsOf = ({ program }: Pick<Bundle, 'program'>, of: Sweepable): readonly Pick<EndsJob, 'beginning' | 'lens'>[] => {
  if (!('slot' in of)) return lensesOf(program).map((lens) => ({ lens }));
  const { min, max } = program.slots[of.slot]!;
  return Array.from({ length: STEPS }, (_, i) => ({
    beginning: { slot: of.slot, value: min + Math.round(((max - min) * i) / (STEPS - 1)) },
  }));
};

/** The lowest and the highest place where the rules themselves would have begun these games: their luck may be in it. */
export const ownBeginnings = (parts: readonly Ends[]): readonly [number, number] => {
  const own = parts.flatMap(({ shifted }) => shifted?.own ?? []);
  return [own.reduce((least, each) => Math.min(least, each), Infinity), own.reduce((most, each) => Math.max(most, each), -Infinity)];
};

/** What games that began alike came to. */
export interface Step {
  /** Where they began: a value, or the place of their lens among those of the scenario. */
  readonly at: number;
  readonly games: number;
  /** The reading at the end, per mille. */
  readonly spread: Spread;
  /** Games that ended before their time. */
  readonly early: number;
}

/** Where the games of a part began (`Step.at`); -1 where nothing was swept. */
export const placeOf = ({ program }: Pick<Bundle, 'program'>, { shifted, lens }: Ends): number =>
  shifted?.beginning.value ?? (lens === undefined ? -1 : lensesOf(program).indexOf(lens));

/** By beginning, lowest first, what came of one reading (its index). Beginnings of which no game was played are left out. */
export const stepsOf = (bundle: Pick<Bundle, 'program'>, parts: readonly Ends[], reading: number): readonly Step[] => {
  const placed = parts.map((part) => ({ at: placeOf(bundle, part), ends: part.ends }));
  const places = [...new Set(placed.map(({ at }) => at))].filter((at) => at >= 0).sort((a, b) => a - b);
  return places.map((at) => {
    const ends = placed.filter((part) => part.at === at).flatMap((part) => part.ends);
    return {
      at,
      games: ends.length,
      spread: spreadOf(ends.map(({ readings }) => readings[reading] ?? 0)),
      early: ends.filter(({ ending }) => bundle.program.endings[ending]?.early === true).length,
    };
  });
};
