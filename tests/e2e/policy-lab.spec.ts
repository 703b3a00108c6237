import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectClean } from './axe.ts';
import { complaintsOf } from './complaints.ts';

/** Lines of conduct that play: enough to be told apart. */
const FEW = 2;

const expectNarrow = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

for (const { lang, locale } of [
  { lang: 'en', locale: 'en-GB' },
  { lang: 'vi', locale: 'vi-VN' },
] as const) {
  test.describe(`the policy lab in ${lang}`, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });

    test('plays games beside the page, shows what they come to, and hands each of them out', async ({ page }) => {
      test.slow();
      const complaints = complaintsOf(page);
      await page.goto('/#/lab');
      await page.locator('form select').first().selectOption('customs-queue-2021');
      const lines = page.locator('fieldset input[type=checkbox]');
      await expect(lines.nth(5)).toBeVisible();
      for (let nth = (await lines.count()) - 1; nth >= FEW; nth--) await lines.nth(nth).uncheck();
      await page.locator('form button[type=submit]').click();
      await expect(page.locator('.lab-take').first()).toBeVisible({ timeout: 60_000 });
      await expect(page.locator('.lab-results tbody').first().locator('tr')).toHaveCount(FEW);
      await page.locator('#lab-answers').click();
      await expect(page.locator('.lab-answers thead th')).toHaveCount(1 + FEW);
      await page.locator('.sweep-run').click();
      await expect(page.locator('.sweep .lab-take')).toBeVisible({ timeout: 60_000 });
      await expect(page.locator('.sweep tbody tr')).toHaveCount(5);
      await expect(page.locator('.sweep tbody tr').first().locator('td').last()).toHaveText(String(FEW * 100));
      await expectClean(page, 'policy lab');
      const [sweep] = await Promise.all([page.waitForEvent('download'), page.locator('.sweep .lab-take button').first().click()]);
      const swept = readFileSync(await sweep.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(swept).toHaveLength(1 + 5 * FEW * 100);
      expect(swept[0]).toMatch(/^variable,begins,policy,seed,ending,early,/u);
      // A narrow page does not scroll sideways, with the names of the lenses in it neither.
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNarrow(page);
      await page.locator('.sweep select').first().selectOption('lens');
      await page.locator('.sweep-run').click();
      await expect(page.locator('.sweep tbody tr').last().locator('td').last()).toHaveText(String(FEW * 100), { timeout: 60_000 });
      await expect(page.locator('.sweep .lab-take')).toBeVisible();
      const names = await page.locator('.sweep tbody th').allTextContents();
      expect(names).toHaveLength(3);
      for (const name of names) expect(name).toMatch(/\p{L} /u);
      await expectNarrow(page);
      const [lenses] = await Promise.all([page.waitForEvent('download'), page.locator('.sweep .lab-take button').first().click()]);
      const rows = readFileSync(await lenses.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(rows).toHaveLength(1 + 3 * FEW * 100);
      expect(new Set(rows.slice(1).map((row) => row.split(',').slice(0, 2).join()))).toEqual(
        new Set(['lens,gate', 'lens,obstacles', 'lens,threat']),
      );
      await page.setViewportSize({ width: 1280, height: 800 });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.lab-take').first().locator('button').first().click(),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      const csv = text.trim().split('\r\n');
      expect(csv).toHaveLength(1 + FEW * 100);
      expect(text).toMatch(/^\ufeffpolicy,seed,ending,/u);
      await page.locator('.lab-dot').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/#\/theatre\//u);
      await expect(page.locator('input[type=range]').first()).toBeVisible();
      expect(complaints).toEqual([]);
    });
  });
}
