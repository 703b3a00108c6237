import { imagine } from '../engine/belief.ts';
import { seedWords } from '../engine/chance.ts';
import { seatOf, seenBy, type Sitter } from '../engine/eye.ts';
import { PASS, type SeatOrder } from '../engine/order.ts';
import { ENDING } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { oddsOf } from '../engine/seat-policy.ts';
import { checkOf, type State } from '../engine/state.ts';
import { stepInPlace } from '../engine/turn.ts';
import type { View } from '../engine/view.ts';

/** An order, and what its seat saw when it was given. */
export interface Given {
  readonly view: View;
  readonly order: SeatOrder;
  /** Turns from the order to the move; at least 1. */
  readonly turns: number;
}

/** A move that a policy made of its own: act of the program, and whose seat it is. */
export interface OwnMove {
  readonly act: number;
  readonly seat: number;
}

/** Imagined futures of each order: what is counted are odds, which scatter little. */
const SAMPLES = 40;

/**
 * By move, the odds (ppm) that it would not have come without the order: how much likelier it is where the order was given than where nothing
 * was, with nothing done since. Both are played on imagined futures of the seat's view, so that nothing hidden bears on it.
 */
export const oddsOfAnswering = (
  rules: CompiledProgram,
  eye: Sitter,
  { view, order, turns }: Given,
  moves: readonly OwnMove[],
): readonly number[] => {
  const seen = seenBy(rules, view, eye);
  const own = seatOf(eye);
  const word = checkOf(seen);
  const seats = [...new Set(moves.map(({ seat }) => seat))];
  const sums = [order, PASS].map((first) => {
    const sum = moves.map(() => 0);
    for (let sample = 0; sample < SAMPLES; sample++) {
      const key = seedWords(word, sample + 1);
      const state: State = imagine(rules, seen, key, eye);
      for (let turn = 0; turn < turns; turn++)
        stepInPlace(
          rules,
          key,
          state,
          rules.seats.map((_, i) => (i === own ? (turn === 0 ? first : PASS) : undefined)),
        );
      if (state[ENDING] !== 0) continue;
      const after = seenBy(rules, state, eye);
      for (const seat of seats) {
        const odds = oddsOf(rules, after, seat, eye);
        moves.forEach((move, i) => {
          if (move.seat === seat) sum[i]! += odds.find(({ act }) => act === move.act)?.ppm ?? 0;
        });
      }
    }
    return sum;
  });
  return moves.map((_, i) => {
    const [given = 0, nothing = 0] = sums.map((sum) => sum[i]!);
    return given <= nothing ? 0 : Math.floor(((given - nothing) * 1_000_000) / given);
  });
};

/** The odds (ppm) that a move answers any of several orders, each of which it may answer with odds of its own. */
export const oddsOfAny = (odds: readonly number[]): number =>
  1_000_000 - odds.reduce((none, ppm) => Math.floor((none * (1_000_000 - ppm)) / 1_000_000), 1_000_000);
