import { expect, type FrameLocator, type Page } from '@playwright/test';

/** A page, or a frame in one, that shows a game. */
export type Place = Pick<Page, 'locator'> | Pick<FrameLocator, 'locator'>;

/** Gives the first answer that can be given, and waits for what comes of it. */
export const answerFirst = async (place: Place): Promise<void> => {
  const tab = place.locator('#tab-decision');
  if ((await tab.count()) > 0) await tab.click();
  await place.locator('fieldset.opts input[type=radio]:enabled').first().check();
  await expect(async () => {
    if ((await place.locator('#after-heading').count()) === 0) await place.locator('.commit button.primary:visible').first().click();
    await expect(place.locator('#after-heading')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
};

/** Goes on, and answers whatever is asked, until the review stands. */
export const untilReview = async (place: Place): Promise<void> => {
  const heading = place.locator('#review-heading');
  // A press may come too late for its button, when the next screen has just taken its place.
  await expect(async () => {
    if ((await heading.count()) > 0) return;
    if ((await place.locator('#stop-heading').count()) > 0) await answerFirst(place);
    else await place.locator('.commit button.primary:visible').first().click({ timeout: 2000 });
    await expect(heading).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 180_000 });
  await expect(heading).toBeVisible();
};

/** Lets weeks pass until something is asked. */
export const untilStop = async (place: Place): Promise<void> => {
  const heading = place.locator('#stop-heading');
  await expect(async () => {
    if ((await heading.count()) === 0) await place.locator('.commit button.primary:visible').first().click({ timeout: 1000 });
    await expect(heading).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
};
