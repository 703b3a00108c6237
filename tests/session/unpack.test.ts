import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packBundle, packPlaces, splitProse } from '../../src/bundle/pack.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { listScenarios, loadScenario } from '../../src/disk/load-scenario.ts';
import { fillPlaces, unpackBundle } from '../../src/bundle/unpack.ts';

const scenarios = join(import.meta.dirname, '..', '..', 'scenarios');
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe.each(listScenarios(scenarios))('%s, packed and sent', (id) => {
  const { bundle, prose } = compileScenario(loadScenario(join(scenarios, id), scenarios).files);
  if (bundle === undefined) throw new Error('no rules');

  it('has its rules before its places, and both in the end', () => {
    const unpacked = unpackBundle(sent(packBundle(bundle)));
    expect(unpacked.program).toEqual(sent(bundle.program));
    expect(unpacked.catalogue.places).toEqual([]);
    const packed = sent(packPlaces(bundle.catalogue.places));
    fillPlaces(unpacked.catalogue.places, packed);
    fillPlaces(unpacked.catalogue.places, packed);
    expect(unpacked).toEqual(sent(bundle));
  });

  it.each(['en', 'vi'] as const)('has all its words in two parts (%s)', (locale) => {
    const { first, rest } = splitProse(prose[locale] ?? {}, bundle.program);
    expect({ ...first, ...rest }).toEqual(prose[locale]);
    expect(Object.keys(first).filter((key) => key in rest)).toEqual([]);
    expect(Object.keys(first)).toContain('scenario.premise');
    // A small example has little to leave for later.
    if (bundle.catalogue.example !== true) expect(JSON.stringify(first).length).toBeLessThan(JSON.stringify(rest).length / 2);
  });
});
