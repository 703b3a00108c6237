/** When a claim holds and of whom it is; dates are days, months or years (`2022-04`). */
export interface ClaimLimits {
  readonly id: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Powers. Empty: of no power in particular. */
  readonly about: readonly string[];
  /** Of another time, and shown as an analogy. */
  readonly pattern: boolean;
}
