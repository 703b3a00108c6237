import { expect, test, type Page } from '@playwright/test';
import { expectClean } from './axe.ts';
import { complaintsOf } from './complaints.ts';
import { enter, settle, tabTo } from './keyboard.ts';
import { lastingSeed } from './lasting-seed.ts';
import { goOnUnkept } from './slow-storage.ts';
import { wordsOn } from './words.ts';

/** Stops whose screens are looked at with axe: they show one part more each. */
const LOOKED_AT = 5;
/** The first week after the paper. */
const LATER = 26;
/** The same game every time, until rules change. */
const SEED = lastingSeed(LATER);
/** A game has fewer screens than this. */
const MOST_SCREENS = 200;

const LANGUAGES = [
  { lang: 'en', locale: 'en-GB' },
  { lang: 'vi', locale: 'vi-VN' },
] as const;

/**
 * Words that may be seen at once, of English, which are whole words; Vietnamese parts its syllables. Wanted are 60 of what
 * came in the mean: a little is left for another game, where more may happen.
 */
const WORDS = {
  stop: { most: 300, mean: 190 },
  after: { most: 120, mean: 62 },
  beginning: 230,
  whole: 4_400,
} as const;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Goes from home to the first stop; gives the words on the two screens before it. */
const begin = async (page: Page): Promise<number> => {
  await goOnUnkept(page);
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();
  await expectClean(page, 'home');
  const home = await wordsOn(page);
  await enter(page, page.locator('a.folder').first());
  await expect(page.locator('main.setup')).toBeVisible();
  await expectClean(page, 'scenario');
  const setup = await wordsOn(page);
  const seed = page.locator('form.take details').last();
  await enter(page, seed.locator('summary'));
  await tabTo(page, seed.locator('input[type=text]'));
  await page.keyboard.type(SEED);
  await enter(page, page.locator('.begin button.primary'));
  await expect(page.locator('main.game')).toBeVisible();
  return home + setup;
};

/** Answers every situation that stands open with the first option that can be chosen, and commits. */
const answer = async (page: Page): Promise<void> => {
  const tap = page.locator('.tap input').first();
  if (await tap.isVisible()) {
    await expect(async () => {
      await page.keyboard.press('f');
      await expect(tap).toBeFocused({ timeout: 500 });
    }).toPass();
    // An arrow only looks through the answers; the space bar settles one.
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.tap input').nth(1)).toBeChecked();
    await page.keyboard.press('Space');
    await expect(tap).toBeHidden();
    await settle(page);
  }
  const groups = page.locator('fieldset.opts');
  // A key pressed while a slow machine still sets the stop up is not heard; people press it again.
  await expect(async () => {
    await page.keyboard.press('d');
    await expect(groups.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await settle(page);
  for (let nth = 0; nth < (await groups.count()); nth++) {
    const option = groups.nth(nth).locator('input[type=radio]:enabled').first();
    await tabTo(page, option);
    await page.keyboard.press('Space');
    await expect(option).toBeChecked();
  }
  await enter(page, page.locator('.commit button.primary:visible'));
  // An order is kept before its consequences are shown.
  await expect(page.locator('#stop-heading')).toBeHidden();
};

type Scene = 'stop' | 'after' | 'passing' | 'chapter' | 'review';

const sceneOf = async (page: Page): Promise<Scene> => {
  await expect(
    page.locator('#stop-heading, #after-heading, #passing-heading, #chapter-heading, [id^=review-heading]').first(),
  ).toBeVisible();
  if (await page.locator('#stop-heading').isVisible()) return 'stop';
  if (await page.locator('#after-heading').isVisible()) return 'after';
  if (await page.locator('#chapter-heading').isVisible()) return 'chapter';
  return (await page.locator('#passing-heading').isVisible()) ? 'passing' : 'review';
};

for (const { lang, locale } of LANGUAGES) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });
    test.setTimeout(600_000);

    test('a whole game by keyboard, every screen clean', async ({ page }) => {
      const complaints = complaintsOf(page);
      const before = await begin(page);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      const words: Record<Scene, number[]> = { stop: [], after: [], passing: [], chapter: [], review: [] };
      const seen = { stop: 0, after: 0, passing: 0, chapter: 0, review: 0 };
      for (let screens = 0; screens < MOST_SCREENS && seen.review === 0; screens++) {
        const scene = await sceneOf(page);
        const times = ++seen[scene];
        words[scene].push(await wordsOn(page));
        if (times <= (scene === 'stop' ? LOOKED_AT : 1)) await expectClean(page, `${scene} ${String(times)}`);
        if (scene === 'stop') await answer(page);
        else if (scene !== 'review') await enter(page, page.locator('.commit button.primary:visible'));
      }
      expect(seen.review, 'the game comes to its review').toBe(1);
      expect(seen.stop, 'the weeks and the later dates').toBeGreaterThan(12);
      expect(seen.chapter, 'the day of the paper').toBe(1);
      expect(complaints).toEqual([]);
      test.info().annotations.push({ type: 'words', description: JSON.stringify({ before, ...words }) });
      if (lang !== 'en') return;
      expect(before + (words.stop[0] ?? 0), 'words up to the first decision').toBeLessThanOrEqual(WORDS.beginning);
      for (const scene of ['stop', 'after'] as const) {
        expect(Math.max(...words[scene]), `most words of ${scene}`).toBeLessThanOrEqual(WORDS[scene].most);
        expect(mean(words[scene]), `words of ${scene} in the mean`).toBeLessThanOrEqual(WORDS[scene].mean);
      }
      const played = [...words.stop, ...words.after, ...words.passing, ...words.chapter];
      expect(
        played.reduce((sum, count) => sum + count, 0),
        'words of a whole game',
      ).toBeLessThanOrEqual(WORDS.whole);
    });
  });
}
