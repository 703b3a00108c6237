import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { newLedger, rowAt } from '../../src/engine/ledger.ts';
import type { Ledger, Row } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { openProgram } from '../../src/engine/program-check.ts';
import type { Program } from '../../src/engine/program.ts';
import { openRules } from '../../src/engine/rules.ts';
import { start, step, stepInPlace } from '../../src/engine/turn.ts';
import { advance, begin } from './interpreter.ts';
import { randomOrder, randomProgram, tapes } from './random-program.ts';

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 400);
const seeds = fc.nat(1_000_000);

const rowsOf = (ledger: Ledger): Row[] => Array.from({ length: ledger.count }, (_, row) => rowAt(ledger, row));

/** Programs whose expressions could pass 2^53 are refused, and there is nothing to play. */
const playable = (program: Program): boolean => {
  const opened = openProgram(program);
  if (!opened.ok && opened.problem.code !== 'too-wide') throw new Error(JSON.stringify(opened.problem));
  return opened.ok;
};

test('engine and interpreter agree on every random program, with and without a ledger, on a copy and in place', () => {
  fc.assert(
    fc.property(tapes, seeds, (tape, seed) => {
      const program = randomProgram(tape);
      fc.pre(playable(program));
      const rules = openRules(program);
      const key = seedWords(seed);
      const plain = begin(program, key);
      let state = start(rules, key);
      const inPlace = start(rules, key, [], newLedger());
      expect(Array.from(state)).toEqual(plain);
      expect(Array.from(inPlace)).toEqual(plain);
      for (let turn = 0; turn < rules.turns; turn++) {
        const orders = [randomOrder(tape, menu(rules, state, 0))];
        advance(program, key, plain, orders);
        const before = state.slice();
        const after = step(rules, key, state, orders);
        expect(state).toEqual(before);
        state = after;
        stepInPlace(rules, key, inPlace, orders, newLedger());
        expect(Array.from(state)).toEqual(plain);
        expect(Array.from(inPlace)).toEqual(plain);
      }
    }),
    { numRuns },
  );
});

test('every row stays within bounds, before + applied is after, and the rows of a slot link up to its last value', () => {
  fc.assert(
    fc.property(tapes, seeds, (tape, seed) => {
      const program = randomProgram(tape);
      fc.pre(playable(program));
      const rules = openRules(program);
      const key = seedWords(seed);
      const ledger = newLedger();
      const state = start(rules, key, [], ledger);
      const known = Array.from(state);
      for (let turn = 0; turn < rules.turns; turn++) {
        const rows = newLedger();
        stepInPlace(rules, key, state, [randomOrder(tape, menu(rules, state, 0))], rows);
        for (const { row, slot, before, after, wanted, parent } of rowsOf(rows)) {
          expect(parent).toBeLessThan(row);
          const spec = program.slots[slot];
          if (spec === undefined) continue;
          expect(after).toBe(Math.min(Math.max(wanted, spec.min), spec.max));
          if (spec.kind === 'number' || spec.kind === 'flag' || spec.kind === 'stage' || spec.kind === 'belief')
            expect(before).toBe(known[slot]);
          known[slot] = after;
        }
        for (const [i, { kind, min, max }] of program.slots.entries()) {
          const now = state[i] ?? Number.NaN;
          expect(now >= min && now <= max).toBe(true);
          if (kind === 'number' || kind === 'flag' || kind === 'stage' || kind === 'belief' || kind === 'hidden')
            expect(now).toBe(known[i]);
          known[i] = now;
        }
        for (const { beliefs } of program.hidden) expect(beliefs.reduce((sum, belief) => sum + (state[belief] ?? 0), 0)).toBe(1_000_000);
      }
    }),
    { numRuns },
  );
});
