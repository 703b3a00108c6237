import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { serve } from '../../bin/serve.mjs';
import { expectClean } from './axe.ts';
import { refuseCanvas } from './canvas.ts';
import { lastCopied, watchClipboard } from './clipboard.ts';
import { complaintsOf } from './complaints.ts';
import { answerFirst, untilReview, untilStop } from './go-on.ts';
import { sharedGame } from './shared-game.ts';
import { goOnUnkept } from './slow-storage.ts';

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const packageOf = (rest: string): string => join(root, 'packages', `bamboo-diplomacy-${version}${rest}`);

/** A game that is nearly over. */
const { code: late } = sharedGame(27);

test.use({ locale: 'en-GB', contextOptions: { reducedMotion: 'reduce' } });
// One after another: they share what is made once.
test.describe.configure({ mode: 'default' });
test.beforeEach(({ context }) => refuseCanvas(context));

let folder = '';
test.beforeAll(() => {
  test.setTimeout(300_000);
  const made = spawnSync(process.execPath, [join(root, 'bin', 'package.mjs')], { encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  folder = mkdtempSync(join(tmpdir(), 'packages-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unzipTo = (zip: string, place: string): void => {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), bytes);
  }
};

/** Begins the first scenario of the home that stands. */
const begin = async (place: Page | FrameLocator): Promise<void> => {
  await place.locator('.folder').first().click();
  await place.locator('.begin .btn.primary').click();
  await expect(place.locator('#stop-heading')).toBeVisible();
};

test('the zip plays from a subfolder of a static host', async ({ page }) => {
  const complaints = complaintsOf(page);
  unzipTo(packageOf('.zip'), join(folder, 'site', 'a course', 'bamboo'));
  expect(readFileSync(join(folder, 'site', 'a course', 'bamboo', 'NOTICES.txt'), 'utf8')).toContain('phaser');
  const { server, address } = await serve(join(folder, 'site'), 0);
  try {
    await goOnUnkept(page);
    await page.goto(`${address}a%20course/bamboo/`);
    await begin(page);
    await answerFirst(page);
    expect(complaints).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('the one file plays when it is opened as a file, in both languages, and its parts with it', async ({ page }) => {
  test.slow();
  const complaints = complaintsOf(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const file = join(folder, 'trò chơi 1.html');
  copyFileSync(packageOf('.html'), file);
  const address = pathToFileURL(file).href;
  await goOnUnkept(page);
  await watchClipboard(page);
  await page.goto(address);
  await begin(page);
  await answerFirst(page);
  await page.locator('html').press('Escape');
  await expect(page.locator('#offline')).toContainText('in this one file');
  await page.locator('dialog .btn', { hasText: 'Copy link' }).click();
  await expect(page.locator('dialog')).toContainText('has no address');
  await expectClean(page, 'a code to pass on');
  expect(await lastCopied(page)).toMatch(/^#g=B2[\w-]+$/u);
  await page.locator('html').press('Escape');
  await page.locator('html').press('Escape');
  await page.locator('dialog .menu .btn').last().click();
  await expect(page.locator('pre.notices')).toContainText('seedrandom');
  await expectClean(page, 'notices');
  await page.locator('html').press('Escape');

  // What this browser keeps is there again.
  await expect(async () => {
    // Storage that a busy machine lets wait is passed over.
    await page.goto(address);
    await page.reload();
    await expect(page.locator('.cont')).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.locator('button[lang=vi]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await page.locator('.cont .btn.primary').click();
  await expect(page.locator('main.game')).toBeVisible();

  // Another game to its review, and what is elsewhere fetched when it is asked for.
  await page.goto(`${address}#g=${late}`);
  await page.locator('#offer-go-on').click();
  await untilReview(page);
  await page.goto(`${address}#/theatre`);
  await expect(page.locator('input[type=range]').first()).toBeVisible();
  await page.goto(`${address}#/lesson`);
  await expect(page.locator('input[name=cut]').first()).toBeVisible();
  const worker = page.waitForEvent('worker');
  await page.goto(`${address}#/lab`);
  await page.locator('form button[type=submit]').click();
  expect((await worker).url()).toMatch(/^blob:/u);
  expect(complaints).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(address) && !/^(?:data|blob|about):/u.test(url))).toEqual([]);
});

/** A course's page with the package in a frame, and a runtime that keeps what it is told in this browser. */
const LMS = `
const kept = JSON.parse(localStorage.getItem('course') ?? 'null');
const begin = () => {
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = JSON.parse(localStorage.getItem('course') ?? 'null');
  if (kept !== null) window.API.loadFromJSON(kept);
  for (const when of ['LMSCommit', 'LMSFinish']) window.API.on(when, () => {
    localStorage.setItem('course', JSON.stringify(window.API.renderCMIToJSONObject().cmi));
    localStorage.setItem('heard', (localStorage.getItem('heard') ?? '') + when + ' ');
    if (when === 'LMSFinish') begin();
  });
};
begin();
`;
const PAGE = `<!doctype html><html lang="en"><title>A course</title><script src="runtime.js"></script><script src="lms.js"></script>
<section aria-label="A course"><h1>A course</h1><iframe title="Bamboo Diplomacy" src="game/index.html" width="1200" height="760"></iframe></section>`;

interface Told {
  readonly suspend_data: string;
  readonly core: { readonly lesson_status: string; readonly exit: string };
}

const told = (page: Page): Promise<Told> => page.evaluate(() => JSON.parse(localStorage.getItem('course') ?? '{}') as Told);

/** Has the course keep another text, as if it had come from another session. */
const plant = (page: Page, text: string): Promise<void> =>
  page.evaluate((planted) => {
    const kept = JSON.parse(localStorage.getItem('course') ?? '{}') as object;
    // The frame is left first: leaving it is told too.
    document.querySelector('iframe')?.remove();
    localStorage.setItem('course', JSON.stringify({ ...kept, suspend_data: planted }));
  }, text);

test.describe('within a course', () => {
  let course: Awaited<ReturnType<typeof serve>>;
  test.beforeAll(async () => {
    const place = join(folder, 'course');
    unzipTo(packageOf('-scorm-1.2.zip'), join(place, 'game'));
    copyFileSync(join(root, 'node_modules', 'scorm-again', 'dist', 'scorm12.min.js'), join(place, 'runtime.js'));
    writeFileSync(join(place, 'lms.js'), LMS);
    writeFileSync(join(place, 'index.html'), PAGE);
    course = await serve(place, 0, "'self'");
  });
  test.afterAll(() => {
    course.server.closeAllConnections();
    course.server.close();
  });

  test('a game is kept by its course, goes on where it was left, and completes when it is over', async ({ page }) => {
    test.slow();
    const complaints = complaintsOf(page);
    const game = page.frameLocator('iframe');
    await page.goto(course.address);
    await begin(game);
    await answerFirst(game);
    const first = await told(page);
    expect(first.suspend_data).toMatch(/^B2[\w-]{20,}$/u);
    expect(first.core).toMatchObject({ lesson_status: 'incomplete', exit: 'suspend' });
    await untilStop(game);
    const where = async (): Promise<string> =>
      (await game.locator('.topbar, #stop-heading').allInnerTexts()).join(' ').replace(/\s+/gu, ' ');
    const there = await where();

    // The frame alone, then the whole course in a browser that keeps nothing of the game.
    await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.reload());
    await expect(game.locator('main.game')).toBeVisible();
    await expect.poll(where).toBe(there);
    expect(await page.evaluate(() => localStorage.getItem('heard'))).toContain('LMSFinish');
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain('bamboo-diplomacy');
    await page.reload();
    await expect.poll(where).toBe(there);

    await plant(page, late);
    await page.goto(course.address);
    await untilReview(game);
    const last = await told(page);
    expect(last.core.lesson_status).toBe('completed');
    expect(last.suspend_data).toMatch(/^B2[\w-]+$/u);
    expect(last.suspend_data).not.toBe(late);
    await page.reload();
    await expect(game.locator('#review-heading')).toBeVisible();
    expect((await told(page)).core.lesson_status).toBe('completed');
    expect(complaints).toEqual([]);
  });

  test('what the course has kept and cannot be read is said, and carried along beside a new game', async ({ page }) => {
    const game = page.frameLocator('iframe');
    await page.goto(course.address);
    await expect(game.locator('.folder').first()).toBeVisible();
    const damaged = `${late.slice(0, 12)}${late.charAt(12) === 'A' ? 'B' : 'A'}${late.slice(13)}`;
    await plant(page, damaged);
    await page.goto(course.address);
    await expect(game.locator('main.problem')).toContainText('cannot be read');
    await expectClean(page.frame({ url: /\/game\//u }) ?? page, 'what a course kept and cannot be read');
    expect((await told(page)).suspend_data).toBe(damaged);
    await game.locator('main.problem .btn', { hasText: 'Home' }).click();
    await begin(game);
    await answerFirst(game);
    const [mine, theirs] = (await told(page)).suspend_data.split(' ');
    expect(mine).toMatch(/^B2[\w-]{20,}$/u);
    expect(theirs).toBe(damaged);
    await page.reload();
    await expect(game.locator('main.game')).toBeVisible();
  });

  test('opened outside of any course it says so, and plays', async ({ page }) => {
    await goOnUnkept(page);
    await page.goto(`${course.address}game/index.html`);
    await expect(page.locator('.notice')).toContainText('No course answers');
    await expectClean(page, 'a page of a course alone');
    await page.locator('.notice .btn').click();
    await begin(page);
    await answerFirst(page);
  });
});
