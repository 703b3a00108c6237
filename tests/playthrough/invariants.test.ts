import { describe, expect, it } from 'vitest';
import { clamp } from '../../src/engine/arith.ts';
import { seedWords } from '../../src/engine/chance.ts';
import { newLedger, rowAt } from '../../src/engine/ledger.ts';
import type { Ledger } from '../../src/engine/ledger.ts';
import { ENDING, TURN } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import type { State } from '../../src/engine/state.ts';
import { start, step } from '../../src/engine/turn.ts';
import { runs } from '../counts.ts';
import { anyOrder } from './any-order.ts';
import { shipped } from './shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const rules = compileProgram(bundle.program, bundle.rulesHash);
const { program } = rules;
/** What is wrong with a state and with the rows that led to it; nothing, if all is well. */
const complaints = (before: State, after: State, ledger: Ledger): string[] => {
  const wrong: string[] = [];
  for (const [slot, { name, min, max }] of program.slots.entries()) {
    const value = after[slot] ?? NaN;
    if (!Number.isInteger(value) || value < min || value > max)
      wrong.push(`${name} is ${String(value)}, outside ${String(min)}..${String(max)}`);
  }
  for (const { id, beliefs } of program.hidden) {
    const sum = beliefs.reduce((total, slot) => total + (after[slot] ?? 0), 0);
    if (sum !== 1_000_000) wrong.push(`the odds of ${id} sum to ${String(sum)}`);
  }
  const told = new Map<number, number>();
  for (let i = 0; i < ledger.count; i++) {
    const row = rowAt(ledger, i);
    const spec = program.slots[row.slot];
    if (spec === undefined) continue;
    const known = told.get(row.slot) ?? before[row.slot];
    if (spec.kind === 'number' || spec.kind === 'flag' || spec.kind === 'stage') {
      if (row.before !== known) wrong.push(`${spec.name} was ${String(known)}, row ${String(i)} says ${String(row.before)}`);
      if (row.kind !== 'void' && row.after !== clamp(row.wanted, spec.min, spec.max))
        wrong.push(
          `${spec.name}: ${String(row.before)} to ${String(row.after)} is not what was wanted (${String(row.wanted)}) within its bounds`,
        );
    }
    told.set(row.slot, row.after);
    if (row.parent >= i) wrong.push(`row ${String(i)} comes from a later one`);
  }
  for (const [slot, { name, kind }] of program.slots.entries()) {
    const last = told.get(slot) ?? before[slot];
    if ((kind === 'number' || kind === 'flag' || kind === 'stage') && last !== after[slot])
      wrong.push(`${name} ends at ${String(after[slot])}, its rows at ${String(last)}`);
  }
  return wrong;
};

describe('random playthroughs of the shipped scenario', () => {
  const games = runs(5000, 1_000_000);

  it('hold every invariant on every turn', { timeout: runs(240_000, 36_000_000) }, () => {
    const endings = new Set<number>();
    for (let game = 0; game < games; game++) {
      const key = seedWords(game, 0x1a5);
      let state = start(rules, key, []);
      for (let guard = 0; state[ENDING] === 0; guard++) {
        const ledger = newLedger();
        const next = step(rules, key, state, [anyOrder(rules, state, key)], ledger);
        const wrong = complaints(state, next, ledger);
        if (wrong.length > 0 || guard > rules.turns) expect.fail(`game ${String(game)}, turn ${String(state[TURN])}: ${wrong.join('; ')}`);
        state = next;
      }
      endings.add(state[ENDING] ?? 0);
    }
    // Otherwise the games would not have been as varied as the claim needs.
    expect(endings.size).toBeGreaterThan(6);
  });
});
