import { renderSVG } from 'uqr';
import type { Locale } from '../bundle/bundle.ts';
import type { Loaded } from '../disk/load-files.ts';
import { cornersOf } from '../session/lesson/lesson.ts';
import { statusWord, supportWord } from '../telling/claim-words.ts';
import { COURSE, type CourseWords } from '../text/lesson/course.ts';
import { TEACH } from '../text/lesson/teach.ts';
import { escaped, filled, LETTERS, list, NUMBERS, sheetPage, table, toldForLessons, type Told } from './teach-page.ts';

const section = (title: string, body: string): string => `<section><h2>${escaped(title)}</h2>${body}</section>`;

/** Objectives, what everyone needs, where it fits into a course, the words, how to cite. */
export const coursePage = (all: readonly Loaded[], locale: Locale): string => {
  const { course, files } = COURSE[locale];
  const told = toldForLessons(all, locale);
  const { glossary, syllabus, cite } = course;
  const terms = glossary.terms.map(({ term, sense }) => `<dt>${escaped(term)}</dt><dd>${escaped(sense)}</dd>`).join('\n');
  const sources = articlesOf(told).map(({ by, title, where, date }) => `${by} (${date.slice(0, 4)}). ${title}. ${where}.`);
  return sheetPage(
    locale,
    files.course,
    `<div class="sheet"><h1>${escaped(files.course)}</h1><p>${escaped(course.lead)}</p>
${course.parts.map(({ title, lines }) => section(title, list(lines))).join('\n')}
${section(syllabus.title, table(syllabus.head, syllabus.rows))}
${section(cite.title, list([...cite.lines, ...sources]))}</div>
<div class="sheet"><h1>${escaped(glossary.title)}</h1><p>${escaped(glossary.lead)}</p><dl>${terms}</dl></div>`,
  );
};

/** A code to be read off paper, and the same address in letters; how to come by one where there is no address. */
const qrOf = (address: string, path: string, { qr }: CourseWords): string => {
  if (address === '') return `<p class="small">${escaped(qr.none)}</p>`;
  const whole = `${address}/${path}`;
  const svg = renderSVG(whole, { border: 2, pixelSize: 4 }).replace(
    '<svg ',
    `<svg role="img" aria-label="${escaped(filled(qr.label, { address: whole }))}" `,
  );
  return `<div class="qr">${svg}<p class="small">${escaped(qr.scan)}<br>${escaped(whole)}</p></div>`;
};

const anchorOf = (i: number): string => `corner-${LETTERS.charAt(i).toLowerCase()}`;

/** What an office says on the first day of a scenario. */
const firstWord = ({ first = '', say }: Told, viewpoint: string): { readonly title: string; readonly view: string } | undefined => {
  const view = say(`situation.${first}.view.${viewpoint}`);
  return view === '' ? undefined : { title: say(`situation.${first}.title`), view };
};

/** A page an office: what it is for, what it may begin from in each scenario, what binds it, what to do in the corner. */
export const rolesPage = (all: readonly Loaded[], locale: Locale, address: string): string => {
  const words = COURSE[locale];
  const { roles, files } = words;
  const lesson = TEACH[locale];
  const told = toldForLessons(all, locale);
  const [first] = told;
  const pages = cornersOf(first.loaded.bundle).map((id, i) => {
    const scenarios = told.map((each) => {
      const begins = firstWord(each, id);
      return section(
        filled(roles.scenario, { title: each.say('scenario.title') }),
        `<p>${escaped(each.say('scenario.premise'))}</p>
${begins === undefined ? '' : `<p><b>${escaped(roles.voice)}.</b> ${escaped(begins.title)}: ${escaped(begins.view)}</p>`}
<p><b>${escaped(roles.firm)}.</b> ${escaped(each.principles.join(' · '))}</p>`,
      );
    });
    return `<div class="sheet role" id="${anchorOf(i)}"><b class="letter">${LETTERS.charAt(i)}</b><h1>${escaped(first.say(`viewpoint.${id}.name`))}</h1>
<p>${escaped(first.say(`viewpoint.${id}.about`))}</p>
${scenarios.join('\n')}
${section(lesson.asks.title, list(lesson.asks.lines, 'ol'))}
${section(roles.room.title, list(roles.room.lines))}
<p>${escaped(roles.swap)}</p>
${qrOf(address, `roles.${locale}.html#${anchorOf(i)}`, words)}</div>`;
  });
  return sheetPage(locale, files.roles, `<p class="small">${escaped(roles.lead)}</p>\n${pages.join('\n')}`);
};

/** Decisions for which there are slips: those of the longest cut of one sitting. */
const SLIPS = 8;

/** Slips for a room without devices, and sheets to write on. */
export const ballotsPage = (all: readonly Loaded[], locale: Locale, address: string): string => {
  const words = COURSE[locale];
  const { ballots, files } = words;
  const [first] = toldForLessons(all, locale);
  const pages = cornersOf(first.loaded.bundle).map((id, i) => {
    const slip = (
      n: number,
    ): string => `<div class="slip"><p><b>${LETTERS.charAt(i)} · ${escaped(first.say(`viewpoint.${id}.name`))}</b> · ${escaped(ballots.decision)} ${String(n)}</p>
<p>${escaped(ballots.card)} ${NUMBERS.map((card) => `<span class="box">${String(card)}</span>`).join(' ')}</p>
<p><span class="box"></span> ${escaped(ballots.dissent)}</p><p>${escaped(ballots.why)} <span class="rule"></span></p></div>`;
    return `<div class="sheet"><div class="slips">${Array.from({ length: SLIPS }, (_, n) => slip(n + 1)).join('\n')}</div>
${qrOf(address, `roles.${locale}.html#${anchorOf(i)}`, words)}</div>`;
  });
  const writing = [ballots.commitment, ballots.exit, ballots.home].map(
    ({
      title,
      lead,
      asks,
    }) => `<div class="sheet"><h1>${escaped(title)}</h1><p>${escaped(lead)}</p><p>${escaped(ballots.alias)} <span class="rule"></span></p>
${asks.map((ask) => `<section class="ask"><h3>${escaped(ask)}</h3><div class="lines"></div></section>`).join('\n')}</div>`,
  );
  return sheetPage(
    locale,
    files.ballots,
    `<h1>${escaped(files.ballots)}</h1><p>${escaped(ballots.lead)}</p>\n${[...pages, ...writing].join('\n')}`,
  );
};

interface Article {
  readonly id: string;
  readonly by: string;
  readonly title: string;
  readonly where: string;
  readonly date: string;
  readonly paragraphs: number;
  readonly short: string;
}

/** The articles that the scenarios rest on, each once. */
const articlesOf = (told: readonly Told[]): readonly Article[] => {
  const found = told.flatMap(({ loaded, say }) =>
    loaded.bundle.catalogue.articles.map(({ id, date, paragraphs }): Article => {
      const by = say(`article.${id}.by`);
      const short = `${by.split(' ').at(-1) ?? id} ${date.slice(0, 4)}`;
      return { id, date, paragraphs, by, short, title: say(`article.${id}.title`), where: say(`article.${id}.where`) };
    }),
  );
  return found.filter(({ id }, i) => found.findIndex((each) => each.id === id) === i);
};

/** The rubric, how to mark a class in an hour and a half, and what was done in fact where an article tells. */
export const markingPage = (all: readonly Loaded[], locale: Locale): string => {
  const { marking, files } = COURSE[locale];
  const told = toldForLessons(all, locale);
  const articles = articlesOf(told);
  const facts = told.map(({ loaded, say }) => {
    const { catalogue } = loaded.bundle;
    const rows = catalogue.situations.flatMap(({ id, options }) =>
      options
        .filter(({ actual }) => actual === true)
        .map((option): readonly string[] => [
          say(`situation.${id}.title`),
          say(`situation.${id}.option.${option.id}.title`),
          option.claims
            .flatMap((claim) => catalogue.claims.find((each) => each.id === claim) ?? [])
            .map(({ article, paragraph }) => `${articles.find((each) => each.id === article)?.short ?? article} ¶${String(paragraph)}`)
            .filter((each, i, every) => every.indexOf(each) === i)
            .join(', ') || '–',
        ]),
    );
    return rows.length === 0 ? '' : `<h3>${escaped(say('scenario.title'))}</h3>${table(marking.keyHead, rows)}`;
  });
  return sheetPage(
    locale,
    files.marking,
    `<div class="sheet"><h1>${escaped(files.marking)}</h1><p>${escaped(marking.lead)}</p>
<h2>${escaped(marking.rubric)}</h2>${table(
      [marking.row, '0', '1', '2', '3'],
      marking.rows.map(({ of, levels }) => [of, ...levels]),
    )}
${section(marking.time.title, list(marking.time.lines))}
${section(marking.exit.title, list(marking.exit.lines))}</div>
<div class="sheet"><h1>${escaped(marking.key)}</h1><p>${escaped(marking.keyLead)}</p>
${facts.join('\n')}
${section(TEACH[locale].lab.key, `<p>${escaped(marking.alike)}</p>`)}</div>`,
  );
};

/** What stands in which paragraph of each article, claim by claim, in the project's own words. */
export const finderPage = (all: readonly Loaded[], locale: Locale): string => {
  const { finder, files } = COURSE[locale];
  const told = toldForLessons(all, locale);
  const articles = articlesOf(told).map((article) => {
    const rows = Array.from({ length: article.paragraphs }, (_, i) => i + 1).map((n) => {
      const claims = told
        .flatMap(({ loaded, say }) =>
          loaded.bundle.catalogue.claims
            .filter((claim) => claim.article === article.id && claim.paragraph === n)
            .map((claim) => ({ ...claim, text: say(`claim.${claim.id}`) })),
        )
        .filter(({ id }, i, every) => every.findIndex((each) => each.id === id) === i);
      const said = claims.map(({ text, epistemic, corroboration }) => {
        const status = [
          epistemic === 'asserted' ? '' : statusWord(epistemic),
          corroboration === 'contested' ? supportWord(corroboration) : '',
        ]
          .filter(Boolean)
          .join(', ');
        return `${escaped(text)}${status === '' ? '' : ` <em>${escaped(status)}</em>`}`;
      });
      return `<tr><th scope="row">${String(n)}</th><td>${said.join('<br>') || escaped(finder.none)}</td><td>${claims.map(({ id }) => id).join(' ')}</td></tr>`;
    });
    const { by, title, where, date, paragraphs, short } = article;
    return `<div class="sheet finder"><h2>${escaped(short)}</h2><p>${escaped(`${by}. ${title}. ${where}, ${date}. ${filled(finder.of, { count: paragraphs })}.`)}</p>
<table><thead><tr>${finder.head.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
  });
  return sheetPage(
    locale,
    files.finder,
    `<h1>${escaped(files.finder)}</h1><p>${escaped(finder.lead)}</p><p class="small">${escaped(finder.statuses)}</p>\n${articles.join('\n')}`,
  );
};
