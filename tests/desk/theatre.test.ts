import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASS } from '../../src/engine/order.ts';
import { isOver, rowsByTurn, upTo, viewAt, viewNow, type Chronicle } from '../../src/session/chronicle.ts';
import type { Game } from '../../src/session/game.ts';
import { orderCodeOf } from '../../src/session/same-order.ts';
import { shownOf } from '../../src/session/shown.ts';
import { coursesOf, pairsOf, partingOf, unlikeOf } from '../../src/telling/compare.ts';
import { reactionsOf } from '../../src/telling/consequences.ts';
import { positionsOf, stopFrom } from '../../src/telling/positions.ts';
import { capitalName } from '../../src/telling/teller.ts';
import { supportOf } from '../../src/telling/support.ts';
import { readingTime, wordsNew } from '../../src/desk/screens/theatre/reading-time.ts';
import { speak } from '../../src/text/text.ts';
import { begun, branchAt, chronicleOf, playedOn, stageOf, tellerFor, type Stage } from './replayed.ts';

const LEFT = 8;

let stage: Stage;
let first: Game;
let branch: Game;
let one: Chronicle;
let two: Chronicle;

beforeAll(() => {
  stage = stageOf('vanguard-bank-2019');
  first = playedOn(begun(stage, 'a game to watch'), 'first');
  branch = playedOn(branchAt(first, LEFT), 'last');
  one = chronicleOf(first);
  two = chronicleOf(branch);
}, 60_000);

beforeEach(() => speak('en'));

const teller = (chronicle: Chronicle) => tellerFor(stage, chronicle)(viewNow(chronicle));

const OWN = 'by mood or chance';

describe('positions', () => {
  test('there is one for every turn that was played, and one for what stands then', () => {
    const positions = positionsOf(teller(one), one);
    expect(positions.map(({ turn }) => turn)).toEqual([...one.orders.keys(), one.orders.length]);
    expect(positions.filter(({ last }) => last)).toHaveLength(1);
    expect(positions.at(-1)?.title).not.toBe('');
    const decided = one.orders.flatMap((order, turn) => ((order?.answers.length ?? 0) > 0 ? [turn] : []));
    expect(positions.filter(({ stop }) => stop !== undefined).map(({ turn }) => turn)).toEqual(decided);
    expect(positions.flatMap(({ stop }) => stop ?? [])).toEqual(decided.map((_, i) => i + 1));
  });

  test('a game that goes on ends with what waits', () => {
    const half = chronicleOf(playedOn(begun(stage, 'a game to watch'), 'first', 5));
    const positions = positionsOf(teller(half), half);
    expect(isOver(half)).toBe(false);
    expect(positions).toHaveLength(6);
    expect(positions.at(-1)?.last).toBe(true);
  });

  test('stops are found both ways, and the ends stop the search', () => {
    const positions = positionsOf(teller(one), one);
    const stops = positions.flatMap(({ stop, last }, i) => (stop !== undefined || last ? [i] : []));
    const walked: number[] = [];
    for (let at = -1; at < positions.length - 1;) walked.push((at = stopFrom(positions, at, 1)));
    expect(walked).toEqual(stops);
    expect(stopFrom(positions, positions.length - 1, 1)).toBe(positions.length - 1);
    expect(stopFrom(positions, 0, -1)).toBe(0);
  });

  test('what is shown of a moment is what was known then', () => {
    for (const turn of [0, 4, one.orders.length]) {
      const then = upTo(one, turn);
      expect([then.moments.length, then.orders.length]).toEqual([turn + 1, turn]);
      const live = chronicleOf(playedOn(begun(stage, 'a game to watch'), 'first', turn));
      expect(then.moments.map(({ check }) => check)).toEqual(live.moments.map(({ check }) => check));
      expect(rowsByTurn(then)).toEqual(rowsByTurn(live));
    }
  });
});

test('a game that is shown takes no order and keeps what was hidden', async () => {
  const shown = await shownOf(playedOn(begun(stage, 'a game to watch'), 'first', 3));
  const { table, chronicle } = shown;
  const given = await table.order(chronicle.seat, 0, PASS);
  expect(given.ok).toBe(false);
  expect(table.game().states).toHaveLength(4);
  expect(chronicle.open).toBe(false);
  for (const { slot } of stage.bundle.program.hidden) expect(viewNow(chronicle)[slot]).toBe(0);
});

test('the viewpoints are told with what they had argued for, and whether it was done', () => {
  let heeded = 0;
  let other = 0;
  one.orders.forEach((order, turn) => {
    const after = tellerFor(stage, one)(viewAt(one, turn + 1));
    for (const { viewpoint, value, was, wanted, heeded: done } of supportOf(after, viewAt(one, turn), order ?? PASS)) {
      const slot = stage.bundle.catalogue.viewpoints.find(({ id }) => id === viewpoint)?.support ?? -1;
      expect([value, was]).toEqual([viewAt(one, turn + 1)[slot], viewAt(one, turn)[slot]]);
      if (done) heeded++;
      else if (wanted !== '') other++;
    }
  });
  expect(Math.min(heeded, other)).toBeGreaterThan(0);
});

describe('two games', () => {
  test('are comparable where seed, scenario and rules agree, and else it is said which does not', () => {
    expect(unlikeOf(one, two)).toBeUndefined();
    expect(unlikeOf(one, one)).toBe('same');
    expect(unlikeOf(one, chronicleOf(playedOn(begun(stage, 'another seed'), 'first', 4)))).toBe('seed');
    const other = { ...one, bundle: { ...one.bundle, rulesHash: '0'.repeat(64) } };
    expect(unlikeOf(one, other)).toBe('rules');
    const elsewhere = { ...one, bundle: { ...one.bundle, program: { ...one.bundle.program, id: 'elsewhere' } } };
    expect(unlikeOf(one, elsewhere)).toBe('scenario');
    const shorter = chronicleOf(playedOn(begun(stage, 'a game to watch'), 'first', 4));
    expect(unlikeOf(one, shorter)).toBeUndefined();
  });

  test('part where the first order differs, and up to then all is the same', () => {
    const { turn, setup, given } = partingOf(teller(one), one, two);
    expect(setup).toEqual([]);
    const expected = one.orders.findIndex((order, i) => orderCodeOf(order) !== orderCodeOf(two.orders[i]));
    expect(expected).toBeGreaterThanOrEqual(LEFT);
    expect(turn).toBe(expected);
    expect(given[0]).not.toEqual(given[1]);
    expect(one.moments.slice(0, expected + 1).map(({ check }) => check)).toEqual(
      two.moments.slice(0, expected + 1).map(({ check }) => check),
    );
  });

  test('what each power answered is what answered that very order', () => {
    const { turn = 0, answered } = partingOf(teller(one), one, two);
    for (const [side, chronicle] of [one, two].entries()) {
      const then = tellerFor(stage, chronicle)(viewAt(chronicle, turn + 1));
      const atOnce = reactionsOf(then, rowsByTurn(chronicle)[turn + 1] ?? []).filter((each) => each.answers !== '' && each.atOnce);
      for (const { power, did } of atOnce) {
        const told = answered.find((each) => each.power === power)?.did[side === 0 ? 0 : 1] ?? [];
        expect(told, power).toContain(did);
      }
    }
  });

  test('each answer says which stance it answers, and towards whom where that was not itself', () => {
    const stances = new Set(['hedged', 'partnered', 'aligned', 'resisted', 'deferred', 'put off']);
    const { powers, groups, chart } = stage.bundle.catalogue;
    let [others, own] = [0, 0];
    for (const chronicle of [one, two])
      for (let turn = 0; turn + 1 < chronicle.moments.length; turn++) {
        const then = tellerFor(stage, chronicle)(viewAt(chronicle, turn + 1));
        for (const { answers, because, concerned } of reactionsOf(then, rowsByTurn(chronicle)[turn + 1] ?? [])) {
          if (answers === '') expect(because).toBe('');
          if (because === '') continue;
          if (because === OWN) {
            own++;
            continue;
          }
          expect(
            [...stances].filter((word) => because.includes(word)),
            because,
          ).toHaveLength(1);
          const named = [...powers, ...groups].filter(({ id }) => id !== chart.home && because.includes(capitalName(then, id)));
          if (concerned) expect(named, because).toEqual([]);
          else expect(named.length, because).toBeGreaterThan(0);
          others += concerned ? 0 : 1;
        }
      }
    expect(others).toBeGreaterThan(5);
    // Mood and chance outweigh what was heard now and then, not as a rule.
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(others);
  });

  test('one that goes no further parts where it stops; without a difference nothing parts', () => {
    const shorter = chronicleOf(playedOn(begun(stage, 'a game to watch'), 'first', 4));
    expect(partingOf(teller(one), one, shorter).turn).toBe(4);
    expect(partingOf(teller(one), one, one).turn).toBeUndefined();
  });

  test('a set-up that differs is told by its names', () => {
    const { setup } = begun(stage, 'a game to watch').record;
    const nth = stage.bundle.program.setup.findIndex(({ kind }) => kind === 'one');
    const spec = stage.bundle.program.setup[nth];
    const choices = setup.map((each, i) => (i === nth ? [((spec?.preset ?? 0) + 1) % (spec?.options.length ?? 1)] : each));
    const lens = chronicleOf(playedOn(begun(stage, 'a game to watch', choices), 'first', 6));
    const { setup: told } = partingOf(teller(one), one, lens);
    expect(told).toHaveLength(1);
    expect(told[0]?.name).not.toBe('');
    expect(told[0]?.chosen[0]).not.toBe(told[0]?.chosen[1]);
    expect(told[0]?.chosen.every((name) => name !== '')).toBe(true);
  });

  test('readings start together, and are furthest apart where they are', () => {
    for (const { values, apart } of coursesOf(teller(one), one, two)) {
      expect(values[0].slice(0, LEFT + 1)).toEqual(values[1].slice(0, LEFT + 1));
      const gaps = values[0].slice(0, values[1].length).map((value, i) => (values[1][i] ?? 0) - value);
      const most = Math.max(...gaps.map(Math.abs));
      expect(Math.abs(apart?.by ?? 0)).toBe(most);
      if (apart !== undefined) expect(gaps[apart.turn]).toBe(apart.by);
    }
  });

  test('every order of both has its row', () => {
    const pairs = pairsOf(teller(one), one, two);
    const { turn = 0 } = partingOf(teller(one), one, two);
    expect(pairs.filter((pair) => pair.turn < turn).every(({ same }) => same)).toBe(true);
    expect(pairs.find((pair) => pair.turn === turn)?.same).toBe(false);
    const decided = new Set(
      [one, two].flatMap(({ orders }) => orders.flatMap((order, i) => ((order?.answers.length ?? 0) > 0 ? [i] : []))),
    );
    expect([...decided].every((i) => pairs.some((pair) => pair.turn === i))).toBe(true);
  });
});

test('the slow pace: words that were on screen before are not read again, and a minute holds two hundred', () => {
  expect(wordsNew('', 'One two three\n\n— 4 five')).toBe(5);
  expect(wordsNew('One two three\nfour', 'four\n  One two three  \nfive six')).toBe(2);
  expect(wordsNew('Một hai', 'Một hai ba')).toBe(3);
  expect(readingTime(200, 'en')).toBe(60_000);
  expect(readingTime(130, 'vi')).toBe(30_000);
});
