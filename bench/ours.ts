import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedWords } from '../src/engine/chance.ts';
import { imul } from '../src/engine/arith.ts';
import type { SeatOrder } from '../src/engine/order.ts';
import { TURN } from '../src/engine/program.ts';
import { compileProgram } from '../src/engine/compiled-program.ts';
import type { State } from '../src/engine/state.ts';
import { start, stepInPlace } from '../src/engine/turn.ts';
import { playerLuck } from '../src/players/luck.ts';
import { compileScenario } from '../src/scenario/compile.ts';

/** The toy on our engine: read from its scenario file, checked, compiled, played without a ledger. `folder` holds `toy.yaml`. */
export const openToy = (folder: string): ((seed: number) => number) => {
  const text = readFileSync(join(folder, 'toy.yaml'), 'utf8');
  const { bundle, problems } = compileScenario({ name: 'toy', own: [{ file: 'toy.yaml', text }], used: [] });
  if (bundle === undefined || problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  const rules = compileProgram(bundle.program);
  const names = [...text.matchAll(/^ {2}(\w+\.\w+):$/gm)].map((found) => found[1]);
  const slots = names.map((name) => rules.program.slots.findIndex((slot) => slot.name === name));
  const cards = bundle.program.situations.length;

  const hashOf = (state: State): number => {
    let hash = 0x811c9dc5;
    for (const slot of slots) hash = imul(hash ^ state[slot]!, 16_777_619);
    return imul(hash ^ state[TURN]!, 16_777_619) >>> 0;
  };

  const order: { answers: { situation: number; option: number }[]; acts: number[] } = { answers: [{ situation: 0, option: 0 }], acts: [] };
  const orders: SeatOrder[] = [order];
  const [answer] = order.answers;
  return (seed) => {
    const key = seedWords(seed);
    const state = start(rules, key);
    for (let turn = 0; turn < rules.turns; turn++) {
      answer!.situation = turn % cards;
      answer!.option = playerLuck(key, turn, 0)('choice', 0, 5);
      stepInPlace(rules, key, state, orders);
    }
    return hashOf(state);
  };
};
