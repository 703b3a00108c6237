import { expect, test } from '@playwright/test';
import { lastCopied, watchClipboard } from './clipboard.ts';
import { refuseCanvas, WEBGL } from './canvas.ts';
import { sharedGame } from './shared-game.ts';

const { code } = sharedGame(0);

test.use({ locale: 'en-GB', contextOptions: { reducedMotion: 'reduce' } });

test('without storage the game goes on, says so and offers its link', async ({ page }) => {
  await watchClipboard(page);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  await page.goto(`/#g=${code}`);
  // Asked once, and not again.
  await page.locator('dialog .btn', { hasText: 'Go on without saving' }).click();
  await page.locator('fieldset.opts input[type=radio]:enabled').first().check();
  await page.locator('.commit button.primary:visible').click();
  await expect(page.locator('#after-heading')).toBeVisible();
  await expect(page.locator('.notice')).toContainText('does not let the game be saved');
  await page.locator('.notice .btn').first().click();
  expect(await lastCopied(page)).toContain('#g=B2');
});

for (const [what, kinds] of [
  ['WebGL', WEBGL],
  ['any canvas', [...WEBGL, '2d']],
] as const) {
  test(`without ${what} the desk can be played`, async ({ page }) => {
    await refuseCanvas(page, kinds);
    const thrown: string[] = [];
    page.on('pageerror', ({ message }) => thrown.push(message));
    await page.goto(`/#g=${code}`);
    await page.waitForLoadState('networkidle');
    await page.locator('fieldset.opts input[type=radio]:enabled').first().check();
    await page.locator('.commit button.primary:visible').click();
    await expect(page.locator('#after-heading')).toBeVisible();
    expect(thrown).toEqual([]);
  });
}
