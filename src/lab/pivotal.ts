import { seedWords, type Key } from '../engine/chance.ts';
import { menu } from '../engine/menu.ts';
import type { SeatOrder } from '../engine/order.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { checkOf, type State } from '../engine/state.ts';
import { stepInPlace } from '../engine/turn.ts';
import type { Policy } from '../players/policy.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { playToEnd } from './game.ts';

const LUCKS = 10;
/** Change of a reading at the end of the game, in its units, that makes a stop pivotal. */
const PIVOTAL = 80;

/** Whether some other answer would have moved a reading by 80 or more at the end of the game, in the mean of ten lucks. */
export const isPivotal = (rules: CompiledProgram, policy: Policy, state: State, order: SeatOrder): boolean => {
  const [answer] = order.answers;
  if (answer === undefined) return false;
  const others = (menu(rules, state, FIRST_SEAT).situations.find(({ situation }) => situation === answer.situation)?.options ?? []).filter(
    ({ legal, option }) => legal && option !== answer.option,
  );
  const taken = endOf(rules, policy, state, order);
  return others.some(({ option }) => {
    const end = endOf(rules, policy, state, { ...order, answers: [{ ...answer, option }, ...order.answers.slice(1)] });
    return end.some((sum, i) => Math.abs(sum - taken[i]!) >= PIVOTAL * LUCKS);
  });
};

/** By reading: the sum of its values at the end over the lucks. */
const endOf = (rules: CompiledProgram, policy: Policy, from: State, order: SeatOrder): number[] => {
  const sums = rules.program.readings.map(() => 0);
  for (let luck = 1; luck <= LUCKS; luck++) {
    const key: Key = seedWords(checkOf(from), luck);
    const state = from.slice();
    stepInPlace(
      rules,
      key,
      state,
      rules.seats.map(({ seat }) => (seat === FIRST_SEAT ? order : undefined)),
    );
    playToEnd(rules, key, state, policy);
    rules.program.readings.forEach(({ slot }, i) => (sums[i]! += state[slot]!));
  }
  return sums;
};
