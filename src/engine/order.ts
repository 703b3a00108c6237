/** What a seat does this turn. Answers apply in the order of the situations, acts in the order given. */
export interface SeatOrder {
  readonly answers: readonly Answer[];
  /** Indices of acts, no act twice, at most the seat's `maxActs`. */
  readonly acts: readonly number[];
}

export interface Answer {
  readonly situation: number;
  readonly option: number;
}

/** By seat. undefined: the seat's own policy, or nothing when it has none. */
export type Orders = readonly (SeatOrder | undefined)[];

export const PASS: SeatOrder = { answers: [], acts: [] };
