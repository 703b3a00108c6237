import { expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { menu } from '../../src/engine/menu.ts';
import { ENDING, TURN } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { runs } from '../counts.ts';
import { anyOrder } from './any-order.ts';
import { shipped } from './shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const rules = compileProgram(bundle.program, bundle.rulesHash);

const GAMES = runs(2000, 100_000);

it('who answers what is asked is asked one thing at a time, and always has an answer', { timeout: runs(120_000, 3_600_000) }, () => {
  let stops = 0;
  for (let game = 0; game < GAMES; game++) {
    const key = seedWords(game, 0x0a3);
    const state = start(rules, key, []);
    while (state[ENDING] === 0) {
      const open = menu(rules, state, 0).situations;
      const ids = open.map(({ situation }) => rules.situations[situation]!.spec.id);
      const stuck = open.some(({ options }) => options.every(({ legal }) => !legal));
      if (open.length > 1 || stuck)
        expect.fail(`game ${game}, turn ${String(state[TURN])}: ${ids.join(', ')}${stuck ? ', no answer' : ''}`);
      stops += open.length;
      stepInPlace(rules, key, state, [anyOrder(rules, state, key, false)]);
    }
  }
  expect(stops).toBeGreaterThan(GAMES * 8);
});
