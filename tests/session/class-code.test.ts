import { beforeAll, describe, expect, test } from 'vitest';
import { shipped } from '../playthrough/shipped.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { menuNow, recordOf, type Game } from '../../src/session/game.ts';
import { linkOf, openLink } from '../../src/session/link.ts';
import {
  choicesOfClass,
  codeOf,
  makeClassCode,
  newLuck,
  readClassCode,
  seedOfClass,
  termsOf,
  type ClassTerms,
} from '../../src/session/lesson/class-code.ts';
import { answerStop, beginLesson, cornersOf, cutOf, lessonOf, rung, standing, stopAhead } from '../../src/session/lesson/lesson.ts';
import { apartFrom, makeResult, openResult, resultsIn } from '../../src/session/lesson/result.ts';

const SCENARIOS = ['vanguard-bank-2019', 'customs-queue-2021'] as const;
const bundles = new Map<string, Bundle>();

beforeAll(() => {
  for (const id of SCENARIOS) bundles.set(id, shipped(id));
}, 120_000);

const bundleOf = (id: string): Bundle => bundles.get(id)!;
const find = (prefix: string): Promise<Bundle | undefined> =>
  Promise.resolve([...bundles.values()].find(({ rulesHash }) => rulesHash.startsWith(prefix)));
const ones = (bundle: Bundle): number[] => bundle.program.setup.flatMap(({ kind, preset }) => (kind === 'one' ? [preset] : []));
const terms = (bundle: Bundle, change: Partial<ClassTerms> = {}): ClassTerms => ({
  ...{ cut: 'short', way: 'majority', writing: false, ones: ones(bundle) },
  ...change,
});
const read = (code: string) => {
  const found = readClassCode(code);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
};

describe.each(SCENARIOS)('a class code of %s', (id) => {
  test('is of twelve letters, tells every choice again and never the seed', () => {
    const bundle = bundleOf(id);
    const lenses = bundle.program.setup.filter(({ kind }) => kind === 'one')[0]!.options.length;
    for (const way of ['majority', 'chair'] as const)
      for (const { id: cut } of bundle.catalogue.cuts!)
        for (let lens = 0; lens < lenses; lens++) {
          const chosen = terms(bundle, { way, cut, writing: lens === 1, ones: ones(bundle).map((preset, i) => (i === 0 ? lens : preset)) });
          const code = makeClassCode(bundle, chosen, newLuck());
          expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
          const told = termsOf(bundle, read(code));
          expect(told).toEqual({ ok: true, value: chosen });
          const seed = seedOfClass(read(code));
          expect(seed).toMatch(/^[0-9A-Z]{10}$/u);
          expect(code.replaceAll('-', '')).not.toContain(seed.slice(0, 6));
        }
  });

  test('is read as people type it, and every wrong letter but few is noticed', () => {
    const bundle = bundleOf(id);
    const code = makeClassCode(bundle, terms(bundle), '0110AB');
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(codeOf(read(typed))).toBe(code);
    expect(codeOf(read(`https://example.org/#/class/${code}`))).toBe(code);
    const letters = code.replaceAll('-', '');
    const wrong = Array.from(letters).flatMap((was, at) =>
      Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
        .filter((each) => each !== was)
        .map((each) => letters.slice(0, at) + each + letters.slice(at + 1)),
    );
    const passed = wrong.filter((each) => readClassCode(each).ok).length;
    expect(passed).toBeLessThanOrEqual(4);
    expect(readClassCode(letters.slice(0, 9))).toMatchObject({ problem: { code: 'short' } });
    expect(readClassCode('  ')).toMatchObject({ problem: { code: 'empty' } });
  });
});

test('scenarios are told apart by their codes', () => {
  const [a, b] = SCENARIOS.map(bundleOf);
  const code = read(makeClassCode(a!, terms(a!), newLuck()));
  expect(termsOf(b!, code)).toMatchObject({ problem: { code: 'other-rules' } });
});

const played = (id: string, code: string, alias: number, taps: readonly number[], way: 'majority' | 'alone' = 'majority'): Game => {
  const bundle = bundleOf(id);
  const told = termsOf(bundle, read(code));
  if (!told.ok) throw new Error(told.problem.message);
  const { cut } = told.value;
  let game = beginLesson(bundle, { seed: seedOfClass(read(code)), choices: choicesOfClass(bundle, told.value) }, { cut, way, code, alias });
  for (let last = -1; ;) {
    const ahead = stopAhead(game, cutOf(bundle, cut)!, last, 'hedge');
    if (ahead === undefined) break;
    game = standing(game, ahead.turn);
    last = ahead.stop;
    if (last === 2) {
      game = rung(game, last);
      break;
    }
    const legal = menuNow(game).situations[0]!.options.filter((option) => option.legal);
    const corners = cornersOf(bundle);
    const answers = Object.fromEntries(corners.map((corner, i) => [corner, legal[(taps[i] ?? 0) % legal.length]!.option]));
    game = answerStop(game, last, { answers, dissents: last === 1 ? [corners[3]!] : [] })!;
  }
  return standing(game);
};

describe('the result of a group', () => {
  const id = SCENARIOS[0];
  const made = (): string => makeClassCode(bundleOf(id), terms(bundleOf(id)), '7KQ2MX');

  test('tells its game and its ballots again, and holds no seed', async () => {
    const code = made();
    const game = played(id, code, 41, [0, 1, 0, 2]);
    const result = makeResult(game);
    if (!result.ok) throw new Error(result.problem.message);
    const opened = await openResult(result.value, find);
    if (!opened.ok) throw new Error(opened.problem.message);
    expect(opened.value).toMatchObject({ code, alias: 41, by: 'group' });
    const { lines, setup, luck } = recordOf(opened.value.game);
    expect({ lines, setup, luck }).toEqual({ lines: recordOf(game).lines, setup: recordOf(game).setup, luck: recordOf(game).luck });
    const [told, was] = [lessonOf(opened.value.game)!, lessonOf(game)!];
    expect({ ...told, standing: was.standing }).toEqual(was);
    // The link within opens with the seed of the class alone.
    const link = /\.(B[\w-]+)\./u.exec(result.value)![1]!;
    expect((await openLink(link, find)).ok).toBe(false);
    const open = linkOf(game);
    expect(open.ok && result.value.includes(open.value.slice(8, 20))).toBe(false);
  });

  test('is found in what people pass on; a damaged one is named alone', async () => {
    const code = made();
    const results = [0, 1].map((alias) => {
      const result = makeResult(played(id, code, alias, [alias], alias === 1 ? 'alone' : 'majority'));
      return result.ok ? result.value : '';
    });
    const [a = '', b = ''] = results;
    const wrapped = `Group: https://x.org/#/groups/${a.slice(0, 60)}\n ${a.slice(60)} and\u200b\n${b}\nthanks`;
    expect(resultsIn(wrapped)).toEqual(results);
    const swapped = a.replace(/\.(B2.{30})(.)/u, (_, head: string, each: string) => `.${head}${each === 'x' ? 'y' : 'x'}`);
    const found = await Promise.all(resultsIn(`${swapped} ${b}`).map((each) => openResult(each, find)));
    expect(found.map((each) => (each.ok ? each.value.by : each.problem.code))).toEqual(['damaged', 'alone']);
    expect(await openResult(b, () => Promise.resolve(undefined))).toMatchObject({ problem: { code: 'unknown-rules' } });
    expect(resultsIn('nothing here')).toEqual([]);
  });

  test('of another seed or scenario is told apart', () => {
    const code = made();
    const mine = { bundle: bundleOf(id), seed: seedOfClass(read(code)) };
    expect(apartFrom(mine, played(id, code, 0, [0]))).toBeUndefined();
    expect(apartFrom(mine, played(id, makeClassCode(bundleOf(id), terms(bundleOf(id)), 'ZZZZZZ'), 0, [0]))).toBe('seed');
    const other = bundleOf(SCENARIOS[1]);
    expect(apartFrom(mine, played(SCENARIOS[1], makeClassCode(other, terms(other), '7KQ2MX'), 0, [0]))).toBe('scenario');
  });
});
