import { beforeAll, describe, expect, test } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { ENDING } from '../../src/engine/program.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import { viewNow, type Chronicle } from '../../src/session/chronicle.ts';
import { gamesOtherwise, type OtherGame } from '../../src/session/courses.ts';
import { isOver, menuNow, newGame, playTurn, seatAt, stateNow, type Game } from '../../src/session/game.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { calibrationOf } from '../../src/telling/calibration.ts';
import { chargeMovedBy } from '../../src/telling/charge-moved.ts';
import { conductOf } from '../../src/telling/conduct.ts';
import { courseOf } from '../../src/telling/course.ts';
import { movedByOrders } from '../../src/telling/moved-by.ts';
import { mechanismOf, movedApart } from '../../src/telling/mechanism.ts';
import { lensModels, pivotalOf } from '../../src/telling/pivotal.ts';
import { stopsOf } from '../../src/telling/review.ts';
import { tellerOf, type Teller } from '../../src/telling/teller.ts';
import { pathsOf } from '../../src/telling/triangle.ts';
import { questionsOf, voicesOf } from '../../src/telling/voices.ts';
import { speak } from '../../src/text/text.ts';
import { chronicleOf } from '../chronicle.ts';

const { bundle, prose } = compileScenario(loadScenario('scenarios/customs-queue-2021', 'scenarios').files);
if (bundle === undefined) throw new Error('no rules');

const played = (policy: string, seed: string): Game => {
  let game = newGame(bundle, { seed: seedFromText(seed), choices: [] });
  const play = policiesOf(bundle).get(policy)!;
  while (!isOver(game)) game = playTurn(game, orderOf(game.rules, play, game.key, stateNow(game), seatAt(game)));
  return game;
};

const game = played('align-us', 'a review');
const open: Chronicle = chronicleOf(game, 'open');
const tellerAt = (view: Teller['view']): Teller => tellerOf(bundle, game.rules, view, prose.en ?? {}, 'en');
const teller = tellerAt(viewNow(open));

beforeAll(() => speak('en'));

describe('where it turned', () => {
  const others: OtherGame[] = [];
  beforeAll(async () => {
    for await (const other of gamesOtherwise(game)) others.push(other);
  }, 120_000);

  test('three stops, in their order, each with the answer that differs most', () => {
    const pivotal = pivotalOf(teller, open, others, tellerAt);
    expect(pivotal).toHaveLength(3);
    expect(pivotal.map(({ turn }) => turn)).toEqual(pivotal.map(({ turn }) => turn).sort((a, b) => a - b));
    const least = Math.min(...pivotal.map(({ size }) => size));
    for (const { turn, situation, other, readings, chosen } of pivotal) {
      expect(other.title).not.toBe(chosen.chosen);
      const found = others.find(({ answer, chronicle }) => {
        if (answer?.turn !== turn) return false;
        const spec = bundle.program.situations[answer.situation]!;
        const id = spec.options[answer.option]!.id;
        if (teller.say(`situation.${spec.id}.option.${id}.title`) !== other.title) return false;
        expect(teller.say(`situation.${spec.id}.title`)).toBe(situation);
        const end = viewNow(chronicle);
        for (const { name, by } of readings) {
          const reading = bundle.program.readings.find((each) => teller.say(`reading.${each.id}.name`) === name)!;
          expect(by).toBe(end[reading.slot]! - viewNow(open)[reading.slot]!);
        }
        return true;
      });
      expect(found).toBeDefined();
    }
    // What is left out makes less of a difference.
    const told = new Set(pivotal.map(({ turn, situation }) => `${String(turn)}/${situation}`));
    const rest = others.filter(({ answer }) => {
      const spec = answer && bundle.program.situations[answer.situation];
      return answer !== undefined && !told.has(`${String(answer.turn)}/${teller.say(`situation.${spec!.id}.title`)}`);
    });
    for (const { chronicle } of rest) {
      const sum = bundle.program.readings.reduce((all, { slot }) => all + Math.abs(viewNow(chronicle)[slot]! - viewNow(open)[slot]!), 0);
      expect(sum).toBeLessThanOrEqual(least);
    }
  });

  test('what moved a reading otherwise, thing by thing, sums to what it differs by at the end', () => {
    for (const { answer, chronicle } of others) {
      if (answer === undefined) continue;
      for (const { slot } of bundle.program.readings) {
        const moved = movedApart(teller, open, chronicle, slot, answer.turn);
        expect(moved.reduce((sum, { by }) => sum + by, 0)).toBe(viewNow(chronicle)[slot]! - viewNow(open)[slot]!);
        for (const { thing, side } of moved)
          if (thing.kind === 'answer' && side !== 'both') {
            const gave = ({ orders }: Chronicle): boolean =>
              orders.some((order) => order?.answers.some((each) => each.situation === thing.situation && each.option === thing.option));
            expect([gave(open), gave(chronicle)]).toEqual([side === 'own', side === 'other']);
          }
      }
    }
  });

  test('why it went otherwise is said of things that stand in one of the games alone, with the figure of theirs', () => {
    const told = others.flatMap(({ answer, chronicle }) =>
      answer === undefined ? [] : bundle.program.readings.map(({ slot }) => ({ answer, chronicle, slot })),
    );
    const kinds = new Set<string>();
    for (const { answer, chronicle, slot } of told) {
      const words = mechanismOf(teller, open, chronicle, answer, slot);
      if (viewNow(open)[ENDING] !== viewNow(chronicle)[ENDING] || words === '') continue;
      const name = teller.say(`reading.${bundle.program.readings.find((each) => each.slot === slot)!.id}.name`);
      const [, sign, amount] = new RegExp(`${name} ([+\u2212])(\\d+)`, 'u').exec(words) ?? [];
      const by = Number(amount) * (sign === '+' ? 1 : -1);
      const moved = movedApart(teller, open, chronicle, slot, answer.turn);
      const all = viewNow(chronicle)[slot]! - viewNow(open)[slot]!;
      expect(
        moved.some((each) => each.by === by),
        words,
      ).toBe(true);
      expect(by * all, words).toBeGreaterThan(0);
      const door = /^“(.+)”, (which never came in your game|which you answered in)/u.exec(words);
      if (door !== null) {
        const spec = bundle.program.situations.find(({ id }) => teller.say(`situation.${id}.title`) === door[1])!;
        const seen = [open, chronicle].map((game) => viewNow(game)[spec.seen]! > 0);
        expect(seen, words).toEqual(door[2]!.includes('never') ? [false, true] : [true, false]);
      }
      kinds.add(door === null ? words.split(' ').slice(0, 2).join(' ') : 'door');
    }
    expect(kinds.size).toBeGreaterThan(2);
    expect(kinds).toContain('door');
  });

  test('every stop where it turned says how', () => {
    for (const { mechanism, readings } of pivotalOf(teller, open, others, tellerAt)) {
      expect(mechanism).toMatch(/\.$/u);
      expect(readings.length).toBeGreaterThan(0);
    }
  });

  test('an ending is told as another one only where it is', () => {
    for (const lens of lensModels(teller, open, others, tellerAt)) {
      const other = others.find((each) => each.lens === lens.lens)!;
      const same = viewNow(other.chronicle)[ENDING] === viewNow(open)[ENDING];
      expect(lens.ending === 'Ends the same way.').toBe(same);
    }
  });
});

test('acts that moved a reading sum to no more than what orders moved, and name orders that were given', () => {
  for (const { slot } of bundle.program.readings)
    for (const { title, by } of movedByOrders(teller, open, slot)) {
      expect(title).not.toBe('');
      expect(by).not.toBe(0);
    }
  expect(bundle.program.charges.flatMap(({ id }) => chargeMovedBy(teller, open, id)).length).toBeGreaterThan(0);
});

test('a headline of this conduct, not of another', () => {
  const heads = ['align-us', 'align-china', 'hedge', 'reckless'].map((policy) => {
    const now = chronicleOf(played(policy, 'two'), 'open');
    const conduct = conductOf(tellerAt(viewNow(now)), now);
    expect(conduct?.did.length).toBeGreaterThan(1);
    expect(conduct?.came.length).toBeGreaterThan(1);
    return conduct?.headline;
  });
  expect(new Set(heads).size).toBe(heads.length);
});

test('readings over time: one value a moment, marks where something was answered', () => {
  const { moments, readings, marks } = courseOf(teller, open);
  for (const { values, told } of readings) {
    expect(values).toHaveLength(moments);
    expect(told).toContain(String(values.at(-1)));
  }
  expect(marks.map(({ turn }) => turn)).toEqual(open.orders.flatMap((order, turn) => (order?.answers ?? []).map(() => turn)));
});

test('posture begins at the hedge and moves to where answers lean', () => {
  let leaning = newGame(bundle, { seed: seedFromText('a review'), choices: [] });
  while (!isOver(leaning)) {
    const answers = menuNow(leaning).situations.flatMap(({ situation, options }) => {
      const legal = options.filter((each) => each.legal);
      const aligned = legal.find(({ option }) => bundle.program.situations[situation]!.options[option]!.stance === 'align');
      const option = (aligned ?? legal[0])?.option;
      return option === undefined ? [] : [{ situation, option }];
    });
    leaning = playTurn(leaning, { answers, acts: [] });
  }
  const { own } = pathsOf(chronicleOf(leaning));
  expect(own[0]!.hedge).toBeGreaterThan(0.7);
  expect(Math.max(...own.map(({ align }) => align))).toBeGreaterThan(0.3);
  for (const { hedge, partner, align } of [...own, ...pathsOf(chronicleOf(played('hedge', 'x'))).own]) {
    expect(hedge + partner + align).toBeCloseTo(1);
    expect(Math.min(hedge, partner, align)).toBeGreaterThanOrEqual(0);
  }
});

test('forecasts are scored by Brier, beside the odds of the game', () => {
  const each = { turn: 0, about: '', date: '', question: '' };
  expect(calibrationOf([{ ...each, said: 50, odds: 1 }])).toBeUndefined();
  const score = calibrationOf([
    { ...each, said: 90, odds: 500_000, came: true },
    { ...each, said: 90, odds: 500_000, came: false },
    { ...each, said: 10, odds: 200_000, came: false },
    { ...each, said: 50, odds: 900_000 },
  ]);
  expect(score).toMatchObject({ count: 3, own: 277, game: 180 });
  expect(score?.levels).toEqual([
    { said: 10, came: 0, count: 1 },
    { said: 90, came: 50, count: 2 },
  ]);
});

test('each author has something to say of every game, from their own article, and there is something to talk about', () => {
  for (const policy of ['align-us', 'align-china', 'hedge', 'random']) {
    const now = chronicleOf(played(policy, 'voices'), 'open');
    const authors = voicesOf(tellerAt(viewNow(now)));
    expect(authors.map(({ article }) => article)).toEqual(bundle.catalogue.articles.map(({ id }) => id));
    for (const { article, voices } of authors)
      for (const { claims } of voices)
        for (const { id } of claims) expect(bundle.catalogue.claims.find((claim) => claim.id === id)?.article).toBe(article);
  }
  expect(questionsOf(teller).length).toBeGreaterThan(2);
});

test('initiatives stand with the stop at which they were ordered, each once', () => {
  const told = stopsOf(teller, open).flatMap(({ turn, acts }) => acts.map((act) => `${String(turn)} ${act}`));
  const ordered = open.orders.flatMap((order, turn) =>
    (order?.acts ?? []).map((act) => `${String(turn)} ${teller.say(`act.${bundle.program.acts[act]!.id}.title`)}`),
  );
  expect(ordered.length).toBeGreaterThan(0);
  expect(told).toEqual(ordered);
});
