import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenChunks, type Chunk } from './chunks.ts';

const graph = join(import.meta.dirname, '..', '..', 'dist', 'graph.json');

const chunk = (file: string, modules: readonly string[], rest: Partial<Chunk> = {}): Chunk => ({
  file,
  entry: false,
  imports: [],
  dynamicImports: [],
  modules,
  ...rest,
});

const PAGE = [
  chunk('index.js', ['src/desk/main.tsx'], { entry: true, imports: ['shared.js'], dynamicImports: ['stage.js'] }),
  chunk('shared.js', ['src/engine/rules.ts']),
  chunk('stage.js', ['src/stage/mount.ts'], { imports: ['phaser.js', 'shared.js'] }),
  chunk('phaser.js', ['node_modules/phaser/dist/phaser.esm.js']),
];

describe('the built page', () => {
  it('holds no compiler, and loads the stage only after the first screen', () => {
    const chunks = JSON.parse(readFileSync(graph, 'utf8')) as readonly Chunk[];
    expect(chunks.some(({ entry }) => entry)).toBe(true);
    expect(chunks.flatMap(({ modules }) => modules)).toContain('src/stage/mount.ts');
    expect(brokenChunks(chunks)).toEqual([]);
  });

  it('is in order when the stage stands behind a dynamic import', () => {
    expect(brokenChunks(PAGE)).toEqual([]);
  });

  it('is refused with the compiler in any chunk', () => {
    expect(brokenChunks([...PAGE, chunk('late.js', ['src/scenario/compile.ts'])])).toEqual(['late.js holds src/scenario/compile.ts']);
  });

  it('is refused with phaser in what the first screen waits for', () => {
    expect(brokenChunks([...PAGE, chunk('other.js', [], { entry: true, imports: ['phaser.js'] })])).toEqual([
      'phaser.js loads node_modules/phaser/dist/phaser.esm.js before the first screen',
    ]);
  });
});
