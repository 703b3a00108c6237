import { expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { valueOf } from '../../src/engine/expression.ts';
import { menu } from '../../src/engine/menu.ts';
import { ENDING, TURN } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { walkOps } from '../../src/engine/walk-ops.ts';
import { anyOrder } from './any-order.ts';
import { shipped } from './shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const rules = compileProgram(bundle.program, bundle.rulesHash);

interface Promised {
  readonly situation: number;
  /** The turn at which it was said to lie there again. */
  readonly turn: number;
}

it('what was put off for so many weeks lies there again after as many, unless something else stands open', () => {
  const promised: Promised[] = [];
  let kept = 0;
  let crowded = 0;
  for (let seed = 0; seed < 150; seed++) {
    const key = seedWords(seed, 77);
    const state = start(rules, key);
    promised.length = 0;
    while (state[ENDING] === 0) {
      const turn = state[TURN]!;
      const open = menu(rules, state, 0).situations.map(({ situation }) => situation);
      for (const { situation } of promised.filter((each) => each.turn === turn)) {
        if (open.includes(situation)) kept++;
        // Crowded out, or the calendar's own: it waits for the next free week.
        else if (open.length > 0 || turn >= 22) crowded++;
        else expect.fail(`seed ${String(seed)}: ${rules.program.situations[situation]?.id ?? ''} is not there on turn ${String(turn)}`);
      }
      const order = anyOrder(rules, state, key, false);
      for (const { situation, option } of order.answers) {
        walkOps(rules.program.situations[situation]?.options[option]?.does ?? [], (op) => {
          if (op.op === 'timer' && rules.program.timers[op.timer]?.id.startsWith('returns.') === true)
            promised.push({ situation, turn: turn + valueOf(rules, state, op.turns) });
        });
      }
      stepInPlace(rules, key, state, [order]);
    }
  }
  expect(kept).toBeGreaterThan(50);
  expect(crowded).toBeLessThan(kept);
});
