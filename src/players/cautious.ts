import { valueOf } from '../engine/expression.ts';
import type { Expr } from '../engine/program.ts';
import type { Policy } from './policy.ts';
import { forecast } from './forecast.ts';
import { hedge } from './lines.ts';
import { weigh } from './weigh.ts';

/** Futures looked at when danger is near; few, as it happens seldom. */
const SAMPLES = 12;
const TURNS = 3;

/**
 * Hedges while nothing threatens. Once one of the scenario's own warnings stands (`warned`: their conditions), it takes what loses
 * the game least often over the next turns.
 */
export const cautiousOf = (warned: readonly Expr[]): Policy => {
  const afraid = weigh((rules, view, seat, order) => {
    const { lost, readings } = forecast(rules, view, seat, order, { turns: TURNS, samples: SAMPLES, habits: [hedge] });
    const worst = Math.min(...readings.map(({ p10 }) => p10));
    return worst - Math.floor(lost / 100);
  });
  return (rules, view, menu, luck) =>
    warned.some((when) => valueOf(rules, view, when) !== 0) ? afraid(rules, view, menu, luck) : hedge(rules, view, menu, luck);
};
