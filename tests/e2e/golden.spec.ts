import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildGolden } from '../golden/build.ts';
import type { GoldenGame } from '../../src/lab/golden.ts';

const ORIGIN = 'http://golden.test';
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json', html: 'text/html' };

const games = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'golden', 'games.json'), 'utf8')) as readonly GoldenGame[];

test.describe('golden games in the browser', () => {
  test.beforeEach(async ({ page }, { outputDir }) => {
    await buildGolden(outputDir);
    await page.route(`${ORIGIN}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const body = name === 'page.html' ? '<!doctype html><title>Golden</title>' : readFileSync(join(outputDir, name), 'utf8');
      await route.fulfill({ contentType: TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain', body });
    });
    await page.goto(`${ORIGIN}/page.html`);
  });

  const expected = games.map(({ check }) => ({ check, same: true }));

  test('are the same in the page', async ({ page }) => {
    const results = await page.evaluate(async (played) => {
      const { golden } = (await import(`${location.origin}/replay.js`)) as { golden: (bundle: unknown, games: unknown) => unknown };
      const bundle: unknown = await (await fetch('/bundle.json')).json();
      return golden(bundle, played);
    }, games);
    expect(results).toEqual(expected);
  });

  test('are the same in a worker', async ({ page }) => {
    const results = await page.evaluate(async (played) => {
      const bundle: unknown = await (await fetch('/bundle.json')).json();
      const worker = new Worker('/worker.js', { type: 'module' });
      const answered = new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => {
          resolve(data);
        };
        worker.onerror = ({ message }) => {
          reject(new Error(message));
        };
      });
      worker.postMessage({ bundle, games: played });
      return answered;
    }, games);
    expect(results).toEqual(expected);
  });
});
