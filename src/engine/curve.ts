import { floorDiv } from './arith.ts';

/**
 * A curve is [x0, step, y0, y1, ...]: y at x0, x0 + step, ... ; linear between (rounded down), flat outside.
 * `step` is at least 1 and |y difference| * step stays below 2^53.
 */
export type Curve = readonly number[];

const FIRST_Y = 2;

export function curveAt(curve: Curve, x: number): number {
  const step = curve[1]!;
  const last = curve.length - 1;
  const from = x - curve[0]!;
  if (from <= 0) return curve[FIRST_Y]!;
  const piece = floorDiv(from, step);
  const left = FIRST_Y + piece;
  if (left >= last) return curve[last]!;
  const y = curve[left]!;
  return y + floorDiv((curve[left + 1]! - y) * (from - piece * step), step);
}
