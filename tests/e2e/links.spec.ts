import { expect, test, type Page } from '@playwright/test';
import { makeLink } from '../../src/engine/link.ts';
import { expectClean } from './axe.ts';
import { complaintsOf } from './complaints.ts';
import { turnNow } from '../../src/session/game.ts';
import { lastCopied, watchClipboard } from './clipboard.ts';
import { refuseCanvas } from './canvas.ts';
import { sharedGame, watchedGames } from './shared-game.ts';
import { goOnUnkept } from './slow-storage.ts';

const { game, code } = sharedGame(6);
const WEEK = `Week ${String(turnNow(game) + 1)}`;

/** The link that the menu copies. */
const copied = async (page: Page): Promise<string> => {
  await page.keyboard.press('Escape');
  await page.locator('dialog .btn', { hasText: 'Copy link' }).click();
  return lastCopied(page);
};

const open = async (page: Page): Promise<void> => {
  await goOnUnkept(page);
  await watchClipboard(page);
  await page.goto(`/#g=${code}`);
  await page.locator('#offer-go-on').click();
  await expect(page.locator('main.game')).toBeVisible();
};

/** How many orders each kept game has. Saving goes on beside the page: who leaves at once leaves before it. */
const keptOrders = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<readonly number[]>((resolve, reject) => {
        const request = indexedDB.open('bamboo-diplomacy');
        // Only the page itself sets the storage up.
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onerror = () => resolve([]);
        request.onsuccess = () => {
          const all = request.result.transaction('games').objectStore('games').getAll();
          all.onerror = () => reject(new Error('nothing kept'));
          all.onsuccess = () => {
            request.result.close();
            resolve(
              (all.result as readonly { record?: { lines: readonly { orders: readonly unknown[] }[] } }[]).flatMap(({ record }) =>
                record === undefined ? [] : [record.lines.reduce((sum, { orders }) => sum + orders.length, 0)],
              ),
            );
          };
        };
      }),
  );

test.use({ locale: 'en-GB', contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(({ context }) => refuseCanvas(context));

test('a shared link opens the same game, and gives itself again', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page);
  await expect(page.locator('main.game')).toContainText(WEEK);
  expect(new URL(await copied(page)).hash).toBe(`#g=${code}`);
  expect(complaints).toEqual([]);
});

test('a game that was left goes on where it was', async ({ page }) => {
  await open(page);
  await expect(page.locator('#stop-heading')).toBeVisible();
  await page.keyboard.press('1');
  // The first press of the button reminds of the prediction that waits; the second commits.
  await expect(async () => {
    if ((await page.locator('#after-heading').count()) === 0) await page.locator('.commit button.primary:visible').click();
    await expect(page.locator('#after-heading')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect.poll(() => keptOrders(page)).toEqual([turnNow(game) + 1]);
  await page.goto('about:blank');
  await page.goto('/');
  await expect(page.locator('.cont .cm')).toContainText(String(turnNow(game) + 2));
  await page.locator('.cont .btn.primary').click();
  await expect(page.locator('main.game')).toContainText(/Week \d+/);
});

test('a game left before the last one stays at hand', async ({ page }) => {
  for (const games of [1, 2]) {
    await open(page);
    await expect.poll(async () => (await keptOrders(page)).length).toBe(games);
    await page.goto('about:blank');
  }
  await page.goto('/');
  await page.locator('.earlier summary').click();
  await expect(page.locator('.kept')).toHaveCount(1);
  await expectClean(page, 'home with earlier games');
  // It is named by its days until its player names it; Escape leaves what it was called.
  const row = page.locator('.earlier .named');
  await expect(row.locator('.kept b')).toHaveText(/2019/u);
  await row.getByRole('button', { name: /^Rename: .*2019/u }).click();
  await page.keyboard.type('never mind');
  await page.keyboard.press('Escape');
  await expect(row.locator('.renames')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Our first July \u202e<b>');
  await expectClean(page, 'a game being renamed');
  await page.keyboard.press('Enter');
  await expect(row.getByRole('button', { name: 'Rename: Our first July <b>' })).toBeFocused();
  await page.goto('about:blank');
  await page.goto('/');
  await page.locator('.earlier summary').click();
  await expect(row.locator('.kept b')).toHaveText('Our first July <b>');
  await page.locator('.kept').click();
  await expect(page.locator('main.game')).toContainText(WEEK);
});

test('what somebody else played stands as sent, after one’s own, and offers what was done in it', async ({ page }) => {
  const { code: sent } = watchedGames(6);
  await goOnUnkept(page);
  await page.goto(`/#g=${sent}`);
  await page.locator('#offer-review').click();
  await expect(page.locator('#review-heading')).toBeVisible();
  await expect.poll(async () => (await keptOrders(page)).length).toBe(1);
  await page.goto('about:blank');
  // Its player had taken initiatives at the first stop; a game of one's own offers them at the third.
  await page.goto(`/#g=${sent}`);
  await page.locator('#offer-seed').click();
  await expect(page.locator('.ini')).toBeVisible();
  await expect.poll(async () => (await keptOrders(page)).length).toBe(2);
  await page.reload();
  await expect(page.locator('.ini')).toBeVisible();
  // What is newest is the game that was sent: its review, read again.
  await page.goto('/');
  await page.locator('.earlier summary', { hasText: 'sent here' }).click();
  await page.locator('.kept').click();
  await expect(page.locator('.verdict')).toContainText('Somebody sent you this game');
  await page.goto('about:blank');
  await page.goto('/');
  await expect(page.locator('.cont .cm')).toContainText('1 of');
  await expect(page.locator('.earlier summary')).toHaveText(['Games that were sent here (1)']);
});

const changed = code.slice(0, 12) + (code[12] === 'A' ? 'B' : 'A') + code.slice(13);
const BAD = [
  ['damaged', changed, 'damaged'],
  ['cut', code.slice(0, -8), 'cut short'],
  ['foreign', 'hello', 'not a link to a game'],
  ['of a newer format', `B9${code.slice(2)}`, 'newer version'],
  [
    'for rules not at hand',
    makeLink([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]),
    'rules that are not at hand',
  ],
] as const;

for (const [what, bad, said] of BAD) {
  test(`a link that is ${what} says so, and the game is kept`, async ({ page }) => {
    await open(page);
    await page.evaluate((hash) => (location.hash = hash), `g=${bad}`);
    await expect(page.locator('main.page')).toContainText(said);
    await expect(page.locator('main.page')).toContainText('The game you were playing is untouched.');
    await expectClean(page, what);
    await page.locator('.btn.primary', { hasText: 'Back to the game' }).click();
    await expect(page.locator('main.game')).toContainText(WEEK);
  });
}
