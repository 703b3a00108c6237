import type { ForecastJob, ForecastRules } from './forecast-job.ts';
import { forecaster } from './forecast-job.ts';

// Only `forecasts.ts` starts this file. The first message holds the rules, every other one a job.
let perform: ReturnType<typeof forecaster> | undefined;

addEventListener('message', ({ data }: MessageEvent<string | ForecastJob>) => {
  if (typeof data === 'string') {
    perform = forecaster(JSON.parse(data) as ForecastRules);
    postMessage('ready');
  } else postMessage(perform?.(data));
});
