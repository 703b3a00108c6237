import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { rowsFor } from '../../src/engine/eye.ts';
import { ENDING } from '../../src/engine/program.ts';
import { movesIn } from '../../src/telling/moves.ts';
import { stateNow } from '../../src/session/game.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { SCENARIO } from '../golden/build.ts';
import { expectClean } from './axe.ts';
import { refuseCanvas } from './canvas.ts';
import { complaintsOf } from './complaints.ts';
import { enter, settle, tabTo } from './keyboard.ts';
import { goOnUnkept } from './slow-storage.ts';
import { watchedGames } from './shared-game.ts';

const { left: LEFT, whole, other, code, otherCode, elsewhere } = watchedGames(8);
/** The turn on which the two of them were first ordered otherwise. */
const PARTED =
  LEFT +
  other.record.lines
    .at(-1)!
    .orders.findIndex((orders, i) => JSON.stringify(orders) !== JSON.stringify(whole.record.lines[0]!.orders[LEFT + i]));
const words = compileScenario(loadScenario(`scenarios/${SCENARIO}`, 'scenarios').files).prose.en ?? {};
const { program } = whole.bundle;
const TURNS = whole.states.length - 1;

const said = (key: string): string => {
  const text = (words as Readonly<Record<string, unknown>>)[key];
  return typeof text === 'string' ? text : '';
};
const ending = said(`ending.${program.endings[(stateNow(whole)[ENDING] ?? 1) - 1]?.id ?? ''}.title`);
const chosen = whole.record.lines[0]!.orders.flatMap((orders, turn) =>
  (orders[0]?.answers ?? []).map(({ situation, option }) => {
    const spec = program.situations[situation]!;
    return { turn, title: said(`situation.${spec.id}.option.${spec.options[option]!.id}.title`) };
  }),
);

test.use({ locale: 'en-GB', contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(async ({ page }) => {
  await refuseCanvas(page);
  await goOnUnkept(page);
});

const valueText = (page: Page): Promise<string> =>
  page.locator('#theatre-slider').evaluate((slider) => slider.getAttribute('aria-valuetext') ?? '');

const speakVietnamese = (page: Page): Promise<unknown> => page.addInitScript(() => localStorage.setItem('bamboo.language', 'vi'));

/** What a link looks like before anything was chosen, and that it tells nothing. */
const expectNothingTold = async (page: Page): Promise<void> => {
  const shown = await page.locator('body').innerText();
  expect(ending.length).toBeGreaterThan(3);
  for (const secret of [ending, ...chosen.map(({ title }) => title)]) expect(shown).not.toContain(secret);
};

test('a session by keyboard: from a link to a why, and on to a branch that leaves the game as it was', async ({ page }) => {
  test.slow();
  const complaints = complaintsOf(page);
  await page.goto(`/#g=${code}`);
  await expect(page.locator('#offer-heading')).toBeFocused();
  await expectNothingTold(page);
  await expectClean(page, 'what a link offers');
  await enter(page, page.locator('#offer-watch'));
  await expect(page.locator('#theatre-heading')).toBeFocused();
  await expectClean(page, 'the theatre');

  const slider = page.locator('#theatre-slider');
  await tabTo(page, slider);
  await expect(slider).toHaveAttribute('aria-valuetext', /^Week 1, 1–7 June 2019/u);
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Week 2/u);
  await page.keyboard.press('Home');
  // From stop to stop: every answer is told where it was given.
  for (const [i, { turn, title }] of chosen.entries()) {
    if (i > 0 && turn !== chosen[i - 1]!.turn) await page.keyboard.press('PageUp');
    await expect(slider).toHaveValue(String(turn));
    await expect(page.locator('.theatre .leaf')).toContainText(title);
  }
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', `The end: ${ending}`);
  await expect(page.locator('#theatre-review')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(slider).toHaveValue(String(chosen.at(-1)!.turn));

  // Every row opens to its why, and what the viewpoints argued stands under their support.
  await page.keyboard.press('Home');
  const [first] = whole.record.lines[0]!.orders[0]![0]!.answers;
  const { id: situation } = program.situations[first!.situation]!;
  await enter(page, page.locator('.th-support ~ details summary'));
  for (const { viewpoint } of whole.bundle.catalogue.situations[first!.situation]!.views)
    await expect(page.locator('.th-argued')).toContainText(said(`situation.${situation}.view.${viewpoint}`));
  const row = page.locator('.theatre .ledger .lrow').first();
  await enter(page, row);
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.theatre .ledger .why:not([hidden]) .wn').first()).toBeVisible();
  await expectClean(page, 'a why in the theatre');
  for (const part of ['.th-support li', '.odds', '.react li', '.strip .read'])
    await expect(page.locator(`.theatre ${part}`).first()).toBeVisible();

  // Motion is not wanted here: it still goes on by itself once it is asked to.
  await tabTo(page, page.locator('.tr-speed input:checked'));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, slider);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.locator('#theatre-play')).toHaveAttribute('aria-pressed', 'true');
  await expect(slider).not.toHaveValue('0', { timeout: 15_000 });
  await page.keyboard.press('Space');
  const stood = await slider.inputValue();
  await page.waitForTimeout(3000);
  await expect(slider).toHaveValue(stood);

  // A branch leaves the line that was watched as it is.
  await page.keyboard.press('Home');
  for (let i = 0; i < LEFT; i++) await page.keyboard.press('ArrowRight');
  await enter(page, page.locator('#theatre-branch'));
  await expect(page.locator('main.game:not(.theatre)')).toBeVisible();
  await expect(page.locator('.topbar')).toContainText('exploration');
  await expect(page.locator('.topbar')).toContainText(`Week ${String(LEFT + 1)}`);
  // From the branch both ways lead back: the game beside it, and the game itself.
  await enter(page, page.locator('.topbar .ex'));
  await expectClean(page, 'the ways from a branch');
  await enter(page, page.locator('#branch-beside'));
  await expect(page.locator('#beside-heading')).toBeFocused();
  await page.goto('/#/theatre');
  await expect(page.locator('#theatre-slider')).toHaveAttribute('max', String(LEFT));
  await expect(page.locator('.th-acts select option')).toHaveCount(2);
  await enter(page, page.locator('#theatre-back'));
  await expect(page.locator('#theatre-slider')).toHaveAttribute('max', String(TURNS));
  await page.goto('/#/play');
  await enter(page, page.locator('.topbar .ex'));
  await enter(page, page.locator('#branch-back'));
  await expect(page.locator('#review-heading')).toHaveText(ending);
  expect(complaints).toEqual([]);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a session: a link, the scrubber, a branch of somebody else’s beside it', async ({ page }) => {
    await page.goto(`/#g=${code}`);
    await page.locator('#offer-watch').tap();
    const slider = page.locator('#theatre-slider');
    await expect(slider).toBeVisible();
    await expectClean(page, 'the theatre on a phone');
    await page.locator('.tr-go .btn').nth(4).tap();
    await expect(slider).not.toHaveValue('0');
    const box = (await slider.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width * 0.7, box.y + box.height / 2);
    await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(TURNS / 2);
    expect(await valueText(page)).not.toMatch(/^Week [1-9],/u);
    await page.locator('.tr-go .btn').nth(1).tap();
    // Nothing is too small for a finger, and nothing is wider than the screen.
    for (const button of await page.locator('.transport .btn, .tr-speed label, .th-acts .btn').all()) {
      const size = (await button.boundingBox())!;
      expect(Math.min(size.height, size.width), await button.innerText()).toBeGreaterThanOrEqual(43);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.locator('.th-acts .btn', { hasText: 'Compare' }).tap();
    await page.locator('dialog .th-link input').fill(`http://somewhere.example/#g=${otherCode}`);
    await page.locator('dialog .th-link .btn').tap();
    await expect(page.locator('#beside-heading')).toBeVisible();
    await expect(page.locator('.th-parts')).toContainText(`Week ${String(PARTED + 1)}`);
    await expectClean(page, 'two games on a phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('two games under the same luck part where their orders do', async ({ page }) => {
  await page.goto(`/#/theatre/g=${code}/g=${otherCode}`);
  await expect(page.locator('#beside-heading')).toBeFocused();
  const parts = page.locator('.th-parts');
  const turn = PARTED;
  await expect(parts).toContainText(`Week ${String(turn + 1)}`);
  for (const [side, orders] of [whole.record.lines[0]!.orders[turn], other.record.lines.at(-1)!.orders[turn - LEFT]].entries())
    for (const { situation, option } of orders?.[0]?.answers ?? []) {
      const spec = program.situations[situation]!;
      await expect(parts.locator('.th-two > div').nth(side)).toContainText(
        said(`situation.${spec.id}.option.${spec.options[option]!.id}.title`),
      );
    }
  await expect(page.locator('.th-course')).toHaveCount(program.readings.length);
  await parts.locator('.sec .btn').click();
  await expect(page.locator('#theatre-slider')).toHaveValue(String(turn));
  await expect(page.locator('.th-side .ledger').first()).toBeVisible();
  await page.locator('.th-side').nth(1).locator('.lrow').first().click();
  await expect(page.locator('.th-side').nth(1).locator('.why:not([hidden])')).toBeVisible();
  await page.locator('.th-compare summary', { hasText: 'Every order' }).click();
  await expectClean(page, 'two games');
});

test('games of different luck are told apart, with what can be done', async ({ page }) => {
  await page.goto(`/#/theatre/g=${code}/g=${elsewhere}`);
  await expect(page.locator('#beside-heading')).toContainText('cannot be compared');
  await expect(page.locator('main')).toContainText('Their luck differs');
  await expectClean(page, 'two games that cannot be compared');
  await page.locator('.btn', { hasText: 'Choose another' }).click();
  await expect(page.locator('dialog .th-link')).toBeVisible();
  await expectClean(page, 'what to set beside a game');
  await page.keyboard.press('Escape');
  await page.locator('.btn', { hasText: 'Watch the second alone' }).click();
  await expect(page.locator('.theatre')).toBeVisible();
});

test('from a link the same seed is played with nothing told', async ({ page }) => {
  await page.goto(`/#g=${code}`);
  await enter(page, page.locator('#offer-seed'));
  await expect(page.locator('#stop-heading')).toBeVisible();
  await expect(page.locator('.topbar')).toContainText('Week 1');
  await expect(page.locator('.topbar')).not.toContainText('exploration');
  await page.goBack();
  await page.locator('#offer-review').click();
  await expect(page.locator('#review-heading')).toHaveText(ending);
});

test('a file is watched with its lines, and handed out in every form', async ({ page }) => {
  await page.goto('/#/theatre/open');
  await expect(page.locator('#theatre-heading')).toBeFocused();
  await expectClean(page, 'which game to watch');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'game.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other.record)) });
  await expect(page.locator('.th-acts select option')).toHaveCount(2);
  await page.locator('.th-acts .btn', { hasText: 'Take it with you' }).click();
  await expect(page.locator('dialog img')).toBeVisible();
  await expectClean(page, 'what can be taken along');
  const given = async (id: string): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await page.locator(`#take-${id}`).click();
    return readFileSync(await (await download).path());
  };
  expect((await given('svg')).toString()).toMatch(/^<svg [^]*<\/svg>$/u);
  expect((await given('text')).toString()).toContain('Invented for the game');
  expect((await given('markdown')).toString()).toMatch(/^# /u);
  expect((await given('decisions')).toString()).toMatch(/^\ufeffscenario,rules,seed,turn/u);
  expect((await given('ledger')).toString()).toMatch(/^\ufeffscenario,rules,seed,turn/u);
  const record = JSON.parse((await given('record')).toString()) as { lines: readonly unknown[] };
  expect(record.lines).toHaveLength(2);
  // The canvas that this test refuses draws the PNG too: that is said.
  await page.locator('#take-png').click();
  await expect(page.locator('dialog')).toContainText('Take the SVG instead');
});

test('the picture is drawn as PNG', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL ?? '', reducedMotion: 'reduce', locale: 'en-GB' });
  await page.goto(`/#/theatre/g=${code}`);
  await page.locator('.th-acts .btn', { hasText: 'Take it with you' }).click();
  const download = page.waitForEvent('download');
  await page.locator('#take-png').click();
  const png = readFileSync(await (await download).path());
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(png.length).toBeGreaterThan(20_000);
  await page.close();
});

test('what is no game, or is gone, is said, and another can be chosen', async ({ page }) => {
  await page.goto('/#/theatre/k=nothing');
  await expect(page.locator('.warned')).toContainText('not in this browser any longer');
  await page.goto(`/#/theatre/g=${code.slice(0, -6)}`);
  await expect(page.locator('.warned')).toContainText('did not open');
  await page.goto('/#/theatre/open');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"lines":"<script>"}') });
  await expect(page.locator('.warned')).toContainText('did not open');
});

test('in Vietnamese', async ({ page }) => {
  await speakVietnamese(page);
  await page.goto(`/#g=${code}`);
  await expect(page.locator('#offer-heading')).toHaveText('Có người gửi bạn một ván');
  await expectClean(page, 'what a link offers, in Vietnamese');
  await enter(page, page.locator('#offer-watch'));
  await expect(page.locator('#theatre-slider')).toHaveAttribute('aria-valuetext', /^Tuần 1/u);
  await expectClean(page, 'the theatre in Vietnamese');
  await page.goto(`/#/theatre/g=${code}/g=${otherCode}`);
  await expect(page.locator('#beside-heading')).toHaveText('Hai ván, cùng may rủi');
  await settle(page);
  await expectClean(page, 'two games in Vietnamese');
});

test('with its reasons a move that answers nothing says what it may answer', async ({ page }) => {
  const quiet = whole.ledgers.findIndex(
    (ledger, at) =>
      at > 2 &&
      movesIn(program, whole.bundle.catalogue, rowsFor(whole.rules, ledger, 0)).some(
        ({ act, answers }) => act !== undefined && answers === undefined,
      ),
  );
  expect(quiet).toBeGreaterThan(2);
  await page.goto(`/#g=${code}`);
  await enter(page, page.locator('#offer-watch'));
  const slider = page.locator('#theatre-slider');
  await expect(slider).toBeVisible();
  await tabTo(page, slider);
  for (let turn = 1; turn < quiet; turn++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue(String(quiet - 1));
  const reasons = page.locator('.sec.mt button.more').first();
  await enter(page, reasons);
  await expect(page.getByText(/^after “.+”, .+; odds that it answers anything: \d+%$/u).first()).toBeVisible();
  await expectClean(page, 'reasons of a move');
});
