import type { Forecast } from '../players/forecast.ts';
import type { Teller } from './teller.ts';

export interface ForecastModel {
  readonly ranges: readonly RangeModel[];
  /** Parts per million that the tail happens. */
  readonly tail?: number;
}

/** Likely change of one reading over the next three weeks, per mille. */
export interface RangeModel {
  readonly reading: string;
  readonly name: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** A forecast in the words and order of the readings. */
export const outlookOf = (teller: Teller, forecast: Forecast): ForecastModel => ({
  ranges: forecast.readings.map(({ id, p10, p50, p90 }) => ({
    reading: id,
    name: teller.say(`reading.${id}.name`),
    low: p10,
    mid: p50,
    high: p90,
  })),
  ...(forecast.events[0] === undefined ? {} : { tail: forecast.events[0] }),
});
