import { expect, type Frame, type Page } from '@playwright/test';
import axe from 'axe-core';
import { settle } from './keyboard.ts';

/** What axe finds on the document itself. It is put there once; a page of its own for every look, as its builder opens one, takes ten times as long. */
const violationsOn = async (page: Page | Frame): Promise<readonly axe.Result[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { readonly axe: typeof axe };
    return (await run.run(document, { resultTypes: ['violations'] })).violations;
  });
};

/** Nothing that axe can find may keep anyone from using the screen, in either theme. `screen` names it in the report. A frame is looked at by itself. */
export const expectClean = async (page: Page | Frame, screen: string): Promise<void> => {
  for (const theme of ['paper', 'lacquer']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    // Colours on their way from one theme to the other belong to neither.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    await settle(page);
    const violations = await violationsOn(page);
    const told = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join('; ')}`,
    );
    expect(told, `${screen}, ${theme}`).toEqual([]);
  }
};
