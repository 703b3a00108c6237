import type { MenuEntry } from '../engine/menu.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { View } from '../engine/view.ts';

/** What an order may still spend. Things without a price can always be had. */
export interface Purse {
  readonly affords: (entry: MenuEntry) => boolean;
  readonly pay: (entry: MenuEntry) => void;
}

/** The budget of a seat while one order is put together. `keep`: what must be left, in units of the budget; nothing less than its floor. */
export const openPurse = (rules: CompiledProgram, view: View, seat: number, keep: number): Purse => {
  const { budget } = rules.seats[seat]!.spec;
  let left = budget === undefined ? Number.MAX_SAFE_INTEGER : view[budget.slot]! - Math.max(budget.floor, keep);
  return {
    affords: ({ legal, cost }) => legal && (cost === 0 || cost <= left),
    pay: ({ cost }) => {
      left -= cost;
    },
  };
};
