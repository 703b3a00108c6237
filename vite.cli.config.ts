import { defineConfig } from 'vite';

/** The command line and the lab's threads, each one file that Node runs without `node_modules`. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/cli',
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { bamboo: 'src/cli/main.ts', release: 'src/cli/release.ts', package: 'src/cli/package.ts', thread: 'src/lab/thread.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
