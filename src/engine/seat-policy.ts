import { bounded, clamp, MILLION, partsPerMillion } from './arith.ts';
import { apportion, averageOver, lessonOf, sightsOf } from './belief.ts';
import type { Lesson } from './belief.ts';
import { MOST_WEIGHT } from './choose-op.ts';
import { newTurnLuck, setTurn, word } from './chance.ts';
import type { Key, TurnLuck } from './chance.ts';
import type { CompiledExpr } from './expression.ts';
import { lookerFor } from './eye.ts';
import type { Eye } from './eye.ts';
import { NONE } from './ledger.ts';
import { actIsLegal } from './menu.ts';
import { PASS } from './order.ts';
import type { SeatOrder } from './order.ts';
import { ENDING } from './program.ts';
import type { ReadyPolicy, ReadySeat, CompiledProgram } from './compiled-program.ts';
import type { State } from './state.ts';
import type { View } from './view.ts';

/** A move that a seat's own policy chose, or that a person ordered in its place. */
export interface Move {
  /** Index of the act; -1 for doing nothing. */
  readonly act: number;
  /** True probability of this move, ppm. */
  readonly p: number;
  /** The same as each looker has it, ppm; one for all where all eyes see alike. Empty without a ledger. */
  readonly sights: readonly number[];
  /** The number drawn, below the sum of the weights; -1: a person ordered it. */
  readonly drawn: number;
  /** What the move says about the causes; undefined when it says nothing or is mute. */
  readonly lesson: Lesson | undefined;
}

/** Weight of move i: 0 is doing nothing, i > 0 the seat's act i - 1; what is not legal weighs nothing. */
function weightOf(rules: CompiledProgram, { acts }: ReadySeat, policy: ReadyPolicy, s: State, move: number): number {
  if (move === 0) return clamp(policy.none(s), 0, MOST_WEIGHT);
  if (!actIsLegal(rules, s, acts[move - 1]!)) return 0;
  return clamp(policy.weights[move - 1]!(s), 0, MOST_WEIGHT);
}

/** Probability (ppm, rounded down) of move i; doing nothing is certain when every weight is 0. */
function oddsOfMove(rules: CompiledProgram, seat: ReadySeat, policy: ReadyPolicy, s: State, move: number): number {
  let whole = 0;
  for (let i = 0; i <= seat.acts.length; i++) whole += weightOf(rules, seat, policy, s, i);
  if (whole === 0) return move === 0 ? MILLION : 0;
  return partsPerMillion(weightOf(rules, seat, policy, s, move), whole);
}

/** Fills the scratch with the weight of every move and gives their sum. */
function weighAll(rules: CompiledProgram, s: State, seat: ReadySeat, policy: ReadyPolicy): number {
  const all = policy.weigh?.(s);
  if (all !== undefined) return all;
  const weights = policy.scratch;
  let whole = 0;
  for (let i = 0; i < weights.length; i++) {
    weights[i] = weightOf(rules, seat, policy, s, i);
    whole += weights[i]!;
  }
  return whole;
}

/** What the policy of a seat does. `ledger`: whether probabilities are wanted for their own sake. */
export function moveOf(rules: CompiledProgram, luck: TurnLuck, s: State, seat: ReadySeat, policy: ReadyPolicy, ledger: boolean): Move {
  const weights = policy.scratch;
  const whole = weighAll(rules, s, seat, policy);
  let drawn = 0;
  let move = 0;
  if (whole > 0) {
    drawn = bounded(word(luck, policy.site, policy.subject), whole);
    for (let rest = drawn - weights[0]!; rest >= 0; rest -= weights[move]!) move++;
  }
  return told(rules, s, seat, policy, move, whole, drawn, ledger);
}

/** What a person does in the place of a policy, as those see it who take it for the policy's. `act`: of the seat; -1: nothing. */
export function moveAs(rules: CompiledProgram, s: State, seat: ReadySeat, policy: ReadyPolicy, act: number, ledger: boolean): Move {
  const move = act === NONE ? 0 : seat.acts.indexOf(act) + 1;
  return told(rules, s, seat, policy, move, weighAll(rules, s, seat, policy), NONE, ledger);
}

function told(
  rules: CompiledProgram,
  s: State,
  seat: ReadySeat,
  policy: ReadyPolicy,
  move: number,
  whole: number,
  drawn: number,
  ledger: boolean,
): Move {
  const act = move === 0 ? NONE : seat.acts[move - 1]!;
  const quiet = !policy.telling || (policy.mute !== undefined && policy.mute(s) !== 0);
  if (quiet && !ledger) return { act, p: 0, sights: NOTHING, drawn, lesson: undefined };
  const odds: CompiledExpr = policy.blurred
    ? (t) => oddsOfMove(rules, seat, policy, t, move)
    : oddsWhileVarying(rules, seat, policy, move, whole);
  return {
    act,
    p: ledger ? odds(s) : 0,
    sights: ledger ? sightsOf(s, policy.observed, odds) : NOTHING,
    drawn,
    lesson: quiet ? undefined : lessonOf(s, policy.observed, odds),
  };
}

const NOTHING: readonly number[] = [];

/** `oddsOfMove` for states that differ from the one just weighed only in the causes: weighs again what those can change. */
function oddsWhileVarying(rules: CompiledProgram, seat: ReadySeat, policy: ReadyPolicy, move: number, whole: number): CompiledExpr {
  const { varying, scratch } = policy;
  let steady = whole;
  for (const each of varying) steady -= scratch[each]!;
  const fixed = varying.includes(move) ? undefined : scratch[move]!;
  return (t) => {
    const all = policy.weigh?.(t);
    if (all !== undefined) return all === 0 ? (move === 0 ? MILLION : 0) : partsPerMillion(scratch[move]!, all);
    let sum = steady;
    let own = fixed ?? 0;
    for (let i = 0; i < varying.length; i++) {
      const weight = weightOf(rules, seat, policy, t, varying[i]!);
      sum += weight;
      if (varying[i] === move) own = weight;
    }
    return sum === 0 ? (move === 0 ? MILLION : 0) : partsPerMillion(own, sum);
  };
}

/** The order that a seat's own policy gives this turn; nothing for a seat without one or once the game has ended. */
export function choose(rules: CompiledProgram, key: Key, state: State, seat: number): SeatOrder {
  const ready = rules.seats[seat]!;
  if (ready.policy === undefined || state[ENDING] !== 0) return PASS;
  const luck = newTurnLuck();
  setTurn(luck, key, state[rules.now]!);
  const { act } = moveOf(rules, luck, state, ready, ready.policy, false);
  return act === NONE ? PASS : { answers: [], acts: [act] };
}

/**
 * Odds (ppm, summing to 1,000,000) of each move a seat's policy can make from here, as the eye has them whose view it is: averaged over its
 * odds about the causes. Act -1 is doing nothing. Empty for a seat without a policy.
 */
export function oddsOf(rules: CompiledProgram, view: View, seat: number, eye: Eye): { readonly act: number; readonly ppm: number }[] {
  const ready = rules.seats[seat]!;
  const { policy } = ready;
  if (policy === undefined) return [];
  const s: State = view.slice();
  const { minds, lookers } = policy.observed;
  const { causes, blur } = lookers?.[lookerFor(rules.program, eye)?.looker ?? 0] ?? minds[0]!;
  const moves = [NONE, ...ready.acts];
  const shares = moves.map((_, i) => {
    const odds: CompiledExpr = (t) => oddsOfMove(rules, ready, policy, t, i);
    return averageOver(s, causes, blur === undefined ? odds : blur(odds));
  });
  const whole = apportion(shares);
  return moves.map((act, i) => ({ act, ppm: (whole ?? shares)[i]! }));
}
