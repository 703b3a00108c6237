import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '../../src/engine/seed.ts';
import { addResult, newResult, playBatch, type Batch } from '../../src/lab/batch.ts';
import { choicesOf, seedOf } from '../../src/lab/draw.ts';
import { labDataOf, openLab, type LabScenario } from '../../src/lab/lab-scenario.ts';
import { reportOf } from '../../src/lab/report.ts';
import { spreadOf } from '../../src/lab/spread.ts';
import { Studied } from '../../src/lab/study.ts';
import { targetsOf } from '../../src/lab/targets.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';

const root = join(import.meta.dirname, '..', '..');
const FIRST = '000000ZZZZ';

const compiled = (path: string): Bundle => {
  const { bundle } = compileScenario(loadScenario(path, join(root, 'scenarios')).files);
  if (bundle === undefined) throw new Error(`${path} has no rules`);
  return bundle;
};

describe('a spread', () => {
  it.each([
    [[], { mean: 0, p10: 0, p50: 0, p90: 0 }],
    [[7], { mean: 7, p10: 7, p50: 7, p90: 7 }],
    [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], { mean: 5.5, p10: 1, p50: 5, p90: 9 }],
    [[1, 1, 2], { mean: 1.3, p10: 1, p50: 1, p90: 2 }],
  ])('of %j', (values, spread) => {
    expect(spreadOf(values)).toEqual(spread);
  });
});

describe('a lab run', () => {
  let bundle: Bundle;
  let scenario: LabScenario;
  const batch = (from: number, to: number, measure: Batch['measure'] = 'nothing') =>
    playBatch(scenario, scenario.policies.get('random')!, { first: FIRST, from, to, measure });

  beforeAll(() => {
    bundle = compiled(join(root, 'scenarios', 'vanguard-bank-2019'));
    scenario = openLab(labDataOf(bundle));
  });

  it('takes one seed after the other, around the end of the numbers', () => {
    expect([0, 1, 2].map((nth) => seedOf(FIRST, nth))).toEqual(['000000ZZZZ', '0000010000', '0000010001']);
    expect(seedOf('ZZZZZZZZZZ', 1)).toBe('0000000000');
  });

  it('draws a set-up that the scenario offers, by the seed', () => {
    const drawn = Array.from({ length: 40 }, (_, nth) => choicesOf(bundle.program, keyOf(seedOf(FIRST, nth))));
    const charges = bundle.program.setup.findIndex(({ kind }) => kind === 'some');
    for (const choices of drawn) {
      expect(choices[charges]).toHaveLength(bundle.program.setup[charges]!.count);
      expect(new Set(choices[charges]).size).toBe(bundle.program.setup[charges]!.count);
    }
    expect(new Set(drawn.map((choices) => choices[charges]!.join())).size).toBeGreaterThan(5);
  });

  it('comes to the same in parts and in one', () => {
    const whole = batch(0, 24, 'nothing');
    const parts = newResult(scenario);
    for (const [from, to] of [
      [0, 5],
      [5, 6],
      [6, 24],
    ] as const)
      addResult(parts, batch(from, to));
    expect(parts).toEqual(whole);
    expect(whole.tally.games).toBe(24);
  });

  it('plays the same games while it measures', () => {
    expect(batch(0, 4, 'targets').tally).toEqual(batch(0, 4).tally);
  });

  it('names every ending and option in its report', () => {
    const report = reportOf(bundle.program, 'random', batch(0, 3).tally, 500);
    expect(report.gamesPerSecond).toBe(6);
    expect(Object.keys(report.endings)).toEqual(bundle.program.endings.map(({ id }) => id));
    expect(Object.keys(report.options)).toHaveLength(bundle.program.situations.reduce((sum, { options }) => sum + options.length, 0));
  });

  it('tells no target that the policies run cannot tell', () => {
    const wanted = (policy: string) =>
      ({ id: `early_loss_${policy}`, measure: 'early_loss', policy, floor: { least: 65, most: 80 } }) as const;
    const [reckless, random] = targetsOf(
      scenario.rules,
      [wanted('reckless'), wanted('random')],
      new Map([['random', batch(0, 3, 'targets')]]),
      new Studied(),
    );
    expect(reckless).toEqual({ id: 'early_loss_reckless', floor: { least: 65, most: 80 }, value: null, met: null, unit: '%' });
    expect(random?.met).toBeTypeOf('boolean');
  });
});
