import { beforeAll, expect, test } from 'vitest';
import { shipped } from '../playthrough/shipped.ts';
import { chronicleOf } from '../chronicle.ts';
import type { Prose } from '../../src/bundle/bundle.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { menu } from '../../src/engine/menu.ts';
import { viewAt } from '../../src/session/chronicle.ts';
import { answerStop, beginLesson, cornersOf, cutOf, lessonOf, rung, standing, stopAhead } from '../../src/session/lesson/lesson.ts';
import { menuNow, type Game } from '../../src/session/game.ts';
import { presetOf } from '../../src/session/preset.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { branchesOf, widest, type BranchModel } from '../../src/telling/branches.ts';
import { hiddenNames } from '../../src/telling/review.ts';
import { tellerOf } from '../../src/telling/teller.ts';

const ID = 'vanguard-bank-2019';
const bundle = shipped(ID);
let prose: Prose;

beforeAll(() => {
  prose = compileScenario(loadScenario(`scenarios/${ID}`, 'scenarios').files).prose.en ?? {};
}, 60_000);

/** A class whose corners part at every stop but leave the last to the bell. */
const played = (seed: string, round: number): Game => {
  const choices = bundle.program.setup.map((setup) => (setup.kind === 'some' ? presetOf(bundle, setup) : [setup.preset]));
  let game = beginLesson(bundle, { seed: seedFromText(seed), choices }, { cut: 'short', way: 'majority' });
  const cut = cutOf(bundle, 'short')!;
  for (let last = -1; ;) {
    const ahead = stopAhead(game, cut, last, 'hedge');
    if (ahead === undefined) return standing(game);
    game = standing(game, ahead.turn);
    if (ahead.stop === cut.stops.length - 1) return standing(rung(game, ahead.stop));
    const legal = menuNow(game).situations[0]!.options.filter((option) => option.legal);
    const answers = cornersOf(bundle).map((id, i) => [id, legal[(i === 3 ? round + 1 : round) % legal.length]!.option] as const);
    game = answerStop(game, ahead.stop, { answers: Object.fromEntries(answers), dissents: [cornersOf(bundle)[0]!] })!;
    last = ahead.stop;
  }
};

test('a branch is what a class could have answered and did not; what one would have led to never came up', () => {
  const { program } = bundle;
  let [open, led, rang] = [0, 0, 0];
  for (let nth = 0; nth < 6; nth++) {
    const game = played(`branches ${String(nth)}`, nth);
    const chronicle = chronicleOf(game, 'open');
    const tellerAt = (view: Parameters<typeof tellerOf>[2]) => tellerOf(bundle, game.rules, view, prose, 'en');
    const end = tellerAt(viewAt(chronicle, chronicle.moments.length - 1));
    const stops = lessonOf(game)!.stops;
    const branches = branchesOf(end, chronicle, stops, tellerAt);
    expect(branches.map(({ turn }) => turn)).toEqual(stops.map(({ turn }) => turn));
    for (const branch of branches) {
      const answer = chronicle.orders[branch.turn]!.answers[0]!;
      const { id, options } = program.situations[answer.situation]!;
      const title = (option: number): string => end.say(`situation.${id}.option.${options[option]!.id}.title`);
      const then = menu(game.rules, viewAt(chronicle, branch.turn), 0).situations.find(({ situation }) => situation === answer.situation)!;
      const could = then.options.filter(({ option, legal }) => legal && option !== answer.option).map(({ option }) => title(option));
      expect(branch.chosen).toBe(title(answer.option));
      expect(branch.open).toEqual(could);
      open += could.length;
      if (branch.rang) rang++;
      else expect(branch.apart).toBeGreaterThan(0);
      if (branch.led === undefined) continue;
      led++;
      expect(could).toContain(branch.led.opener);
      const shut = program.situations.find((each) => end.say(`situation.${each.id}.title`) === branch.led!.situation)!;
      expect(end.read(shut.seen)).toBe(0);
    }
  }
  expect(open).toBeGreaterThan(20);
  expect(led).toBeGreaterThan(0);
  expect(rang).toBeGreaterThan(0);
}, 60_000);

test('the widest are those over which the class was divided, in the order in which they came', () => {
  const at = (turn: number, apart: number, rest: Partial<BranchModel> = {}): BranchModel => ({
    ...{ turn, apart, situation: 's', chosen: 'a', rang: false, open: ['b'] },
    ...rest,
  });
  const all = [at(0, 0), at(1, 2), at(2, 0, { actual: 'b' }), at(3, 3), at(4, 4, { open: [] }), at(5, 0, { actual: 'a' })];
  expect(widest(all, 2).map(({ turn }) => turn)).toEqual([1, 3]);
  expect(widest(all, 3).map(({ turn }) => turn)).toEqual([1, 2, 3]);
  expect(widest(all, 9).map(({ turn }) => turn)).toEqual([0, 1, 2, 3, 5]);
});

test('what is hidden is named beforehand without a word of what may be behind it', () => {
  const game = played('named', 0);
  const teller = tellerOf(bundle, game.rules, viewAt(chronicleOf(game), 0), prose, 'en');
  const named = hiddenNames(teller);
  expect(named).toHaveLength(bundle.program.hidden.length);
  for (const { id, causes } of bundle.program.hidden)
    for (const cause of causes) expect(named.join(' ')).not.toContain(teller.say(`cause.${id}.${cause}`));
});
