import { forecastsFrom } from './forecast.ts';
import { hedgeOf } from './lines.ts';
import type { Ground } from './lines.ts';
import type { Policy } from './policy.ts';
import { weigh } from './weigh.ts';

/**
 * All orders of a stop meet the same futures, so a few tell which does better. Six futures of three turns take four times as long; of the
 * readings of the scenario it was tried on one alone ended higher by them.
 */
const SAMPLES = 2;
const TURNS = 2;
/** A certain early loss counts as much as this much of the reading. */
const RUIN = 400;

/** Serves one reading alone: what raises it most over the next turns, as far as a short forecast can tell, without losing the game for it. */
export const greedyFor = (reading: string, ground: Ground): Policy => {
  const habits = [hedgeOf(ground)];
  return weigh((rules, view, seat) => {
    const forecastOf = forecastsFrom(rules, view, seat, { turns: TURNS, samples: SAMPLES, habits });
    return (order) => {
      const { readings, endings } = forecastOf(order);
      const gain = readings.find(({ id }) => id === reading)?.mean ?? 0;
      const lost = rules.program.endings.reduce((sum, { early }, i) => (early ? sum + endings[i]! : sum), 0);
      return gain - Math.floor((lost * RUIN) / 1_000_000);
    };
  });
};
