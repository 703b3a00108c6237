import { endsOf, type EndsJob } from '../../lab/ends.ts';
import { openLab, type LabData, type LabScenario } from '../../lab/lab-scenario.ts';

// Only `simulations.ts` starts this file. The first message holds the rules, every other one a job.
let scenario: LabScenario | undefined;

addEventListener('message', ({ data }: MessageEvent<{ readonly rules: LabData } | EndsJob>) => {
  if ('rules' in data) {
    scenario = openLab(data.rules);
    postMessage('ready');
  } else if (scenario !== undefined) postMessage(endsOf(scenario, data));
});
