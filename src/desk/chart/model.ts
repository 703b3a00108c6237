import { valueOf } from '../../engine/expression.ts';
import type { CompiledProgram } from '../../engine/compiled-program.ts';
import type { View } from '../../engine/view.ts';
import type { Catalogue } from '../../bundle/bundle.ts';
import type { StageModel, StagePlace } from '../stage-model.ts';

const clamp = (value: number, high: number): number => Math.max(0, Math.min(high, value));

/** Units of one side that are drawn at most. */
const UNITS = 6;

/** The chart's numbers out of what the player may know, and its drawings. */
export const chartNumbers = (
  rules: CompiledProgram,
  view: View,
  { chart, powers, marks }: Catalogue,
  answered: ReadonlyMap<string, -1 | 0 | 1> = new Map(),
): Pick<StageModel, 'powers' | 'places' | 'otherTint' | 'marks'> => {
  const { unit, queue } = marks;
  return {
    powers: powers
      .filter(({ trust }) => trust !== undefined)
      .map(({ id, tie, tier, trust }) => ({
        id,
        tie,
        tier: tier === undefined ? 2 : clamp(view[tier] ?? 2, 4),
        trust: trust === undefined ? 500 : (view[trust] ?? 500),
        answer: answered.get(id) ?? 0,
        plate: 0,
      })),
    places: chart.places.flatMap((place): StagePlace[] => {
      const { id, kind, lon, lat, when } = place;
      if (when !== undefined && valueOf(rules, view, when) === 0) return [];
      const level = (key: 'pressure' | 'own' | 'other' | 'queue', high: number): number => {
        const expr = place[key];
        return expr === undefined ? 0 : clamp(valueOf(rules, view, expr), high);
      };
      const mark = marks[kind];
      return [
        {
          ...{ id, lon, lat },
          ...(mark === undefined ? {} : { mark }),
          pressure: level('pressure', 4),
          own: level('own', UNITS),
          other: level('other', UNITS),
          queue: level('queue', 5),
        },
      ];
    }),
    otherTint: powers.find(({ id }) => id === chart.other)?.tint ?? 1,
    marks: { ...(unit === undefined ? {} : { unit }), ...(queue === undefined ? {} : { queue }) },
  };
};
