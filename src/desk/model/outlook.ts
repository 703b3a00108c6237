import type { Forecast } from '../../players/forecast.ts';
import type { Teller } from '../teller.ts';
import type { ForecastModel } from '../turn/option.tsx';

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
