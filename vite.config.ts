import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { PAGE_POLICY } from './bin/policy.mjs';
import { notices } from './src/disk/notices-plugin.ts';
import { offlineWorker } from './src/disk/offline-plugin.ts';
import { teachSheets } from './src/disk/sheets-plugin.ts';
import { scenarioModules } from './src/disk/vite-plugin.ts';

const root = import.meta.dirname;

/** Writes which module went into which chunk to `dist/graph.json`, so that the boundaries can be checked on what is really served. */
const chunkGraph = (): Plugin => ({
  name: 'chunk-graph',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk'
        ? [
            {
              file: file.fileName,
              entry: file.isEntry,
              imports: file.imports,
              dynamicImports: file.dynamicImports,
              modules: Object.keys(file.modules).map((id) => relative(root, id)),
            },
          ]
        : [],
    );
    mkdirSync('dist', { recursive: true });
    writeFileSync('dist/graph.json', JSON.stringify(chunks, null, 1));
  },
});

/** Puts the content policy into the page, for hosts that send none. */
const contentPolicy = (): Plugin => ({
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY }, injectTo: 'head-prepend' },
  ],
});

/** What the page is made with, in one file or in many. */
export const COMMON = {
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Seeds need seedrandom's own generator and none of the six others that its package brings along.
  resolve: { alias: [{ find: /^seedrandom$/, replacement: 'seedrandom/seedrandom.js' }] },
} satisfies UserConfig;

const scenarios = scenarioModules('scenarios', 'archive', process.env['BAMBOO_PREVIEW']);
const { within, written } = notices();

export default defineConfig({
  ...COMMON,
  plugins: [scenarios, contentPolicy(), written, offlineWorker(), teachSheets('teach'), chunkGraph()],
  worker: { format: 'es', plugins: () => [scenarios, within] },
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    // The page is served under a strict content security policy: no inline script, no data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'phaser', test: /node_modules[\\/]phaser/ },
            // One file for all that the first screen waits for: each more is a head of half a kilobyte, and packs worse.
            { name: 'desk', tags: ['$initial'] },
          ],
        },
      },
    },
  },
});
