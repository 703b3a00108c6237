import { expect, type Locator, type Page } from '@playwright/test';

/** Further than anyone should have to go. */
const FARTHEST = 160;

/** Moves on with Tab until `target` has the focus, as somebody without a mouse does. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  const has = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < FARTHEST; presses++) {
    if (await has()) return;
    await page.keyboard.press('Tab');
  }
  expect(await has(), `${target.toString()} can be reached with Tab`).toBe(true);
};

/** Reaches a button or link with Tab and presses Enter. */
export const enter = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

/** Lets the page move the focus where it means to: it does so between frames. */
export const settle = (page: Pick<Page, 'evaluate'>): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
