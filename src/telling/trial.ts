import { imagine } from '../engine/belief.ts';
import { newLedger, rowAt, whyOf } from '../engine/ledger.ts';
import type { Ledger } from '../engine/ledger.ts';
import type { SeatOrder } from '../engine/order.ts';
import type { SourceRef, Slot } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { stepInPlace } from '../engine/turn.ts';
import type { View } from '../engine/view.ts';

const KEY = [1, 2, 3, 4] as const;

/**
 * What an order takes from the seat's budget, in points of capital, found by giving it on an imagined state: its prices, less what its
 * own ops give back for sure (the free initiative), as the game will charge them. 0 for a seat without a budget.
 */
export const spendOf = (rules: CompiledProgram, view: View, seat: number, order: SeatOrder): number => {
  const budget = rules.program.seats[seat]?.budget;
  if (budget === undefined || (order.answers.length === 0 && order.acts.length === 0)) return 0;
  return chargedIn(given(rules, view, seat, order), budget.slot);
};

/** What an act takes, net, when it is ordered after others; undefined when these leave no room for it. */
export const priceAfter = (
  rules: CompiledProgram,
  view: View,
  seat: number,
  before: readonly number[],
  act: number,
): number | undefined => {
  const budget = rules.program.seats[seat]?.budget;
  const at = rules.program.acts[act]?.at;
  if (budget === undefined || at === undefined) return 0;
  const ledger = given(rules, view, seat, { answers: [], acts: [...before, act] });
  for (let i = 0; i < ledger.count; i++) {
    const { kind, place } = rowAt(ledger, i);
    if (kind === 'act' && place === at) return chargedIn(ledger, budget.slot, at);
  }
  return undefined;
};

const given = (rules: CompiledProgram, view: View, seat: number, order: SeatOrder): Ledger => {
  const ledger = newLedger();
  stepInPlace(
    rules,
    KEY,
    imagine(rules, view, KEY, seat),
    rules.program.seats.map((_, i) => (i === seat ? order : { answers: [], acts: [] })),
    ledger,
  );
  return ledger;
};

/** Net price of the orders in a ledger, or of the one at a place: what they took from a budget slot, leaving out what chance gave or took. */
export const chargedIn = (ledger: Ledger, slot: Slot, at?: SourceRef): number => {
  let charged = 0;
  for (let i = 0; i < ledger.count; i++) {
    const row = rowAt(ledger, i);
    if (row.slot !== slot) continue;
    const why = whyOf(ledger, i);
    const kinds = why.map(({ kind }) => kind);
    const root = kinds.at(-1);
    if (at !== undefined && why.at(-1)?.place !== at) continue;
    if ((root === 'answer' || root === 'act') && !kinds.includes('chance') && !kinds.includes('choose')) charged += row.before - row.after;
  }
  return charged;
};
