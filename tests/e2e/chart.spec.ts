import { expect, test } from '@playwright/test';
import { sharedGame } from './shared-game.ts';

const { code } = sharedGame(0);

test.use({ locale: 'en-GB', contextOptions: { reducedMotion: 'reduce' } });

test('the chart is drawn again after its graphics context was lost', async ({ page }) => {
  await page.goto(`/#g=${code}`);
  await expect(page.locator('.chart.stands canvas')).toBeVisible();
  const drawn = async (): Promise<number> => (await page.locator('.chart').screenshot()).length;
  // Names alone make a small picture, coast and ties a large one.
  await expect.poll(drawn, { timeout: 30_000 }).toBeGreaterThan(60_000);
  await page.waitForTimeout(1500);
  const before = await drawn();
  const lost = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.chart canvas');
    const context = canvas?.getContext('webgl2') ?? canvas?.getContext('webgl');
    const extension = context?.getExtension('WEBGL_lose_context');
    extension?.loseContext();
    setTimeout(() => extension?.restoreContext(), 500);
    return extension !== null && extension !== undefined;
  });
  expect(lost).toBe(true);
  await page.waitForTimeout(1000);
  await expect.poll(drawn, { timeout: 30_000 }).toBeGreaterThan(before * 0.9);
});
