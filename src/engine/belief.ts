import { clamp, floorDiv, MILLION, partsLeftOver, partsPerMillion } from './arith.ts';
import { bounded } from './arith.ts';
import { newTurnLuck, setTurn, word } from './chance.ts';
import type { Key } from './chance.ts';
import type { CompiledExpr } from './expression.ts';
import { KIND, NONE } from './ledger.ts';
import { write } from './execution.ts';
import type { Execution } from './execution.ts';
import { lookerFor } from './eye.ts';
import type { Eye } from './eye.ts';
import { behold } from './ledger.ts';
import { TURN } from './program.ts';
import type { SourceRef, Program } from './program.ts';
import { drawGuesses } from './sight.ts';
import type { Cause, Observation, Outlook } from './sight.ts';
import type { State } from './state.ts';
import type { View } from './view.ts';

/**
 * Shares of a million in proportion to `weights` (not negative, sum up to 9e12): floors, then one more for the largest
 * remainders, the lowest index first on a tie. All weights 0: undefined.
 */
export function apportion(weights: readonly number[]): number[] | undefined {
  const count = weights.length;
  let whole = 0;
  for (let i = 0; i < count; i++) whole += weights[i]!;
  if (whole === 0) return undefined;
  const shares: number[] = [];
  const rests: number[] = [];
  let missing = MILLION;
  for (let i = 0; i < count; i++) {
    const share = partsPerMillion(weights[i]!, whole);
    shares.push(share);
    rests.push(partsLeftOver(weights[i]!, whole));
    missing -= share;
  }
  for (; missing > 0; missing--) {
    const at = indexOfMost(rests);
    shares[at] = shares[at]! + 1;
    rests[at] = NONE;
  }
  return shares;
}

/**
 * Odds after an observation, by Bayes: ppm in, ppm out, summing to 1,000,000. A cause that had odds keeps at least 1 ppm,
 * taken from the likeliest. An observation that no cause allows changes nothing.
 */
export function posterior(odds: readonly number[], likelihoods: readonly number[]): number[] {
  const products: number[] = [];
  for (let cause = 0; cause < odds.length; cause++) products.push(odds[cause]! * likelihoods[cause]!);
  const after = apportion(products);
  if (after === undefined) return [...odds];
  for (let cause = 0; cause < odds.length; cause++) {
    if (odds[cause] === 0 || after[cause] !== 0) continue;
    const from = indexOfMost(after);
    after[from] = after[from]! - 1;
    after[cause] = 1;
  }
  return after;
}

function indexOfMost(values: readonly number[]): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[at]!) at = i;
  return at;
}

/** The hidden cause whose odds a value is not averaged over: none of them. */
const EVERY = -1;

/**
 * A probability (ppm) averaged over the odds of the causes from index `next` on, in order, each average rounded down;
 * cause `fixed` stays as it is. Writes the causes into the state while it works and puts them back.
 */
function averageFrom(s: State, causes: readonly Cause[], next: number, fixed: number, p: CompiledExpr): number {
  if (next === causes.length) return p(s);
  if (next === fixed) return averageFrom(s, causes, next + 1, fixed, p);
  const { slot, beliefs } = causes[next]!;
  const truth = s[slot]!;
  let sum = 0;
  for (let cause = 0; cause < beliefs.length; cause++) {
    const odds = s[beliefs[cause]!]!;
    if (odds === 0) continue;
    s[slot] = cause;
    sum += odds * averageFrom(s, causes, next + 1, fixed, p);
  }
  s[slot] = truth;
  return floorDiv(sum, MILLION);
}

/** A probability (ppm) as the odds about the causes have it. */
export const averageOver = (s: State, causes: readonly Cause[], p: CompiledExpr): number => averageFrom(s, causes, 0, EVERY, p);

/** For each cause of each hidden spec: the probability (ppm) if it were true, averaged over the odds of the others. */
export function likelihoodsOf(s: State, causes: readonly Cause[], p: CompiledExpr): number[][] {
  return causes.map(({ slot, beliefs }, fixed) => {
    const truth = s[slot]!;
    const row = beliefs.map((_, cause) => {
      s[slot] = cause;
      return averageFrom(s, causes, 0, fixed, p);
    });
    s[slot] = truth;
    return row;
  });
}

/** What an outcome of probability `p` says: by mind that sees it, by cause revealed, its probability (ppm) under each cause. */
export type Lesson = readonly (readonly (readonly number[])[])[];

export const lessonOf = (s: State, { minds }: Observation, p: CompiledExpr): Lesson =>
  minds.map(({ causes, blur }) => likelihoodsOf(s, causes, blur === undefined ? p : blur(p)));

/** A probability (ppm) as somebody has it. */
const asSeen = (s: State, { causes, blur }: Outlook, p: CompiledExpr): number => averageOver(s, causes, blur === undefined ? p : blur(p));

/** A probability (ppm) as every looker has it; one for all where all eyes see alike. */
export const sightsOf = (s: State, { minds, lookers }: Observation, p: CompiledExpr): readonly number[] =>
  lookers === undefined ? [asSeen(s, minds[0]!, p)] : lookers.map((looker) => asSeen(s, looker, p));

/** Keeps what each looker had for the odds of a row. */
export function keepSights(x: Execution, row: number, { lookers }: Observation, sights: readonly number[]): void {
  if (lookers !== undefined && x.ledger !== undefined) behold(x.ledger, row, sights);
}

/** Updates the odds about one hidden cause. */
function learn(x: Execution, place: SourceRef, parent: number, { beliefs }: Cause, likelihoods: readonly number[]): void {
  // What every cause makes equally likely says nothing.
  if (areEqual(likelihoods)) return;
  const odds: number[] = [];
  for (let cause = 0; cause < beliefs.length; cause++) odds.push(x.state[beliefs[cause]!]!);
  const after = posterior(odds, likelihoods);
  const kept = x.parent;
  x.parent = parent;
  for (let cause = 0; cause < beliefs.length; cause++) {
    if (after[cause] !== odds[cause]) write(x, KIND.belief, place, beliefs[cause]!, after[cause]!, NONE, NONE, NONE);
  }
  x.parent = kept;
}

function areEqual(values: readonly number[]): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** Updates the odds of every mind that sees an outcome: all likelihoods stand before any odds move. */
export function learnAll(x: Execution, place: SourceRef, parent: number, { minds }: Observation, lesson: Lesson): void {
  for (let mind = 0; mind < minds.length; mind++) {
    const { causes } = minds[mind]!;
    for (let i = 0; i < causes.length; i++) learn(x, place, parent, causes[i]!, lesson[mind]![i]!);
  }
}

/** The cause a word picks from odds in ppm. */
export function causeAt(odds: readonly number[], drawn: number): number {
  let rest = drawn;
  for (const [cause, share] of odds.entries()) {
    if (rest < share) return cause;
    rest -= share;
  }
  return odds.length - 1;
}

/** A state that an eye's view allows: what it does not see is drawn from its odds and guesses. Luck of `key` at the view's turn. */
export function imagine(rules: { readonly program: Program }, view: View, key: Key, eye: Eye): State {
  const state: State = view.slice();
  const luck = newTurnLuck();
  setTurn(luck, key, view[TURN]!);
  const looker = lookerFor(rules.program, eye);
  for (const hidden of looker?.unknown ?? rules.program.hidden) {
    const odds = hidden.beliefs.map((slot) => clamp(view[slot]!, 0, MILLION));
    state[hidden.slot] = causeAt(odds, bounded(word(luck, hidden.luck.site, hidden.luck.subject), MILLION));
  }
  if (looker !== undefined) drawGuesses(looker, state, ({ site, subject }, n) => bounded(word(luck, site, subject), n));
  return state;
}
