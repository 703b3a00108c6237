import { readFile } from 'node:fs/promises';
import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { expectClean } from './axe.ts';
import { lastCopied, watchClipboard } from './clipboard.ts';
import { complaintsOf } from './complaints.ts';
import { giveLastingLuck } from './lesson-seed.ts';

const main = (page: Page): Locator => page.locator('.ls-foot .btn.primary');

const open = async (context: BrowserContext, hash: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> => {
  const page = await context.newPage();
  await giveLastingLuck(page);
  await watchClipboard(page);
  const complaints = complaintsOf(page);
  await page.goto(`/${hash}`);
  return { page, complaints };
};

/** Somebody writes on the cabinet's one device before the cards are tapped; the clock stands meanwhile. */
const writeHere = async (page: Page): Promise<void> => {
  await page.locator('.ls-writes').click();
  await expect(page.locator('.wr-cards input')).not.toHaveCount(0);
  await page.locator('.wr-cards input').first().click();
  await page.locator('.wr-form textarea').first().fill('=1+1 <img src=x onerror=alert(1)>');
  await expectClean(page, 'writing');
  await page.locator('.wr-form .primary').click();
  await expect(page.locator('.wr-said')).toHaveText(['=1+1 <img src=x onerror=alert(1)>', '', '']);
  await main(page).click();
  await expect(page.locator('.wr-form')).toHaveCount(0);
};

/** Plays a lesson to its end: every row of cards taps its answer of this number, as far as there are so many. */
const playOut = async (page: Page, nth: number, writes: boolean): Promise<void> => {
  let written = !writes;
  for (let step = 0; step < 80; step++) {
    await expect(page.locator('.ls')).toBeVisible();
    if ((await page.locator('.ls-debrief').count()) > 0) return;
    if (!written && (await page.locator('.ls-writes').count()) > 0) {
      await writeHere(page);
      written = true;
    }
    for (const row of await page.locator('.ls-table tbody tr').all()) {
      const cards = row.locator('.ls-card:enabled');
      await cards.nth(Math.min(nth, (await cards.count()) - 1)).click();
    }
    // Not the clock at the foot: it goes on while an answer is being kept.
    const shown = page.locator('.ls-main');
    const before = await shown.innerHTML();
    await main(page).click();
    await expect.poll(() => shown.innerHTML()).not.toBe(before);
  }
  expect(written).toBe(true);
  throw new Error('the lesson did not end');
};

// One game through all of it; the screens that hold most text are looked at in both languages.
const locale = 'en-GB';
test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(180_000);

test('a class code: a group and somebody alone play it, one result is damaged, the others are compared', async ({ browser }) => {
  const contexts = await Promise.all([0, 1, 2].map(() => browser.newContext({ locale, reducedMotion: 'reduce' })));
  const [teacher, group, alone] = await Promise.all(contexts.map((context, i) => open(context, i === 0 ? '#/groups' : '#/class')));
  if (teacher === undefined || group === undefined || alone === undefined) throw new Error('no pages');

  await teacher.page.locator('.ls-main .btn').click();
  await expect(teacher.page.locator('input[name=form]').nth(2)).toBeChecked();
  await teacher.page.locator('form.take .cl-more summary').click();
  await teacher.page.locator('input[name=writing]').click();
  await expectClean(teacher.page, 'set-up with all its choices');
  await teacher.page.locator('.who .cl-more summary').click();
  for (const sheet of await teacher.page.locator('.ls-sheets a').all()) {
    const answer = await teacher.page.request.get((await sheet.getAttribute('href')) ?? '');
    expect(answer.ok(), answer.url()).toBe(true);
  }
  await teacher.page.locator('form.take .primary').click();
  const code = await teacher.page.locator('.cl-big').innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/u);
  await expectClean(teacher.page, 'the code');

  // A letter that is wrong is told; then the code is typed as people type.
  const field = group.page.locator('.cl-typed');
  await field.fill(code.slice(0, -1) + (code.endsWith('2') ? '3' : '2'));
  await field.press('Enter');
  await expect(group.page.locator('#join-said')).not.toHaveText('');
  await field.fill(code.toLowerCase().replaceAll('-', ' '));
  await field.press('Enter');
  await expect(field).toHaveValue(code);
  await expect(group.page.locator('.cl-found .offer-way')).toHaveCount(2);
  await expectClean(group.page, 'the code is known');
  await group.page.locator('.cl-found .offer-way').first().click();
  // At home the code goes where links go, too.
  await alone.page.goto('/');
  await alone.page.locator('.open-link summary').click();
  await alone.page.locator('.open-link input[type=text]').fill(code);
  await alone.page.locator('.open-link form button').click();
  await expect(alone.page).toHaveURL(new RegExp(`#/class/${code}$`, 'u'));
  await alone.page.locator('.cl-found .offer-way').nth(1).click();

  await Promise.all([playOut(group.page, 0, true), playOut(alone.page, 1, false)]);
  await expectClean(group.page, 'handing over');
  const results: string[] = [];
  for (const { page } of [group, alone]) {
    await page.locator('.ls-acts .primary').click();
    results.push(await lastCopied(page));
  }
  const [first = '', second = ''] = results;
  expect(first).toMatch(/#\/groups\/R1\./u);

  // At home, on the game's own link: 300 words under the same name, the whole of it a line of a table.
  await main(group.page).click();
  for (let pages = 0; (await main(group.page).count()) > 0 && pages < 12; pages++) await main(group.page).click();
  await group.page.locator('.ls-acts').nth(2).locator('.btn').nth(1).click();
  await expect.poll(() => lastCopied(group.page)).toMatch(/#\/write\/B2[\w-]+$/u);
  await group.page.goto(await lastCopied(group.page));
  await expect(group.page.locator('.wr-form textarea')).toHaveCount(4);
  await group.page.locator('.wr-form textarea').nth(1).fill('This comes true or it does not.');
  await group.page.locator('.wr-form select').last().selectOption({ index: 3 });
  await expectClean(group.page, 'at home');
  await group.page.locator('.wr-form .primary').click();
  await expect(group.page.locator('.wr-sheets article')).toHaveCount(1);
  await expect(group.page.locator('.wr-sheets section')).toHaveCount(2);
  const saving = group.page.waitForEvent('download');
  await group.page.locator('.wr-kept .btn').first().click();
  const table = await readFile(await (await saving).path(), 'utf8');
  expect(table.trim().split('\r\n')).toHaveLength(3);
  expect(table).toContain("'=1+1 <img");
  await group.page.locator('.wr-kept .btn').last().click();
  await group.page.locator('.wr-kept .btn').last().click();
  expect(await group.page.evaluate(() => localStorage.getItem('bamboo.reasons'))).toBeNull();

  await main(teacher.page).click();
  const damaged = first.replace(/\.(B2.{40})./u, '.$1_');
  await teacher.page.locator('textarea').fill(`${damaged}\n\n${first} ${second}`);
  await teacher.page.locator('.cl-paste button').click();
  await expect(teacher.page.locator('.cl-came li')).toHaveCount(3);
  await expect(teacher.page.locator('.cl-came .is-apart')).toHaveCount(1);
  await expectClean(teacher.page, 'results');
  await main(teacher.page).click();
  await expect(teacher.page.locator('.cl-table thead th')).toHaveCount(2);
  expect(await teacher.page.locator('.cl-table tbody tr').count()).toBeGreaterThan(8);
  await expectClean(teacher.page, 'side by side');
  await teacher.page.locator('.ls-top [lang=vi]').click();
  await expect(teacher.page.locator('html')).toHaveAttribute('lang', 'vi');
  await expectClean(teacher.page, 'side by side in Vietnamese');
  await teacher.page.locator('.cl-two .btn').click();
  await expect(teacher.page).toHaveURL(/#\/theatre\/g=B2[\w-]+\/g=B2[\w-]+$/u);
  await expect(teacher.page.locator('h1')).toBeVisible();
  for (const { complaints } of [teacher, group, alone]) expect(complaints).toEqual([]);
  await Promise.all(contexts.map((context) => context.close()));
});
