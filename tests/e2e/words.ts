import type { Page } from '@playwright/test';

/** Words that can be read on the page as it stands: not those of chart and gauges, of what is closed or hidden, or only for screen readers. */
export const wordsOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let words = 0;
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const owner = text.parentElement;
      if (
        owner === null ||
        owner.closest('.stagebox, .strip, .axis, .topbar, .skip, [aria-live], [role=status]') !== null ||
        !owner.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
        continue;
      range.selectNodeContents(text);
      const { width, height } = range.getBoundingClientRect();
      const box = owner.getBoundingClientRect();
      if (width <= 1 || height <= 1 || box.width <= 1 || box.height <= 1) continue;
      words += (text.textContent ?? '').split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
    return words;
  });
