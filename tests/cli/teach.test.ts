import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { teachPages } from '../../src/cli/teach.ts';
import { rolesPage } from '../../src/cli/teach-sheets.ts';
import { openOutput } from '../../src/cli/output.ts';
import { scenariosAtHand } from '../../src/disk/load-files.ts';
import { LOCALES } from '../../src/text/locales.ts';
import { COURSE } from '../../src/text/lesson/course.ts';
import { TEACH } from '../../src/text/lesson/teach.ts';
import { speak } from '../../src/text/text.ts';

const root = join(import.meta.dirname, '..', '..');
const all = scenariosAtHand(undefined, root, openOutput(false));

describe.each(LOCALES)('the pages for teachers in %s', (locale) => {
  let pages: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    await speak(locale);
    pages = teachPages(all, locale, '');
  }, 60_000);

  it('stand in `teach/` as `bamboo teach` writes them', () => {
    const written = readdirSync(join(root, 'teach')).filter((file) => file.endsWith(`.${locale}.html`));
    expect(written.sort()).toEqual([...pages.keys()].sort());
    for (const [name, page] of pages) expect(readFileSync(join(root, 'teach', name), 'utf8') === page, 'run `npx bamboo teach`').toBe(true);
  });

  it('hold no gap, fetch nothing and run nothing', () => {
    for (const page of pages.values()) {
      expect(page).not.toMatch(/\{\{|undefined|\[if|<script|<link|src=|https?:\/\//u);
      expect(page).toContain(`lang="${locale}"`);
    }
  });

  it('have a code to read off paper where an address is named, and say how where none is', () => {
    const without = pages.get(`roles.${locale}.html`) ?? '';
    expect(without).not.toContain('<svg');
    expect(without).toContain('--address');
    const page = rolesPage(all, locale, 'https://school.example/bamboo');
    expect(page.match(/<svg/gu)).toHaveLength(4);
    for (const corner of ['a', 'b', 'c', 'd']) {
      expect(page).toContain(`https://school.example/bamboo/roles.${locale}.html#corner-${corner}`);
      expect(page).toContain(`id="corner-${corner}"`);
    }
  });

  it('find every paragraph of both articles, with every claim in our own words', () => {
    const page = pages.get(`finder.${locale}.html`) ?? '';
    const articles = new Map(all.flatMap(({ bundle }) => bundle.catalogue.articles).map(({ id, paragraphs }) => [id, paragraphs]));
    expect(articles.size).toBe(2);
    expect(page.match(/<tr><th scope="row">/gu)).toHaveLength([...articles.values()].reduce((sum, count) => sum + count, 0));
    const claims = new Set(all.flatMap(({ bundle }) => bundle.catalogue.claims.map(({ id }) => id)));
    expect(claims.size).toBeGreaterThan(200);
    for (const id of claims) expect(page).toMatch(new RegExp(`[ >]${id}[ <]`, 'u'));
  });

  it('have every corner, every cut and no gap', () => {
    const page = pages.get(`lesson.${locale}.html`) ?? '';
    const cuts = all.flatMap(({ bundle }) => bundle.catalogue.cuts ?? []);
    expect(cuts).toHaveLength(6);
    const peers = all.find(({ bundle }) => bundle.catalogue.peers !== undefined)?.bundle.catalogue.peers ?? [];
    expect(peers).toHaveLength(1);
    // A row for each cut and of the neighbour, and for each of the seven cases once on the sheet and once in the key.
    expect(page.match(/<tr><td>/gu)).toHaveLength(cuts.length + 14 + peers.flatMap(({ rows }) => rows).length);
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
