import type { Expr } from '../../engine/program.ts';

/** What a name or a call in an expression stands for. `of` names what a number counts: `the stages calm, watch`. */
export interface Meaning {
  readonly expr: Expr;
  /** `any` for what is wrong elsewhere: nothing more is said of it. */
  readonly type: 'int' | 'bool' | 'any';
  readonly of?: string;
  /** Hidden causes it reads, by index. */
  readonly hidden?: readonly number[];
}
