import { expect, test } from '@playwright/test';
import { weighFirstDecision } from '../../bench/weigh.mjs';

/** Bytes on the wire before the first decision, by kind and in all, heads of answers included. */
const BUDGET: Readonly<Record<string, number>> = {
  page: 1_600,
  program: 66_000,
  styles: 11_500,
  fonts: 33_000,
  'ornaments of the first screen': 6_600,
  'rules of the scenario': 17_000,
  'words of the scenario': 8_000,
  'anything else': 0,
};
const ALL = 140_000;

const REMEDY = `More is fetched before the first decision than docs/performance.md allows. Find what came in: \`dist/graph.json\` lists the
modules of every file, the names below are what was fetched. What no first decision needs belongs behind \`import()\` (\`Later\`, \`LaterSheet\`,
\`apart\`), into the second part of a scenario (src/bundle/pack.ts) or of its words. Raise a part of the budget only where another one falls.`;

test('what a first decision waits for is within its budget', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const { kinds, files, total } = await weighFirstDecision(context, baseURL ?? '');
  await context.close();
  const told = `${REMEDY}\n${JSON.stringify(files, undefined, 1)}`;
  expect(Object.keys(files).length, 'files seen').toBeGreaterThan(6);
  expect(
    Object.entries(kinds).filter(([kind, bytes]) => bytes > (BUDGET[kind] ?? 0)),
    told,
  ).toEqual([]);
  expect(total, told).toBeLessThanOrEqual(ALL);
  // What was not measured cannot be within a budget.
  expect(
    Object.entries(files).filter(([, bytes]) => bytes === 0),
    'files without a size',
  ).toEqual([]);
});
