import { valueOf } from '../../engine/expression.ts';
import type { CompiledProgram } from '../../engine/compiled-program.ts';
import type { View } from '../../engine/view.ts';
import type { Catalogue } from '../../bundle/bundle.ts';
import type { StageModel } from '../stage-model.ts';

const clamp = (value: number, high: number): number => Math.max(0, Math.min(high, value));

/** The chart's numbers out of what the player may know. */
export const chartNumbers = (rules: CompiledProgram, view: View, catalogue: Catalogue): Pick<StageModel, 'powers' | 'places'> => ({
  powers: catalogue.powers
    .filter(({ trust }) => trust !== undefined)
    .map(({ id, tie, tier, trust }) => ({
      id,
      tie,
      tier: tier === undefined ? 2 : clamp(view[tier] ?? 2, 4),
      trust: trust === undefined ? 500 : (view[trust] ?? 500),
      plate: 0,
    })),
  places: catalogue.chart.places.flatMap(({ id, kind, lon, lat, when, pressure, own, other, trucks }) => {
    if (kind === 'capital' || (when !== undefined && valueOf(rules, view, when) === 0)) return [];
    return {
      id,
      kind,
      lon,
      lat,
      pressure: pressure === undefined ? 0 : clamp(valueOf(rules, view, pressure), 4),
      own: own === undefined ? 0 : clamp(valueOf(rules, view, own), 3),
      other: other === undefined ? 0 : clamp(valueOf(rules, view, other), 3),
      trucks: trucks === undefined ? 0 : clamp(valueOf(rules, view, trucks), 5),
    };
  }),
});
