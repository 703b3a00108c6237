import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teachPage } from '../../src/cli/teach-lesson.ts';
import { teachPages } from '../../src/cli/teach.ts';
import { openOutput } from '../../src/cli/output.ts';
import { scenariosAtHand } from '../../src/disk/load-files.ts';
import { LOCALES } from '../../src/text/locales.ts';
import { COURSE } from '../../src/text/lesson/course.ts';
import { TEACH } from '../../src/text/lesson/teach.ts';
import { speak } from '../../src/text/text.ts';

const root = join(import.meta.dirname, '..', '..');
const all = scenariosAtHand(undefined, root, openOutput(false));

describe.each(LOCALES)('the pages for teachers in %s', (locale) => {
  it('stand in `teach/` as `bamboo teach` writes them', { timeout: 60_000 }, async () => {
    await speak(locale);
    const pages = teachPages(all, locale, '');
    const written = readdirSync(join(root, 'teach')).filter((file) => file.endsWith(`.${locale}.html`));
    expect(written.sort()).toEqual([...pages.keys()].sort());
    for (const [name, page] of pages) expect(readFileSync(join(root, 'teach', name), 'utf8') === page, 'run `npx bamboo teach`').toBe(true);
  });

  it('hold no gap, fetch nothing and run nothing', async () => {
    await speak(locale);
    for (const page of teachPages(all, locale, '').values()) {
      expect(page).not.toMatch(/\{\{|undefined|\[if|<script|<link|src=|https?:\/\//u);
      expect(page).toContain(`lang="${locale}"`);
    }
  });

  it('have a code to read off paper where an address is named, and say how where none is', async () => {
    await speak(locale);
    const roles = (address: string): string => teachPages(all, locale, address).get(`roles.${locale}.html`) ?? '';
    expect(roles('')).not.toContain('<svg');
    expect(roles('')).toContain('--address');
    const page = roles('https://school.example/bamboo');
    expect(page.match(/<svg/gu)).toHaveLength(4);
    for (const corner of ['a', 'b', 'c', 'd']) {
      expect(page).toContain(`https://school.example/bamboo/roles.${locale}.html#corner-${corner}`);
      expect(page).toContain(`id="corner-${corner}"`);
    }
  });

  it('find every paragraph of both articles, with every claim in our own words', async () => {
    await speak(locale);
    const page = teachPages(all, locale, '').get(`finder.${locale}.html`) ?? '';
    const articles = new Map(all.flatMap(({ bundle }) => bundle.catalogue.articles).map(({ id, paragraphs }) => [id, paragraphs]));
    expect(articles.size).toBe(2);
    expect(page.match(/<tr><th scope="row">/gu)).toHaveLength([...articles.values()].reduce((sum, count) => sum + count, 0));
    const claims = new Set(all.flatMap(({ bundle }) => bundle.catalogue.claims.map(({ id }) => id)));
    expect(claims.size).toBeGreaterThan(200);
    for (const id of claims) expect(page).toMatch(new RegExp(`[ >]${id}[ <]`, 'u'));
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
  expect(shape(COURSE.vi)).toEqual(shape(COURSE.en));
});
