import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Locale } from '../bundle/bundle.ts';
import { scenariosAtHand, type Loaded } from '../disk/load-files.ts';
import { LOCALES } from '../text/locales.ts';
import { speak } from '../text/text.ts';
import type { Call } from './main.ts';
import { textOf } from './options.ts';
import { teachPage } from './teach-lesson.ts';
import { ballotsPage, coursePage, finderPage, markingPage, rolesPage } from './teach-sheets.ts';
import { UsageError } from './usage.ts';

const FOLDER = 'teach';

/** The address of the folder these pages are published in, its last `/` left out; '' where none is named. Throws UsageError for what is no address of the web. */
const addressOf = (text: string): string => {
  if (text === '') return '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol))
    throw new UsageError(`--address must be an address of the web, not "${text}".`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/u, '');
};

/** Every sheet for teachers in one language, by its file's name. The words of the language are fetched already. */
export const teachPages = (all: readonly Loaded[], locale: Locale, address: string): ReadonlyMap<string, string> =>
  new Map([
    [`lesson.${locale}.html`, teachPage(all, locale)],
    [`course.${locale}.html`, coursePage(all, locale)],
    [`roles.${locale}.html`, rolesPage(all, locale, address)],
    [`ballots.${locale}.html`, ballotsPage(all, locale, address)],
    [`marking.${locale}.html`, markingPage(all, locale)],
    [`finder.${locale}.html`, finderPage(all, locale)],
  ]);

/** `teach [FOLDER] [--address URL]`: writes the sheets for teachers, in each language; into `teach/` unless a folder is named. */
export const teach = async ({ words, options, out, root }: Call): Promise<boolean> => {
  const folder = words[0] ?? join(root, FOLDER);
  const address = addressOf(textOf(options, 'address') ?? '');
  mkdirSync(folder, { recursive: true });
  const all = scenariosAtHand(undefined, root, out);
  const files: string[] = [];
  for (const locale of LOCALES) {
    await speak(locale);
    for (const [name, page] of teachPages(all, locale, address)) {
      const file = join(folder, name);
      writeFileSync(file, page);
      files.push(relative('.', file));
    }
  }
  out.tell({ files });
  for (const file of files) out.say(file);
  return true;
};
