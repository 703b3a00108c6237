import type { Locale } from '../bundle/bundle.ts';
import { sayAtStart } from '../bundle/spell.ts';
import { valueOf } from '../engine/expression.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { keyOf, makeSeed } from '../engine/seed.ts';
import { menu } from '../engine/menu.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { start } from '../engine/turn.ts';
import { seenBy } from '../engine/eye.ts';
import { choicesOf } from '../lab/draw.ts';
import type { Loaded } from '../disk/load-files.ts';

export const LETTERS = 'ABCDEFGH';
/** Answers a corner may hold up. */
export const NUMBERS = [1, 2, 3, 4];

export const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/gu, (gap, name: string) => String(values[name] ?? gap));
export const list = (lines: readonly string[], tag = 'ul'): string =>
  `<${tag}>${lines.map((line) => `<li>${escaped(line)}</li>`).join('\n')}</${tag}>`;

const STYLE = `
@page { margin: 15mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 180mm; font: 10pt/1.38 'Be Vietnam Pro', system-ui, sans-serif; color: #1f1b16; background: #fff }
h1, h2, h3 { font-family: 'Source Serif 4', Georgia, serif; line-height: 1.25; margin: 0 0 2mm }
h1 { font-size: 20pt } h2 { font-size: 13pt; margin-top: 4mm } h3 { font-size: 11pt; margin-top: 3mm }
p { margin: 0 0 2mm } ul, ol { margin: 0 0 2mm; padding-left: 5mm } li { margin-bottom: 1mm }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: 1mm 3mm 1mm 0; border-bottom: 0.3pt solid #857a63 }
.sheet { break-before: page } .sheet:first-of-type { break-before: auto } section { break-inside: avoid }
.corner { break-inside: avoid; border: 0.6pt solid #1f1b16; padding: 3mm 4mm; margin-bottom: 3mm } .corner b.letter { font: 600 26pt/1 Georgia, serif; float: right }
.cards { display: grid; grid-template-columns: repeat(5, 1fr) } .cards div { border: 0.4pt dashed #857a63; height: 40mm; display: grid; place-content: center; text-align: center; font: 600 30pt/1.1 Georgia, serif; break-inside: avoid }
.cards small { font: 400 8pt/1.3 system-ui, sans-serif } .cards .word { font-size: 11pt }
main > .sheet:not(:first-child) { margin-top: 10mm }
dl { columns: 2; column-gap: 8mm } dt { font-weight: 600; break-after: avoid } dd { margin: 0 0 2mm; break-inside: avoid }
.role b.letter { font: 600 34pt/1 Georgia, serif; float: right }
.qr { display: flex; gap: 5mm; align-items: center; break-inside: avoid } .qr svg { width: 28mm; height: 28mm; flex: none }
.qr p, .ask { overflow-wrap: anywhere }
.slips { display: grid; grid-template-columns: 1fr 1fr } .slip { border: 0.4pt dashed #857a63; padding: 4mm; height: 44mm; break-inside: avoid }
.box { display: inline-block; min-width: 7mm; height: 7mm; line-height: 7mm; text-align: center; border: 0.6pt solid #1f1b16 }
.rule { display: inline-block; width: 55mm; border-bottom: 0.4pt solid #857a63 } .lines { height: 34mm; background: repeating-linear-gradient(#fff 0 7.6mm, #857a63 7.6mm 8mm); print-color-adjust: exact }
.finder { font-size: 9pt } .finder td:last-child { font-size: 7.5pt; color: #4a4338; width: 24mm } .finder tr { break-inside: avoid }
em { color: #4a4338 }
@media screen { body { padding: 8mm 5mm } }
@media print { main > .sheet:not(:first-child) { margin-top: 0 } }
.small { font-size: 9pt; color: #4a4338 }
`;

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`;

/** A page that prints on A4 and on Letter: nothing in it is fetched, and no script runs. */
export const sheetPage = (locale: Locale, title: string, body: string): string => `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

/** A scenario in one language, as its first day has it. */
export interface Told {
  readonly loaded: Loaded;
  readonly say: (key: string) => string;
  readonly principles: readonly string[];
  /** Id of what lies open on the first day; undefined where nothing does. */
  readonly first: string | undefined;
}

const toldIn = (loaded: Loaded, locale: Locale): Told => {
  const { bundle, prose } = loaded;
  const speakAt = sayAtStart(bundle, prose[locale] ?? {});
  const say = (key: string): string => speakAt(key) ?? '';
  const rules = compileProgram(bundle.program);
  const key = keyOf(makeSeed(0n));
  const state = start(rules, key, choicesOf(rules.program, key));
  const view = seenBy(rules, state, 'table');
  const [open] = menu(rules, seenBy(rules, state, FIRST_SEAT), FIRST_SEAT).situations;
  const principles = bundle.catalogue.principles
    .filter(({ since }) => valueOf(rules, view, since) !== 0)
    .map(({ id }) => say(`principle.${id}.title`));
  return { loaded, say, principles, first: rules.program.situations[open?.situation ?? -1]?.id };
};

/** The scenarios that lessons are cut from, the earliest first. Throws where there are none. */
export const toldForLessons = (all: readonly Loaded[], locale: Locale): readonly [Told, ...Told[]] => {
  const [first, ...rest] = all
    .filter(({ bundle }) => bundle.catalogue.cuts !== undefined)
    .sort((a, b) => (a.bundle.program.calendar.start < b.bundle.program.calendar.start ? -1 : 1))
    .map((loaded) => toldIn(loaded, locale));
  if (first === undefined) throw new Error('no scenario has cuts for lessons');
  return [first, ...rest];
};
