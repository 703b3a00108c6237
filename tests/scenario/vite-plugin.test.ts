import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { scenarioModules } from '../../src/disk/vite-plugin.ts';
import { edit, TWO_DOORS } from './compile.ts';

const root = mkdtempSync(join(tmpdir(), 'bamboo-'));
afterAll(() => rmSync(root, { recursive: true }));

const ENTRY = `
import index from 'virtual:bamboo/index';
import bundle from 'virtual:bamboo/two-doors';
import places from 'virtual:bamboo/two-doors/places';
import first from 'virtual:bamboo/two-doors/en';
import rest from 'virtual:bamboo/two-doors/en/rest';
export default [index, bundle.rulesHash, places.file.values, first['situation.two_letters.title'], rest['because.answer']];
`;

async function bundled(name: string, text: string): Promise<unknown> {
  const folder = join(root, name);
  mkdirSync(join(folder, 'scenarios', 'two-doors'), { recursive: true });
  writeFileSync(join(folder, 'scenarios', 'two-doors', 'scenario.yaml'), text);
  writeFileSync(join(folder, 'entry.js'), ENTRY);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [scenarioModules()],
    build: {
      lib: { entry: join(folder, 'entry.js'), formats: ['es'], fileName: () => 'out.mjs' },
      outDir: join(folder, 'out'),
      emptyOutDir: false,
    },
  });
  const made = (await import(/* @vite-ignore */ join(folder, 'out', 'out.mjs'))) as { default: unknown };
  return made.default;
}

describe('scenarios as modules of the build', () => {
  it('are listed, and come in the parts they are fetched in', async () => {
    expect(await bundled('good', TWO_DOORS)).toEqual([
      [
        {
          id: 'two-doors',
          title: { en: 'Two doors' },
          turns: 12,
          turnLength: 'week',
          start: '2020-03-02',
          lead: { en: '' },
          minutes: 5,
          rulesHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      ],
      expect.stringMatching(/^[0-9a-f]{64}$/),
      ['scenarios/two-doors/scenario.yaml'],
      'Two letters',
      'An answer is remembered.',
    ]);
  });

  it('fail the build with every problem', async () => {
    await expect(bundled('bad', edit('chance: 250000', 'chance: 250', edit('- end: lost', '- end: last')))).rejects.toThrow(
      /two-doors: 3 problems[\s\S]*no ending `last`[\s\S]*less than one in a thousand/,
    );
  });
});
