import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teachPage } from '../../src/cli/teach.ts';
import { openOutput } from '../../src/cli/output.ts';
import { scenariosAtHand } from '../../src/disk/load-files.ts';
import { LOCALES } from '../../src/text/locales.ts';
import { TEACH } from '../../src/text/lesson/teach.ts';
import { speak } from '../../src/text/text.ts';

const root = join(import.meta.dirname, '..', '..');
const all = scenariosAtHand(undefined, root, openOutput(false));

describe.each(LOCALES)('the pages for teachers in %s', (locale) => {
  it('stand in `teach/` as `bamboo teach` writes them', { timeout: 60_000 }, async () => {
    await speak(locale);
    expect(readFileSync(join(root, 'teach', `lesson.${locale}.html`), 'utf8') === teachPage(all, locale), 'run `npx bamboo teach`').toBe(
      true,
    );
  });

  it('have every corner, every cut and no gap', async () => {
    await speak(locale);
    const page = teachPage(all, locale);
    const cuts = all.flatMap(({ bundle }) => bundle.catalogue.cuts ?? []);
    expect(cuts).toHaveLength(6);
    // A row for each cut, and for each of the seven cases once on the sheet and once in the key.
    expect(page.match(/<tr><td>/gu)).toHaveLength(cuts.length + 14);
    expect(page.match(/class="corner"/gu)).toHaveLength(4);
    expect(page).not.toMatch(/\{\{|undefined|\[if/u);
    expect(page).toContain(`lang="${locale}"`);
  });
});

it('say as much in both languages', () => {
  const shape = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shape)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shape(each)]))
        : typeof value;
  expect(shape(TEACH.vi)).toEqual(shape(TEACH.en));
});
