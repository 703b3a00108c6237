import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    // Setting up compiles whole scenarios: a busy machine may take its time.
    hookTimeout: 120_000,
    testTimeout: process.env['BAMBOO_PROOF'] === '1' ? 3_600_000 : 120_000,
    setupFiles: ['tests/same-start.ts'],
    // Two cores: one worker each. Files of a worker share their modules, and what those have compiled.
    maxWorkers: 2,
    isolate: false,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
