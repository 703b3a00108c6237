import { test } from '@playwright/test';
import { finishedGame } from './shared-game.ts';
test.use({ locale: 'vi-VN', viewport: { width: 710, height: 1039 }, contextOptions: { reducedMotion: 'reduce' } });
test('print', async ({ page }) => {
  await page.goto('/');
  await page.locator('input[type=file]').setInputFiles({ name: 'game.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(finishedGame('customs-queue-2021', 'partner-quad'))) });
  await page.locator('.rv-pivotal li').first().waitFor({ timeout: 60000 });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 710, height: 1039 });
  console.log(JSON.stringify(await page.evaluate(() => [...document.querySelectorAll('.review > *, .rv-pivotal li, .side > *')].map((e) => { const r = e.getBoundingClientRect(); return [e.className || e.tagName, Math.round(r.top + scrollY), Math.round(r.height)]; }).filter((x) => x[2] !== 0)), null, 0).replaceAll('],', '],\n'));
  console.log(await page.locator('.rv-how').allTextContents());
  await page.screenshot({ path: '/tmp/r2/shots/print.png', fullPage: true });
});
