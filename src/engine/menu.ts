import { most } from './arith.ts';
import type { CompiledExpr } from './expression.ts';
import { ENDING } from './program.ts';
import type { SourceRef } from './program.ts';
import type { ReadyNeed, CompiledProgram } from './compiled-program.ts';
import type { State } from './state.ts';

/** Why something cannot be ordered. `need`: the first condition that fails, by index and place. `cost`: what is short. */
export type WhyNot =
  { readonly reason: 'need'; readonly need: number; readonly at: SourceRef } | { readonly reason: 'cost'; readonly short: number };

export interface MenuEntry {
  readonly legal: boolean;
  /** What it takes from the seat's budget; 0 when the seat has none. */
  readonly cost: number;
  /** Absent when legal. */
  readonly whyNot?: WhyNot;
}

export interface MenuOption extends MenuEntry {
  readonly option: number;
}

export interface MenuAct extends MenuEntry {
  readonly act: number;
}

/** What a seat may do now. Empty once the game has ended. */
export interface Menu {
  readonly seat: number;
  /** Open situations of the seat, in order, each with all its options. */
  readonly situations: readonly { readonly situation: number; readonly options: readonly MenuOption[] }[];
  /** Acts of the seat that are shown at all, in order. */
  readonly acts: readonly MenuAct[];
  readonly maxActs: number;
}

/** The menu of a seat, from a state or a view: both give the same, as no need or cost may read a hidden cause. */
export function menu(rules: CompiledProgram, looked: State, seat: number): Menu {
  const { spec, situations, acts } = rules.seats[seat]!;
  const state = rules.home ?? looked;
  if (state !== looked) state.set(looked);
  const running = state[ENDING] === 0;
  return {
    seat,
    situations: !running
      ? []
      : situations
          .filter((i) => state[rules.situations[i]!.spec.status] !== 0)
          .map((i) => ({
            situation: i,
            options: rules.situations[i]!.options.map(({ needs, cost }, option) => ({ option, ...entry(rules, state, seat, needs, cost) })),
          })),
    acts: !running
      ? []
      : acts
          .filter((i) => rules.acts[i]!.when(state) !== 0)
          .map((i) => ({ act: i, ...entry(rules, state, seat, rules.acts[i]!.needs, rules.acts[i]!.cost) })),
    maxActs: spec.maxActs,
  };
}

function entry(rules: CompiledProgram, s: State, seat: number, needs: readonly ReadyNeed[], cost: CompiledExpr): MenuEntry {
  const price = priceFor(rules, s, seat, cost);
  const failed = failedNeed(needs, s);
  if (failed >= 0) return { legal: false, cost: price, whyNot: { reason: 'need', need: failed, at: needs[failed]!.at } };
  const short = shortOf(rules, s, seat, price);
  return short > 0 ? { legal: false, cost: price, whyNot: { reason: 'cost', short } } : { legal: true, cost: price };
}

/** Index of the first need that does not hold, or -1. */
export function failedNeed(needs: readonly ReadyNeed[], s: State): number {
  for (let i = 0; i < needs.length; i++) if (needs[i]!.when(s) === 0) return i;
  return -1;
}

/** The price for a seat: not negative, 0 for a seat without a budget. */
export const priceFor = (rules: CompiledProgram, s: State, seat: number, cost: CompiledExpr): number =>
  rules.seats[seat]!.spec.budget === undefined ? 0 : most(cost(s), 0);

/** How much the budget lacks for a price; what costs nothing can always be had. */
export function shortOf(rules: CompiledProgram, s: State, seat: number, price: number): number {
  const { budget } = rules.seats[seat]!.spec;
  return budget === undefined || price === 0 ? 0 : most(budget.floor + price - s[budget.slot]!, 0);
}

/** Whether an act could be ordered on this state. */
export function actIsLegal(rules: CompiledProgram, s: State, act: number): boolean {
  const { spec, when, needs, cost } = rules.acts[act]!;
  return when(s) !== 0 && failedNeed(needs, s) < 0 && shortOf(rules, s, spec.seat, priceFor(rules, s, spec.seat, cost)) === 0;
}
