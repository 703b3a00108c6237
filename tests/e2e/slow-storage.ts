import type { Page } from '@playwright/test';

/** Where a busy machine's storage takes longer than a player is let wait, the game asks whether to go on unkept: it goes on, and is kept late. */
export const goOnUnkept = (page: Page): Promise<void> =>
  page.addLocatorHandler(page.locator('dialog[open] .btn', { hasText: /^(Go on without saving|Chơi tiếp, không lưu)$/u }), (button) =>
    button.click(),
  );
