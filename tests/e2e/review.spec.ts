import { expect, test, type Page } from '@playwright/test';
import { expectClean } from './axe.ts';
import { complaintsOf } from './complaints.ts';
import { finishedGame } from './shared-game.ts';

const LANGUAGES = [
  { lang: 'en', locale: 'en-GB', scenario: 'vanguard-bank-2019' },
  { lang: 'vi', locale: 'vi-VN', scenario: 'customs-queue-2021' },
] as const;

const openReview = async (page: Page, scenario: string, policy: string): Promise<void> => {
  const buffer = Buffer.from(JSON.stringify(finishedGame(scenario, policy)));
  await page.goto('/');
  await page.locator('input[type=file]').setInputFiles({ name: 'game.json', mimeType: 'application/json', buffer });
  await expect(page.locator('#review-heading')).toBeVisible();
  await expect(page.locator('.rv-pivotal progress')).toHaveCount(0, { timeout: 60_000 });
};

/** Pages of a PDF, by the count that its page tree gives. */
const pagesOf = (pdf: Buffer): number =>
  Math.max(
    ...[...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages[^>]*\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*\/Type\s*\/Pages/gu)].map((found) =>
      Number(found[1] ?? found[2]),
    ),
  );

for (const { lang, locale, scenario } of LANGUAGES) {
  test.describe(`the review in ${lang}`, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });

    test('says where it turned, is clean, and prints on two pages', async ({ page }) => {
      const complaints = complaintsOf(page);
      await openReview(page, scenario, 'partner-quad');
      const turned = page.locator('.rv-pivotal li');
      await expect(turned).toHaveCount(3);
      await expect(turned.locator('.rv-how')).toHaveText([/\.$/u, /\.$/u, /\.$/u]);
      await expect(page.locator('.rv-lenses li')).toHaveCount(2);
      await expect(page.locator('.rv-voices li')).toHaveCount(2);
      await expectClean(page, 'review');
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
      // Another answer is tried from where it turned, beside the first game.
      await turned.first().locator('button.bf').click();
      await expect(page.locator('#stop-heading')).toBeVisible();
      expect(complaints).toEqual([]);
    });
  });
}
