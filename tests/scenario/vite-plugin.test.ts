import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { scenarioModules } from '../../src/disk/vite-plugin.ts';
import { TWO_DOORS } from './compile.ts';

const root = mkdtempSync(join(tmpdir(), 'bamboo-'));
afterAll(() => rmSync(root, { recursive: true }));

const ENTRY = `
import index from 'virtual:bamboo/index';
import bundle from 'virtual:bamboo/two-doors';
import later from 'virtual:bamboo/two-doors/rest';
import first from 'virtual:bamboo/two-doors/en';
import rest from 'virtual:bamboo/two-doors/en/rest';
export default [index, bundle.rulesHash, later.places.file.values, first['situation.two_letters.title'], rest['because.answer']];
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

  it('go without a draft that has no rules, and say what is wrong with it', async () => {
    const draft = join(root, 'beside', 'scenarios', 'a-draft');
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'scenario.yaml'), TWO_DOORS.replace('id: two-doors', 'id: a-draft').replace('- end: lost', '- end: last'));
    const [index] = (await bundled('beside', TWO_DOORS)) as [{ id: string }[]];
    expect(index.map(({ id }) => id)).toEqual(['two-doors']);
  });
});
