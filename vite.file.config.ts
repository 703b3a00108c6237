import { defineConfig } from 'vite';
import { notices } from './src/disk/notices-plugin.ts';
import { oneFile } from './src/disk/one-file-plugin.ts';
import { scenarioModules, withoutCodes } from './src/disk/vite-plugin.ts';
import { COMMON } from './vite.config.ts';

const { within, written } = notices();

/** The page as one file that is opened from a disk: see docs/packages.md. */
export default defineConfig({
  ...COMMON,
  plugins: [scenarioModules('scenarios', 'archive'), written, ...oneFile()],
  // Browsers that start no module from a text still start a plain worker.
  worker: { format: 'iife', plugins: () => [withoutCodes(), within] },
  build: {
    outDir: 'dist/file',
    target: 'es2023',
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 20_000,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
