import type { Page } from '@playwright/test';

/** What the page complains of, as it does: errors thrown, errors on the console, breaches of the security policy. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
};
