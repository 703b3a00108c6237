import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packBundle, splitProse } from '../../src/bundle/pack.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { menu } from '../../src/engine/menu.ts';
import { seedWords } from '../../src/engine/chance.ts';
import { start } from '../../src/engine/turn.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { listScenarios, loadScenario } from '../../src/disk/load-scenario.ts';
import { unpackBeginning, wholeBundle } from '../../src/bundle/unpack.ts';

const scenarios = join(import.meta.dirname, '..', '..', 'scenarios');
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe.each(listScenarios(scenarios))('%s, packed and sent', (id) => {
  const { bundle, prose } = compileScenario(loadScenario(join(scenarios, id), scenarios).files);
  if (bundle === undefined) throw new Error('no rules');

  it('has what its first decision needs first, and is whole in the end', () => {
    const { beginning, rest } = sent(packBundle(bundle));
    const begun = unpackBeginning(beginning);
    expect(begun.beginning).toBe(true);
    expect(begun.rulesHash).toBe(bundle.rulesHash);
    expect(wholeBundle(begun, rest)).toEqual(sent(bundle));
    expect(begun.catalogue.places).toEqual([]);
  });

  it('opens on the same first decision from its beginning alone', () => {
    const [part, whole] = [unpackBeginning(sent(packBundle(bundle)).beginning), bundle].map(({ program }) => compileProgram(program));
    for (let seed = 0; seed < 200; seed++) {
      const key = seedWords(seed);
      const [one, other] = [start(part!, key), start(whole!, key)];
      expect(one).toEqual(other);
      expect(menu(part!, one, 0)).toEqual(menu(whole!, other, 0));
    }
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
