// The policy lab in the real browser: how long until something is seen of the games, how long until all are played, and the CPU time they take.
import { chromium } from '@playwright/test';
import { serve } from '../bin/serve.mjs';

/**
 * Plays many games in the page of a first visit. `lines`: places of the lines of conduct in the list, from 0; `games`: of each, one of those the
 * page offers. Gives seconds: wall time to the first picture and to the last game, and CPU time of all processes of the browser.
 * @param {string} web
 * @param {import('@playwright/test').LaunchOptions} launchOptions
 * @param {{ scenario: string, lines: readonly number[], games: number }} what
 */
export async function playLab(web, launchOptions, { scenario, lines, games }) {
  const { server, address } = await serve(web, 0);
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    await page.goto(`${address}#/lab`);
    await page.locator('form select').first().selectOption(scenario);
    const ticks = page.locator('fieldset input[type=checkbox]');
    await ticks.nth(Math.max(...lines)).waitFor();
    for (let nth = (await ticks.count()) - 1; nth >= 0; nth--) if (!lines.includes(nth)) await ticks.nth(nth).uncheck();
    await page.locator('form select').last().selectOption(String(games));
    const workers = await page.evaluate(() => navigator.hardwareConcurrency);
    const session = await browser.newBrowserCDPSession();
    const used = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    const before = await used();
    const { first, all } = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const begun = performance.now();
          let first;
          const look = () => {
            const now = performance.now();
            if (document.querySelector('.lab-dot') !== null) first ??= now - begun;
            if (document.querySelector('.lab-take') === null) return;
            seen.disconnect();
            resolve({ first: first / 1000, all: (now - begun) / 1000 });
          };
          const seen = new MutationObserver(look);
          seen.observe(document, { subtree: true, childList: true });
          document.querySelector('form button[type=submit]').click();
        }),
    );
    const cpu = (await used()) - before;
    return { workers, games: games * lines.length, first, all, cpu };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
