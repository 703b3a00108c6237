import type { CutInfo, Locale } from '../bundle/bundle.ts';
import { IN_CLASS, SHARED } from '../bundle/theory-case.ts';
import { lensesOf } from '../bundle/lens.ts';
import { weighedCases } from '../lab/theory.ts';
import type { Loaded } from '../disk/load-files.ts';
import { datesOfTurn } from '../session/calendar.ts';
import { cornersOf } from '../session/lesson/lesson.ts';
import { dates } from '../telling/wording.ts';
import { TEACH, type TeachWords } from '../text/lesson/teach.ts';
import { escaped, filled, LETTERS, list, NUMBERS, sheetPage, table, toldForLessons, type Told } from './teach-page.ts';

const lengthOf = ({ minutes, stops }: CutInfo, words: TeachWords): string => {
  const sittings = Math.max(1, ...stops.map(({ sitting }) => sitting));
  return filled(sittings === 1 ? words.minutes : words.sittings, { minutes, sittings });
};

const planOf = ({ loaded, say }: Told, words: TeachWords, locale: Locale): string => {
  const { catalogue, program } = loaded.bundle;
  const rows = (catalogue.cuts ?? []).map((cut) => {
    const when = cut.stops.map(({ from, about }) => {
      const { from: day } = datesOfTurn(program.calendar, from);
      return `${dates(day, day, locale)}${about.length === 0 ? '' : '*'}`;
    });
    return `<tr><td>${escaped(lengthOf(cut, words))}</td><td>${String(cut.stops.length)}</td><td>${escaped(when.join(' · '))}</td></tr>`;
  });
  return `<section><h3>${escaped(say('scenario.title'))}</h3><p>${escaped(say('scenario.premise'))}</p>
<table><thead><tr>${words.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
};

/** Cases to predict in class and at home, their outcome left out; and the key. */
const labOf = ({ loaded, say }: Told, { lab }: TeachWords): { readonly sheet: string; readonly key: string } => {
  const { program } = loaded.bundle;
  const lenses = lensesOf(program);
  const cases = weighedCases(program, loaded.cases, lenses);
  const lens = program.setup.find(({ options }) => lenses.every((each) => options.includes(each)))?.id ?? '';
  const asked = (some: typeof cases): string =>
    table(
      lab.columns,
      some.map(({ id, shared }) => [say(`case.${id}.title`), ...SHARED.map((what) => (shared.includes(what) ? lab.yes : lab.no)), '']),
    );
  return {
    sheet: `<h1>${escaped(lab.title)}</h1><p>${escaped(lab.lead)}</p>
${asked(cases.slice(0, IN_CLASS))}
<p>${escaped(lab.rule)} ______________________________</p>
<h2>${escaped(lab.home)}</h2>${asked(cases.slice(IN_CLASS))}`,
    key: `<h2>${escaped(lab.key)}</h2><p>${escaped(lab.keyLead)}</p>
${table(
  [lab.columns[0], lab.reported, ...lenses.map((each) => say(`setup.${lens}.${each}.title`))],
  cases.map(({ id, reported, lenses: by }) => [
    say(`case.${id}.title`),
    lab.bonds[reported],
    ...lenses.map((each) => lab.bonds[by[each] ?? 'none']),
  ]),
)}
<p class="small">${escaped(lab.weak)}</p>`,
  };
};

/** A neighbour beside the capital that is played, from what the articles tell alone. */
const peersOf = ({ loaded, say }: Told, { lab }: TeachWords): string => {
  const { peers = [], claims, chart } = loaded.bundle.catalogue;
  const told = (ids: readonly string[]): string =>
    ids.map((id) => `${say(`claim.${id}`)} (${id}, ¶${String(claims.find((each) => each.id === id)?.paragraph ?? 0)})`).join(' ') ||
    lab.silent;
  return peers
    .map(({ id, rows }) =>
      table(
        ['', say(`power.${chart.home}.capital`), say(`peer.${id}.title`)],
        rows.map(({ id: row, home, peer }) => [say(`peer.${id}.${row}`), told(home), told(peer)]),
      ),
    )
    .join('\n');
};

/** The guide, corner sheets, cards and questions for a class, as one page that prints on A4 and Letter. */
export const teachPage = (all: readonly Loaded[], locale: Locale): string => {
  const words = TEACH[locale];
  const told = toldForLessons(all, locale);
  const [first] = told;
  const corners = cornersOf(first.loaded.bundle);
  const guide = words.guide.map(({ title, lines }) => `<section><h2>${escaped(title)}</h2>${list(lines)}</section>`).join('\n');
  const sheets = corners.map((id, i) => {
    const place = words.places[i];
    return `<div class="corner"><b class="letter">${LETTERS.charAt(i)}</b><h2>${escaped(filled(words.corner, { letter: LETTERS.charAt(i) }))}: ${escaped(first.say(`viewpoint.${id}.name`))}</h2>
<p>${escaped(first.say(`viewpoint.${id}.about`))}</p>${place === undefined ? '' : `<p class="small">${escaped(place)}</p>`}
<h3>${escaped(words.asks.title)}</h3>${list(words.asks.lines, 'ol')}</div>`;
  });
  const cards = corners.flatMap((id, i) => [
    ...NUMBERS.map((n) => `<div>${String(n)}<small>${LETTERS.charAt(i)} · ${escaped(first.say(`viewpoint.${id}.name`))}</small></div>`),
    `<div class="word">${escaped(words.dissent)}<small>${LETTERS.charAt(i)}</small></div>`,
  ]);
  const lenses = first.loaded.bundle.program.setup
    .filter(({ kind }) => kind === 'one')
    .flatMap(({ id, options }) =>
      options.map((option) => `${first.say(`setup.${id}.${option}.title`)}. ${first.say(`setup.${id}.${option}.line`)}`),
    );
  const lab = labOf(first, words);
  const questions = words.debrief.map(({ title, lines }) => `<section><h2>${escaped(title)}</h2>${list(lines, 'ol')}</section>`).join('\n');
  return sheetPage(
    locale,
    words.title,
    `<div class="sheet"><h1>${escaped(words.title)}</h1><p>${escaped(words.lead)}</p>
${guide}
<h2>${escaped(words.plan)}</h2>
${told.map((each) => planOf(each, words, locale)).join('\n')}
<p class="small">* ${escaped(words.from)}</p></div>
<div class="sheet"><h1>${escaped(words.chairs.title)}</h1>${list(words.chairs.lines)}</div>
<div class="sheet"><h1>${escaped(words.corners)}</h1>
${sheets.join('\n')}
<h2>${escaped(words.cannot)}</h2>${told.map(({ say, principles }) => `<p><b>${escaped(say('scenario.title'))}.</b> ${escaped(principles.join(' · '))}</p>`).join('\n')}</div>
<div class="sheet"><h1>${escaped(words.cards)}</h1><p>${escaped(words.cardsLead)}</p><div class="cards">${cards.join('\n')}</div></div>
<div class="sheet"><h1>${escaped(words.debriefTitle)}</h1>
${questions}
<h2>${escaped(words.readings)}</h2>${list(lenses)}</div>
<div class="sheet">${lab.sheet}</div>
<div class="sheet">${lab.key}</div>
<div class="sheet"><h2>${escaped(words.lab.peer)}</h2>${peersOf(first, words)}<p>${escaped(words.lab.peerAsk)}</p></div>`,
  );
};
