import { clamp, floorDiv, least, MILLION, partsPerMillion } from './arith.ts';
import { keepSights, learnAll, lessonOf, sightsOf } from './belief.ts';
import { drawBelow } from './chance.ts';
import { compile, constantOf } from './expression.ts';
import type { CompiledExpr } from './expression.ts';
import { KIND, NONE } from './ledger.ts';
import { note, runUnder } from './execution.ts';
import type { Execution, CompiledOps } from './execution.ts';
import type { Op, Program } from './program.ts';
import { observationAt } from './sight.ts';
import type { Observation } from './sight.ts';
import type { State } from './state.ts';

type Choice = Extract<Op, { op: 'choose' }>;

/** Largest weight of a branch or act in a weighted draw; more counts as this much. */
export const MOST_WEIGHT = 1_000_000;
/** Largest noise of a branch in `best`. */
export const MOST_NOISE = 1_000_000;
/** Draws that share a site keep this many subjects apart for the branches of one `best`. */
const SUBJECTS = 1024;

interface Branch {
  /** undefined: always open. */
  readonly when: CompiledExpr | undefined;
  readonly weight: CompiledExpr;
  readonly noise: CompiledExpr;
  readonly run: CompiledOps;
}

const nothing: CompiledOps = () => {};
const zero: CompiledExpr = () => 0;

/** Makes a `choose` ready. */
export function compileChoice(program: Program, op: Choice, compileOps: (ops: readonly Op[]) => CompiledOps | undefined): CompiledOps {
  const branches: Branch[] = op.from.map(({ when, weight, noise, does }) => ({
    when: when === undefined || constantOf(program, when) === 1 ? undefined : compile(program, when),
    weight: compile(program, weight),
    noise: noise === undefined ? zero : compile(program, noise),
    run: compileOps(does) ?? nothing,
  }));
  return op.mode === 'weighted' ? compileWeighted(program, op, branches) : compileBest(program, op, branches);
}

const isOpen = (branch: Branch, s: State): boolean => branch.when === undefined || branch.when(s) !== 0;
const weightOf = (branch: Branch, s: State): number => (isOpen(branch, s) ? clamp(branch.weight(s), 0, MOST_WEIGHT) : 0);
const firstOpen = (branches: readonly Branch[], s: State): number => branches.findIndex((branch) => isOpen(branch, s));

/** Probability (ppm) that a weighted draw takes branch `at`. */
function oddsOfWeighted(branches: readonly Branch[], at: number, s: State): number {
  let whole = 0;
  for (const branch of branches) whole += weightOf(branch, s);
  if (whole === 0) return firstOpen(branches, s) === at ? MILLION : 0;
  return partsPerMillion(weightOf(branches[at]!, s), whole);
}

function compileWeighted(program: Program, op: Choice, branches: readonly Branch[]): CompiledOps {
  const { site, subject } = op.luck;
  const weights = new Int32Array(branches.length);
  const observed = observationAt(program, op);
  const silent = op.reveals.length === 0;
  return (x) => {
    const s = x.state;
    let whole = 0;
    for (let i = 0; i < branches.length; i++) {
      const weight = weightOf(branches[i]!, s);
      weights[i] = weight;
      whole += weight;
    }
    let taken = 0;
    let drawn = 0;
    if (whole === 0) {
      taken = firstOpen(branches, s);
      if (taken < 0) return;
    } else {
      drawn = drawBelow(x.luck, site, subject, whole);
      for (let rest = drawn - weights[0]!; rest >= 0; rest -= weights[taken]!) taken++;
    }
    if (x.ledger === undefined && silent) branches[taken]!.run(x);
    else take(x, op, branches[taken]!.run, taken, observed, drawn, (t) => oddsOfWeighted(branches, taken, t));
  };
}

function compileBest(program: Program, op: Choice, branches: readonly Branch[]): CompiledOps {
  const { site } = op.luck;
  const from = op.luck.subject * SUBJECTS;
  const observed = observationAt(program, op);
  const silent = op.reveals.length === 0;
  const whens = branches.map(({ when }) => when);
  const weights = branches.map(({ weight }) => weight);
  const noises = branches.map(({ noise }) => noise);
  const fixed = op.from.map(({ noise }) => constantOf(program, noise ?? 0) ?? NONE);
  return (x) => {
    const s = x.state;
    let taken = NONE;
    let most = 0;
    let drawn = 0;
    for (let i = 0; i < weights.length; i++) {
      const when = whens[i];
      if (when !== undefined && when(s) === 0) continue;
      const noise = clamp(fixed[i]! > 0 ? fixed[i]! : noises[i]!(s), 0, MOST_NOISE);
      const luck = noise === 0 ? 0 : drawBelow(x.luck, site, from + i, noise + 1);
      const total = weights[i]!(s) + luck;
      if (taken !== NONE && total <= most) continue;
      taken = i;
      most = total;
      drawn = luck;
    }
    if (taken === NONE) return;
    if (x.ledger === undefined && silent) branches[taken]!.run(x);
    else take(x, op, branches[taken]!.run, taken, observed, drawn, (t) => oddsOfBest(branches, taken, t));
  };
}

/**
 * Probability (ppm) that `best` takes branch `at`: over each of its own draws, the product of the shares of the others'
 * draws that lose to it; every step rounded down. Own noise beyond 1000 is taken at 1000 even steps.
 */
function oddsOfBest(branches: readonly Branch[], at: number, s: State): number {
  const own = branches[at]!;
  if (!isOpen(own, s)) return 0;
  const weight = own.weight(s);
  const noise = clamp(own.noise(s), 0, MOST_NOISE);
  const steps = least(noise, 1000);
  let sum = 0;
  for (let step = 0; step <= steps; step++) {
    const total = weight + (steps === 0 ? 0 : floorDiv(step * noise, steps));
    let p = MILLION;
    for (const [i, other] of branches.entries()) {
      if (i === at || !isOpen(other, s)) continue;
      const draws = clamp(other.noise(s), 0, MOST_NOISE) + 1;
      const losing = clamp(total - other.weight(s) + (i > at ? 1 : 0), 0, draws);
      p = floorDiv(p * losing, draws);
    }
    sum += p;
  }
  return floorDiv(sum, steps + 1);
}

/** Runs the branch taken, after the row and what its choice says about the causes. `odds`: the probability of this branch, ppm. */
function take(x: Execution, op: Choice, run: CompiledOps, taken: number, observed: Observation, drawn: number, odds: CompiledExpr): void {
  const lesson = lessonOf(x.state, observed, odds);
  const row = x.ledger === undefined ? NONE : noteTaken(x, op, taken, observed, drawn, odds);
  learnAll(x, op.at, row, observed, lesson);
  runUnder(x, row, run);
}

function noteTaken(x: Execution, op: Choice, taken: number, observed: Observation, drawn: number, odds: CompiledExpr): number {
  const sights = sightsOf(x.state, observed, odds);
  const row = note(x, KIND.choose, op.from[taken]!.at, taken, odds(x.state), sights[0]!, drawn);
  keepSights(x, row, observed, sights);
  return row;
}
