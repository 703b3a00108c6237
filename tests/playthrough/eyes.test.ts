import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bounded } from '../../src/engine/arith.ts';
import { draw } from '../../src/engine/chance.ts';
import { eyeOfId, lookerFor, rowsFor, seatOf, seenBy } from '../../src/engine/eye.ts';
import type { Eye, Sitter } from '../../src/engine/eye.ts';
import { newLedger, rowAt } from '../../src/engine/ledger.ts';
import type { Ledger } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { oddsOf } from '../../src/engine/seat-policy.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { step } from '../../src/engine/turn.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { forecast } from '../../src/players/forecast.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { writeProblem } from '../../src/scenario/problem/problem.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { rowsByTurn, viewNow } from '../../src/session/chronicle.ts';
import { isOver, newGame, ordersNow, playOrders, stateNow } from '../../src/session/game.ts';
import type { Game } from '../../src/session/game.ts';
import { sealedFor } from '../../src/session/sealed.ts';
import { actsOf } from '../../src/telling/acts.ts';
import { briefOf, oddsHeld, signalsOf } from '../../src/telling/brief.ts';
import { capitalLabels, placesOf, powersOf } from '../../src/telling/chart.ts';
import { chosenOf, finishedOf, newsOf, reactionsOf, voidsOf } from '../../src/telling/consequences.ts';
import { warningsOf } from '../../src/telling/warnings.ts';
import { ledgerOf } from '../../src/telling/ledger.ts';
import { choiceOf } from '../../src/telling/options.ts';
import { ladderOf, readingsOf } from '../../src/telling/readings.ts';
import { sealsOf } from '../../src/telling/seals.ts';
import { tellerOf } from '../../src/telling/teller.ts';
import { transcriptOf } from '../../src/telling/transcript.ts';
import { speak } from '../../src/text/text.ts';
import type { Bundle, Locale, Prose } from '../../src/bundle/bundle.ts';
import type { ProseKey } from '../../src/bundle/prose-key.ts';
import { PASS } from '../../src/engine/order.ts';
import { chronicleOf } from '../chronicle.ts';
import { twinOf } from '../engine/plant-eyes.ts';

const root = join(import.meta.dirname, '..', '..');

interface Planted {
  readonly id: string;
  readonly home: string;
  readonly chair: string;
  readonly power: string;
  readonly reading: string;
  /** A variable of the scenario's own that no text reads: it is masked where it stands. */
  readonly masked: readonly [from: string, to: string];
}

/** Something of every kind that can be masked, woven into the scenario's rules. */
const more = ({ home, chair, power, reading }: Planted): string => `
variables:
  planted_strength: { range: [0, 1000], start: 400, vary: 300, sees: [${home}/${chair}], guess: "${reading}", spread: 120 }
  planted_grudge: { range: [0, 100], scale: 1, start: 10, sees: [${power}], guess: 20, spread: 20 }
flags:
  planted_leak: { sees: [${home}], guess: "${reading} > 500 ? 300000 : 600000" }
tables:
  planted_source:
    about: purpose
    sees: [${home}/${chair}]
    signs: { yes: { CAUSE: 700, title: A man says yes }, no: rest }
rules:
  - id: planted
    title: What is not told
    phase: drift
    design: true
    does:
      - { add: planted_strength, by: -3, spread: 9, luck: strength }
      - { toward: planted_grudge, to: 60, rate: 70000 }
      - { signal: planted_source, luck: source }
      - { chance: "planted_leak ? 400000 : 200000", luck: leak, then: [{ raise: planted_leak }] }
      - { chance: "300 * planted_strength", luck: talk, then: [{ add: ${reading}, by: 1 }], else: [{ add: ${reading}, by: -1 }] }
      - { chance: "4000 * planted_grudge + 100000", luck: quiet, then: [{ add: planted_grudge, by: 1 }] }
      - later: { weeks: 2 }
        id: planted_plan
        again: ignore
        sees: [${power}]
        does: [{ add: planted_grudge, by: 2 }, { add: ${reading}, by: "planted_grudge > 30 ? -1 : 1" }]
`;

const SCENARIOS: readonly Planted[] = [
  {
    ...{ id: 'vanguard-bank-2019', home: 'hanoi', chair: 'defence', power: 'china', reading: 'security' },
    masked: ['pull.us: { range: [0, 1000], start: 0 }', 'pull.us: { range: [0, 1000], start: 0, sees: [china], guess: 100, spread: 50 }'],
  },
  {
    ...{ id: 'helsinki-1948', home: 'finland', chair: 'army', power: 'soviet_union', reading: 'bread' },
    masked: ['title: What the eastern papers write', 'sees: [finland/presidency]\n    title: What the eastern papers write'],
  },
];

const plant = (planted: Planted): { readonly bundle: Bundle; readonly prose: Readonly<Partial<Record<Locale, Prose>>> } => {
  const { files } = loadScenario(join('scenarios', planted.id), 'scenarios', root);
  let found = 0;
  const edited = (text: string): string => {
    if (!text.includes(planted.masked[0])) return text;
    found++;
    return text.replace(...planted.masked);
  };
  const all = [...files.own, ...files.used.flatMap((folder) => folder.files)].map(({ text }) => text).join('\n');
  const cause = /causes:\s*\{?\s*([a-z_]+):/.exec(/\n {2}purpose:[\s\S]*/.exec(all)?.[0] ?? '')?.[1] ?? '';
  const { bundle, prose, problems } = compileScenario({
    ...files,
    own: [
      ...files.own.map((file) => ({ ...file, text: edited(file.text) })),
      { file: 'more.yaml', text: more(planted).replace('CAUSE', cause) },
    ],
    used: files.used.map((folder) => ({ ...folder, files: folder.files.map((file) => ({ ...file, text: edited(file.text) })) })),
  });
  expect(found).toBe(1);
  if (bundle === undefined) throw new Error(problems.map(writeProblem).join('\n'));
  return { bundle, prose };
};

const rowsOf = (ledger: Ledger) => Array.from({ length: ledger.count }, (_, row) => rowAt(ledger, row));

/** All that is told to an eye of a game as it stands: view, odds, rows, why-trees, words, menu, forecast, order of a policy, exports. */
const toldTo = (game: Game, eye: Eye, prose: Prose): unknown => {
  const chronicle = chronicleOf(game, eye);
  const { bundle, rules } = game;
  const view = viewNow(chronicle);
  const teller = tellerOf(bundle, rules, view, prose, 'en', eye);
  const turns = rowsByTurn(chronicle);
  const rows = turns.at(-1) ?? [];
  const before = chronicle.moments.at(-2)?.view ?? view;
  const past = chronicle.moments.map((moment) => moment.view);
  const seat = seatOf(eye);
  const open = bundle.program.situations.flatMap(({ status }, i) => (view[status] === 0 ? [] : [i]));
  const order = seat === undefined ? PASS : (ordersNow(game).at(-1)?.[seat] ?? PASS);
  const told = {
    moments: chronicle.moments,
    odds: rules.seats.map((each) => oddsOf(rules, view, each.seat, eye)),
    held: oddsHeld(teller, before),
    words: Object.keys(prose).map((key) => teller.say(key as ProseKey)),
    briefs: open.map((situation) => briefOf(teller, situation)),
    signals: signalsOf(teller, turns),
    chart: [powersOf(teller), placesOf(teller), capitalLabels(teller, before), ladderOf(teller), sealsOf(teller)],
    readings: readingsOf(teller, past, undefined, before),
    why: ledgerOf(teller, turns, turns.length - 1, past),
    came: [reactionsOf(teller, rows), voidsOf(teller, rows), finishedOf(teller, rows), newsOf(teller, before), warningsOf(teller)],
    chosen: chosenOf(teller, order, rows),
    transcript: transcriptOf(teller, chronicle),
    handed: sealedFor(bundle.program, game.record, game.line, eye, { seed: game.seed, nonce: '0'.repeat(32) }),
  };
  if (seat === undefined) return told;
  const choices = menu(rules, view, seat);
  return {
    ...told,
    menu: [choices, actsOf(teller, choices.acts), choices.situations.map(({ situation, options }) => choiceOf(teller, situation, options))],
    forecast: forecast(rules, view, eye as Sitter, PASS, { turns: 2, samples: 3 }),
    policy: typeof eye === 'number' && orderOf(rules, policiesOf(bundle).get('hedge')!, game.key, stateNow(game), eye),
  };
};

const SEED = '0123456789';
const TURNS = 8;

describe.each(SCENARIOS)('what each eye is told of $id with masks', (planted) => {
  let bundle: Bundle;
  let prose: Prose;
  let begun: Game;

  beforeAll(async () => {
    await speak('en');
    const made = plant(planted);
    bundle = made.bundle;
    prose = made.prose.en ?? {};
    begun = newGame(bundle, { seed: SEED, choices: choicesOf(bundle.program, keyOf(SEED)) });
  }, 120_000);

  /** Some turns on, by policies of code; the power is held by one of them too. */
  const played = (turns: number): Game => {
    const [hedge, random] = [policiesOf(bundle).get('hedge')!, policiesOf(bundle).get('random')!];
    const power = bundle.program.seats.findIndex(({ id }) => id === planted.power);
    let game = begun;
    for (let turn = 0; turn < turns && !isOver(game); turn++) {
      const { rules, key } = game;
      const orders = rules.seats.map(({ seat }) =>
        seat === 0 || seat === power ? orderOf(rules, seat === 0 ? hedge : random, key, stateNow(game), seat) : undefined,
      );
      game = playOrders(game, orders);
    }
    return game;
  };

  test('is the same of two games that differ only in what it cannot see', { timeout: 240_000 }, () => {
    const { program } = bundle;
    const ids = [
      planted.home,
      `${planted.home}/${planted.chair}`,
      `${planted.home}/${bundle.catalogue.viewpoints[0]!.id}`,
      planted.power,
      'table',
    ];
    let told = 0;
    let behind = 0;
    for (let turns = 1; turns <= TURNS; turns++) {
      const game = played(turns);
      const last = game.states.length - 2;
      const state = game.states[last]!;
      const orders = ordersNow(game).at(-1)!;
      for (const [nth, id] of ids.entries()) {
        const eye = eyeOfId(program, id)!;
        let subject = 0;
        const pick = (below: number): number => bounded(draw(game.key, turns, nth, subject++, 0), below);
        const twin = twinOf(program, state, eye, pick);
        const ledger = newLedger();
        const after = step(game.rules, game.key, twin, orders, ledger);
        const own = game.ledgers.at(-1)!;
        const effects = (of: Ledger) =>
          rowsFor(game.rules, of, eye).map(({ kind, place, slot, before, after: then }) => [kind, place, slot, before, then]);
        const same =
          JSON.stringify(effects(ledger)) === JSON.stringify(effects(own)) &&
          JSON.stringify(seenBy(game.rules, after, eye)) === JSON.stringify(seenBy(game.rules, stateNow(game), eye));
        if (!same) continue;
        const other: Game = {
          ...game,
          states: [...game.states.slice(0, last), twin, after],
          ledgers: [...game.ledgers.slice(0, -1), ledger],
        };
        told++;
        if (JSON.stringify(rowsOf(ledger)) !== JSON.stringify(rowsOf(own))) behind++;
        expect(toldTo(other, eye, prose), `${id}, turn ${turns}`).toEqual(toldTo(game, eye, prose));
      }
    }
    expect(told).toBeGreaterThan(4);
    expect(behind).toBeGreaterThan(2);
  });

  test('differs where eyes do: a private sign moves only the odds of those who saw it', () => {
    const game = played(TURNS);
    const { program } = bundle;
    const { hidden } = program;
    const purpose = hidden.find(({ id }) => id === 'purpose')!;
    const oddsBy = (id: string) => {
      const view = seenBy(game.rules, stateNow(game), eyeOfId(program, id)!);
      return purpose.beliefs.map((slot) => view[slot]);
    };
    const [chair, seat, table, power] = [`${planted.home}/${planted.chair}`, planted.home, 'table', planted.power].map(oddsBy);
    expect(chair).not.toEqual(table);
    expect(power).toEqual(table);
    // Whoever holds the whole seat sits on all its chairs.
    if (planted.id === 'vanguard-bank-2019') expect(seat).toEqual(chair);
    const strength = program.slots.findIndex(({ name }) => name === 'planted_strength');
    expect(lookerFor(program, eyeOfId(program, `${planted.home}/${planted.chair}`)!)?.unseen[strength]).toBe(false);
    expect(lookerFor(program, 'table')?.unseen[strength]).toBe(true);
  });
});
