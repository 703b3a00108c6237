import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CutInfo, Locale } from '../bundle/bundle.ts';
import { sayAtStart } from '../bundle/spell.ts';
import { valueOf } from '../engine/expression.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { keyOf, makeSeed } from '../engine/seed.ts';
import { start } from '../engine/turn.ts';
import { seenBy } from '../engine/eye.ts';
import { IN_CLASS, SHARED } from '../bundle/theory-case.ts';
import { lensesOf } from '../bundle/lens.ts';
import { choicesOf } from '../lab/draw.ts';
import { weighedCases } from '../lab/theory.ts';
import { scenariosAtHand, type Loaded } from '../disk/load-files.ts';
import { datesOfTurn } from '../session/calendar.ts';
import { cornersOf } from '../session/lesson/lesson.ts';
import { dates } from '../telling/wording.ts';
import { TEACH, type TeachWords } from '../text/lesson/teach.ts';
import { LOCALES } from '../text/locales.ts';
import { speak } from '../text/text.ts';
import type { Call } from './main.ts';

const FOLDER = 'teach';
const LETTERS = 'ABCDEFGH';
/** Answers a corner may hold up. */
const NUMBERS = [1, 2, 3, 4];

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/gu, (gap, name: string) => String(values[name] ?? gap));
const list = (lines: readonly string[], tag = 'ul'): string =>
  `<${tag}>${lines.map((line) => `<li>${escaped(line)}</li>`).join('\n')}</${tag}>`;

const STYLE = `
@page { margin: 15mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 180mm; font: 10.5pt/1.42 'Be Vietnam Pro', system-ui, sans-serif; color: #1f1b16; background: #fff }
h1, h2, h3 { font-family: 'Source Serif 4', Georgia, serif; line-height: 1.25; margin: 0 0 2mm }
h1 { font-size: 20pt } h2 { font-size: 13pt; margin-top: 4mm } h3 { font-size: 11pt; margin-top: 3mm }
p { margin: 0 0 2mm } ul, ol { margin: 0 0 2mm; padding-left: 5mm } li { margin-bottom: 1mm }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: 1mm 3mm 1mm 0; border-bottom: 0.3pt solid #857a63 }
.sheet { break-before: page } .sheet:first-of-type { break-before: auto } section { break-inside: avoid }
.corner { break-inside: avoid; border: 0.6pt solid #1f1b16; padding: 4mm; margin-bottom: 5mm } .corner b.letter { font: 600 26pt/1 Georgia, serif; float: right }
.cards { display: grid; grid-template-columns: repeat(5, 1fr) } .cards div { border: 0.4pt dashed #857a63; height: 40mm; display: grid; place-content: center; text-align: center; font: 600 30pt/1.1 Georgia, serif; break-inside: avoid }
.cards small { font: 400 8pt/1.3 system-ui, sans-serif } .cards .word { font-size: 11pt }
.small { font-size: 9pt; color: #4a4338 }
`;

/** A scenario in one language, as its first day has it. */
interface Told {
  readonly loaded: Loaded;
  readonly say: (key: string) => string;
  readonly principles: readonly string[];
}

const toldIn = (loaded: Loaded, locale: Locale): Told => {
  const { bundle, prose } = loaded;
  const speakAt = sayAtStart(bundle, prose[locale] ?? {});
  const say = (key: string): string => speakAt(key) ?? '';
  const rules = compileProgram(bundle.program);
  const key = keyOf(makeSeed(0n));
  const view = seenBy(rules, start(rules, key, choicesOf(rules.program, key)), 'table');
  const principles = bundle.catalogue.principles
    .filter(({ since }) => valueOf(rules, view, since) !== 0)
    .map(({ id }) => say(`principle.${id}.title`));
  return { loaded, say, principles };
};

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
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`;
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

/** The guide, corner sheets, cards and questions for a class, as one page that prints on A4 and Letter. */
export const teachPage = (all: readonly Loaded[], locale: Locale): string => {
  const words = TEACH[locale];
  const told = all
    .filter(({ bundle }) => bundle.catalogue.cuts !== undefined)
    .sort((a, b) => (a.bundle.program.calendar.start < b.bundle.program.calendar.start ? -1 : 1))
    .map((loaded) => toldIn(loaded, locale));
  const [first] = told;
  if (first === undefined) throw new Error('no scenario has cuts for lessons');
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
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(words.title)}</title><style>${STYLE}</style></head>
<body>
<main>
<div class="sheet"><h1>${escaped(words.title)}</h1><p>${escaped(words.lead)}</p>
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
</main>
</body>
</html>
`;
};

/** `teach [FOLDER]`: writes the pages for teachers, one a language; into `teach/` unless a folder is named. */
export const teach = async ({ words, out, root }: Call): Promise<boolean> => {
  const folder = words[0] ?? join(root, FOLDER);
  mkdirSync(folder, { recursive: true });
  const all = scenariosAtHand(undefined, root, out);
  const files: string[] = [];
  for (const locale of LOCALES) {
    await speak(locale);
    const file = join(folder, `lesson.${locale}.html`);
    writeFileSync(file, teachPage(all, locale));
    files.push(relative('.', file));
  }
  out.tell({ files });
  for (const file of files) out.say(file);
  return true;
};
