import { expect, type Page } from '@playwright/test';

/** Browsers without a window have no clipboard to read: what the page writes to it is kept instead. Before the page opens. */
export const watchClipboard = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = (text: string) => {
      document.documentElement.dataset['copied'] = text;
      return Promise.resolve();
    };
  });
};

/** What was copied last. */
export const lastCopied = async (page: Page): Promise<string> => {
  await expect(page.locator('html')).toHaveAttribute('data-copied', /./);
  return (await page.locator('html').getAttribute('data-copied')) ?? '';
};
