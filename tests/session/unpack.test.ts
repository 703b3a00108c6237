import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packBundle, splitProse } from '../../src/bundle/pack.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { menu } from '../../src/engine/menu.ts';
import { seedWords } from '../../src/engine/chance.ts';
import { start } from '../../src/engine/turn.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { listScenarios, loadScenario } from '../../src/disk/load-scenario.ts';
import { beginsWhole, unpackBeginning, wholeBundle } from '../../src/bundle/unpack.ts';

import type { Bundle, Locale, Prose } from '../../src/bundle/bundle.ts';
import { menuNow, readChronicle, rowsByTurn, viewNow, viewsOf } from '../../src/session/chronicle.ts';
import { newGame } from '../../src/session/game.ts';
import { openTable } from '../../src/session/table.ts';
import { actsOf } from '../../src/telling/acts.ts';
import { briefOf, oddsHeld, signalsOf } from '../../src/telling/brief.ts';
import { capitalLabels, placesOf, powersOf } from '../../src/telling/chart.ts';
import { clockOf } from '../../src/telling/clock.ts';
import { warningsOf } from '../../src/telling/warnings.ts';
import { choiceOf } from '../../src/telling/options.ts';
import { postureOf } from '../../src/telling/posture.ts';
import { ladderOf, readingsOf } from '../../src/telling/readings.ts';
import { sealsOf } from '../../src/telling/seals.ts';
import { tellerOf } from '../../src/telling/teller.ts';

const scenarios = join(import.meta.dirname, '..', '..', 'scenarios');
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What the desk says at the first decision of a game. */
const tellFirst = async (bundle: Bundle, prose: Prose, locale: Locale, seed: string) => {
  const now = await readChronicle(openTable(newGame(bundle, { seed, choices: [] }), () => Promise.resolve(true)));
  const teller = tellerOf(bundle, now.rules, viewNow(now), prose, locale, now.seat);
  const { situations, acts } = menuNow(now);
  const { teaching, stops } = bundle.catalogue;
  const shown = (part: keyof typeof teaching): boolean => stops === undefined || teller.read(stops) >= teaching[part];
  return {
    briefs: situations.map(({ situation }) => briefOf(teller, situation)),
    choices: situations.map(({ situation, options }) => choiceOf(teller, situation, options)),
    acts: shown('acts') ? actsOf(teller, acts, []) : [],
    signals: shown('signals') ? signalsOf(teller, rowsByTurn(now)) : [],
    odds: shown('signals') ? oddsHeld(teller) : [],
    posture: postureOf(teller, now),
    ladder: ladderOf(teller),
    readings: readingsOf(teller, viewsOf(now), undefined, undefined),
    seals: sealsOf(teller),
    clock: clockOf(teller, teller.view, false),
    warnings: warningsOf(teller),
    capitals: capitalLabels(teller, undefined),
    // What a power wants is read after a click on it.
    powers: powersOf(teller).map((power) => ({ ...power, about: '', goals: [], lines: [], wants: '' })),
    places: placesOf(teller),
  };
};

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
      for (const [seat, { policy }] of bundle.program.seats.entries()) {
        if (policy === undefined) expect(menu(part!, one, seat)).toEqual(menu(whole!, other, seat));
      }
    }
  });

  it.each(['en', 'vi'] as const)('tells the first decision from its beginning as from the whole (%s)', async (locale) => {
    const words = prose[locale] ?? {};
    // What a source says is read after a click on it.
    const sources = Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith('claim.')));
    const first = beginsWhole(bundle.catalogue) ? words : { ...splitProse(words, bundle.program).first, ...sources };
    const begun = beginsWhole(bundle.catalogue) ? bundle : unpackBeginning(sent(packBundle(bundle)).beginning);
    for (const seed of ['8', '24', '87']) {
      const [part, whole] = await Promise.all([tellFirst(begun, first, locale, seed), tellFirst(bundle, words, locale, seed)]);
      expect(part).toEqual(whole);
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
