/**
 * Powers, exponentials and logarithms in 128-bit fixed point: the same on every machine, exact far beyond a part per
 * million. Only tables made while compiling need them.
 */
const BITS = 128n;
export const ONE = 1n << BITS;
/** Terms stop mattering below one unit in the last place. */
const LAST = 4n;

export const fixed = (num: number, den: number): bigint => (BigInt(num) * ONE) / BigInt(den);
const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS;

/** Natural logarithm of a number above 0. */
function ln(x: bigint): bigint {
  let halvings = 0n;
  let y = x;
  while (y > 2n * ONE) {
    y >>= 1n;
    halvings++;
  }
  while (y < ONE) {
    y <<= 1n;
    halvings--;
  }
  return halvings * LN_2 + lnNear(y);
}

/** ln x = 2 artanh((x - 1) / (x + 1)), for 1 <= x <= 2. */
function lnNear(x: bigint): bigint {
  const t = ((x - ONE) << BITS) / (x + ONE);
  const square = times(t, t);
  let term = t;
  let sum = 0n;
  for (let k = 1n; term > LAST; k += 2n) {
    sum += term / k;
    term = times(term, square);
  }
  return 2n * sum;
}

const LN_2 = lnNear(2n * ONE);

/** e to the x. */
export function exp(x: bigint): bigint {
  if (x < 0n) return (ONE << BITS) / exp(-x);
  const halvings = x / LN_2;
  const rest = x - halvings * LN_2;
  let term = ONE;
  let sum = 0n;
  for (let k = 1n; term > LAST; k++) {
    sum += term;
    term = times(term, rest) / k;
  }
  return sum << halvings;
}

/** x to the num / den, for x from 0. */
export const power = (x: bigint, num: number, den: number): bigint => (x <= 0n ? 0n : exp((ln(x) * BigInt(num)) / BigInt(den)));

/** Parts per million, rounded to the nearest. */
export const toPpm = (x: bigint): number => Number((x * 1_000_000n + ONE / 2n) >> BITS);
