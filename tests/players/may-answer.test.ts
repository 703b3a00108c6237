import { describe, expect, it } from 'vitest';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { rowsFor, seenBy } from '../../src/engine/eye.ts';
import { newLedger } from '../../src/engine/ledger.ts';
import type { SeatOrder } from '../../src/engine/order.ts';
import { ENDING } from '../../src/engine/program.ts';
import { keyOf, makeSeed } from '../../src/engine/seed.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { oddsOfAnswering, oddsOfAny, type OwnMove } from '../../src/players/may-answer.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import { movesIn } from '../../src/telling/moves.ts';
import { runs } from '../counts.ts';
import { shipped } from '../playthrough/shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const { program, catalogue } = bundle;
const rules = compileProgram(program);
const random = policiesOf(bundle).get('random')!;
/** Turns that are played, and turns within which a move may answer an order. */
const TURNS = 8;
const WITHIN = 4;

interface Asked {
  readonly state: Int32Array;
  readonly order: SeatOrder;
  readonly turns: number;
  readonly moves: readonly OwnMove[];
}

/** Orders of a random game, each with the moves that came of themselves some turns later. */
const asked = (seed: number): readonly Asked[] => {
  const key = keyOf(makeSeed(BigInt(seed)));
  const state = start(rules, key, choicesOf(program, key));
  const given: { readonly state: Int32Array; readonly order: SeatOrder; readonly turn: number }[] = [];
  const found: Asked[] = [];
  for (let turn = 0; turn < TURNS && state[ENDING] === 0; turn++) {
    const order = orderOf(rules, random, key, state, 0);
    const before = state.slice();
    const ledger = newLedger();
    stepInPlace(rules, key, state, [order], ledger);
    const moves = movesIn(program, catalogue, rowsFor(rules, ledger, 0)).flatMap(({ act, answers }): OwnMove[] =>
      act === undefined || answers !== undefined ? [] : [{ act, seat: program.acts[act]!.seat }],
    );
    for (const each of given) if (turn - each.turn <= WITHIN) found.push({ ...each, turns: turn - each.turn, moves });
    if (order.answers.length + order.acts.length > 0) given.push({ state: before, order, turn });
  }
  return found;
};

const oddsOf = ({ state, order, turns, moves }: Asked) =>
  oddsOfAnswering(rules, 0, { view: seenBy(rules, state, 'open'), order, turns }, moves);

describe('odds that a move answers anything', () => {
  it('do not depend on what is hidden', { timeout: 60_000 }, () => {
    for (let seed = 0; seed < runs(1, 20); seed++)
      for (const each of asked(seed).filter((_, i) => i % 4 === 0)) {
        const other = each.state.slice();
        for (const { slot, causes } of program.hidden) other[slot] = (other[slot]! + 1) % causes.length;
        expect(other).not.toEqual(each.state);
        expect(oddsOf({ ...each, state: other })).toEqual(oddsOf(each));
        expect(oddsOf({ ...each, state: seenBy(rules, each.state, 0) })).toEqual(oddsOf(each));
      }
  });

  it('are nothing where nothing was done, and leave most moves their own', { timeout: 60_000 }, () => {
    const all = Array.from({ length: runs(2, 40) }, (_, seed) => asked(100 + seed)).flat();
    const quiet = all.slice(0, 10).flatMap((each) => oddsOf({ ...each, order: { answers: [], acts: [] } }));
    expect(quiet.every((odds) => odds === 0)).toBe(true);
    const odds = all.flatMap(oddsOf);
    expect(odds.length).toBeGreaterThan(20);
    expect(odds.some((each) => each > 100_000)).toBe(true);
    expect(odds.every((each) => each >= 0 && each <= 1_000_000)).toBe(true);
    expect(odds.reduce((sum, each) => sum + each, 0) / odds.length).toBeLessThan(333_000);
  });

  it('come to the odds of any where there are several', () => {
    expect(oddsOfAny([])).toBe(0);
    expect(oddsOfAny([200_000])).toBe(200_000);
    expect(oddsOfAny([500_000, 500_000, 0])).toBe(750_000);
  });
});
