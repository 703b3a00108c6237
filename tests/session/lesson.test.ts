import { beforeAll, describe, expect, test } from 'vitest';
import { shipped } from '../playthrough/shipped.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { PERSON, holdersAt } from '../../src/engine/record.ts';
import { openLink, linkOf, openRecord } from '../../src/session/link.ts';
import { isOver, menuNow, ordersNow, recordOf, type Game } from '../../src/session/game.ts';
import {
  answerStop,
  beginLesson,
  chairAt,
  cornersOf,
  cutOf,
  decidedBy,
  decidedHow,
  instructed,
  lessonOf,
  rung,
  standing,
  stopAhead,
  type Taps,
  type Way,
} from '../../src/session/lesson/lesson.ts';
import { presetOf } from '../../src/session/preset.ts';
import { seedFromText } from '../../src/session/seed.ts';

const SCENARIOS = ['vanguard-bank-2019', 'customs-queue-2021'] as const;
/** What the cuts of a scenario are about: what every class that lasts comes to, and what it comes to wherever it is asked from its third stop on. */
const ABOUT: Readonly<Record<(typeof SCENARIOS)[number], { readonly always: readonly string[]; readonly asked: readonly string[] }>> = {
  'vanguard-bank-2019': { always: ['drafting_three', 'words_for_four'], asked: [] },
  'customs-queue-2021': {
    always: ['a_figure'],
    asked: ['first_slow_day', 'yard_full', 'road_blocked', 'clean_drivers', 'box_on_the_form'],
  },
};
const bundles = new Map<string, Bundle>();

beforeAll(() => {
  for (const id of SCENARIOS) bundles.set(id, shipped(id));
}, 120_000);

const bundleOf = (id: string): Bundle => bundles.get(id)!;
const begin = (id: string, seed: string, cut: string, way: Way = 'majority'): Game => {
  const bundle = bundleOf(id);
  const choices = bundle.program.setup.map((setup) => (setup.kind === 'some' ? presetOf(bundle, setup) : [setup.preset]));
  return beginLesson(bundle, { seed: seedFromText(seed), choices }, { cut, way });
};

/** Every corner taps one of the answers that can be chosen; which, `nth` says by corner. */
const tapsOn = (game: Game, nth: readonly number[], dissents: readonly string[] = []): Taps => {
  const legal = menuNow(game).situations[0]!.options.filter((option) => option.legal);
  return {
    answers: Object.fromEntries(
      cornersOf(game.bundle).flatMap((id, i) => (nth[i] === undefined ? [] : [[id, legal[nth[i] % legal.length]!.option]])),
    ),
    dissents,
  };
};

interface Played {
  readonly game: Game;
  readonly stops: readonly number[];
  readonly met: readonly string[];
}

/** A whole lesson: every stop answered by the same corners, the weeks between by one instruction. */
const play = (id: string, seed: string, cutId: string, policy: string, round: number): Played => {
  let game = instructed(begin(id, seed, cutId), policy);
  const cut = cutOf(game.bundle, cutId)!;
  const stops: number[] = [];
  const met: string[] = [];
  for (let last = -1; ;) {
    const ahead = stopAhead(game, cut, last, policy);
    if (ahead === undefined) break;
    game = standing(game, ahead.turn);
    met.push(game.bundle.program.situations[menuNow(game).situations[0]!.situation]!.id);
    game = answerStop(game, ahead.stop, tapsOn(game, [round, round, round + 1, round]))!;
    last = ahead.stop;
    stops.push(last);
  }
  return { game: standing(game), stops, met };
};

/** What the first seat answered from a turn on. */
const situationsFrom = (game: Game, turn: number): readonly string[] =>
  ordersNow(game)
    .slice(turn)
    .flatMap(([order]) => order?.answers ?? [])
    .map(({ situation }) => game.bundle.program.situations[situation]!.id);

describe.each(SCENARIOS)('cuts of %s', (id) => {
  test('are of 50, 90 and twice 90 minutes, and cross every act', () => {
    const { catalogue } = bundleOf(id);
    expect(catalogue.cuts?.map(({ minutes, stops }) => [minutes, Math.max(...stops.map(({ sitting }) => sitting))])).toEqual([
      [50, 1],
      [90, 1],
      [90, 2],
    ]);
    expect(catalogue.cuts?.slice(0, 2).map(({ stops }) => stops.length)).toEqual([4, 8]);
    for (const cut of catalogue.cuts ?? []) {
      const acts = catalogue.chapters.map(({ turn }, i) => [turn, catalogue.chapters[i + 1]?.turn ?? Infinity] as const);
      // A stop that waits for something may come anywhere up to the stop after it.
      const spans = cut.stops.map(({ from, about }, i) => [from, about.length === 0 ? from : (cut.stops[i + 1]?.from ?? from)] as const);
      const without = acts.filter(([from, to]) => !spans.some((span) => span[1] >= from && span[0] < to));
      expect(without, cut.id).toEqual([]);
    }
  });

  test.each(['short', 'long', 'double'])(
    '%s: every class that lasts comes to all its stops, and to what the scenario is about',
    { timeout: 120_000 },
    (cutId) => {
      const cut = cutOf(bundleOf(id), cutId)!;
      const { always, asked } = ABOUT[id];
      let whole = 0;
      const missed: string[] = [];
      for (let seed = 0; seed < 4; seed++)
        for (const policy of ['hedge', 'cautious', 'partner-quad']) {
          const { game, stops, met } = play(id, `class ${String(seed)}`, cutId, policy, seed);
          expect(isOver(game)).toBe(true);
          expect([...stops], 'in their order').toEqual([...stops].sort((a, b) => a - b));
          const early = game.bundle.program.endings[game.states.at(-1)![1]! - 1]?.early === true;
          if (early) continue;
          whole++;
          if (stops.length < cut.stops.length) missed.push(`${String(seed)} ${policy}: ${stops.join(' ')}`);
          for (const each of always) if (!met.includes(each)) missed.push(`${String(seed)} ${policy}: not ${each}`);
          const came = situationsFrom(game, cut.stops[2]!.from).filter((each) => asked.includes(each));
          if (came.length > 0 && !met.some((each) => asked.includes(each)))
            missed.push(`${String(seed)} ${policy}: not ${came.join(', ')}`);
        }
      expect(whole).toBeGreaterThan(2);
      expect(missed).toEqual([]);
    },
  );
});

describe('a class', () => {
  const id = 'vanguard-bank-2019';

  test('decides by most corners, a tie by the chair, which goes round', () => {
    const game = begin(id, 'tie', 'short');
    const open = menuNow(game).situations[0]!;
    const [a, b] = open.options.filter(({ legal }) => legal).map(({ option }) => option);
    const [first, second] = cornersOf(game.bundle);
    const of = (stop: number, nth: readonly (number | undefined)[], way: Way = 'majority') =>
      decidedBy(game.bundle, way, stop, open.situation, tapsOn(game, nth as number[]))?.answers[0]?.option;
    expect([chairAt(game.bundle, 0), chairAt(game.bundle, 1), chairAt(game.bundle, 4)]).toEqual([first, second, first]);
    expect([of(0, [0, 1, 1, 1]), of(0, [0, 0, 1, 1]), of(2, [0, 0, 1, 1])]).toEqual([b, a, b]);
    expect([of(0, [0, 1, 1, 1], 'chair'), of(1, [0, 1, 0, 0], 'chair')]).toEqual([a, b]);
    // Two corners are the fewest; where the chair decides, nobody decides without it.
    expect([of(0, [0]), of(0, [undefined, 1, 1, 1], 'chair'), of(0, [undefined, 1, 1])]).toEqual([undefined, undefined, b]);
  });

  test('leaves ballots, dissents and who ordered in the record, which opens and goes on', async () => {
    const bundle = bundleOf(id);
    let game = instructed(begin(id, 'record', 'long', 'chair'), 'cautious');
    const [party = '', , defence = ''] = cornersOf(bundle);
    const taps = tapsOn(game, [1, 0, 0, 0], [defence]);
    game = answerStop(game, 0, taps)!;
    const cut = cutOf(bundle, 'long')!;
    const ahead = stopAhead(game, cut, 0, 'cautious')!;
    game = standing(game, ahead.turn);
    const told = lessonOf(game)!;
    expect(told).toMatchObject({ cut: 'long', way: 'chair', standing: 'cautious' });
    expect(told.stops).toHaveLength(1);
    expect(told.stops[0]).toMatchObject({ turn: 0, stop: 0, dissents: [defence], chair: party, rang: false });
    expect(told.stops[0]!.ballots.map(({ order }) => order.answers[0]!.option)).toEqual(
      cornersOf(bundle).map((each) => taps.answers[each]),
    );
    const seats = bundle.program.seats.length;
    expect([0, 1].map((turn) => holdersAt(game.record, 0, turn, seats)[0])).toEqual([PERSON, 'cautious']);
    const opened = await openRecord(JSON.parse(JSON.stringify(recordOf(game))), () => Promise.resolve(bundle));
    if (!opened.ok) throw new Error(opened.problem.message);
    expect(opened.value.tail).toBeUndefined();
    expect(opened.value.game.states).toEqual(game.states);
    expect(lessonOf(opened.value.game)).toEqual(told);
    const on = answerStop(opened.value.game, ahead.stop, tapsOn(opened.value.game, [0, 0, 0, 0]))!;
    expect(lessonOf(on)!.stops.map(({ stop }) => stop)).toEqual([0, ahead.stop]);
    const link = linkOf(on);
    if (!link.ok) throw new Error(link.problem.message);
    const shared = await openLink(link.value, () => Promise.resolve(bundle));
    expect(shared.ok && shared.value.states).toEqual(on.states);
  });

  test('gives no order by taps that decide nothing, or that cannot be given', () => {
    const game = begin(id, 'none', 'short');
    expect(answerStop(game, 0, { answers: {}, dissents: [] })).toBeUndefined();
    expect(
      answerStop(game, 0, { answers: Object.fromEntries(cornersOf(game.bundle).map((corner) => [corner, 99])), dissents: [] }),
    ).toBeUndefined();
    expect(() => instructed(game, 'nobody')).toThrow(RangeError);
  });

  test('is rung off at a stop, and the rest is played by its instruction, to an end that can be told', () => {
    const cut = cutOf(bundleOf(id), 'short')!;
    /** The class before its third stop; undefined where its game is over by then. */
    const third = (seed: string): Game | undefined => {
      let game = begin(id, seed, 'short');
      for (let last = -1; last < 2; last++) {
        const ahead = stopAhead(game, cut, last, 'hedge');
        if (ahead === undefined) return undefined;
        game = standing(game, ahead.turn);
        if (ahead.stop < 2) game = answerStop(game, ahead.stop, tapsOn(game, [0, 0, 0, 0]))!;
      }
      return game;
    };
    const game = ['bell', 'bell 1', 'bell 2', 'bell 3'].map(third).find((each) => each !== undefined)!;
    const over = standing(rung(game, 2));
    expect(isOver(over)).toBe(true);
    expect(lessonOf(over)!.stops.map(({ stop, rang }) => [stop, rang])).toEqual([
      [0, false],
      [1, false],
      [2, true],
    ]);
    expect(rung(over, 3)).toBe(over);
  });

  test('comes to the same stop again, wherever it is asked from', () => {
    const game = begin(id, 'again', 'long');
    const cut = cutOf(game.bundle, 'long')!;
    const ahead = stopAhead(game, cut, 2, 'hedge')!;
    const there = standing(game, ahead.turn);
    expect(stopAhead(there, cut, 2, 'hedge')).toEqual(ahead);
  });
});

test('how an answer was come to: most votes, a tie that the chair broke, the word of the chair', () => {
  expect(decidedHow('majority', [0, 0, 1, 2], 0)).toBe('majority');
  expect(decidedHow('majority', [0, 1, 0, 0], 0)).toBe('majority');
  expect(decidedHow('majority', [0, 1, 2], 0)).toBe('tie');
  expect(decidedHow('majority', [1, 0, 0, 1], 1)).toBe('tie');
  expect(decidedHow('chair', [0, 1, 1, 1], 0)).toBe('chair');
  expect(decidedHow('alone', [2], 2)).toBe('chair');
});
