import { imagine } from '../engine/belief.ts';
import { seedWords, type Key } from '../engine/chance.ts';
import { valueOf } from '../engine/expression.ts';
import { seatOf, seenBy, type Sitter } from '../engine/eye.ts';
import type { SeatOrder } from '../engine/order.ts';
import { ENDING, type Expr, type Slot } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { checkOf, type State } from '../engine/state.ts';
import { stepInPlace } from '../engine/turn.ts';
import type { View } from '../engine/view.ts';
import { spread } from './differences.ts';
import { hedgeOf, partnerWith } from './lines.ts';
import { orderOf, type Policy } from './policy.ts';

export interface ForecastSpec {
  /** How far ahead, in turns; at least 1. */
  readonly turns: number;
  /** Imagined futures; at least 1. */
  readonly samples: number;
  /** How the seat is taken to go on after the order: one after another over the futures. Sensible lines when absent. */
  readonly habits?: readonly Policy[];
  /** Named tails and predictions: what is asked is whether `rises` will be higher than it is at any of the next `turns` turns. */
  readonly events?: readonly { readonly rises: Expr; readonly turns: number }[];
  /** Counts of which it is asked whether they rise in the first turn: moves of powers. */
  readonly watch?: readonly Slot[];
}

/** What may come of an order, as far as the seat can know. */
export interface Forecast {
  /** Change of each reading over the turns, in the reading's units: one future in ten lies below `p10`, one in ten above `p90`. */
  readonly readings: readonly {
    readonly id: string;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
    readonly mean: number;
  }[];
  /** Odds of each event, ppm. */
  readonly events: readonly number[];
  /** By ending of the program: odds that it is reached within the turns, ppm. */
  readonly endings: readonly number[];
  /** Odds that each of `watch` rises in the first turn, ppm. */
  readonly seen: readonly number[];
  /** By reading: its change in each future, so that two orders can be compared future by future. */
  readonly changes: readonly Int32Array[];
}

/**
 * Runs the game itself on imagined futures: hidden causes drawn from the seat's odds, luck keyed by the view alone (never by the
 * game's seed). All orders weighed on one view meet the same luck, and two games that look alike forecast alike.
 */
export const forecast = (rules: CompiledProgram, view: View, eye: Sitter, order: SeatOrder, spec: ForecastSpec): Forecast =>
  forecastsFrom(rules, view, eye, spec)(order);

/** The same for several orders of one view, which begin from the same imagined states. */
export const forecastsFrom = (rules: CompiledProgram, view: View, eye: Sitter, spec: ForecastSpec): ((order: SeatOrder) => Forecast) => {
  const word = checkOf(view);
  const begun: { readonly key: Key; readonly state: State }[] = [];
  const begin = (sample: number): (typeof begun)[number] => {
    const key = seedWords(word, sample + 1);
    return (begun[sample] ??= { key, state: imagine(rules, view, key, eye) });
  };
  return (order) => futuresOf(rules, view, eye, order, spec, begin);
};

const futuresOf = (
  rules: CompiledProgram,
  view: View,
  eye: Sitter,
  order: SeatOrder,
  spec: ForecastSpec,
  begin: (sample: number) => { readonly key: Key; readonly state: State },
): Forecast => {
  const seat = seatOf(eye);
  const { turns, samples, habits = SENSIBLE, events = [], watch = [] } = spec;
  const { readings, endings, seats } = rules.program;
  const before = events.map(({ rises }) => valueOf(rules, view, rises));
  const changes = readings.map(() => new Int32Array(samples));
  const risen = events.map(() => 0);
  const seen = watch.map(() => 0);
  const ended = endings.map(() => 0);
  const depth = Math.max(turns, ...events.map((event) => event.turns));
  const orders: (SeatOrder | undefined)[] = seats.map(() => undefined);

  for (let sample = 0; sample < samples; sample++) {
    const { key, state: begun } = begin(sample);
    const state = begun.slice();
    const habit = habits[sample % habits.length]!;
    const came = events.map(() => false);
    for (let turn = 1; turn <= depth; turn++) {
      orders[seat] = turn === 1 ? order : orderOf(rules, habit, key, state, seat);
      stepInPlace(rules, key, state, orders);
      if (turn === 1) watch.forEach((slot, i) => state[slot]! > view[slot]! && seen[i]!++);
      if (turn === turns) {
        for (const [i, { slot }] of readings.entries()) changes[i]![sample] = state[slot]! - view[slot]!;
        const ending = state[ENDING]!;
        if (ending !== 0) ended[ending - 1]!++;
      }
      if (events.length === 0) continue;
      const shown = seenBy(rules, state, eye);
      for (const [i, event] of events.entries()) {
        if (turn <= event.turns && valueOf(rules, shown, event.rises) > before[i]!) came[i] = true;
      }
    }
    for (const [i, it] of came.entries()) if (it) risen[i]!++;
  }

  return {
    readings: readings.map(({ id }, i) => ({ id, ...spread(changes[i]!) })),
    events: risen.map((count) => share(count, samples)),
    endings: ended.map((count) => share(count, samples)),
    seen: seen.map((count) => share(count, samples)),
    changes,
  };
};

/** How a seat is taken to go on of whose habits nothing is known. */
export const SENSIBLE: readonly Policy[] = [hedgeOf({}), partnerWith([], {})];

const share = (count: number, of: number): number => Math.floor((count * 1_000_000) / of);
