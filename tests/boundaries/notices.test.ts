import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../src/disk/notices-plugin.ts';
import type { Chunk } from './chunks.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');
const { dependencies } = JSON.parse(read('package.json')) as { readonly dependencies: Readonly<Record<string, string>> };

/** The first and the last words of each licence that may stand there. */
const WHOLE = {
  MIT: ['Permission is hereby granted, free of charge', 'OTHER DEALINGS IN THE SOFTWARE'],
  ISC: ['Permission to use, copy, modify, and/or distribute this software', 'PERFORMANCE OF THIS SOFTWARE'],
  'BSD-2-Clause': ['Redistribution and use in source and binary forms', 'EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE'],
  'BSD-3-Clause': ['Neither the name of', 'EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE'],
  'OFL-1.1': ['PREAMBLE', 'OTHER DEALINGS IN THE FONT SOFTWARE'],
  'CC-BY-4.0': ['Section 1', 'Section 8'],
} as const;

const isKnown = (licence: string): licence is keyof typeof WHOLE => Object.hasOwn(WHOLE, licence);

/** What stands under each title that names a licence. */
const partsOf = (text: string): readonly { readonly name: string; readonly licence: string; readonly words: string }[] =>
  [...text.matchAll(/^={40}\n(.+?) \(([^()]+)\)\n={40}\n([^]*?)(?=^={40}\n|$(?![^]))/gmu)].map(
    ([, name = '', licence = '', words = '']) => ({
      name: name.replace(/ \d\S*$/u, ''),
      licence,
      words: words.replace(/\s+/gu, ' ').toLowerCase(),
    }),
  );

/** Parts whose licence is unknown or is not there from its first word to its last. */
const brokenIn = (text: string): readonly string[] =>
  partsOf(text).flatMap(({ name, licence, words }) =>
    isKnown(licence) && WHOLE[licence].every((each) => words.includes(each.toLowerCase())) ? [] : [name],
  );

const served = read('dist', 'web', 'NOTICES.txt');

describe('the notices beside the page', () => {
  it('name every package that is in the page', () => {
    const modules = (JSON.parse(read('dist', 'graph.json')) as readonly Chunk[]).flatMap((chunk) => chunk.modules);
    const bundled = [...new Set(modules.flatMap((module) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(module)?.[1] ?? []))];
    const named = partsOf(served).map(({ name }) => name);
    expect(bundled).toEqual(expect.arrayContaining(['phaser', 'preact', 'idb', 'seedrandom']));
    expect(bundled.filter((name) => !named.includes(name))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => bundled.includes(name) && !named.includes(name))).toEqual([]);
  });

  it('hold every licence whole, that of the faces and our own too', () => {
    const parts = partsOf(served);
    expect(parts.length).toBe([...served.matchAll(/^={40}$/gmu)].length / 2);
    expect(parts.map(({ licence }) => licence)).toEqual(expect.arrayContaining(['MIT', 'ISC', 'OFL-1.1', 'CC-BY-4.0']));
    expect(brokenIn(served)).toEqual([]);
    // Work of others that stands within a package.
    expect(served).toMatch(/2017, Vladimir Agafonkin[^]*POSSIBILITY OF SUCH DAMAGE/u);
    expect(served).toContain('Stefan Gustavson');
  });

  it('are seen to be short of one', () => {
    const cut = served.replace(/OTHER DEALINGS IN THE\s+SOFTWARE/u, '');
    expect(cut).not.toBe(served);
    expect(brokenIn(cut)).toHaveLength(1);
  });

  it('are not written for a package that says nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'notices-'));
    const untold = join(folder, 'node_modules', 'untold');
    mkdirSync(untold, { recursive: true });
    writeFileSync(join(untold, 'package.json'), '{ "name": "untold", "version": "1.0.0" }');
    writeFileSync(join(untold, 'index.js'), 'export {};\n');
    try {
      expect(() => noticesOf(root, [join(untold, 'index.js')])).toThrow('untold');
      expect(() => noticesOf(root, [join(root, 'src', 'desk', 'main.tsx'), '\0vite/preload-helper.js'])).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
