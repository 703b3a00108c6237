import { kindsOf, type StanceKind } from '../bundle/stance.ts';
import { viewNow, viewsOf, type Chronicle } from '../session/chronicle.ts';
import { tt } from '../text/theatre.ts';
import { mainLength } from './clock.ts';
import { metOf } from './looking-back.ts';
import { postureOf } from './posture.ts';
import type { TellerAt } from './story.ts';
import { verdictOf } from './review.ts';
import { bandWord } from './wording.ts';

/** Width and height of the picture, in its own units. */
export const PICTURE = { width: 1200, height: 630 } as const;

/** The path of a game in one line: where it leant, how the capital across from home took it, how it ended. */
export const pathLine = (tellerAt: TellerAt, chronicle: Chronicle): string => {
  const teller = tellerAt(viewNow(chronicle));
  const { towards } = postureOf(teller, chronicle);
  const [met] = metOf(teller, chronicle);
  const ending = verdictOf(teller)?.title;
  return [
    towards === '' ? tt('picture.upright') : tt('picture.leant', { power: towards }),
    ...(met === undefined ? [] : [met.headline]),
    ...(ending === undefined ? [] : [tt('picture.ended', { ending })]),
  ].join('; ');
};

const COLOURS = {
  paper: '#f6f0e2',
  leaf: '#fcf8ee',
  ink: '#1f1b16',
  soft: '#4a4338',
  rule: '#857a63',
  seal: '#b3261e',
  bam: '#3a5a49',
} as const;

const escaped = (words: string): string =>
  words
    .replace(/[&<>"']/gu, (letter) => `&#${String(letter.codePointAt(0) ?? 0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '');

/** Lines of at most so many letters; what does not fit into `most` of them is cut. */
const wrapped = (words: string, letters: number, most: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
};

const markOf = (kind: StanceKind, x: number, y: number): string => {
  const at = (d: string, fill: string): string =>
    `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" d="${d}" fill="${fill}" stroke="${COLOURS.ink}" stroke-width="1.6"/>`;
  switch (kind) {
    case 'hedge':
      return at('M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z', COLOURS.leaf);
    case 'partner':
      return at('M0 -7L7 6H-7z', COLOURS.ink);
    case 'align':
      return at('M-6 -6h12v12h-12z', COLOURS.seal);
    case 'resist':
      return at('M0 -8L8 0L0 8L-8 0z', COLOURS.ink);
    case 'defer':
      return at('M-7 0h14', 'none');
  }
};

const TEXT = "font-family=\"'Be Vietnam Pro', system-ui, 'Segoe UI', sans-serif\"";
const SERIF = "font-family=\"'Source Serif 4', Georgia, 'Times New Roman', serif\"";

/** A picture of a game to pass on, as SVG: its line, its readings from the first turn to the last, and every answer by its shape. No script, nothing fetched. */
export const pictureOf = (tellerAt: TellerAt, chronicle: Chronicle): string => {
  const teller = tellerAt(viewNow(chronicle));
  const { program, catalogue } = chronicle.bundle;
  const views = viewsOf(chronicle);
  const kindOf = kindsOf(catalogue);
  const left = 64;
  const right = PICTURE.width - 236;
  const x = (turn: number): number => left + ((right - left) * turn) / Math.max(1, views.length - 1);
  const top = 292;
  const tall = 50;
  const step = 56;
  const headline = wrapped(pathLine(tellerAt, chronicle), 58, 3);
  const readings = program.readings.map(({ id, slot }, i) => {
    const y0 = top + i * step;
    const y = (value: number): number => y0 + tall - (tall * value) / 1000;
    const d = views.map((view, turn) => `${turn === 0 ? 'M' : 'L'}${x(turn).toFixed(1)} ${y(view[slot] ?? 0).toFixed(1)}`).join('');
    const value = views.at(-1)?.[slot] ?? 0;
    return (
      `<path d="M${String(left)} ${y(500).toFixed(1)}H${String(right)}" stroke="${COLOURS.rule}" stroke-width=".6"/>` +
      `<path d="${d}" fill="none" stroke="${COLOURS.ink}" stroke-width="2.4" stroke-linejoin="round"/>` +
      `<circle cx="${x(views.length - 1).toFixed(1)}" cy="${y(value).toFixed(1)}" r="4.5" fill="${COLOURS.ink}"/>` +
      `<text x="${String(right + 18)}" y="${(y0 + 24).toFixed(1)}" ${TEXT} font-size="17" font-weight="600" fill="${COLOURS.ink}">${escaped(teller.say(`reading.${id}.name`))}</text>` +
      `<text x="${String(right + 18)}" y="${(y0 + 45).toFixed(1)}" ${SERIF} font-size="17" font-style="italic" fill="${COLOURS.soft}">${escaped(`${bandWord(value)}, ${String(value)}`)}</text>`
    );
  });
  const marks = chronicle.orders.flatMap((order, turn) =>
    (order?.answers ?? []).flatMap(({ situation, option }, i) => {
      const spec = program.situations[situation]?.options[option];
      return spec === undefined ? [] : [markOf(kindOf(spec.stance), x(turn), top - 14 - i * 17)];
    }),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(PICTURE.width)}" height="${String(PICTURE.height)}" viewBox="0 0 ${String(PICTURE.width)} ${String(PICTURE.height)}" role="img">` +
    `<title>${escaped(`${teller.say('scenario.title')}: ${pathLine(tellerAt, chronicle)}`)}</title>` +
    `<rect width="100%" height="100%" fill="${COLOURS.paper}"/>` +
    `<rect x="20" y="20" width="${String(PICTURE.width - 40)}" height="${String(PICTURE.height - 40)}" fill="none" stroke="${COLOURS.soft}" stroke-width="1.2"/>` +
    `<path d="M${String(left)} 58V84" stroke="${COLOURS.bam}" stroke-width="7"/><path d="M${String(left - 5)} 71h10" stroke="${COLOURS.paper}" stroke-width="2"/>` +
    `<text x="${String(left + 18)}" y="78" ${TEXT} font-size="20" font-weight="600" fill="${COLOURS.soft}">${escaped(`${teller.say('scenario.title')} · ${mainLength(program)}`)}</text>` +
    headline
      .map(
        (line, i) =>
          `<text x="${String(left)}" y="${String(132 + i * 46)}" ${SERIF} font-size="38" font-weight="600" fill="${COLOURS.ink}">${escaped(line)}</text>`,
      )
      .join('') +
    readings.join('') +
    marks.join('') +
    `<text x="${String(PICTURE.width - 64)}" y="78" text-anchor="end" ${TEXT} font-size="16" fill="${COLOURS.soft}">${escaped(tt('picture.seed', { seed: chronicle.seed }))}</text>` +
    `<text x="${String(left)}" y="${String(PICTURE.height - 34)}" ${TEXT} font-size="14" fill="${COLOURS.soft}">${escaped(tt('picture.foot'))}</text>` +
    '</svg>'
  );
};
