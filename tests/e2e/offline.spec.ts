import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../../bin/serve.mjs';
import { expectClean } from './axe.ts';
import { refuseCanvas } from './canvas.ts';
import { answerFirst, untilReview } from './go-on.ts';
import { sharedGame } from './shared-game.ts';
import { goOnUnkept } from './slow-storage.ts';

const { code } = sharedGame(27);
const web = join(import.meta.dirname, '..', '..', 'dist', 'web');

test.use({ locale: 'en-GB', contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(({ context }) => refuseCanvas(context));

/** A static host of its own, under a subfolder, that can go away. */
const hosted = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  const place = join(folder, 'games', 'bamboo');
  cpSync(web, place, { recursive: true });
  const { server, address } = await serve(folder, 0);
  return {
    place,
    address: `${address}games/bamboo/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

test('after the first decision the game plays to its review without a network, in both languages', async ({ page }) => {
  const host = await hosted();
  try {
    await goOnUnkept(page);
    await page.goto(`${host.address}#g=${code}`);
    await page.locator('#offer-go-on').click();
    await expect(page.locator('#stop-heading')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('#offline')).toContainText('After the first decision');
    await page.keyboard.press('Escape');
    await answerFirst(page);
    await page.keyboard.press('Escape');
    await expect(page.locator('#offline')).toContainText('Ready offline', { timeout: 60_000 });
    await page.keyboard.press('Escape');
    host.stop();
    await page.reload();
    await expect(page.locator('main.game')).toBeVisible();
    await untilReview(page);
    await expect(page.locator('#review-heading')).toBeVisible();
    await expectClean(page, 'a review without a network');
    await page.goto(`${host.address}#/`);
    await page.locator('button[lang=vi]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
    await page.goto(`${host.address}#/review`);
    await expect(page.locator('#review-heading')).toBeVisible();
  } finally {
    host.stop();
    host.remove();
  }
});

test('a new release does not break a tab of the one before', async ({ context }) => {
  const host = await hosted();
  try {
    const page = await context.newPage();
    await goOnUnkept(page);
    await page.goto(`${host.address}#g=${code}`);
    await page.locator('#offer-go-on').click();
    await expect(page.locator('#stop-heading')).toBeVisible();
    await answerFirst(page);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 }).toBe(true);
    // The next release: other names for everything, and none of the old ones published any longer.
    const worker = readFileSync(join(host.place, 'worker.js'), 'utf8');
    const index = readFileSync(join(host.place, 'index.html'), 'utf8');
    for (const form of ['', '.br', '.gz'])
      for (const file of ['worker.js', 'index.html']) rmSync(join(host.place, file + form), { force: true });
    writeFileSync(
      join(host.place, 'worker.js'),
      worker.replace(/RELEASE = "[^"]*"/u, 'RELEASE = "next"').replace(/FILES = \[[^\]]*\]/u, 'FILES = ["index.html"]'),
    );
    writeFileSync(join(host.place, 'index.html'), index.replace('<title>', '<title>Next: '));
    rmSync(join(host.place, 'assets'), { recursive: true });
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    // The tab goes on, parts that it had not fetched before included.
    await untilReview(page);
    await expect(page.locator('#review-heading')).toBeVisible();
    await page.close();
  } finally {
    host.stop();
    host.remove();
  }
});

test('parts that cannot be fetched end in a screen with a way on', async ({ page, baseURL }) => {
  await page.goto(baseURL ?? '/');
  await expect(page.locator('.folder').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: '' }));
  await page.locator('.folder').first().click();
  await expect(page.locator('#scenario-heading, #failed-heading').first()).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), `g=${code}`);
  await expect(page.locator('#failed-heading')).toBeVisible({ timeout: 20_000 });
  await expectClean(page, 'a part that could not be fetched');
  await page.locator('main.problem .btn', { hasText: 'Home' }).click();
  await expect(page.locator('.home')).toBeVisible();
});

test('a first visit in Vietnamese whose words cannot be fetched is not white', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('bamboo.language', 'vi'));
  await page.route(/\/assets\/vi-[^/]*\.js$/u, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/');
  await expect(page.locator('.home')).toBeVisible();
  await expect(page.locator('.notice')).toContainText('could not be fetched');
});
