import { describe, expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import type { Key } from '../../src/engine/chance.ts';
import { oddsOf } from '../../src/engine/seat-policy.ts';
import { NONE, newLedger, rowAt } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { PASS } from '../../src/engine/order.ts';
import type { SeatOrder } from '../../src/engine/order.ts';
import { ENDING } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import type { CompiledProgram } from '../../src/engine/compiled-program.ts';
import type { State } from '../../src/engine/state.ts';
import { start, step } from '../../src/engine/turn.ts';
import { seenBy } from '../../src/engine/eye.ts';
import { forecast } from '../../src/players/forecast.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { runs } from '../counts.ts';
import { advance, begin } from '../engine/interpreter.ts';
import { anyOrder } from './any-order.ts';
import { shipped } from './shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const rules = compileProgram(bundle.program, bundle.rulesHash);
const { program } = rules;

const after = (turns: number, key: Key): State => {
  let state = start(rules, key, []);
  for (let turn = 0; turn < turns && state[ENDING] === 0; turn++) state = step(rules, key, state, [anyOrder(rules, state, key)]);
  return state;
};

/** Every way the hidden causes could be, in the state given. */
const worldsOf = (state: State): State[] =>
  program.hidden.reduce<State[]>(
    (worlds, { slot, causes }) =>
      worlds.flatMap((world) =>
        causes.map((_, cause) => {
          const other = world.slice();
          other[slot] = cause;
          return other;
        }),
      ),
    [state],
  );

/** Number drawn at every chance of a turn, by its name. Powers that move late weigh the order first: their range is another one. */
const drawsOf = (on: CompiledProgram, from: Bundle, key: Key, state: State, order: SeatOrder): ReadonlyMap<string, number> => {
  const ledger = newLedger();
  step(on, key, state, [order], ledger);
  // Rounds of one rule have one name: whose luck a row tells is not to be seen where several places share it.
  const shared = new Map<string, number>();
  for (const { owner, luck } of from.catalogue.places)
    shared.set(`${owner} ${luck ?? ''}`, (shared.get(`${owner} ${luck ?? ''}`) ?? 0) + 1);
  return new Map(
    Array.from({ length: ledger.count }, (_, i) => rowAt(ledger, i)).flatMap(({ place, drawn, kind, slot }) => {
      const info = from.catalogue.places[place];
      const name = on.program.slots[slot]?.name ?? '';
      const late = kind === 'policy' && on.seats.some(({ policy }) => policy?.at === place && policy.late);
      const several = name === '' && (shared.get(`${info?.owner ?? ''} ${info?.luck ?? ''}`) ?? 0) > 1;
      return info?.luck === undefined || drawn === NONE || kind === 'void' || late || several
        ? []
        : [[`${info.owner} ${info.luck} ${name}`, drawn] as const];
    }),
  );
};

const ADDED = `
variables:
  gulls: { range: [0, 1000], start: 0, title: Gulls }
rules:
  - id: gulls
    title: Gulls
    phase: drift
    order: 1
    design: true
    does:
      - chance: 500000
        luck: gulls
        then: [{ add: gulls, by: 10, spread: 5, luck: flock }]
`;

describe('on the shipped scenario', () => {
  it('engine and plain interpreter agree on every turn', { timeout: runs(120_000, 3_600_000) }, () => {
    for (let game = 0; game < runs(40, 5000); game++) {
      const key = seedWords(game, 7);
      const plain = begin(program, key);
      let state = start(rules, key, []);
      while (state[ENDING] === 0) {
        const orders = [anyOrder(rules, state, key)];
        advance(program, key, plain, orders);
        state = step(rules, key, state, orders);
        expect(Array.from(state)).toEqual(plain);
      }
    }
  });

  it('forecasts, menus and signals are the same to the byte whatever the hidden causes are', { timeout: runs(120_000, 3_600_000) }, () => {
    let compared = 0;
    for (let game = 0; game < runs(6, 300); game++) {
      const worlds = worldsOf(after(3 + (game % 20), seedWords(game, 11)));
      const seen = worlds.map((world) => {
        const view = seenBy(rules, world, 0);
        const order = anyOrder(rules, view, seedWords(game, 11));
        return JSON.stringify([
          menu(rules, view, 0),
          rules.seats.map(({ seat, policy }) => (policy === undefined ? [] : oddsOf(rules, view, seat, 0))),
          forecast(rules, view, 0, order, { turns: 3, samples: 8 }),
        ]);
      });
      expect(new Set(seen).size).toBe(1);
      compared += seen.length;
    }
    expect(compared).toBeGreaterThan(60);
  });

  it('another order leaves the luck of everything else as it was', () => {
    let shared = 0;
    for (let game = 0; game < 30; game++) {
      const key = seedWords(game, 13);
      const state = after(2, key);
      if (state[ENDING] !== 0) continue;
      const here = drawsOf(rules, bundle, key, state, anyOrder(rules, state, key));
      const there = drawsOf(rules, bundle, key, state, PASS);
      for (const [name, drawn] of here) {
        if (!there.has(name)) continue;
        expect([name, there.get(name)]).toEqual([name, drawn]);
        shared += 1;
      }
    }
    expect(shared).toBeGreaterThan(300);
  });

  it('a rule added before all others leaves their luck as it was', () => {
    const longer = shipped('vanguard-bank-2019', ADDED);
    const other = compileProgram(longer.program, longer.rulesHash);
    expect(longer.rulesHash).not.toBe(bundle.rulesHash);
    let shared = 0;
    for (let game = 0; game < 30; game++) {
      const key = seedWords(game, 17);
      const here = drawsOf(rules, bundle, key, start(rules, key, []), PASS);
      const there = drawsOf(other, longer, key, start(other, key, []), PASS);
      for (const [name, drawn] of here) {
        expect([name, there.get(name)]).toEqual([name, drawn]);
        shared += 1;
      }
      expect(there.size).toBeGreaterThan(here.size);
    }
    expect(shared).toBeGreaterThan(300);
  });
});
