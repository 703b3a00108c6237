// What a first visit fetches before its first decision can be taken: every answer with its size on the wire, heads included.

/** Of a built file, in the words of the budget. */
const KINDS = [
  ['page', /^(?:index\.html)?$/],
  ['program', /^assets\/index-[\w-]+\.js$/],
  ['styles', /\.css$/],
  ['fonts', /\.woff2$/],
  ['ornaments of the first screen', /^assets\/home-ornaments-[\w-]+\.js$/],
  ['words of the interface', /^assets\/vi-[\w-]+\.js$/],
];

/** Which part of the budget a path counts to; `scenario`: id of the one that is begun. */
const kindOf = (path, scenario) => {
  const kind = KINDS.find(([, pattern]) => pattern.test(path))?.[0];
  if (kind !== undefined) return kind;
  if (path.startsWith(`assets/${scenario}-`)) return 'rules of the scenario';
  return /^assets\/(?:en|vi)-/.test(path) ? 'words of the scenario' : 'anything else';
};

/**
 * Goes from the address to the first decision, as fast as it can be clicked through, with an empty cache. Gives bytes by kind and by
 * path, of what was asked for before the first answer could be chosen, and times in milliseconds of the page's clock.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} address
 * @returns {Promise<{ files: Record<string, number>, kinds: Record<string, number>, total: number, paint: number, usable: number, decision: number }>}
 */
export async function weighFirstDecision(context, address) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const asked = new Map();
  const answered = new Map();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => answered.set(asked.get(requestId), encodedDataLength));
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('fieldset.opts input[type=radio]:enabled') === null) return;
      seen.disconnect();
      performance.mark('first-decision');
    };
    const seen = new MutationObserver(look);
    seen.observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(address, { waitUntil: 'commit' });
  const folder = page.locator('a.folder').first();
  await folder.waitFor();
  const usable = await page.evaluate(() => performance.now());
  const scenario = (await folder.getAttribute('href'))?.split('/').at(-1) ?? '';
  await folder.click();
  const begin = page.locator('.begin button.primary');
  await begin.waitFor();
  const begun = await page.evaluate(() => performance.now());
  await begin.click();
  await page.locator('fieldset.opts input[type=radio]:enabled').first().waitFor();
  const { decision, paint, before } = await page.evaluate(() => {
    const at = performance.getEntriesByName('first-decision')[0]?.startTime ?? 0;
    const early = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < at);
    return {
      decision: at,
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      before: early.map(({ name }) => name),
    };
  });
  const files = Object.fromEntries(
    [address, ...before].filter((url) => url.startsWith('http')).map((url) => [url.replace(address, ''), answered.get(url) ?? 0]),
  );
  const kinds = {};
  for (const [path, bytes] of Object.entries(files)) kinds[kindOf(path, scenario)] = (kinds[kindOf(path, scenario)] ?? 0) + bytes;
  await page.close();
  const total = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
  return { files, kinds, total, paint, usable, decision: decision - begun };
}
