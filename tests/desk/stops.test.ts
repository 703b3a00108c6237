import { beforeAll, expect, test } from 'vitest';
import { turnsAhead } from '../../src/desk/game/forecasts.ts';
import { actsOf } from '../../src/telling/acts.ts';
import { signalsOf } from '../../src/telling/brief.ts';
import { isDated } from '../../src/telling/clock.ts';
import { predictionModels, settledOf } from '../../src/telling/predictions.ts';
import { spendOf } from '../../src/telling/trial.ts';
import { tellerOf, type Teller } from '../../src/telling/teller.ts';
import { spanWords } from '../../src/telling/wording.ts';
import type { Row } from '../../src/engine/ledger.ts';
import { TURN } from '../../src/engine/program.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import type { Bundle, Prose } from '../../src/bundle/bundle.ts';
import { isOver, isStop, menuNow, newGame, playTurn, viewNow, type Game } from '../../src/session/game.ts';
import { rowsByTurn } from '../../src/session/chronicle.ts';
import { chronicleOf } from '../chronicle.ts';
import { noteOf } from '../../src/session/prediction.ts';
import { seedFromText } from '../../src/session/seed.ts';

let bundle: Bundle;
let prose: Prose;

beforeAll(() => {
  const compiled = compileScenario(loadScenario('scenarios/vanguard-bank-2019', 'scenarios').files);
  if (compiled.bundle === undefined) throw new Error('the scenario does not compile');
  bundle = compiled.bundle;
  prose = compiled.prose.en ?? {};
}, 60_000);

/** Plays a game through, answering with the middle of what is open, and looks at every stop before it is answered. */
const stopsOf = (text: string, look: (game: Game, teller: Teller) => void): void => {
  const choices = bundle.program.setup.map((setup) => (setup.kind === 'some' ? [0, 2] : [setup.preset]));
  let game = newGame(bundle, { seed: seedFromText(text), choices });
  while (!isOver(game)) {
    if (isStop(game)) look(game, tellerOf(bundle, game.rules, viewNow(game), prose, 'en'));
    const answers = menuNow(game).situations.flatMap(({ situation, options }) => {
      const legal = options.filter((option) => option.legal);
      const option = legal[Math.floor(legal.length / 2)];
      return option === undefined ? [] : [{ situation, option: option.option }];
    });
    game = playTurn(game, { answers, acts: [] });
  }
};

const draws = (rows: readonly Row[]): boolean => rows.some(({ kind }) => kind === 'signal');

test('at a later date no sign of the date before is news, and the powers have nothing to announce', { timeout: 60_000 }, () => {
  let weeks = 0;
  let later = 0;
  stopsOf('paper lamp', (game, teller) => {
    const { signals, silent, unannounced, seen, dated } = signalsOf(teller, rowsByTurn(chronicleOf(game)));
    const powers = bundle.program.seats.filter(({ policy }) => policy !== undefined).length;
    expect(signals.length + silent.length + unannounced.length).toBe(powers);
    expect(dated).toBe(isDated(teller, teller.read(TURN)));
    if (!dated) weeks += seen.length;
    else {
      if (rowsByTurn(chronicleOf(game)).slice(-2).some(draws)) later++;
      expect({ seen, signals, unannounced }).toEqual({ seen: [], signals: [], unannounced: [] });
    }
  });
  expect(weeks).toBeGreaterThan(0);
  expect(later).toBeGreaterThan(0);
});

test('a range is said to look no further than the end', { timeout: 60_000 }, () => {
  const spans = new Map<number, string>();
  stopsOf('paper lamp', (game, teller) => spans.set(game.rules.turns - teller.read(TURN), spanWords(turnsAhead(chronicleOf(game)))));
  expect([4, 3, 2, 1].map((left) => spans.get(left))).toEqual(['next three turns', 'next three turns', 'next two turns', 'by the end']);
});

test('the prices of ticked acts sum to what they take together', { timeout: 60_000 }, () => {
  let cheaper = 0;
  stopsOf('paper lamp', (game, teller) => {
    const menu = menuNow(game).acts;
    const [first, second] = menu.filter(({ legal, cost }) => legal && cost === 1).map(({ act }) => act);
    if (first === undefined) return;
    const priceIn = (picked: readonly number[], act: number): number =>
      actsOf(teller, menu, picked).acts.find((each) => each.act === act)?.cost ?? -1;
    if (priceIn([], first) === 0) {
      cheaper++;
      // Once it is ticked, that it was the cheaper one is said.
      expect([actsOf(teller, menu).taken, actsOf(teller, menu, [first]).taken]).toEqual([false, true]);
    }
    expect(priceIn([first], first)).toBe(spendOf(game.rules, teller.view, teller.seat, { answers: [], acts: [first] }));
    if (second === undefined) return;
    const both = [second, first];
    expect(priceIn([first], second)).toBe(1);
    expect(priceIn(both, first) + priceIn(both, second)).toBe(spendOf(game.rules, teller.view, teller.seat, { answers: [], acts: both }));
  });
  expect(cheaper).toBeGreaterThan(0);
});

test('a ticked project takes its place', { timeout: 60_000 }, () => {
  let taken = 0;
  stopsOf('paper lamp', (game, teller) => {
    const menu = menuNow(game).acts;
    const project = actsOf(teller, menu).acts.find(({ time, not }) => time !== undefined && not === undefined);
    if (project === undefined) return;
    const { slots } = actsOf(teller, menu);
    expect(actsOf(teller, menu, [project.act]).slots?.free).toBe((slots?.free ?? 0) - 1);
    taken++;
  });
  expect(taken).toBeGreaterThan(0);
});

test('what came of a prediction is told once, at the first order after it is known', { timeout: 60_000 }, () => {
  const choices = bundle.program.setup.map((setup) => (setup.kind === 'some' ? [0, 2] : [setup.preset]));
  let game = newGame(bundle, { seed: seedFromText('clay jar'), choices });
  const told = new Map<number, number>();
  let said = 0;
  while (!isOver(game)) {
    const open = menuNow(game).situations;
    const asked = open.map(({ situation }) => bundle.catalogue.situations[situation]).find((info) => info?.tap !== undefined);
    const note = asked === undefined ? undefined : noteOf({ situation: asked.id, said: 50, odds: 500_000 }, 'hanoi');
    if (note !== undefined) said++;
    const answers = open.flatMap(({ situation, options }) => {
      const option = options.find(({ legal }) => legal);
      return option === undefined ? [] : [{ situation, option: option.option }];
    });
    game = playTurn(game, { answers, acts: [] }, ...(note === undefined ? [] : [note]));
    if (answers.length === 0) continue;
    const teller = tellerOf(bundle, game.rules, viewNow(game), prose, 'en');
    for (const { turn: of, came } of settledOf(teller, chronicleOf(game))) {
      told.set(of, (told.get(of) ?? 0) + 1);
      expect(predictionModels(teller, chronicleOf(game)).find((each) => each.turn === of)?.came).toBe(came);
    }
  }
  expect(said).toBeGreaterThan(5);
  expect(told.size).toBeGreaterThan(5);
  expect([...told.values()].every((times) => times === 1)).toBe(true);
});
