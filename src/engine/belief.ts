import { clamp, floorDiv, MILLION, partsLeftOver, partsPerMillion } from './arith.ts';
import { bounded } from './arith.ts';
import { newTurnLuck, setTurn, word } from './chance.ts';
import type { Key } from './chance.ts';
import type { CompiledExpr } from './expression.ts';
import { KIND, NONE } from './ledger.ts';
import { write } from './execution.ts';
import type { Execution } from './execution.ts';
import { TURN } from './program.ts';
import type { HiddenSpec, SourceRef, Program } from './program.ts';
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
function averageFrom(s: State, causes: readonly HiddenSpec[], next: number, fixed: number, p: CompiledExpr): number {
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
export const averageOver = (s: State, causes: readonly HiddenSpec[], p: CompiledExpr): number => averageFrom(s, causes, 0, EVERY, p);

/** For each cause of each hidden spec: the probability (ppm) if it were true, averaged over the odds of the others. */
export function likelihoodsOf(s: State, causes: readonly HiddenSpec[], p: CompiledExpr): number[][] {
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

/** Updates the odds about one hidden cause. */
export function learn(x: Execution, place: SourceRef, parent: number, { beliefs }: HiddenSpec, likelihoods: readonly number[]): void {
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

/** Updates the odds about several causes from one observation: all likelihoods stand before any odds move. */
export function learnAll(
  x: Execution,
  place: SourceRef,
  parent: number,
  causes: readonly HiddenSpec[],
  likelihoods: readonly (readonly number[])[],
): void {
  for (let i = 0; i < causes.length; i++) learn(x, place, parent, causes[i]!, likelihoods[i]!);
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

/** A state that the view allows: every hidden cause drawn from its odds. Luck of `key` at the view's turn. */
export function imagine(rules: { readonly program: Program }, view: View, key: Key): State {
  const state: State = view.slice();
  const luck = newTurnLuck();
  setTurn(luck, key, view[TURN]!);
  for (const hidden of rules.program.hidden) {
    const odds = hidden.beliefs.map((slot) => clamp(view[slot]!, 0, MILLION));
    state[hidden.slot] = causeAt(odds, bounded(word(luck, hidden.luck.site, hidden.luck.subject), MILLION));
  }
  return state;
}
