import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, imagine, posterior } from '../../src/engine/belief.ts';
import { seedWords } from '../../src/engine/chance.ts';
import { oddsOf } from '../../src/engine/seat-policy.ts';
import { newLedger, rowAt } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { PASS } from '../../src/engine/order.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, step } from '../../src/engine/turn.ts';
import { rowsFor, seenBy } from '../../src/engine/eye.ts';
import { randomOrder, randomProgram, tapes } from './random-program.ts';
import { SLOT, smallProgram } from './small-program.ts';

const oddsOfMany = fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 6 }).map((weights) => apportion(weights.map((w) => w + 1)) ?? []);

test('odds sum to a million after any observation, and no cause that had odds loses them all', () => {
  fc.assert(
    fc.property(oddsOfMany, fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }), (odds, likelihoods) => {
      const after = posterior(odds, likelihoods);
      expect(after.reduce((a, b) => a + b, 0)).toBe(1_000_000);
      for (const [i, share] of odds.entries()) expect((after[i] ?? 0) > 0).toBe(share > 0);
    }),
    { numRuns: 2000 },
  );
});

test('a sign twice as likely under one cause doubles its odds against the other', () => {
  expect(posterior([500_000, 500_000], [200_000, 100_000])).toEqual([666_667, 333_333]);
});

test('what no cause allows changes nothing, and what only one allows leaves the others one part', () => {
  expect(posterior([300_000, 700_000], [0, 0])).toEqual([300_000, 700_000]);
  expect(posterior([300_000, 300_000, 400_000], [0, 1_000_000, 0])).toEqual([1, 999_998, 1]);
  expect(posterior([0, 1_000_000], [1_000_000, 1])).toEqual([0, 1_000_000]);
});

test('remainders go to the largest first, the lowest index on a tie', () => {
  expect(apportion([1, 1, 1])).toEqual([333_334, 333_333, 333_333]);
  expect(apportion([1, 2, 2, 2])).toEqual([142_857, 285_715, 285_714, 285_714]);
  expect(apportion([0, 0])).toBeUndefined();
});

test('equal views with different hidden causes give equal menus, odds and imagined states', () => {
  fc.assert(
    fc.property(tapes, fc.nat(10_000), (tape, seed) => {
      const program = randomProgram(tape);
      fc.pre(parseProgram(program).ok);
      const rules = compileProgram(program);
      const key = seedWords(seed);
      let state = start(rules, key);
      for (let turn = 0; turn < 3; turn++) state = step(rules, key, state, [randomOrder(tape, menu(rules, state, 0))]);
      const other = state.slice();
      for (const { slot, causes } of program.hidden) other[slot] = ((state[slot] ?? 0) + 1) % causes.length;
      const [a, b] = [seenBy(rules, state, 0), seenBy(rules, other, 0)];
      expect(a).toEqual(b);
      expect(menu(rules, state, 0)).toEqual(menu(rules, b, 0));
      expect(menu(rules, other, 0)).toEqual(menu(rules, a, 0));
      expect(oddsOf(rules, a, 1, 0)).toEqual(oddsOf(rules, b, 1, 0));
      expect(oddsOf(rules, a, 1, 0).reduce((sum, { ppm }) => sum + ppm, 0)).toBe(1_000_000);
      expect(imagine(rules, a, key, 0)).toEqual(imagine(rules, b, key, 0));
    }),
    { numRuns: 200 },
  );
});

test('imagined causes follow the odds, and what is public stays as it is', () => {
  const rules = compileProgram(smallProgram());
  const view = seenBy(rules, start(rules, seedWords(1)), 0);
  let second = 0;
  for (let seed = 0; seed < 4000; seed++) {
    const state = imagine(rules, view, seedWords(seed), 0);
    const [hidden] = rules.program.hidden;
    second += state[hidden?.slot ?? 0] ?? 0;
    expect(seenBy(rules, state, 0)).toEqual(view);
  }
  expect(second / 4000).toBeGreaterThan(0.67);
  expect(second / 4000).toBeLessThan(0.73);
});

test('over many games the odds held in the end are right about as often as they say', () => {
  const rules = compileProgram(smallProgram());
  const [hidden] = rules.program.hidden;
  if (hidden === undefined) throw new Error('no hidden cause');
  let said = 0;
  let right = 0;
  const games = 3000;
  for (let seed = 0; seed < games; seed++) {
    const key = seedWords(seed);
    let state = start(rules, key);
    for (let turn = 0; turn < 6; turn++) state = step(rules, key, state, []);
    said += state[hidden.beliefs[1] ?? 0] ?? 0;
    right += state[hidden.slot] === 1 ? 1_000_000 : 0;
  }
  expect(Math.abs(said - right) / games).toBeLessThan(15_000);
});

test('the row of an observation carries the true odds and the odds as the viewer had them', () => {
  const rules = compileProgram(smallProgram());
  const key = seedWords(5);
  const ledger = newLedger();
  const state = start(rules, key);
  const truth = state[rules.program.hidden[0]?.slot ?? 0] ?? 0;
  step(rules, key, state, [PASS], ledger);
  const rows = Array.from({ length: ledger.count }, (_, i) => rowAt(ledger, i));
  const row = rows.find(({ kind }) => kind === 'chance');
  const held = (slot: number): number => rows.findLast((each) => each.slot === slot && each.row < (row?.row ?? 0))?.after ?? 0;
  expect(row?.p).toBe(truth === 1 ? 800_000 : 200_000);
  expect(row?.seen).toBe(Math.floor((held(SLOT.beliefProbe) * 200_000 + held(SLOT.beliefMessage) * 800_000) / 1_000_000));
  expect(rows.filter(({ kind, parent }) => kind === 'belief' && parent === row?.row)).toHaveLength(2);
});

test('what a person orders where a policy would move is told and learnt from as if the policy had chosen it', () => {
  const rules = compileProgram(smallProgram());
  const { acts } = rules.seats[1]!;
  const told = new Set<number>();
  for (let seed = 0; seed < 200; seed++) {
    const key = seedWords(seed);
    const state = start(rules, key);
    const [own, ordered] = [newLedger(), newLedger()];
    const moved = step(rules, key, state, [PASS], own);
    const move = rowAt(own, 0);
    expect(move.kind).toBe('policy');
    const same = step(rules, key, state, [PASS, move.after === 0 ? PASS : { answers: [], acts: [acts[move.after - 1]!] }], ordered);
    expect(same).toEqual(moved);
    for (const eye of [0, 'table'] as const) expect(rowsFor(rules, ordered, eye)).toEqual(rowsFor(rules, own, eye));
    // Whoever gave the order reads it as an order.
    expect(rowsFor(rules, ordered, 1).some(({ kind }) => kind === 'policy')).toBe(false);
    told.add(move.after);
  }
  expect([...told].sort((a, b) => a - b)).toEqual([0, 1, 2]);
});
