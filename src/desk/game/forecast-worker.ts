import type { ForecastJob, ForecastRules } from './forecast-job.ts';
import { forecaster } from './forecast-job.ts';

// Only `forecasts.ts` starts this file. The first message holds the rules, every other one a job.
const read: (text: string) => ForecastRules = JSON.parse;
let perform: ReturnType<typeof forecaster> | undefined;

addEventListener('message', ({ data }: MessageEvent<string | ForecastJob>) => {
  if (typeof data === 'string') {
    perform = forecaster(read(data));
    postMessage('ready');
  } else postMessage(perform?.(data));
});
