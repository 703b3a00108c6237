import { imagine } from '../../engine/belief.ts';
import { rowAt, newLedger } from '../../engine/ledger.ts';
import type { SeatOrder } from '../../engine/order.ts';
import type { Rules } from '../../engine/rules.ts';
import { stepInPlace } from '../../engine/turn.ts';
import type { View } from '../../engine/view.ts';

const KEY = [1, 2, 3, 4] as const;

/**
 * What an order takes from the seat's budget, in points of capital, found by giving it on an imagined state: the free initiative
 * and prices that depend on one another come out as the game will charge them. 0 for a seat without a budget.
 */
export const spendOf = (rules: Rules, view: View, seat: number, order: SeatOrder): number => {
  const budget = rules.program.seats[seat]?.budget;
  if (budget === undefined || (order.answers.length === 0 && order.acts.length === 0)) return 0;
  const ledger = newLedger();
  const state = imagine(rules, view, KEY);
  stepInPlace(
    rules,
    KEY,
    state,
    rules.program.seats.map((_, i) => (i === seat ? order : { answers: [], acts: [] })),
    ledger,
  );
  let spent = 0;
  for (let i = 0; i < ledger.count; i++) {
    const { kind, slot, before, wanted } = rowAt(ledger, i);
    if (kind === 'cost' && slot === budget.slot) spent += before - wanted;
  }
  return spent;
};
