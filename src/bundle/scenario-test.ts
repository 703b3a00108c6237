import type { Expr } from '../engine/program.ts';

/** An order that a test gives: an answer, or an act. */
export type TestOrder =
  { readonly turn: number; readonly situation: number; readonly option: number } | { readonly turn: number; readonly act: number };

/** What must come of certain orders, in all of so many seeds or in `least` of them. */
export interface ScenarioTest {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly orders: readonly TestOrder[];
  /** Turns played before it is looked. */
  readonly after: number;
  /** A condition; with `than`, a number that is compared with what it is after those orders under the same luck. */
  readonly holds: Expr;
  readonly than?: readonly TestOrder[];
  readonly is?: 'higher' | 'lower' | 'other';
  readonly seeds: number;
  readonly least: number;
}
