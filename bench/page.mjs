// The served page in the real browser: bytes before the first decision, first contentful paint, time until it can be used, work at rest.
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../bin/serve.mjs';
import { weighFirstDecision } from './weigh.mjs';

/** Files of the page with their sizes: raw, gzip, and as sent to a browser that reads brotli. */
export function bundleSizes(web) {
  const folder = join(web, 'assets');
  return readdirSync(folder)
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return {
        name: name.replace(/-[\w-]{8}\./, '.'),
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        sent: statSync(join(folder, `${name}.br`)).size,
      };
    })
    .sort((a, b) => b.raw - a.raw);
}

/** Milliseconds (median of the visits) and bytes on the wire, with an empty cache each time. */
export async function visit(web, launchOptions, visits) {
  const { server, address } = await serve(web, 0);
  const browser = await chromium.launch(launchOptions);
  try {
    const seen = [];
    for (let nth = 0; nth < visits; nth++) seen.push(await once(browser, address));
    const median = (key) => seen.map((each) => each[key]).sort((a, b) => a - b)[seen.length >> 1];
    const idle = await idleShare(browser, address);
    return { paint: median('paint'), usable: median('usable'), decision: median('decision'), bytes: median('bytes'), idle };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

const SETTLE_MS = 15_000;
const IDLE_MS = 20_000;

/** CPU seconds that all processes of the browser use in a second while a stop with its chart lies open and nobody touches it. */
async function idleShare(browser, address) {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await toFirstStop(page);
  await page.locator('canvas').first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
  const session = await browser.newBrowserCDPSession();
  const used = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const before = await used();
  const begun = performance.now();
  await page.waitForTimeout(IDLE_MS);
  const share = ((await used()) - before) / ((performance.now() - begun) / 1000);
  await context.close();
  return share;
}

async function once(browser, address) {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const { total: bytes, ...times } = await weighFirstDecision(context, address);
  await context.close();
  return { ...times, bytes };
}

/** From home to the first decision. */
async function toFirstStop(page) {
  await page.locator('a.folder').first().click();
  await page.locator('.begin button.primary').click();
  await page.locator('fieldset.opts input[type=radio]:enabled').first().waitFor();
}
