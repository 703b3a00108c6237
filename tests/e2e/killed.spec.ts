import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { runs } from '../counts.ts';
import { launchOptions } from './browser.ts';
import { refuseCanvas } from './canvas.ts';
import { lastingCode } from './lasting-seed.ts';

const code = lastingCode(26);

// What is killed cannot be traced.
test.use({ trace: 'off', screenshot: 'off' });
const KILLS = runs(10, 200);
/** Milliseconds after a consequence appeared within which the browser is killed. */
const SOON = 15;

interface Browser {
  readonly page: Page;
  readonly kill: () => Promise<void>;
}

/** A browser of its own process on a profile that outlives it. */
const launch = async (profile: string): Promise<Browser> => {
  const { executablePath, args } = await launchOptions();
  const child: ChildProcess = spawn(executablePath, [
    ...args,
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--disable-background-networking',
    '--lang=en-GB',
    'about:blank',
  ]);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the browser has no window');
  await refuseCanvas(context);
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    page,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
};

/** Orders of the game that is kept. */
const keptOrders = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('bamboo-diplomacy');
        request.onerror = () => reject(new Error('no storage'));
        request.onsuccess = () => {
          const all = request.result.transaction('games').objectStore('games').getAll();
          all.onsuccess = () => {
            request.result.close();
            const games = all.result as readonly {
              readonly record?: { readonly lines: readonly { readonly orders: readonly unknown[] }[] };
            }[];
            resolve(Math.max(...games.map(({ record }) => record?.lines[0]?.orders.length ?? 0)));
          };
        };
      }),
  );

/** On to the next stop: quiet weeks are let pass. */
const toStop = async (page: Page): Promise<void> => {
  await expect(async () => {
    const stop = page.locator('#stop-heading');
    if ((await stop.count()) === 0) await page.locator('.commit button.primary:visible').first().click({ timeout: 500 });
    await expect(stop).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 40_000 });
};

/** Answers what is open; resolves as the consequence appears. */
const answer = async (page: Page): Promise<void> => {
  const tab = page.locator('#tab-decision');
  if ((await tab.count()) > 0) await tab.click();
  await page.locator('fieldset.opts input[type=radio]:enabled').first().check();
  const commit = page.locator('.commit button.primary:visible').first();
  const appeared = page.waitForSelector('#after-heading', { timeout: 20_000 });
  await commit.click();
  // Where a prediction waits, the first click only reminds of it.
  if (await page.locator('.why-not', { hasText: /./u }).isVisible()) {
    await page.waitForTimeout(700);
    await commit.click();
  }
  await appeared;
};

test('no order whose consequence was shown is lost when the browser is killed', async ({ baseURL }) => {
  test.setTimeout(60_000 + KILLS * 15_000);
  const profile = mkdtempSync(join(tmpdir(), 'killed-'));
  const lost: string[] = [];
  let shown = 0;
  try {
    let browser = await launch(profile);
    await browser.page.goto(`${baseURL ?? ''}#g=${code}`);
    for (let kill = 0; kill < KILLS; kill++) {
      const { page } = browser;
      await toStop(page);
      const before = await keptOrders(page);
      if (before < shown) lost.push(`kill ${String(kill)}: ${String(shown)} shown, ${String(before)} kept`);
      await answer(page);
      // Shown is acknowledged: from here on the order must not be lost.
      shown = before + 1;
      await page.waitForTimeout((kill * 7) % SOON);
      await browser.kill();
      browser = await launch(profile);
      await browser.page.goto(`${baseURL ?? ''}#/play`);
    }
    await toStop(browser.page);
    expect(await keptOrders(browser.page)).toBeGreaterThanOrEqual(shown);
    await browser.kill();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  expect(lost).toEqual([]);
});
