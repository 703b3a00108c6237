import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { menu } from '../../src/engine/menu.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import { ENDING, type Program } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, step } from '../../src/engine/turn.ts';
import { seenBy } from '../../src/engine/eye.ts';
import { forecast } from '../../src/players/forecast.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import { runs } from '../counts.ts';
import { legalOrder, randomProgram, tapes } from '../engine/random-program.ts';

const seeds = fc.nat(1_000_000);
const events = [{ rises: ['slot', 2], turns: 2 }] as const;

const policiesFor = (program: Program) =>
  policiesOf({ program, catalogue: { situations: [], stances: [], groups: [{ id: 'all', members: [], speaker: '' }], powers: [] } });

/** Runs `look` on states of random games that differ in their hidden causes alone. */
const onTwins = (
  look: (rules: ReturnType<typeof compileProgram>, one: Int32Array, other: Int32Array, key: ReturnType<typeof seedWords>) => void,
) => {
  fc.assert(
    fc.property(tapes, seeds, (tape, seed) => {
      const opened = parseProgram(randomProgram(tape));
      fc.pre(opened.ok);
      const program = opened.value;
      const rules = compileProgram(program);
      const key = seedWords(seed);
      let state = start(rules, key);
      for (let turn = tape(rules.turns); turn > 0; turn--) state = step(rules, key, state, [legalOrder(tape, menu(rules, state, 0))]);
      fc.pre(state[ENDING] === 0);
      const other = state.slice();
      for (const { slot, causes } of program.hidden) other[slot] = (state[slot]! + 1) % causes.length;
      look(rules, state, other, key);
    }),
    { numRuns: runs(60, 5_000) },
  );
};

describe('what a player may know', () => {
  it('makes the same forecast to the byte whatever is hidden', () => {
    onTwins((rules, one, other) => {
      const before = seenBy(rules, one, 0);
      const order = legalOrder(() => 0, menu(rules, one, 0));
      const spec = { turns: 3, samples: 8, events };
      const told = forecast(rules, before, 0, order, spec);
      expect(JSON.stringify(forecast(rules, seenBy(rules, other, 0), 0, order, spec))).toBe(JSON.stringify(told));
      expect(before).toEqual(seenBy(rules, one, 0));
    });
  });

  it('gives the same order by every policy whatever is hidden', () => {
    onTwins((rules, one, other, key) => {
      for (const policy of policiesFor(rules.program).values()) {
        expect(orderOf(rules, policy, key, other, 0)).toEqual(orderOf(rules, policy, key, one, 0));
      }
    });
  });

  it('leads every policy to an order the menu allows', () => {
    onTwins((rules, state, _other, key) => {
      const now = menu(rules, state, 0);
      for (const [name, policy] of policiesFor(rules.program)) {
        const { answers, acts } = orderOf(rules, policy, key, state, 0);
        for (const { situation, option } of answers) {
          const options = now.situations.find((each) => each.situation === situation)?.options ?? [];
          expect(options.find((each) => each.option === option)?.legal, name).toBe(true);
        }
        for (const act of acts) expect(now.acts.find((each) => each.act === act)?.legal, name).toBe(true);
        expect(new Set(acts).size, name).toBe(acts.length);
        expect(acts.length, name).toBeLessThanOrEqual(now.maxActs);
      }
    });
  });
});
