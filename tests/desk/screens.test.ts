import { beforeAll, describe, expect, test } from 'vitest';
import { chosenOf, finishedOf, newsOf, reactionsOf } from '../../src/telling/consequences.ts';
import { warningsOf } from '../../src/telling/warnings.ts';
import { actsOf } from '../../src/telling/acts.ts';
import { briefOf, oddsHeld, signalsOf } from '../../src/telling/brief.ts';
import { capitalLabels, placeLabels, powersOf } from '../../src/telling/chart.ts';
import { clockOf } from '../../src/telling/clock.ts';
import { ledgerOf } from '../../src/telling/ledger.ts';
import { choiceOf } from '../../src/telling/options.ts';
import { ladderOf, readingsOf } from '../../src/telling/readings.ts';
import { chargesOf } from '../../src/telling/charges.ts';
import { luckOf, stopsOf, truthsOf, verdictOf } from '../../src/telling/review.ts';
import { sealsOf } from '../../src/telling/seals.ts';
import { chargedIn, spendOf } from '../../src/telling/trial.ts';
import { tellerOf, type Teller } from '../../src/telling/teller.ts';
import type { SeatOrder } from '../../src/engine/order.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import type { Bundle, Locale, Prose } from '../../src/bundle/bundle.ts';
import { LOCALES } from '../../src/text/locales.ts';
import { isOver, isStop, menuNow, newGame, playTurn, seatAt, viewAt, viewNow, type Game } from '../../src/session/game.ts';
import { rowsByTurn } from '../../src/session/chronicle.ts';
import type { Eye } from '../../src/engine/eye.ts';
import { chronicleOf } from '../chronicle.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { speak } from '../../src/text/text.ts';

let bundle: Bundle;
let words: Readonly<Partial<Record<Locale, Prose>>>;

beforeAll(() => {
  const compiled = compileScenario(loadScenario('scenarios/vanguard-bank-2019', 'scenarios').files);
  if (compiled.bundle === undefined) throw new Error('the scenario does not compile');
  bundle = compiled.bundle;
  words = compiled.prose;
}, 60_000);

const tellerIn = (game: Game, locale: Locale, turn = game.states.length - 1): Teller =>
  tellerOf(bundle, game.rules, viewAt(game, turn), words[locale] ?? {}, locale);

/** Answers with the option that comes round; takes the first act that is free to take. */
const orderFor = (game: Game, round: number): SeatOrder => {
  const menu = menuNow(game);
  return {
    answers: menu.situations.flatMap(({ situation, options }) => {
      const legal = options.filter((option) => option.legal);
      const option = legal[round % legal.length];
      return option === undefined ? [] : [{ situation, option: option.option }];
    }),
    acts: menu.acts
      .filter((act) => act.legal)
      .slice(0, round % 2)
      .map(({ act }) => act),
  };
};

const playedOut = (text: string, look: (game: Game, order: SeatOrder) => void, step = 1): Game => {
  const taken = bundle.program.setup.map((setup) => (setup.kind === 'some' ? [0, 2] : [setup.preset]));
  let game = newGame(bundle, { seed: seedFromText(text), choices: taken });
  for (let turn = 0; turn < 60 && !isOver(game); turn++) {
    const order = orderFor(game, turn * step);
    game = playTurn(game, order);
    look(game, order);
  }
  return game;
};

describe.each(LOCALES)('in %s', (locale) => {
  test('every screen of a game has its words', { timeout: 60_000 }, async () => {
    await speak(locale);
    const unsaid: string[] = [];
    const say = (where: string, ...texts: readonly string[]): void => {
      for (const text of texts) if (text === '' || text.includes('undefined')) unsaid.push(where);
    };
    const game = playedOut('lantern', (now, order) => {
      const teller = tellerIn(now, locale);
      const turns = rowsByTurn(chronicleOf(now));
      const ledger = turns.at(-1) ?? [];
      say('clock', clockOf(teller, teller.view, false).date, clockOf(teller, teller.view, false).turn);
      say('seals', ...sealsOf(teller).map(({ name }) => name));
      say('readings', ...readingsOf(teller, [], undefined, undefined).map(({ name }) => name));
      say('ladder', ...(ladderOf(teller)?.rungs ?? ['']));
      say('powers', ...powersOf(teller).map(({ name }) => name));
      say('labels', ...capitalLabels(teller, undefined).map(({ name }) => name), ...placeLabels(teller, 'x').map(({ name }) => name));
      for (const { situation, title, outcome } of chosenOf(teller, order, ledger))
        say(`outcome ${situation}`, situation, title, outcome.join(''));
      for (const { name, did, reason } of reactionsOf(teller, ledger)) if (did !== '') say(`reaction ${name} ${did}`, name, reason);
      say('news', ...newsOf(teller, viewAt(now, now.states.length - 2)), ...warningsOf(teller), ...finishedOf(teller, ledger));
      say('odds', ...oddsHeld(teller).flatMap(({ name, causes }) => [name, ...causes.map((cause) => cause.name)]));
      for (const row of ledgerOf(teller, turns, turns.length - 1, []))
        say(`row ${row.name}`, row.name, ...row.causes.map(({ title }) => title));
      if (!isStop(now)) return;
      for (const { name, said } of signalsOf(teller, turns).signals) say(`signal ${name}`, name, said);
      const menu = menuNow(now);
      for (const { situation, options } of menu.situations) {
        const brief = briefOf(teller, situation);
        say(
          `brief ${brief?.situation ?? ''}`,
          brief?.title ?? '',
          brief?.paragraphs.join('') ?? '',
          ...(brief?.views.map(({ text }) => text) ?? []),
        );
        const choice = choiceOf(teller, situation, options);
        for (const option of choice.options) say(`${choice.id} ${String(option.index)}`, option.title, option.line, option.not ?? '-');
      }
      for (const act of actsOf(teller, menu.acts).acts) say(`act ${act.title}`, act.title, act.line, act.not ?? '-');
    });
    const teller = tellerIn(game, locale);
    const opened = chronicleOf(game, 'open');
    const verdict = verdictOf(teller);
    say('verdict', verdict?.title ?? '', ...(verdict?.paragraphs ?? ['']));
    say('charges', ...chargesOf(teller, opened, teller).flatMap(({ title, line, told }) => [title, line, told]));
    say('stops', ...stopsOf(teller, opened).flatMap(({ situation, chosen, date }) => [situation, chosen, date]));
    say('luck', ...luckOf(teller, opened).map(({ what }) => what));
    expect(unsaid).toEqual([]);
    expect(chargesOf(teller, opened)).toHaveLength(3);
    expect(truthsOf(teller, opened).every(({ causes }) => causes.filter(({ truth }) => truth).length === 1)).toBe(true);
    await speak('en');
  });
});

test('the causes of a ledger row sum to it', { timeout: 60_000 }, () => {
  playedOut(
    'three bells',
    (now) => {
      const turns = rowsByTurn(chronicleOf(now));
      for (const { name, by, causes, rest } of ledgerOf(tellerIn(now, 'en'), turns, turns.length - 1, [])) {
        expect(
          [...causes, ...rest].reduce((sum, { share }) => sum + share, 0),
          name,
        ).toBe(by);
      }
    },
    3,
  );
});

test('during play no why-tree shows a draw that a hidden cause shaped', { timeout: 60_000 }, () => {
  const veiled = new Set(
    bundle.program.seats.flatMap(({ policy }) => (policy !== undefined && policy.reveals.length > 0 ? [policy.at] : [])),
  );
  expect(veiled.size).toBeGreaterThan(0);
  let chances = 0;
  playedOut('green lamp', (now) => {
    const nodesFor = (eye: Eye) => {
      const turns = rowsByTurn(chronicleOf(now, eye));
      return ledgerOf(tellerIn(now, 'en'), turns, turns.length - 1, []).flatMap(({ causes, rest }) =>
        [...causes, ...rest].flatMap(({ nodes }) => nodes),
      );
    };
    const [live, open] = [nodesFor(seatAt(now)), nodesFor('open')];
    const drawn = (nodes: typeof live): number => nodes.filter((node) => node.kind === 'chance' && node.drawn !== undefined).length;
    chances += open.filter(({ kind }) => kind === 'chance').length;
    expect(drawn(live)).toBeLessThanOrEqual(drawn(open));
  });
  expect(chances).toBeGreaterThan(0);
});

test('the price of an order is what the game then charges', { timeout: 60_000 }, () => {
  const taken = bundle.program.setup.map((setup) => (setup.kind === 'some' ? [1, 3] : [setup.preset]));
  const spends: number[] = [];
  let game = newGame(bundle, { seed: seedFromText('coins'), choices: taken });
  for (let turn = 0; turn < 20 && !isOver(game); turn++) {
    const order = orderFor(game, turn);
    const spend = spendOf(game.rules, viewNow(game), seatAt(game), order);
    game = playTurn(game, order);
    const ledger = game.ledgers.at(-1);
    const budget = bundle.program.seats[0]?.budget;
    if (ledger === undefined || budget === undefined) throw new Error('the scenario has a budget');
    expect(spend).toBe(chargedIn(ledger, budget.slot));
    spends.push(spend);
  }
  expect(Math.max(...spends)).toBeGreaterThan(0);
});
