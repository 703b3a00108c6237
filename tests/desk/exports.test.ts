import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { viewNow, type Chronicle } from '../../src/session/chronicle.ts';
import { noteOf } from '../../src/session/prediction.ts';
import { csvOf } from '../../src/telling/csv.ts';
import { pictureOf } from '../../src/telling/picture.ts';
import { asMarkdown, asText, storyOf, type Piece, type TellerAt } from '../../src/telling/story.ts';
import { DECISION_COLUMNS, decisionsCsv, LEDGER_COLUMNS, ledgerCsv } from '../../src/telling/tables.ts';
import { tellerOf } from '../../src/telling/teller.ts';
import { speak } from '../../src/text/text.ts';
import { begun, branchAt, chronicleOf, playedOn, stageOf, tellerFor, type Stage } from './replayed.ts';

let stage: Stage;
let game: Chronicle;
let branched: Chronicle;

/** Reads a table as RFC 4180 has it. */
const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\ufeff/u, '');
  for (let i = 0; i < body.length; i++) {
    const letter = body.charAt(i);
    if (quoted) {
      if (letter === '"' && body.charAt(i + 1) === '"') {
        cell += letter;
        i++;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"') quoted = true;
    else if (letter === ',' || letter === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\r') {
        rows.push([]);
        i++;
      }
    } else cell += letter;
  }
  return rows.slice(0, -1);
};

beforeAll(() => {
  stage = stageOf('vanguard-bank-2019');
  const tapped = stage.bundle.catalogue.situations.find(({ tap }) => tap !== undefined)?.id ?? '';
  const played = playedOn(
    begun(stage, 'a game to take along'),
    'first',
    Infinity,
    noteOf({ situation: tapped, said: 30, odds: 412_000 }, stage.bundle.program.seats[0]?.id ?? ''),
  );
  game = chronicleOf(played);
  branched = chronicleOf(playedOn(branchAt(played, 6), 'last'));
}, 60_000);

beforeEach(() => speak('en'));

const at = (chronicle: Chronicle): TellerAt => tellerFor(stage, chronicle);
const now = (chronicle: Chronicle) => at(chronicle)(viewNow(chronicle));

describe('a table', () => {
  test('is read back as it was written, whatever stands in it', () => {
    const cells = ['plain', 'a, b', 'say "no"', 'two\r\nlines', 'Bãi Tư Chính', ''];
    expect(readCsv(csvOf(['x'], [cells]))).toEqual([['x'], cells]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =cmd', '\u00a0=1', '＝1', '\r=1', '\n@x'])('makes %j harmless', (text) => {
    const [, [cell = ''] = []] = readCsv(csvOf(['x'], [[text]]));
    expect(cell).toBe(`'${text}`);
  });

  test('leaves figures figures', () => {
    expect(csvOf(['x', 'y'], [[-12, 0]])).toBe('\ufeffx,y\r\n-12,0\r\n');
  });

  test('of decisions has a row for every answer and every initiative', () => {
    const [head = [], ...rows] = readCsv(decisionsCsv(now(game), game));
    expect(head).toEqual(DECISION_COLUMNS);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    const kind = head.indexOf('kind');
    const counted = (of: string) => rows.filter((row) => row[kind] === of).length;
    expect(counted('answer')).toBe(game.orders.reduce((sum, order) => sum + (order?.answers.length ?? 0), 0));
    expect(counted('initiative')).toBe(game.orders.reduce((sum, order) => sum + (order?.acts.length ?? 0), 0));
    expect(counted('initiative')).toBeGreaterThan(0);
    const said = rows.filter((row) => row[head.indexOf('said_percent')] !== '');
    expect(said.map((row) => [row[head.indexOf('said_percent')], row[head.indexOf('odds_percent')]])).toEqual([['30', '41']]);
    expect(rows.some((row) => row[head.indexOf('in_fact')] !== '')).toBe(true);
  });

  test('says which rows are of a branch', () => {
    const [head = [], ...rows] = readCsv(decisionsCsv(now(branched), branched));
    const marked = rows.map((row) => [Number(row[head.indexOf('turn')]) > 6, row[head.indexOf('exploration')] === '1']);
    expect(marked.every(([after, told]) => after === told)).toBe(true);
    expect(marked.some(([after]) => after)).toBe(true);
  });

  test('of the ledger leads from the first value to the last, change by change', () => {
    const [head = [], ...rows] = readCsv(ledgerCsv(at(game), game));
    expect(head).toEqual(LEDGER_COLUMNS);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    const cell = (row: readonly string[], name: string): string => row[head.indexOf(name)] ?? '';
    for (const { slot } of stage.bundle.program.readings) {
      const name = stage.bundle.program.slots[slot]?.name ?? '';
      const own = rows.filter((row) => cell(row, 'variable') === name);
      expect(own.length, name).toBeGreaterThan(5);
      expect(Number(cell(own[0] ?? [], 'before'))).toBe(game.moments[0]?.view[slot]);
      expect(Number(cell(own.at(-1) ?? [], 'after'))).toBe(viewNow(game)[slot]);
      own.forEach((row, i) => {
        expect(Number(cell(row, 'after')) - Number(cell(row, 'before'))).toBe(Number(cell(row, 'change')));
        if (i > 0) expect(cell(row, 'before')).toBe(cell(own[i - 1] ?? [], 'after'));
      });
    }
    expect(rows.every((row) => cell(row, 'name') !== '' && cell(row, 'cause') !== '')).toBe(true);
    expect(rows.some((row) => cell(row, 'sources').includes('¶') && cell(row, 'sources').includes('('))).toBe(true);
    expect(rows.some((row) => cell(row, 'invented') === '1')).toBe(true);
  });

  test('has the columns that the documentation names', () => {
    const page = readFileSync('docs/exports.md', 'utf8');
    const named = (title: string): readonly string[] => {
      const [, body = ''] = page.split(`## ${title}`);
      return [...(body.split('\n## ')[0] ?? '').matchAll(/^\| `([a-z_]+)` \|/gmu)].map((found) => found[1] ?? '');
    };
    const both = named('Both tables');
    expect([...both, ...named('Decisions')]).toEqual(DECISION_COLUMNS);
    expect([...both, ...named('Ledger')]).toEqual(LEDGER_COLUMNS);
  });
});

const wordsIn = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'list' ? piece.items.join('\n') : piece.text)).join('\n');

describe('prose', () => {
  test.each(['en', 'vi'] as const)('tells every stop, its answer and the end, in %s', async (locale) => {
    await speak(locale);
    const tell = tellerFor(stage, game, locale);
    const all = wordsIn(storyOf(tell, game));
    const teller = tell(viewNow(game));
    for (const order of game.orders) {
      for (const { situation, option } of order?.answers ?? []) {
        const spec = stage.bundle.program.situations[situation];
        expect(all).toContain(teller.say(`situation.${spec?.id ?? ''}.title`));
        expect(all).toContain(teller.say(`situation.${spec?.id ?? ''}.option.${spec?.options[option]?.id ?? ''}.title`));
      }
    }
    expect(all).not.toMatch(/undefined|\{\{|\[object/u);
  });

  test('keeps citations with the weight they bear', () => {
    const all = wordsIn(storyOf(at(game), game));
    const cited = [...all.matchAll(/\[[^\]]*¶\d+, [a-z][^\]]*\]/gu)];
    expect(cited.length).toBeGreaterThan(10);
    expect(all).toMatch(/¶\d+, (?:asserted|alleged|interpretation|reported)/u);
    expect(all).toContain('Invented for the game');
  });

  test('says of a branch that it is one', () => {
    expect(wordsIn(storyOf(at(branched), branched))).toContain('A branch: from Week 7');
  });

  test('in Markdown nothing in a game’s words is markup', () => {
    const hostile: TellerAt = (view) => {
      const teller = at(game)(view);
      return { ...teller, say: () => '# <script>alert(1)</script> [x](javascript:1) *b* `c` | 1. d' };
    };
    const text = asMarkdown(storyOf(hostile, game));
    expect(text).not.toMatch(/(?<!\\)<script/u);
    expect(text).not.toMatch(/(?<!\\)\[x/u);
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
  });

  test('as text it needs no markup', () => {
    const text = asText(storyOf(at(game), game));
    expect(text).not.toMatch(/^#/mu);
    expect(text.length).toBeGreaterThan(8000);
  });
});

describe('the picture', () => {
  test.each(['en', 'vi'] as const)('is whole SVG with this game’s line, in %s', async (locale) => {
    await speak(locale);
    const svg = pictureOf(tellerFor(stage, game, locale), game);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>$/u);
    expect(svg).not.toMatch(/undefined|NaN|\{\{|<script|href=/u);
    const answers = game.orders.reduce((sum, order) => sum + (order?.answers.length ?? 0), 0);
    expect(svg.match(/<path transform=/gu)).toHaveLength(answers);
  });

  test('holds no markup out of a game’s words', () => {
    const hostile: TellerAt = (view) => {
      const teller = tellerOf(stage.bundle, game.rules, view, stage.words.en ?? {}, 'en');
      return { ...teller, say: () => '</text><script>alert(1)</script>"&' };
    };
    const svg = pictureOf(hostile, game);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&#60;script');
  });
});
