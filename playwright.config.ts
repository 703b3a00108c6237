import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/e2e/browser.ts';

// Any port that is hardly taken; the processes of one run inherit the first one's choice.
const PORT = Number((process.env['BAMBOO_TEST_PORT'] ??= String(20_000 + (process.pid % 20_000))));

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  // What is tested is whether, not how soon: a busy machine may take its time.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${String(PORT)}/`,
    launchOptions: await launchOptions(),
    viewport: { width: 1280, height: 800 },
    // A trace of every step costs a sixth of the time: it is asked for where a failure cannot be understood without.
    trace: process.env['BAMBOO_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node bin/start.mjs',
    env: { PORT: String(PORT) },
    url: `http://localhost:${String(PORT)}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
