import { beforeAll, beforeEach, expect, test } from 'vitest';
import { signalsOf } from '../../src/telling/brief.ts';
import { clockOf } from '../../src/telling/clock.ts';
import { ledgerOf } from '../../src/telling/ledger.ts';
import { quietOf } from '../../src/telling/quiet.ts';
import { tellerOf, type Teller } from '../../src/telling/teller.ts';
import { rowAt } from '../../src/engine/ledger.ts';
import { PASS, type SeatOrder } from '../../src/engine/order.ts';
import type { Stance } from '../../src/engine/program.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import type { Bundle, Locale, Prose } from '../../src/bundle/bundle.ts';
import { isOver, menuNow, newGame, ordersNow, playTurn, viewAt, type Game } from '../../src/session/game.ts';
import { rowsByTurn, type Chronicle } from '../../src/session/chronicle.ts';
import { chronicleOf } from '../chronicle.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { speak } from '../../src/text/text.ts';
import type { CauseModel } from '../../src/telling/why.ts';
import type { LedgerRowModel } from '../../src/telling/ledger.ts';

const RADIOS = 'Fit rescue radios with Canberra';

const chronicles = new WeakMap<Game, Chronicle>();
const turnsOf = (game: Game) => {
  const known = chronicles.get(game) ?? chronicleOf(game);
  chronicles.set(game, known);
  return rowsByTurn(known);
};

let bundle: Bundle;
let words: Readonly<Partial<Record<Locale, Prose>>>;
let played: Game;

/** Answers with `wanted` where it is legal, else with the first option of the stance, else with the first legal one. */
const orderFor = (game: Game, stance: Stance, wanted: string): SeatOrder => ({
  answers: menuNow(game).situations.flatMap(({ situation, options }) => {
    const specs = bundle.program.situations[situation]?.options ?? [];
    const legal = options.filter((each) => each.legal);
    const found =
      legal.find(({ option }) => specs[option]?.id === wanted) ?? legal.find(({ option }) => specs[option]?.stance === stance) ?? legal[0];
    return found === undefined ? [] : [{ situation, option: found.option }];
  }),
  acts: [],
});

beforeAll(() => {
  const compiled = compileScenario(loadScenario('scenarios/vanguard-bank-2019', 'scenarios').files);
  if (compiled.bundle === undefined) throw new Error('the scenario does not compile');
  bundle = compiled.bundle;
  words = compiled.prose;
  // The first of these games in which the radios can be ordered, and are paid off before it ends.
  for (let nth = 1; nth <= 40; nth++) {
    played = newGame(bundle, {
      seed: seedFromText(`rescue radios ${nth}`),
      choices: bundle.program.setup.map((setup) => (setup.kind === 'some' ? [0, 2] : [setup.preset])),
    });
    while (!isOver(played)) played = playTurn(played, orderFor(played, 'partner', 'radios'));
    const at = turnOf(RADIOS);
    if (at >= 0 && ordersNow(played).length > at + 5) break;
  }
}, 60_000);

beforeEach(() => speak('en'));

const tellerAt = (turn: number, locale: Locale = 'en'): Teller =>
  tellerOf(bundle, played.rules, viewAt(played, turn), words[locale] ?? {}, locale);

const rowsAt = (at: number, locale: Locale = 'en'): readonly LedgerRowModel[] => ledgerOf(tellerAt(at, locale), turnsOf(played), at, []);

const causesAt = (at: number, locale: Locale = 'en'): readonly CauseModel[] =>
  rowsAt(at, locale).flatMap(({ causes, rest }) => [...causes, ...rest]);

const titlesOrderedOn = (turn: number): readonly string[] =>
  (ordersNow(played)[turn]?.[0] ?? PASS).answers.map(({ situation, option }) => {
    const spec = bundle.program.situations[situation];
    return tellerAt(0).say(`situation.${spec?.id ?? ''}.option.${spec?.options[option]?.id ?? ''}.title`);
  });

const turnOf = (title: string): number => ordersNow(played).findIndex((_, turn) => titlesOrderedOn(turn).includes(title));

test('what falls due is told as the doing of the order that began it', () => {
  let late = 0;
  let shared = 0;
  for (let at = 1; at < played.ledgers.length; at++) {
    for (const { title, nodes } of causesAt(at)) {
      const [, name = '', week] = /^(.*), week (\d+)$/u.exec(title) ?? [];
      if (week === undefined) continue;
      late++;
      expect(titlesOrderedOn(Number(week) - 1), `ledger ${String(at)}: ${title}`).toContain(name);
      expect(nodes.filter(({ kind }) => kind === 'delay')).toMatchObject([{ title: name }]);
      expect(nodes.filter(({ kind }) => kind === 'rule')).toEqual([]);
    }
    const ledger = played.ledgers[at];
    for (let i = 0; ledger !== undefined && i < ledger.count; i++) {
      const { kind, place, origin } = rowAt(ledger, i);
      if (kind === 'due' && !titlesOrderedOn(origin).includes(tellerAt(at).say(tellerAt(at).place(place)?.owner ?? 'scenario.title')))
        shared++;
    }
  }
  expect(late).toBeGreaterThan(10);
  expect(shared).toBeGreaterThan(0);
});

test('the pay-off of the radios names the radios', () => {
  const begun = turnOf(RADIOS);
  expect(begun).toBeGreaterThanOrEqual(0);
  const title = `${RADIOS}, week ${String(begun + 1)}`;
  const trust = rowsAt(begun + 3).find(({ name }) => name === "Canberra's trust");
  expect(trust === undefined ? [] : [...trust.causes, ...trust.rest].map((cause) => cause.title)).toContain(title);
});

test('weeks are told in the language on screen', async () => {
  await speak('vi');
  const begun = turnOf(RADIOS);
  expect(causesAt(begun + 3, 'vi').some(({ title }) => title.endsWith(`, tuần ${String(begun + 1)}`))).toBe(true);
  await speak('en');
});

test('only what is better when it rises has a colour', () => {
  const rows = new Map(played.ledgers.flatMap((_, at) => (at === 0 ? [] : rowsAt(at).map((row) => [row.name, row.upIsGood] as const))));
  for (const name of ['Sovereignty', 'Autonomy', "Canberra's trust", 'Support: Party', 'Political capital'])
    expect(rows.get(name), name).toBe(true);
  for (const name of ['Pressure at sea', 'Ladder', 'Firmness shown']) expect(rows.get(name), name).toBe(false);
});

test('flags, bookkeeping and odds stay out of the ledger', () => {
  const kinds = new Set(
    played.ledgers.flatMap((_, at) => (at === 0 ? [] : rowsAt(at).map(({ id }) => bundle.program.slots[Number(id)]?.kind))),
  );
  expect([...kinds].sort((a, b) => String(a).localeCompare(String(b)))).toEqual(['number', 'stage']);
  expect(played.ledgers.flatMap((_, at) => (at === 0 ? [] : rowsAt(at).map(({ id }) => Number(id))))).not.toContain(bundle.catalogue.stops);
});

test('a sign is told for two turns after it was drawn', () => {
  const drawn = bundle.program.tables.map(({ slot }) =>
    played.ledgers.flatMap((ledger, at) =>
      Array.from({ length: ledger.count }, (_, i) => rowAt(ledger, i)).some((row) => row.kind === 'signal' && row.slot === slot)
        ? [at]
        : [],
    ),
  );
  let told = 0;
  let stale = 0;
  for (let at = 1; at < played.ledgers.length; at++) {
    const fresh = drawn.filter((turns) => turns.some((turn) => turn === at || turn === at - 1)).length;
    const { seen } = signalsOf(tellerAt(at), turnsOf(played).slice(0, at + 1));
    expect(seen.length).toBeLessThanOrEqual(fresh);
    told += seen.length;
    if (drawn.some((turns) => turns.some((turn) => turn < at)) && fresh === 0) stale++;
  }
  expect(told).toBeGreaterThan(0);
  expect(stale).toBeGreaterThan(0);
});

test('the clock stands at the view it is given', () => {
  const teller = tellerAt(1);
  expect(clockOf(teller, viewAt(played, 0), false).turn).toBe('Week 1 of 26');
  expect(clockOf(teller, teller.view, false).turn).toBe('Week 2 of 26');
});

test('a project that was hurried is told as its own doing, in the week it began', () => {
  const act = (id: string): number => bundle.program.acts.findIndex((each) => each.id === id);
  let game: Game;
  let begun: number;
  let hurried: number;
  // In some games no weeks are left to hurry.
  let seed = 0;
  do {
    game = newGame(bundle, { seed: seedFromText(`hurried crews ${String(++seed)}`), choices: [] });
    begun = hurried = -1;
    while (!isOver(game) && game.states.length < 20) {
      const order = orderFor(game, 'hedge', '');
      const open = menuNow(game);
      const can = (id: string): boolean => open.acts.some((each) => each.act === act(id) && each.legal);
      const next = begun < 0 && can('train_crews') ? 'train_crews' : hurried < 0 && can('hurry_training') ? 'hurry_training' : undefined;
      if (next === 'train_crews') begun = game.states.length - 1;
      if (next === 'hurry_training') hurried = game.states.length - 1;
      game = playTurn(game, { ...order, acts: next === undefined ? [] : [act(next)] });
    }
  } while (hurried < 0 && seed < 20);
  expect(hurried).toBeGreaterThan(begun);
  const titles = game.ledgers.flatMap((_, at) =>
    at <= hurried
      ? []
      : ledgerOf(tellerOf(bundle, game.rules, viewAt(game, at), words.en ?? {}, 'en'), turnsOf(game), at, []).flatMap(({ causes, rest }) =>
          [...causes, ...rest].map(({ title }) => title),
        ),
  );
  const say = (id: string): string => tellerAt(0).say(`act.${id}.title`);
  expect(titles).toContain(`${say('train_crews')}, week ${String(begun + 1)}`);
  expect(titles.filter((title) => title.startsWith(`${say('hurry_training')}, week`))).toEqual([]);
});

test('what opens a later year is told with that year, not with the week before', () => {
  const titles = (turn: number): readonly string[] => rowsAt(turn + 1).map(({ name }) => name);
  expect(played.states.length).toBeGreaterThan(28);
  expect(titles(25)).not.toContain('Trucks through the gate in a day');
  const trucks = rowsAt(27).find(({ name }) => name === 'Trucks through the gate in a day');
  expect([...(trucks?.causes ?? []), ...(trucks?.rest ?? [])].reduce((sum, { share }) => sum + share, 0)).toBe(trucks?.by);
  expect(trucks?.by).toBeLessThan(-50);
});

test('a week that asks for nothing tells a rung of the ladder with a reason that stands in its rows, and everything else without it', async () => {
  await speak('en');
  const rung = bundle.catalogue.ladder!.rung;
  let told = 0;
  for (const seed of ['a quiet rung', 'another', 'a third']) {
    let game = newGame(bundle, { seed: seedFromText(seed), choices: [] });
    while (!isOver(game)) game = playTurn(game, orderFor(game, 'resist', ''));
    const now = chronicleOf(game);
    const teller = tellerOf(bundle, game.rules, viewAt(game, 0), words.en ?? {}, 'en');
    for (const [turn, order] of now.orders.entries()) {
      if ((order?.answers.length ?? 0) > 0) continue;
      const { line, ladder } = quietOf(teller, now, turn);
      const rows = rowsByTurn(now)[turn + 1]!.filter((row) => row.slot === rung && row.after !== row.before);
      if (rows.length === 0) {
        expect(ladder).toBeUndefined();
        expect(line).not.toBe('');
        continue;
      }
      if (ladder === undefined) continue;
      told++;
      const way = Math.sign(ladder.by);
      const reasons = rows.flatMap(({ before, after, place }) => {
        const because = teller.place(place)?.because;
        return (after - before) * way > 0 && because !== undefined ? [teller.say(because)] : [];
      });
      expect(reasons).toContain(ladder.lead);
      expect(line).not.toContain(ladder.name);
    }
  }
  expect(told).toBeGreaterThan(1);
});
