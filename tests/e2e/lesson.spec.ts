import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { expectClean } from './axe.ts';
import { lastCopied, watchClipboard } from './clipboard.ts';
import { complaintsOf } from './complaints.ts';
import { giveLastingLuck, giveLuck, losingLuck, seedKept } from './lesson-seed.ts';

const LANGUAGES = [
  { lang: 'en', locale: 'en-GB', words: 90 },
  // Vietnamese parts its syllables: the same text counts more.
  { lang: 'vi', locale: 'vi-VN', words: 126 },
] as const;
const SECOND = 1000;
const CORNERS = 4;

/** Words on the projector; what stands on the menu that is folded is not on it, and a number on a card is no word. */
const wordsOn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document
        .querySelector<HTMLElement>('.ls')
        ?.innerText.split(/\s+/u)
        .filter((word) => /\p{L}/u.test(word)).length ?? 0,
  );

const main = (page: Page): Locator => page.locator('.ls-foot .btn.primary');
const card = (page: Page, corner: number, nth: number): Locator =>
  page.locator('.ls-table tbody tr').nth(corner).locator('.ls-card:enabled').nth(nth);
const chosen = (page: Page): Locator => page.locator('.ls-card[aria-pressed=true]');

/** A lesson in a browser whose clock can be put forward. */
const openLesson = async (context: BrowserContext, at: number): Promise<Page> => {
  const page = await context.newPage();
  await giveLastingLuck(page);
  await watchClipboard(page);
  await page.clock.install({ time: at });
  return page;
};

for (const { lang, locale, words } of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });
    test.setTimeout(300_000);

    test('a lesson of fifty minutes: a mis-tap, a device that dies, a bell at the third stop, the debrief, nothing left', async ({
      context,
    }) => {
      const start = Date.parse('2026-11-30T08:00:00Z');
      let page = await openLesson(context, start);
      const complaints = complaintsOf(page);
      let seed = '';
      const look = async (name: string): Promise<void> => {
        await expectClean(page, name);
        expect(await wordsOn(page), `words of ${name}`).toBeLessThanOrEqual(words);
        const told = await page.evaluate(() => `${document.documentElement.outerHTML} ${location.href}`);
        expect(seed === '' || !told.includes(seed), `${name} holds the seed`).toBe(true);
      };

      await page.goto('/');
      await page.locator('a[href="#/lesson"]').click();
      await expect(page.locator('input[name=cut]')).toHaveCount(3);
      await expectClean(page, 'set-up');
      await page.locator('form.take .primary').click();
      await expect(page.locator('.ls-who')).toBeVisible();
      await expect(page.locator('.ls-corners li')).toHaveCount(CORNERS);
      seed = await seedKept(page);
      expect(seed).toMatch(/^[0-9a-z]{10}$/iu);
      await look('who');

      // A rehearsal: the bots tap, one of them wrongly; it is undone.
      await main(page).click();
      await page.locator('.ls-foot .btn').first().click();
      await expect(chosen(page)).toHaveCount(CORNERS);
      await page.locator('.ls-foot .btn').nth(1).click();
      await expect(chosen(page)).toHaveCount(CORNERS - 1);
      await look('rehearsal');
      await main(page).click();
      await expect(page.locator('h1')).not.toHaveText('');
      await main(page).click();

      // The first stop: the clock leads from reading to talk to cards.
      await expect(page.locator('.ls-reading')).toBeVisible();
      await expect(page.locator('.ls-time')).toHaveText(/^1:1\d$/u);
      await look('reading');
      await page.clock.fastForward(75 * SECOND);
      await expect(page.locator('.ls-huddle')).toBeVisible();
      await look('huddle');
      // The brief again, by keyboard: over the answers, and the focus comes back.
      await page.keyboard.press('b');
      await expect(page.locator('h1')).toBeFocused();
      await expect(page.locator('.ls-options')).toHaveCount(0);
      await look('the brief again');
      await page.keyboard.press('Escape');
      await expect(page.locator('.ls-reread')).toBeFocused();
      await expect(page.locator('.ls-options')).toBeVisible();
      await page.clock.fastForward(120 * SECOND);
      await expect(page.locator('.ls-table')).toBeVisible();
      await expect(main(page)).toHaveAttribute('aria-disabled', 'true');
      for (let corner = 0; corner < CORNERS; corner++) await card(page, corner, 0).click();
      // The third corner was tapped wrongly; the answer before stands again, then the right one is tapped.
      await card(page, 2, 1).click();
      await page.locator('.ls-foot .btn').filter({ hasNotText: /:/u }).nth(2).click();
      await expect(card(page, 2, 0)).toHaveAttribute('aria-pressed', 'true');
      await expect(chosen(page)).toHaveCount(CORNERS);
      await page.locator('.ls-dissent').nth(3).click();
      await look('cards');
      await main(page).click();
      await expect(page.locator('.ls-outcome')).toBeVisible();
      await look('outcome');
      await main(page).click();
      await expect(page.locator('.ls-standing')).toBeVisible();
      await page.locator('.ls-instructions .btn').nth(1).click();
      await expect(page.locator('.ls-instructions .btn').nth(1)).toHaveAttribute('aria-pressed', 'true');
      await look('standing');
      await main(page).click();
      await expect(page.locator('.ls-between')).toBeVisible();
      await look('between');
      await main(page).click();

      // The second stop: the device dies over half the cards, and again over the outcome.
      await expect(page.locator('.ls-reading')).toBeVisible();
      const title = await page.locator('h1').innerText();
      await main(page).click();
      await main(page).click();
      await card(page, 0, 1).click();
      await card(page, 1, 1).click();
      await page.close();
      page = await openLesson(context, start + 600 * SECOND);
      await page.goto('/#/lesson');
      await expect(page.locator('h1')).toHaveText(title);
      await expect(chosen(page)).toHaveCount(2);
      await card(page, 2, 1).click();
      await main(page).click();
      await expect(page.locator('.ls-outcome')).toBeVisible();
      const outcome = await page.locator('.ls-main').innerText();
      await page.close();
      page = await openLesson(context, start + 700 * SECOND);
      await page.goto('/#/lesson');
      await expect(page.locator('.ls-outcome')).toBeVisible();
      expect(await page.locator('.ls-main').innerText()).toBe(outcome);
      await main(page).click();
      await expect(page.locator('.ls-between')).toBeVisible();
      await main(page).click();

      // The third: the bell.
      await expect(page.locator('.ls-reading')).toBeVisible();
      await page.clock.fastForward(25 * 60 * SECOND);
      await expect(page.locator('.ls-bell')).toBeVisible();
      await look('bell');
      await main(page).click();
      await expect(page.locator('.ls-debrief')).toBeVisible();
      for (let at = 0; ; at++) {
        await expectClean(page, `debrief ${String(at)}`);
        if (at === 1) {
          await expect(page.locator('.ls-timeline li')).toHaveCount(3);
          await expect(page.locator('.ls-timeline li').nth(0).locator('.ls-votes > span')).toHaveCount(2);
          await expect(page.locator('.ls-timeline li').nth(1).locator('.ls-mark')).toHaveCount(3);
          await expect(page.locator('.ls-timeline li').nth(2).locator('.ls-mark')).toHaveCount(0);
        }
        if (at === 3) await expect(page.locator('.ls-true')).toHaveCount(2);
        if (at === 4) await expect(page.locator('.ls-facts li')).not.toHaveCount(0);
        if (at > 2) expect(await wordsOn(page), `words of debrief ${String(at)}`).toBeLessThanOrEqual(words);
        if ((await main(page).count()) === 0) break;
        await main(page).click();
      }

      // Whoever was absent plays the same lesson alone.
      const home = await context.newPage();
      await page.locator('.ls-acts').nth(0).locator('.btn').click();
      await expect.poll(() => lastCopied(page)).toMatch(/#\/class\/[0-9A-Z-]+$/u);
      await home.goto(await lastCopied(page));
      await expect(home.locator('.cl-found .offer-way')).toHaveCount(2);
      // And whoever wants more the whole game.
      await page.locator('.ls-acts').nth(1).locator('.btn').first().click();
      await expect.poll(() => lastCopied(page)).toMatch(/#g=/u);
      await home.goto(await lastCopied(page));
      await expect(home.locator('#stop-heading')).toBeVisible();
      await expect(home).toHaveURL(/#\/play$/u);
      await home.close();

      // One button deletes it.
      const forget = page.locator('.ls-acts .btn').last();
      await forget.click();
      await forget.click();
      await expect(page.locator('input[name=cut]')).toHaveCount(3);
      expect(await seedKept(page)).toBe('');
      expect(await page.evaluate(() => localStorage.getItem('bamboo.lesson'))).toBeNull();
      expect(complaints).toEqual([]);
    });

    test('a class that loses its game early is told so before its debrief', async ({ page }) => {
      await giveLuck(page, losingLuck());
      await page.goto('/#/lesson');
      await page.locator('form.take .primary').click();
      await page.locator('.ls-foot .btn').last().click();
      for (let stop = 0; stop < 2; stop++) {
        await expect(page.locator('.ls-reading')).toBeVisible();
        await main(page).click();
        await main(page).click();
        for (let corner = 0; corner < CORNERS; corner++) await card(page, corner, 0).click();
        await main(page).click();
        await expect(page.locator('.ls-outcome')).toBeVisible();
        await main(page).click();
        if (stop > 0) break;
        await expect(page.locator('.ls-standing')).toBeVisible();
        await main(page).click();
        await expect(page.locator('.ls-between')).toBeVisible();
        await main(page).click();
      }
      await expect(page.locator('.ls-ended h1')).toBeFocused();
      await expectClean(page, 'ended');
      expect(await wordsOn(page)).toBeLessThanOrEqual(words);
      await page.reload();
      await expect(page.locator('.ls-ended h1')).not.toHaveText('');
      await main(page).click();
      await main(page).click();
      await expect(page.locator('.ls-timeline li')).toHaveCount(2);
    });
  });
}
