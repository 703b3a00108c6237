/**
 * The only file that divides or calls `Math`. Every function is exact for whole numbers below 2^53
 * (`Math.floor(a / b)` is: the quotient's rounding error stays under 1 / b).
 */
export const MILLION = 1_000_000;

const TWO_16 = 65_536;
const TWO_32 = 4_294_967_296;
/** Up to here a 32-bit word times n is below 2^53. */
const DIRECT = 2_097_152;

/** Low 32 bits of the product, signed. */
export const imul = Math.imul;
export const abs = Math.abs;

/** a / b rounded towards minus infinity; b is not 0. */
export const floorDiv = (a: number, b: number): number => Math.floor(a / b);

/** a - b * floorDiv(a, b): has the sign of b; b is not 0. */
export function modulo(a: number, b: number): number {
  const r = a % b;
  return r !== 0 && r < 0 !== b < 0 ? r + b : r + 0;
}

export const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);
export const least = (a: number, b: number): number => (a < b ? a : b);
export const most = (a: number, b: number): number => (a > b ? a : b);

/** A 32-bit word as a whole number in 0..n-1: floor(u * n / 2^32), for u below 2^32 and n up to 2^32. */
export function bounded(u: number, n: number): number {
  if (n <= DIRECT) return Math.floor((u * n) / TWO_32);
  const high = u >>> 16;
  const low = u & 65_535;
  return Math.floor((high * n + Math.floor((low * n) / TWO_16)) / TWO_16);
}

/** floor(a * 1,000,000 / whole), by long division in base 1000: for 0 <= a <= whole <= 9e12. */
export function partsPerMillion(a: number, whole: number): number {
  const thousands = Math.floor((a * 1000) / whole);
  const rest = a * 1000 - thousands * whole;
  return thousands * 1000 + Math.floor((rest * 1000) / whole);
}

/** What floor(a * 1,000,000 / whole) leaves over, in 0..whole-1. Same bounds. */
export function partsLeftOver(a: number, whole: number): number {
  const rest = (a * 1000) % whole;
  return (rest * 1000) % whole;
}

/** The lowest digit of a mixed-radix number, and the number without it. */
export const takeDigit = (value: bigint, radix: bigint): readonly [digit: bigint, rest: bigint] => [value % radix, value / radix];
