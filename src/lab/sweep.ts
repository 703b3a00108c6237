import type { Bundle } from '../bundle/bundle.ts';
import type { Slot } from '../engine/program.ts';
import type { Beginning, Ends } from './ends.ts';
import { spreadOf, type Spread } from './spread.ts';

const STEPS = 5;

/** Something with a name, measured per mille and seen by all, whose beginning may be shifted. */
export interface Sweepable {
  readonly name: string;
  readonly slot: Slot;
  /** Id of the reading it is; absent for any other variable. */
  readonly reading?: string;
}

/** Readings first, in display order, then the other variables as the catalogue has them. */
export const sweepablesOf = ({ program, catalogue }: Pick<Bundle, 'program' | 'catalogue'>): readonly Sweepable[] => {
  const fit = catalogue.variables.filter(({ slot, title, scale }) => {
    const spec = program.slots[slot];
    return title && scale === 1000 && spec?.kind === 'number' && spec.sees === undefined;
  });
  const readings = program.readings.flatMap(({ id, slot }) =>
    fit.filter((each) => each.slot === slot).map(({ name }): Sweepable => ({ name, slot, reading: id })),
  );
  const others = fit
    .filter(({ slot }) => readings.every((each) => each.slot !== slot))
    .map(({ name, slot }): Sweepable => ({ name, slot }));
  return [...readings, ...others];
};

/** Five beginnings in equal steps from the lower bound of a slot to the upper one. */
export const beginningsOf = ({ program }: Pick<Bundle, 'program'>, slot: Slot): readonly Beginning[] => {
  const { min, max } = program.slots[slot]!;
  return Array.from({ length: STEPS }, (_, i) => ({ slot, value: min + Math.round(((max - min) * i) / (STEPS - 1)) }));
};

/** The lowest and the highest place where the rules themselves would have begun these games: their luck may be in it. */
export const ownBeginnings = (parts: readonly Ends[]): readonly [number, number] => {
  const own = parts.flatMap(({ shifted }) => shifted?.own ?? []);
  return [own.reduce((least, each) => Math.min(least, each), Infinity), own.reduce((most, each) => Math.max(most, each), -Infinity)];
};

/** What games that began alike came to. */
export interface Step {
  /** Where they began. */
  readonly value: number;
  readonly games: number;
  /** The reading at the end, per mille. */
  readonly spread: Spread;
  /** Games that ended before their time. */
  readonly early: number;
}

/** By beginning, lowest first, what came of one reading (its index). Beginnings of which no game was played are left out. */
export const stepsOf = ({ program }: Pick<Bundle, 'program'>, parts: readonly Ends[], reading: number): readonly Step[] => {
  const values = [...new Set(parts.flatMap(({ shifted }) => shifted?.beginning.value ?? []))].sort((a, b) => a - b);
  return values.map((value) => {
    const ends = parts.filter(({ shifted }) => shifted?.beginning.value === value).flatMap((part) => part.ends);
    return {
      value,
      games: ends.length,
      spread: spreadOf(ends.map(({ readings }) => readings[reading] ?? 0)),
      early: ends.filter(({ ending }) => program.endings[ending]?.early === true).length,
    };
  });
};
