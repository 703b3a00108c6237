/** Lengths of the calendar's units in days, exact: a year is 365.25 days and has twelve months. */
const DAYS = { day: [1, 1], week: [7, 1], month: [487, 16], quarter: [1461, 16], year: [1461, 4] } as const;
export type Unit = keyof typeof DAYS;
/** What a turn can be; its ticks are weeks, or days. */
export type TurnUnit = Unit | 'half_month';

/** A fraction in lowest terms; both parts from 1. */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

/** How many `per` are in one `turn`. */
export function ratioOf(turn: Unit, per: Unit): Ratio {
  const num = DAYS[turn][0] * DAYS[per][1];
  const den = DAYS[turn][1] * DAYS[per][0];
  const divisor = commonDivisor(num, den);
  return { num: num / divisor, den: den / divisor };
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
