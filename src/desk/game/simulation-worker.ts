import codes from 'virtual:bamboo/codes';
import { endsOf, type EndsJob } from '../../lab/ends.ts';
import { openLab, type LabData, type LabScenario } from '../../lab/lab-scenario.ts';
import { inMadeCode } from '../../lab/machine/made-code.ts';

/** With the code made for these very rules, if there is such: what happens is the same, several times quicker. */
const withCode = async (scenario: LabScenario): Promise<LabScenario> => {
  const { rules } = scenario;
  try {
    const code = await codes[rules.program.id]?.();
    return code?.rules === rules.hash ? { ...scenario, rules: inMadeCode(rules, code) } : scenario;
  } catch {
    // It could not be fetched.
    return scenario;
  }
};

// Only `simulations.ts` starts this file. The first message holds the rules, every other one a job.
let scenario: Promise<LabScenario> | undefined;

addEventListener('message', ({ data }: MessageEvent<{ readonly rules: LabData } | EndsJob>) => {
  if ('rules' in data) {
    scenario = withCode(openLab(data.rules));
    void scenario.then(() => postMessage('ready'));
  } else scenario?.then((opened) => postMessage(endsOf(opened, data))).catch(reportError);
});
