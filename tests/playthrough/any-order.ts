import { drawBelow, newTurnLuck, setTurn, siteOf } from '../../src/engine/chance.ts';
import type { Key } from '../../src/engine/chance.ts';
import { menu } from '../../src/engine/menu.ts';
import type { SeatOrder } from '../../src/engine/order.ts';
import { TURN } from '../../src/engine/program.ts';
import type { CompiledProgram } from '../../src/engine/compiled-program.ts';
import type { State } from '../../src/engine/state.ts';

const SITE = siteOf('playthrough/order');

/** Any legal order, acts and (unless told otherwise) silence among them: a person who does whatever can be done. */
export const anyOrder = (rules: CompiledProgram, state: State, key: Key, silence = true): SeatOrder => {
  const luck = newTurnLuck();
  setTurn(luck, key, state[TURN] ?? 0);
  let subject = 0;
  const pick = (n: number): number => drawBelow(luck, SITE, subject++, n);
  const now = menu(rules, state, 0);
  const answers = now.situations.flatMap(({ situation, options }) => {
    const legal = options.filter((option) => option.legal);
    const chosen = legal[pick(Math.max(1, legal.length))];
    return chosen === undefined || (silence && pick(20) === 0) ? [] : [{ situation, option: chosen.option }];
  });
  const acts = now.acts.filter(({ legal }) => legal && pick(3) === 0).map(({ act }) => act);
  return { answers, acts: acts.slice(0, now.maxActs) };
};
