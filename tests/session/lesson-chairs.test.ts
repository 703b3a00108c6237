import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { holdersAt, PERSON } from '../../src/engine/record.ts';
import { oddsOf } from '../../src/engine/seat-policy.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { isOver, menuNow, recordOf, viewNow, type Game } from '../../src/session/game.ts';
import { linkOf, openLink, openRecord } from '../../src/session/link.ts';
import { aimsFor, drawnAims, idOfAim, isMet, type Aim } from '../../src/session/lesson/aims.ts';
import {
  aimIn,
  beginChairs,
  capitalsOf,
  changesIn,
  handed,
  readinessOf,
  sealed,
  sealedNow,
  seatingOf,
  uncovered,
  type Aims,
  type Holder,
} from '../../src/session/lesson/chairs.ts';
import { chairAt, cornersOf, lessonOf, standing, type Way } from '../../src/session/lesson/lesson.ts';
import { presetOf } from '../../src/session/preset.ts';
import { seedFromText } from '../../src/session/seed.ts';

const SCENARIO = 'vanguard-bank-2019';
let bundle: Bundle;

beforeAll(() => {
  const compiled = compileScenario(loadScenario(`scenarios/${SCENARIO}`, 'scenarios').files);
  if (compiled.bundle === undefined) throw new Error(`${SCENARIO} does not compile`);
  ({ bundle } = compiled);
}, 60_000);

interface Asked {
  readonly people?: number;
  readonly capitals?: readonly string[];
  readonly way?: Way;
  readonly aims?: Aims;
}

const begin = (seed: string, { people = 4, capitals = [], way = 'majority', aims = 'drawn' }: Asked = {}): Game => {
  const choices = bundle.program.setup.map((setup) => (setup.kind === 'some' ? presetOf(bundle, setup) : [setup.preset]));
  return beginChairs(bundle, { seed: seedFromText(seed), choices }, { cut: 'long', way, company: { people, capitals } }, aims);
};

const idOf = (chair: number): string => seatingOf(begin('ids'))!.posts[chair]!.id;
const legalNow = (game: Game): readonly number[] =>
  menuNow(game, 0)
    .situations[0]!.options.filter(({ legal }) => legal)
    .map(({ option }) => option);
const ballot = (game: Game, nth: number) => ({
  answers: [{ situation: menuNow(game, 0).situations[0]!.situation, option: legalNow(game)[nth]! }],
  acts: [],
});
/** Seals a ballot of each chair; a chair without a number seals none. */
const allSealed = (game: Game, nth: readonly (number | undefined)[]): Game =>
  nth.reduce<Game>((now, vote, chair) => (vote === undefined ? now : sealed(now, idOf(chair), ballot(now, vote))!), game);
const decided = (game: Game): number | undefined => game.record.lines[0]!.orders.at(-1)![0]!.answers[0]?.option;
const holdersOf = (game: Game): readonly Holder[] => seatingOf(game)!.posts.map(seatingOf(game)!.holderOf);

describe('chairs on one device', () => {
  test('are taken by number in their order; who is left over watches, and what is left over follows a rule', () => {
    expect(holdersOf(begin('seats'))).toEqual([1, 2, 3, 4]);
    expect(holdersOf(begin('seats', { people: 2 }))).toEqual([1, 2, 'office', 'office']);
    expect(holdersOf(begin('seats', { people: 6, capitals: ['china'] }))).toEqual([1, 2, 3, 4, 5]);
    expect(holdersOf(begin('seats', { people: 4, capitals: ['china', 'nowhere'] }))).toEqual([1, 2, 3, 4, 'own']);
    expect(capitalsOf(bundle.program)).toEqual(bundle.program.seats.slice(1).map(({ id }) => id));
    expect(capitalsOf({ ...bundle.program, acts: [], situations: [] }), 'nothing that a person could order').toEqual([]);
  });

  test('are not laid open before everybody has sealed, and then make the order', () => {
    let game = begin('open');
    for (const [chair, vote] of [1, 0, 1, 1].entries()) {
      expect([readinessOf(game, 0), uncovered(game, 0)]).toEqual(['waits', undefined]);
      game = sealed(game, idOf(chair), ballot(game, vote))!;
    }
    expect(readinessOf(game, 0)).toBe('ready');
    expect(lessonOf(game)!.stops).toEqual([]);
    const votes = [1, 0, 1, 1].map((nth) => legalNow(game)[nth]);
    const on = uncovered(game, 0)!;
    expect(decided(on)).toBe(votes[0]);
    expect(lessonOf(on)!.stops[0]!.ballots.map(({ order }) => order.answers[0]!.option)).toEqual(votes);
    expect(sealedNow(on)).toEqual([]);
  });

  test('need two people; fewer decide nothing, however empty chairs would vote', () => {
    const game = handed(allSealed(begin('quorum', { people: 2 }), [0, 0]), idOf(1), 'office');
    expect([readinessOf(game, 0), uncovered(game, 0)]).toEqual(['few', undefined]);
    expect(uncovered(handed(game, idOf(1), 2), 0), 'the ballot was given back with the chair').toBeUndefined();
    expect(uncovered(allSealed(handed(game, idOf(1), 2), [undefined, 0]), 0)).toBeDefined();
  });

  test('break a tie by the chair that leads, which goes round; or decide by its word', () => {
    const by = (stop: number, way: Way) => decided(uncovered(allSealed(begin('tie', { way }), [0, 0, 1, 1]), stop)!);
    const [a, b] = legalNow(begin('tie'));
    expect([by(0, 'majority'), by(1, 'majority'), by(2, 'majority'), by(3, 'majority')]).toEqual([a, a, b, b]);
    expect([by(0, 'chair'), by(3, 'chair')]).toEqual([a, b]);
    expect(chairAt(bundle, 4)).toBe(cornersOf(bundle)[0]);
    // Where the one that decides is empty and silent, nobody decides.
    const silent = handed(allSealed(begin('tie', { way: 'chair' }), [undefined, 0, 0, 1]), idOf(0), 'silent');
    expect([readinessOf(silent, 0), uncovered(silent, 0)]).toEqual(['undecided', undefined]);
    expect(readinessOf(handed(silent, idOf(0), 'office'), 0)).toBe('ready');
  });

  test('that are empty vote as their office argues, or not at all', () => {
    const game = allSealed(begin('empty', { people: 2 }), [0, 0]);
    const [open] = menuNow(game, 0).situations;
    const { views } = bundle.catalogue.situations[open!.situation]!;
    const options = bundle.program.situations[open!.situation]!.options.map(({ id }) => id);
    const corners = cornersOf(bundle);
    const argued = [2, 3].map((chair) => options.indexOf(views.find(({ viewpoint }) => viewpoint === corners[chair])?.option ?? ''));
    const ballots = (now: Game) =>
      lessonOf(uncovered(now, 0)!)!.stops[0]!.ballots.map((each) => [each.chair, each.order.answers[0]!.option]);
    expect(argued.some((option) => option >= 0)).toBe(true);
    expect(ballots(game).slice(2)).toEqual([2, 3].flatMap((chair, i) => (argued[i]! < 0 ? [] : [[corners[chair], argued[i]]])));
    expect(ballots(handed(handed(game, idOf(2), 'silent'), idOf(3), 'silent'))).toHaveLength(2);
  });

  test('change hands at any stop: taken over, handed back, swapped; what another sealed counts no more', () => {
    let game = allSealed(begin('hands', { people: 5 }), [0, 0, 0, 0]);
    game = handed(game, idOf(3), 5);
    expect([holdersOf(game), sealedNow(game)]).toEqual([[1, 2, 3, 5], [0, 1, 2].map(idOf)]);
    game = uncovered(allSealed(game, [undefined, undefined, undefined, 1]), 0)!;
    // Back again, and the first two change places.
    game = handed(handed(game, idOf(3), 4), idOf(0), 2);
    expect(holdersOf(game)).toEqual([2, 1, 3, 4]);
    game = handed(game, idOf(1), 'silent');
    expect(holdersOf(game)).toEqual([2, 'silent', 3, 4]);
    expect(handed(game, idOf(1), 9)).toBe(game);
    expect(handed(game, 'nobody', 1)).toBe(game);
    expect(handed(game, idOf(1), 'own'), 'a chair has no policy of its own').toBe(game);
    const { posts, company } = seatingOf(game)!;
    expect(
      changesIn(posts, company, game.record.notes)
        .filter(({ post }) => post === idOf(3))
        .map(({ turn, by }) => [turn, by]),
    ).toEqual([
      [0, 4],
      [0, 5],
      [1, 4],
    ]);
  });

  test('give no ballot that may not be given', () => {
    const game = begin('illegal', { people: 2, capitals: ['china'] });
    const vote = ballot(game, 0);
    expect(sealed(game, idOf(0), { answers: [], acts: [] })).toBeUndefined();
    expect(sealed(game, idOf(0), { ...vote, answers: [{ ...vote.answers[0]!, option: 99 }] })).toBeUndefined();
    expect(sealed(game, idOf(0), { ...vote, acts: [menuNow(game, 0).acts[0]!.act] })).toBeUndefined();
    expect(sealed(game, idOf(3), vote), 'an empty chair').toBeUndefined();
    expect(sealed(game, 'china', vote), 'a capital that nobody holds').toBeUndefined();
  });

  test('hold a capital with a sealed move, told as its own policy’s would be, and hand it back after the stop', async () => {
    let game = begin('capital', { people: 5, capitals: ['china'] });
    const seat = bundle.program.seats.findIndex(({ id }) => id === 'china');
    const { act } = oddsOf(game.rules, viewNow(game, seat), seat, seat).find((each) => each.act >= 0 && each.ppm > 0)!;
    game = allSealed(game, [0, 0, 0, 0]);
    expect(readinessOf(game, 0), 'the capital has still to seal').toBe('waits');
    game = sealed(game, 'china', { answers: [], acts: [act] })!;
    const on = standing(uncovered(game, 0)!, 3);
    const seats = bundle.program.seats.length;
    expect([0, 1].map((turn) => holdersAt(on.record, 0, turn, seats)[seat])).toEqual([PERSON, undefined]);
    expect(on.record.lines[0]!.orders.map((orders) => orders[seat])).toEqual([{ answers: [], acts: [act] }, undefined, undefined]);
    const link = linkOf(on);
    const shared = link.ok ? await openLink(link.value, () => Promise.resolve(bundle)) : link;
    expect(shared.ok && shared.value.states).toEqual(on.states);
  });

  test('stand in the record as they were, ballots sealed and not yet opened among them', async () => {
    let game = begin('record', { people: 5, capitals: ['china'], aims: { [cornersOf(bundle)[0]!]: 'alone' } });
    game = handed(game, 'china', 'own');
    game = standing(uncovered(allSealed(game, [0, 1, 1, 0]), 0)!, 4);
    while (menuNow(game, 0).situations.length === 0) game = standing(game, game.states.length);
    game = allSealed(handed(game, idOf(2), 5), [0, undefined, 1]);
    const opened = await openRecord(JSON.parse(JSON.stringify(recordOf(game))), () => Promise.resolve(bundle));
    if (!opened.ok) throw new Error(opened.problem.message);
    const again = opened.value.game;
    expect(opened.value.tail).toBeUndefined();
    expect([again.states, again.record.notes]).toEqual([game.states, game.record.notes]);
    expect([sealedNow(again), holdersOf(again), readinessOf(again, 1)]).toEqual([[idOf(0), idOf(2)], [1, 2, 5, 4, 'own'], 'waits']);
    expect(lessonOf(again)).toEqual(lessonOf(game));
    expect(aimIn(bundle, seatingOf(again)!.posts[0]!, again.record.notes)).toEqual({ kind: 'alone' });
    expect(uncovered(allSealed(again, [undefined, 0, undefined, 0]), 1)).toBeDefined();
  });

  test('of a record that names too many people, or a capital twice, can still be listed', () => {
    const game = begin('many', { people: 1e15, capitals: ['china', 'china', 'us'] });
    expect(seatingOf(game)!.company.people).toBeLessThan(100);
    expect(seatingOf(game)!.posts.map(({ id }) => id)).toEqual([0, 1, 2, 3].map(idOf).concat('china', 'us'));
  });

  test('take notes of other shapes for nothing', () => {
    const game = begin('odd');
    const post = idOf(0);
    fc.assert(
      fc.property(fc.constantFrom('holder', 'aim', 'sealed', 'lesson'), fc.jsonValue(), (kind, data) => {
        const odd = { ...game, record: { ...game.record, notes: [...game.record.notes, { line: 0, turn: 0, eye: post, kind, data }] } };
        const seating = seatingOf(odd);
        expect(seating?.posts).toHaveLength(4);
        expect([1, 'office', 'silent']).toContain(seating?.holderOf(seating.posts[0]!));
        expect(aimIn(bundle, seating!.posts[0]!, odd.record.notes)).toBeDefined();
        expect(() => readinessOf(odd, 0)).not.toThrow();
      }),
    );
  });
});

describe('private aims', () => {
  test('are drawn by the luck of the game, no two alike, and every one of them somewhere', () => {
    const corners = cornersOf(bundle);
    const met = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const game = begin(`aims ${String(i)}`);
      const aims = [...drawnAims(bundle, game.key, corners).values()].map(idOfAim);
      expect(new Set(aims).size).toBe(corners.length);
      for (const aim of aims) met.add(aim);
      expect(seatingOf(game)!.posts.map((post) => idOfAim(aimIn(bundle, post, game.record.notes)!))).toEqual(aims);
    }
    expect(met.size).toBe(aimsFor(bundle).length);
    expect(begin('none', { aims: 'none' }).record.notes.filter(({ kind }) => kind === 'aim')).toEqual([]);
  });

  test('are told as met or not by what became of the lesson', () => {
    let game = begin('met', { aims: 'none' });
    const votes = [
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ] as const;
    for (const [stop, each] of votes.entries()) {
      game = uncovered(allSealed(game, each), stop)!;
      while (!isOver(game) && (menuNow(game, 0).situations[0]?.options.filter(({ legal }) => legal).length ?? 0) < 2)
        game = standing(game, game.states.length);
    }
    const [a = '', , c = '', d = ''] = cornersOf(bundle);
    const { stops } = lessonOf(game)!;
    const came = {
      bundle,
      stops,
      decided: (turn: number) => game.record.lines[0]!.orders[turn]?.[0]?.answers[0],
      first: viewNow({ ...game, states: game.states.slice(0, 1) }),
      last: viewNow(game),
    };
    const of = (chair: string, aim: Aim): boolean => isMet(came, chair, aim);
    expect([of(a, { kind: 'lead' }), of(c, { kind: 'lead' })]).toEqual([true, false]);
    expect([of(a, { kind: 'company' }), of(c, { kind: 'company' })]).toEqual([true, false]);
    expect([of(a, { kind: 'alone' }), of(c, { kind: 'alone' }), of(d, { kind: 'alone' })]).toEqual([false, true, false]);
    const [reading] = bundle.program.readings;
    const slot = reading!.slot;
    expect(of(a, { kind: 'hold', reading: reading!.id })).toBe(came.last[slot]! >= came.first[slot]!);
    expect(isMet({ ...came, stops: [] }, a, { kind: 'company' })).toBe(false);
  });
});
