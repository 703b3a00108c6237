import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { newLedger, rowAt } from '../../src/engine/ledger.ts';
import type { Ledger, Row } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import type { Program } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, step, stepInPlace } from '../../src/engine/turn.ts';
import { runs } from '../counts.ts';
import { advance, begin } from './interpreter.ts';
import { randomOrder, randomProgram, tapes } from './random-program.ts';

const numRuns = runs(300, 20_000);
const seeds = fc.nat(1_000_000);

const rowsOf = (ledger: Ledger): Row[] => Array.from({ length: ledger.count }, (_, row) => rowAt(ledger, row));

/** Kinds of slots whose every change has a row; the engine's own bookkeeping has none. */
const LOGGED = new Set<string>(['number', 'flag', 'stage', 'hidden', 'belief']);

/** Programs whose expressions could pass 2^53 are refused, and there is nothing to play. */
const playable = (program: Program): boolean => {
  const opened = parseProgram(program);
  if (!opened.ok && opened.problem.code !== 'too-wide') throw new Error(JSON.stringify(opened.problem));
  return opened.ok;
};

test('engine and interpreter agree on every random program, with and without a ledger, on a copy and in place', () => {
  fc.assert(
    fc.property(tapes, seeds, (tape, seed) => {
      const program = randomProgram(tape);
      fc.pre(playable(program));
      const rules = compileProgram(program);
      const key = seedWords(seed);
      const plain = begin(program, key);
      let state = start(rules, key);
      const inPlace = start(rules, key, [], newLedger());
      expect(Array.from(state)).toEqual(plain);
      expect(Array.from(inPlace)).toEqual(plain);
      for (let turn = 0; turn < rules.turns; turn++) {
        const orders = [0, 1, 2].map((seat) => (seat === 0 || tape(3) === 0 ? randomOrder(tape, menu(rules, state, seat)) : undefined));
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
      const rules = compileProgram(program);
      const key = seedWords(seed);
      const state = start(rules, key, [], newLedger());
      const known = Array.from(state);
      const faults: unknown[] = [];
      for (let turn = 0; turn < rules.turns; turn++) {
        const rows = newLedger();
        stepInPlace(rules, key, state, [randomOrder(tape, menu(rules, state, 0))], rows);
        for (const row of rowsOf(rows)) {
          const spec = program.slots[row.slot];
          const linked = spec === undefined || !LOGGED.has(spec.kind) || row.before === known[row.slot];
          const bound = spec === undefined || row.after === Math.min(Math.max(row.wanted, spec.min), spec.max);
          if (!linked || !bound || row.parent >= row.row) faults.push({ turn, ...row });
          if (spec !== undefined) known[row.slot] = row.after;
        }
        for (const [slot, { kind, min, max }] of program.slots.entries()) {
          const now = state[slot] ?? Number.NaN;
          if (!(now >= min && now <= max) || (LOGGED.has(kind) && now !== known[slot])) faults.push({ turn, slot, now });
          known[slot] = now;
        }
        for (const { beliefs } of program.hidden) {
          if (beliefs.reduce((sum, belief) => sum + (state[belief] ?? 0), 0) !== 1_000_000) faults.push({ turn, beliefs });
        }
      }
      expect(faults).toEqual([]);
    }),
    { numRuns },
  );
});
