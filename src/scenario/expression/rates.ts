import type { Expr } from '../../engine/program.ts';
import { simplify } from './fold.ts';
import { exp, fixed, ONE, power, toPpm } from './fixed-point.ts';
import type { Ratio } from '../symbols/units.ts';

const MILLION = 1_000_000;

/**
 * What happens with `ppm` per unit happens, over `ratio` units, with 1 - (1 - ppm)^ratio: the same for a probability and
 * for the share of a distance that is covered. Parts per million, to the nearest.
 */
export function overTime(ppm: number, { num, den }: Ratio): number {
  const p = Math.max(0, Math.min(MILLION, ppm));
  return num === den ? p : toPpm(ONE - power(fixed(MILLION - p, MILLION), num, den));
}

/** Points of a curve: a turn that holds many units bends it more. */
const stepsFor = ({ num, den }: Ratio): number => (num > 8 * den ? 1024 : 256);

/** The same as a curve, for probabilities that are worked out in play. */
export function overTimeCurve(ratio: Ratio): readonly number[] {
  const name = `${ratio.num}/${ratio.den}`;
  const made = curves.get(name) ?? makeOverTime(ratio);
  curves.set(name, made);
  return made;
}

/** Curves do not depend on the scenario and take a few milliseconds each. */
const curves = new Map<string, readonly number[]>();

function makeOverTime(ratio: Ratio): readonly number[] {
  const step = Math.ceil(MILLION / stepsFor(ratio));
  const ys: number[] = [];
  for (let x = 0; x < MILLION + step; x += step) ys.push(overTime(x, ratio));
  return [0, step, ...ys];
}

const WIDEST = 10_000;
const LOGIT_STEP = 100;

/** 1 / (1 + e^-x) in ppm, for x in thousandths. */
export function logisticCurve(): readonly number[] {
  const made = curves.get('logistic') ?? makeLogistic();
  curves.set('logistic', made);
  return made;
}

function makeLogistic(): readonly number[] {
  const ys: number[] = [];
  for (let x = -WIDEST; x <= WIDEST; x += LOGIT_STEP) ys.push(toPpm((ONE * ONE) / (ONE + exp(fixed(-x, 1000)))));
  return [-WIDEST, LOGIT_STEP, ...ys];
}

/**
 * Weights of a choice per turn. The last branch is staying put: the chance of leaving it is converted, and the others
 * share that chance as they did. Weights come out in parts per million.
 */
export function weightsOverTime(weights: readonly Expr[], convert: (ppm: Expr) => Expr): readonly Expr[] {
  const stay = weights.at(-1) ?? 0;
  const others = weights.slice(0, -1).map((weight) => simplify(['max', weight, 0]));
  const leaving = others.reduce<Expr>((sum, weight) => simplify(['+', sum, weight]), 0);
  const whole = simplify(['+', leaving, simplify(['max', stay, 0])]);
  const p = convert(simplify(['div', simplify(['*', leaving, MILLION]), whole, 0]));
  return [...others.map((weight) => simplify(['div', simplify(['*', weight, p]), leaving, 0])), simplify(['-', MILLION, p])];
}
