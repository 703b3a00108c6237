import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { expectClean } from './axe.ts';
import { refuseCanvas } from './canvas.ts';
import { sharedGame } from './shared-game.ts';

const { code } = sharedGame(0);

test.use({ locale: 'en-GB', contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(({ context }) => refuseCanvas(context));

/** Answers what is open, passes what asks for nothing, until the clock stands at the week or later. */
const playTo = async (page: Page, week: number): Promise<void> => {
  const now = async (): Promise<number> =>
    Number(/Week (\d+)/u.exec((await page.locator('.topbar').innerText()).replace(/\s+/gu, ' '))?.[1]);
  for (let step = 0; step < 80; step++) {
    if ((await page.locator('#stop-heading').count()) > 0 && (await now()) >= week) return;
    await stepOn(page);
  }
};

/** One thing done: an answer given, consequences left, a week let pass. */
const stepOn = async (page: Page): Promise<void> => {
  if ((await page.locator('#stop-heading').count()) > 0) {
    if ((await page.locator('fieldset.opts input:checked').count()) === 0) {
      const tab = page.locator('#tab-decision');
      if ((await tab.count()) > 0) await tab.click();
      await page.locator('fieldset.opts input[type=radio]:enabled').first().check();
    }
    await page.locator('.commit button.primary:visible').first().click();
    await page.waitForTimeout(700);
  } else await page.locator('.commit button.primary:visible, main.problem .btn').first().click();
  await page.waitForTimeout(50);
};

const open = async (page: Page): Promise<void> => {
  await page.goto(`/#g=${code}`);
  await expect(page.locator('#stop-heading')).toBeVisible();
};

test('a window that has fallen behind loses nothing, and may go on as a branch', async ({ context }) => {
  const a = await context.newPage();
  await open(a);
  await expect.poll(() => a.evaluate(() => location.hash)).toBe('#/play');
  const b = await context.newPage();
  await b.goto('/#/play');
  await expect(b.locator('#stop-heading')).toBeVisible();
  await playTo(b, 5);
  const there = await b.locator('.topbar').innerText();
  await stepOn(a);
  await expect(a.locator('dialog')).toContainText('This game went on in another window');
  await expectClean(a, 'a game that went on elsewhere');
  await a.locator('dialog .btn', { hasText: 'as an exploration' }).click();
  await expect(a.locator('#after-heading')).toBeVisible();
  await expect(a.locator('.topbar')).toContainText('exploration');
  await a.reload();
  await expect(a.locator('.topbar')).toContainText('exploration');
  // The first line is where the other window left it.
  await a.goto('/#/review');
  await expect(a.locator('.rv-lines li')).toHaveCount(2);
  await a.locator('.rv-lines .bf').click();
  await expect(a.locator('main.game')).toBeVisible();
  expect((await a.locator('.topbar').innerText()).replace(/\s+/gu, ' ')).toBe(there.replace(/\s+/gu, ' '));
});

test('what is exploration stays exploration after a reload, in its link and in its file', async ({ page }) => {
  await open(page);
  await playTo(page, 3);
  await page.goto('/#/review');
  await page.locator('.rv-stops .bf').first().click();
  await expect(page.locator('.topbar')).toContainText('exploration');
  await stepOn(page);
  await expect(page.locator('#after-heading')).toBeVisible();
  await page.reload();
  await expect(page.locator('.topbar')).toContainText('exploration');
});

test('storage that never answers is said within seconds, and home can be reached', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () =>
      Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value: () => undefined } }) as IDBOpenDBRequest;
  });
  await page.goto('/#/play');
  await expect(page.locator('.home')).toBeVisible({ timeout: 30_000 });
  await page.goto(`/#g=${code}`);
  await expect(page.locator('dialog')).toContainText('Go on without saving?', { timeout: 30_000 });
  await page.locator('dialog .btn', { hasText: 'Go on without saving' }).click();
  await expect(page.locator('.notice')).toBeVisible();
  await stepOn(page);
  await expect(page.locator('#after-heading')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.notice')).toContainText('cannot be saved');
});

/** Storage that is busy with something else, in another page, until it is let go. */
const keepBusy = async (context: BrowserContext): Promise<() => Promise<void>> => {
  const other = await context.newPage();
  await other.goto('/NOTICES.txt');
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('bamboo-diplomacy');
        request.onsuccess = () => {
          const store = request.result.transaction('games', 'readwrite').objectStore('games');
          const hold = (): void => void (store.get('').onsuccess = hold);
          hold();
          resolve();
        };
      }),
  );
  return () => other.close();
};

test('an order that storage keeps late is kept, and the next is no other window’s', async ({ page, context }) => {
  await open(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/play');
  const free = await keepBusy(context);
  await stepOn(page);
  await expect(page.locator('dialog')).toContainText('Go on without saving?');
  await free();
  // Nothing is left to ask once it is kept.
  await expect(page.locator('#after-heading')).toBeVisible();
  await expect(page.locator('dialog[open]')).toHaveCount(0);

  const again = await keepBusy(context);
  await stepOn(page);
  await page.locator('dialog .btn', { hasText: 'Go on without saving' }).click();
  await expect(page.locator('.notice')).toContainText('cannot be saved');
  await again();
  await playTo(page, 4);
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await expect(page.locator('.notice')).toHaveCount(0);
  const there = await page.locator('.topbar').innerText();
  await page.reload();
  await expect(page.locator('main.game')).toBeVisible();
  expect((await page.locator('.topbar').innerText()).replace(/\s+/gu, ' ')).toBe(there.replace(/\s+/gu, ' '));
});

test('games that storage lists late stand on the first screen once they come', async ({ page, context }) => {
  await open(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/play');
  const free = await keepBusy(context);
  await page.goto('/#/');
  await page.reload();
  await expect(page.locator('.home')).toBeVisible();
  await page.waitForTimeout(3000);
  await expect(page.locator('.cont')).toHaveCount(0);
  await free();
  await expect(page.locator('.cont')).toBeVisible();
});

test('a game of a scenario that is not here hides no others', async ({ page }) => {
  await open(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/play');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('bamboo-diplomacy');
        request.onsuccess = () => {
          const tx = request.result.transaction('games', 'readwrite');
          tx.objectStore('games').put({ id: 'x', scenario: 'atlantis', turn: NaN, at: NaN, used: 999, revision: 1, record: {} }, 'x');
          tx.oncomplete = () => resolve();
        };
      }),
  );
  await page.goto('about:blank');
  await page.goto('/');
  await page.locator('.earlier summary').click();
  await expect(page.locator('.kept')).toHaveCount(2);
  await expect(page.locator('.earlier')).toContainText('needs a scenario that is not here');
  await page.goto('/#/s/constructor');
  await expect(page.locator('.home')).toBeVisible();
});

test('two games live on one page and know nothing of each other', async ({ page }) => {
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({
      response,
      body: text.replace(/<div id="app" data-desk>[^]*?<\/main>\s*<\/div>/u, '<div id="a" data-desk></div><div id="b" data-desk></div>'),
    });
  });
  await page.goto('/');
  const [a, b] = [page.locator('#a'), page.locator('#b')];
  for (const desk of [a, b]) {
    await desk.locator('.folder').first().click();
    await desk.locator('.begin .btn.primary').click();
    await expect(desk.locator('#stop-heading')).toBeVisible();
  }
  const before = await b.locator('#desk').innerText();
  await a.locator('fieldset.opts input[type=radio]:enabled').first().check();
  await a.locator('.commit button.primary:visible').click();
  await expect(a.locator('#after-heading')).toBeVisible();
  expect(await b.locator('#desk').innerText()).toBe(before);
  await b.locator('fieldset.opts input[type=radio]:enabled').last().check();
  await b.locator('.commit button.primary:visible').click();
  await expect(b.locator('#after-heading')).toBeVisible();
  await a.locator('#continue').click();
  await expect(a.locator('#after-heading')).toHaveCount(0);
  await expect(b.locator('#after-heading')).toBeVisible();
});

test('where the clipboard is closed the link is shown to copy by hand', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await open(page);
  await page.keyboard.press('Escape');
  await page.locator('dialog .btn', { hasText: 'Copy link' }).click();
  await expect(page.locator('dialog textarea')).toHaveValue(/#g=B2/u);
  await expectClean(page, 'a link to copy by hand');
});
