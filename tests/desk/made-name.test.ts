import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/bundle/bundle.ts';
import { isOver, onLine, type Game } from '../../src/session/game.ts';
import { nameIn } from '../../src/session/game-name.ts';
import { openRecord } from '../../src/session/link.ts';
import { viewNow } from '../../src/session/chronicle.ts';
import { conductOf } from '../../src/telling/conduct.ts';
import { madeName } from '../../src/telling/made-name.ts';
import { verdictOf } from '../../src/telling/review.ts';
import { fileOf, transcriptOf } from '../../src/telling/transcript.ts';
import { speak } from '../../src/text/text.ts';
import { begun, branchAt, chronicleOf, playedOn, stageOf, tellerFor, type Stage } from './replayed.ts';

let stage: Stage;
let over: Game;
let branch: Game;

beforeAll(() => {
  stage = stageOf('vanguard-bank-2019');
  over = playedOn(begun(stage, 'a game with a name'), 'first');
  branch = playedOn(branchAt(over, 2), 'last');
}, 60_000);

beforeEach(() => speak('en'));

const nameOf = (game: Game, locale: Locale = 'en'): string =>
  madeName(stage.bundle, stage.words[locale] ?? {}, locale, { record: game.record, line: game.line, over: isOver(game) });

describe('the name that is made for a game', () => {
  test('is the headline of its review once it is over, line by line and in both languages', async () => {
    expect(nameOf(branch)).not.toBe(nameOf(over));
    for (const locale of ['en', 'vi'] as const) {
      await speak(locale);
      for (const game of [over, branch, onLine(branch, 0)]) {
        const chronicle = chronicleOf(game);
        const teller = tellerFor(stage, chronicle, locale)(viewNow(chronicle));
        expect(nameOf(game, locale)).toBe(conductOf(teller, chronicle)?.headline);
        expect(nameOf(game, locale)).not.toContain(verdictOf(teller)?.title);
      }
    }
  });

  test('is its days and its lens while it goes on', async () => {
    const [first, later] = [begun(stage, 'a game with a name'), playedOn(begun(stage, 'a game with a name'), 'first', 5)];
    expect(nameOf(first)).toMatch(/2019 · \S/u);
    expect(nameOf(later)).toMatch(/2019 · \S/u);
    expect(nameOf(first)).not.toBe(nameOf(later));
    await speak('vi');
    expect(nameOf(later, 'vi')).toMatch(/2019 · \S/u);
    expect(nameOf(later, 'vi')).not.toBe(nameOf(later));
  });

  test('is made of orders that no rules know, and throws nothing', () => {
    const orders = [[{ answers: [{ situation: 9_999, option: 9_999 }], acts: [9_999] }], [], [undefined]];
    const record = { ...over.record, setup: [[99], undefined], lines: [{ orders }] };
    for (const done of [true, false]) expect(madeName(stage.bundle, {}, 'en', { record, line: 0, over: done })).toMatch(/2019/u);
  });
});

test('the file of a game holds the name its player gave it, and opens with and without', async () => {
  const chronicle = chronicleOf(over);
  const transcript = transcriptOf(tellerFor(stage, chronicle)(viewNow(chronicle)), chronicle);
  const find = () => Promise.resolve(stage.bundle);
  for (const name of ['July, “first” <try>', undefined]) {
    const json: unknown = JSON.parse(fileOf(over.record, name, transcript));
    expect(nameIn(json)).toBe(name);
    expect(await openRecord(json, find)).toMatchObject({ ok: true });
  }
  const hostile: unknown = JSON.parse(fileOf(over.record, '\u202ex'.repeat(99), transcript));
  expect(nameIn(hostile)).toBeUndefined();
  expect(await openRecord(hostile, find)).toMatchObject({ ok: true });
});
