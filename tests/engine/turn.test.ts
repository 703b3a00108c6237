import { expect, test } from 'vitest';
import { draw, seedWords } from '../../src/engine/chance.ts';
import { choose } from '../../src/engine/seat-policy.ts';
import { newLedger, rowAt, whyOf } from '../../src/engine/ledger.ts';
import type { Ledger, Row, RowKind } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { PASS } from '../../src/engine/order.ts';
import type { Orders, SeatOrder } from '../../src/engine/order.ts';
import type { Op, Program } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import type { CompiledProgram } from '../../src/engine/compiled-program.ts';
import type { State } from '../../src/engine/state.ts';
import { start, step } from '../../src/engine/turn.ts';
import { SLOT, luckAt, smallProgram } from './small-program.ts';

const key = seedWords(1);
const small = smallProgram();
const rules = compileProgram(small);
const answer = (option: number, acts: readonly number[] = []): SeatOrder => ({ answers: [{ situation: 0, option }], acts });
/** Both seats ordered for: nothing moves by itself but reactions and drift. */
const quiet = (order: SeatOrder): Orders => [order, PASS];
const rowsOf = (ledger: Ledger): Row[] => Array.from({ length: ledger.count }, (_, row) => rowAt(ledger, row));
const kinds = (ledger: Ledger, kind: RowKind): Row[] => rowsOf(ledger).filter((row) => row.kind === kind);

/** The small program with other reactions, and nothing else going on. */
const reacting = (reactions: readonly Op[], change: Partial<Program> = {}): Program => ({
  ...small,
  phases: { reactions, drift: [], endings: [], calendar: [] },
  ...change,
});

function after(given: CompiledProgram, turns: number, orders: Orders = [PASS, PASS]): State {
  let state = start(given, key);
  for (let turn = 0; turn < turns; turn++) state = step(given, key, state, orders);
  return state;
}

test('the presets of the set-up are what a record that says nothing starts with', () => {
  expect(Array.from(start(rules, key).slice(SLOT.lens))).toEqual([0, 1, 1, 0]);
  expect(Array.from(start(rules, key, [[2], [2, 0]]).slice(SLOT.lens))).toEqual([2, 1, 0, 1]);
  expect(() => start(rules, key, [[3]])).toThrow(RangeError);
  expect(() => start(rules, key, [undefined, [0]])).toThrow(RangeError);
});

test('a step leaves the state it was given alone', () => {
  const state = start(rules, key);
  const before = state.slice();
  step(rules, key, state, [answer(1, [0, 1])]);
  expect(state).toEqual(before);
});

test('the menu tells what is legal, what it costs and why not', () => {
  const state = start(rules, key);
  state[SLOT.calm] = 300;
  state[SLOT.capital] = 0;
  expect(menu(rules, state, 0)).toEqual({
    seat: 0,
    situations: [
      {
        situation: 0,
        options: [
          { option: 0, legal: true, cost: 0 },
          { option: 1, legal: true, cost: 1 },
          { option: 2, legal: false, cost: 0, whyNot: { reason: 'need', need: 0, at: 17 } },
          { option: 3, legal: false, cost: 9, whyNot: { reason: 'cost', short: 7 } },
        ],
      },
    ],
    acts: [
      { act: 0, legal: false, cost: 3, whyNot: { reason: 'cost', short: 1 } },
      { act: 1, legal: true, cost: 2 },
    ],
    maxActs: 2,
  });
});

test('what costs nothing can be had from an overdrawn budget', () => {
  const overdrawn = compileProgram({
    ...small,
    seats: small.seats.map((seat, i) => (i === 0 ? { ...seat, budget: { slot: SLOT.capital, floor: 1 } } : seat)),
  });
  const state = start(overdrawn, key);
  state[SLOT.capital] = -2;
  expect(menu(overdrawn, state, 0).situations[0]?.options.map(({ legal }) => legal)).toEqual([true, false, true, false]);
});

test('an answer closes the situation, is remembered, and its price is a row under the order', () => {
  const ledger = newLedger();
  const noCalendar = compileProgram({ ...small, start: small.phases.calendar, phases: { ...small.phases, calendar: [] } });
  const before = start(noCalendar, key);
  const state = step(noCalendar, key, before, quiet(answer(1)), ledger);
  expect(state[SLOT.doorStatus]).toBe(0);
  expect(state[SLOT.doorAnswer]).toBe(2);
  expect(state[SLOT.capital]).toBe(3);
  const [order] = kinds(ledger, 'answer');
  const [cost] = kinds(ledger, 'cost');
  const [chance] = kinds(ledger, 'chance');
  const effect = rowsOf(ledger).find(({ slot }) => slot === SLOT.wealth);
  expect(order?.place).toBe(12);
  expect(cost).toMatchObject({ slot: SLOT.capital, before: 4, wanted: 3, after: 3, parent: order?.row });
  expect(chance?.parent).toBe(order?.row);
  expect(whyOf(ledger, effect?.row ?? 0).map(({ kind }) => kind)).toEqual(['add', 'chance', 'answer']);
});

test('a situation left unanswered stays open, and opening it again counts nothing', () => {
  const state = after(rules, 3);
  expect(state[SLOT.doorStatus]).toBe(1);
  expect(state[SLOT.doorSeen]).toBe(1);
  expect(state[SLOT.doorSince]).toBe(0);
});

test('an order that is no longer legal leaves a void row and changes nothing', () => {
  const ledger = newLedger();
  const state = start(rules, key);
  state[SLOT.capital] = 1;
  const both = step(rules, key, state, quiet({ answers: [], acts: [0, 1] }), ledger);
  expect(both[SLOT.talkDone]).toBe(1);
  expect(both[SLOT.buildDone]).toBe(0);
  expect(kinds(ledger, 'void')).toMatchObject([{ place: 32, slot: SLOT.buildDone, before: 0, wanted: 0, after: 0, drawn: 2 }]);
  const withoutBuild = step(rules, key, state, quiet({ answers: [], acts: [0] }));
  expect(both).toEqual(withoutBuild);
});

test('acts apply in the order given, none twice and no more than the seat may', () => {
  const ledger = newLedger();
  step(rules, key, start(rules, key), quiet({ answers: [], acts: [1, 1, 0] }), ledger);
  expect(kinds(ledger, 'act').map(({ place }) => place)).toEqual([32]);
  const twice = newLedger();
  step(rules, key, start(rules, key), quiet({ answers: [], acts: [1, 0] }), twice);
  expect(kinds(twice, 'act').map(({ place }) => place)).toEqual([32, 30]);
});

test('answers and acts of another seat, or of nowhere, are passed over', () => {
  const state = start(rules, key);
  const strange = {
    answers: [
      { situation: 7, option: 0 },
      { situation: 0, option: 9 },
    ],
    acts: [2, 99],
  };
  expect(step(rules, key, state, quiet(strange))).toEqual(step(rules, key, state, quiet(PASS)));
});

test('a seat without an order follows its policy, chosen from the state at the start of the turn', () => {
  const state = start(rules, key);
  const own = choose(rules, key, state, 1);
  const ledger = newLedger();
  const byPolicy = step(rules, key, state, [answer(2)], ledger);
  const byOrder = step(rules, key, state, [answer(2), own]);
  const open = (s: State): number[] => Array.from(s).filter((_, i) => i !== SLOT.beliefProbe && i !== SLOT.beliefMessage);
  expect(open(byPolicy)).toEqual(open(byOrder));
  expect(kinds(ledger, 'policy')).toHaveLength(1);
});

test('an order elsewhere does not shift a draw at another place', () => {
  const luck = (order: SeatOrder): (number | undefined)[] => {
    const ledger = newLedger();
    step(rules, key, start(rules, key), [order], ledger);
    return [...kinds(ledger, 'chance').filter(({ place }) => place === 60), ...kinds(ledger, 'policy')].map(({ drawn }) => drawn);
  };
  const plain = luck(PASS);
  for (const order of [answer(0), answer(1), answer(2, [0]), answer(1, [1, 0])]) expect(luck(order)).toEqual(plain);
});

test('taking a place out of a program leaves every other draw as it was', () => {
  const spread = (name: string, slot: number): Op => ({ op: 'add', at: 1, slot, by: 0, spread: 100, luck: luckAt(name) });
  const both = compileProgram(reacting([spread('one/x', SLOT.calm), spread('two/x', SLOT.wealth)]));
  const one = compileProgram(reacting([spread('two/x', SLOT.wealth)]));
  expect(after(both, 5)[SLOT.wealth]).toBe(after(one, 5)[SLOT.wealth]);
});

test('a timer of n turns runs its `during` n times and falls due n turns after its start', () => {
  const start3: Op = {
    op: 'if',
    at: 1,
    when: ['==', ['slot', SLOT.turn], 1],
    then: [{ op: 'timer', at: 2, timer: 0, turns: 3 }],
    else: [],
  };
  const given = compileProgram(reacting([start3]));
  const counts = [1, 2, 3, 4, 5, 6].map((turns) => {
    const state = after(given, turns);
    return [state[SLOT.refreshLeft], state[SLOT.during], state[SLOT.due]];
  });
  expect(counts).toEqual([
    [0, 0, 0],
    [3, 0, 0],
    [2, 1, 0],
    [1, 2, 0],
    [0, 3, 1],
    [0, 3, 1],
  ]);
});

test('a timer is refreshed, ignored or stacked when it is started again', () => {
  const every = (timer: number): CompiledProgram => compileProgram(reacting([{ op: 'timer', at: 2, timer, turns: 3 }]));
  const dues = (timer: number, turns: number): number | undefined => after(every(timer), turns)[SLOT.due];
  expect([4, 8, 12].map((turns) => dues(0, turns))).toEqual([0, 0, 0]);
  expect([3, 4, 7, 8].map((turns) => dues(1, turns))).toEqual([0, 1, 1, 2]);
  expect([4, 5, 8].map((turns) => dues(2, turns))).toEqual([1, 2, 3]);
});

test('a cancelled timer never falls due, and a timer asked for less than a turn takes one', () => {
  const cancelled = compileProgram(
    reacting([
      { op: 'if', at: 1, when: ['==', ['slot', SLOT.turn], 0], then: [{ op: 'timer', at: 2, timer: 0, turns: 3 }], else: [] },
      { op: 'if', at: 3, when: ['==', ['slot', SLOT.turn], 2], then: [{ op: 'cancel', at: 4, timer: 0 }], else: [] },
    ]),
  );
  expect(after(cancelled, 6)[SLOT.due]).toBe(0);
  const short = compileProgram(
    reacting([{ op: 'if', at: 1, when: ['==', ['slot', SLOT.turn], 0], then: [{ op: 'timer', at: 2, timer: 0, turns: -5 }], else: [] }]),
  );
  expect([1, 2].map((turns) => after(short, turns)[SLOT.due])).toEqual([0, 1]);
});

test('draws inside a timer are keyed by how long ago it started, and its rows hang under the row of its end', () => {
  const spread: Op = { op: 'add', at: 9, slot: SLOT.wealth, by: 0, spread: 50, luck: luckAt('late/x') };
  const [first, ...others] = small.timers;
  if (first === undefined) throw new Error('no timer');
  const given = compileProgram(
    reacting([{ op: 'if', at: 1, when: ['==', ['slot', SLOT.turn], 0], then: [{ op: 'timer', at: 2, timer: 0, turns: 2 }], else: [] }], {
      timers: [{ ...first, due: [spread] }, ...others],
    }),
  );
  const ledger = newLedger();
  step(given, key, after(given, 2), [PASS, PASS], ledger);
  const [due] = kinds(ledger, 'due');
  const effect = rowsOf(ledger).find(({ slot }) => slot === SLOT.wealth);
  const word = draw(key, 2, luckAt('late/x').site, 0, 2);
  expect(effect).toMatchObject({ drawn: Math.floor((word * 101) / 2 ** 32) - 50, parent: due?.row, origin: 0 });
});

test('the first end stands, the turn is finished, and nothing moves afterwards', () => {
  const given = compileProgram(
    reacting([
      { op: 'end', at: 1, ending: 1 },
      { op: 'end', at: 2, ending: 0 },
      { op: 'add', at: 3, slot: SLOT.wealth, by: 1 },
    ]),
  );
  const state = after(given, 1);
  expect(state[SLOT.ending]).toBe(2);
  expect(state[SLOT.turn]).toBe(0);
  expect(state[SLOT.wealth]).toBe(501);
  expect(step(given, key, state, [])).toEqual(state);
  expect(menu(given, state, 0)).toMatchObject({ situations: [], acts: [] });
  expect(choose(given, key, state, 1)).toEqual(PASS);
});

test('a game whose last turn has passed ends with the first ending', () => {
  const state = after(rules, 12);
  expect(state[SLOT.turn]).toBe(12);
  expect(state[SLOT.ending]).toBe(1);
  expect(after(rules, 13)).toEqual(state);
});

test('a year of drift comes to the same in weeks, months and quarters', () => {
  const yearly = (num: number, den: number, turns: number): number | undefined => {
    const add: Op = { op: 'add', at: 1, slot: SLOT.wealth, by: -260, rate: { num, den, remainder: SLOT.remainder } };
    const long = smallProgram(60);
    return after(compileProgram({ ...long, phases: { reactions: [add], drift: [], endings: [], calendar: [] } }), turns)[SLOT.wealth];
  };
  expect([yearly(1, 52, 52), yearly(1, 12, 12), yearly(1, 4, 4), yearly(1, 1, 1)]).toEqual([240, 240, 240, 240]);
});

test('the same luck gives the same amount whatever else the spread is made of', () => {
  const spread: Op = { op: 'add', at: 1, slot: SLOT.wealth, by: 10, spread: ['slot', SLOT.due], luck: luckAt('x/y') };
  const fixed: Op = { op: 'add', at: 1, slot: SLOT.wealth, by: 10, spread: 7, luck: luckAt('x/y') };
  const given = compileProgram(reacting([{ op: 'set', at: 2, slot: SLOT.due, to: 7 }, spread]));
  expect(after(given, 4)[SLOT.wealth]).toBe(after(compileProgram(reacting([fixed])), 4)[SLOT.wealth]);
});
