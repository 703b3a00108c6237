import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listScenarios, loadScenario } from '../../src/disk/load-scenario.ts';
import { compose } from '../../src/scenario/schema/compose.ts';
import { newTrace } from '../../src/scenario/syntax/trace.ts';

const root = join(import.meta.dirname, '..', '..');

/** Every line of the program, its tests aside. */
const lines = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|tsx|css)$/.test(entry.name))
  .flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((text, i) => ({ where: `${file.slice(root.length + 1)}:${i + 1}`, text }));
  });

/** The interface's typeface and the name of the game are not a scenario's. */
const OURS = /Be Vietnam Pro|be-vietnam-pro|Bamboo|bamboo/g;

/** Names that only a scenario can know: of powers, capitals, places, groups, and of its variables, charges and endings where they are longer than a word. */
const namesIn = (id: string): readonly string[] => {
  const { files } = loadScenario(join('scenarios', id), 'scenarios', root);
  const composed = compose(files, newTrace(), () => undefined, false);
  if (composed === undefined) throw new Error(`${id} cannot be read`);
  const { powers, names, groups, readings, charges, endings } = { ...composed.items, readings: composed.scenario.readings };
  const words = [
    ...[...powers.values()].flatMap(({ id: power, value }) => [power, value.name, value.capital ?? '']),
    ...[...names.values()].flatMap(({ id: place, value }) => [place, value.name, value.local ?? '']),
    ...[...groups.keys()],
    ...[...charges.keys(), ...endings.keys()].filter((key) => key.includes('_')),
    ...readings.filter((reading) => reading.length > 6 && reading !== 'security'),
  ];
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length > 2);
};

describe('a campaign is data alone', () => {
  it.each(listScenarios(join(root, 'scenarios')))('no line of the program names anything of %s', (id) => {
    const names = namesIn(id);
    expect(names.length).toBeGreaterThan(10);
    const word = new RegExp(
      `(?<![\\p{L}_])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}_])`,
      'iu',
    );
    expect(lines.filter(({ text }) => word.test(text.replace(OURS, ''))).map(({ where, text }) => `${where} ${text.trim()}`)).toEqual([]);
  });
});
