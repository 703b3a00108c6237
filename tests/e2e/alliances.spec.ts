import { expect, test } from '@playwright/test';
import { expectClean } from './axe.ts';
import { complaintsOf } from './complaints.ts';

for (const [lang, locale] of [
  ['en', 'en-GB'],
  ['vi', 'vi-VN'],
] as const) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });

    test('the alliance lab: predict, write a rule, uncover, revise, three readings', async ({ page }) => {
      const complaints = complaintsOf(page);
      await page.goto('/#/alliances');
      const rows = page.locator('.ls-cases tbody tr');
      const onward = page.locator('.ls-foot .btn.primary');
      await expect(rows).toHaveCount(4);
      await expect(page.locator('.ls-cover')).toHaveCount(4);
      await expect(onward).toHaveAttribute('aria-disabled', 'true');
      for (let nth = 0; nth < 4; nth++) await rows.nth(nth).locator('.btn').first().click();
      await expectClean(page, 'predict');
      await onward.click();
      await page.locator('.ls-rules .btn').nth(1).click();
      await expect(page.locator('.ls-cover')).toHaveCount(4);
      await onward.click();
      await expect(page.locator('.ls-cover')).toHaveCount(0);
      await expect(page.locator('.ls-ask')).toContainText('3');
      await page.locator('.ls-rules .btn').first().click();
      await expect(page.locator('.ls-ask')).toContainText('4');
      await expectClean(page, 'uncovered');
      await onward.click();
      await expect(rows).toHaveCount(7);
      await expect(page.locator('.ls-ask')).toContainText('7');
      await onward.click();
      await expect(page.locator('.is-wrong')).toHaveCount(2);
      await expectClean(page, 'three readings');
      await onward.click();
      await expect(rows).toHaveCount(6);
      await expect(page.locator('.ls-cases em')).toHaveCount(3);
      await expectClean(page, 'a neighbour');
      expect(complaints).toEqual([]);
    });
  });
}
