import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settle } from './keyboard.ts';

/** Nothing that axe can find may keep anyone from using the screen, in either theme. `screen` names it in the report. */
export const expectClean = async (page: Page, screen: string): Promise<void> => {
  for (const theme of ['paper', 'lacquer']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    // Colours on their way from one theme to the other belong to neither.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    await settle(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join('; ')}`,
    );
    expect(told, `${screen}, ${theme}`).toEqual([]);
  }
};
