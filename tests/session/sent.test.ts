import { expect, test } from 'vitest';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import { isOver, newGame, playTurn, seatAt, stateNow, type Game } from '../../src/session/game.ts';
import { actsSooner } from '../../src/session/link.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { shipped } from '../playthrough/shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const { stops, teaching } = bundle.catalogue;
const line = policiesOf(bundle).get('partner-quad')!;

/** A game whose initiatives are taken from a stop on. */
const played = (from: number): Game => {
  let game = newGame(bundle, { seed: seedFromText('initiatives'), choices: [] });
  while (!isOver(game)) {
    const { answers, acts } = orderOf(game.rules, line, game.key, stateNow(game), seatAt(game));
    game = playTurn(game, { answers, acts: (stateNow(game)[stops!] ?? 0) < from ? [] : acts });
  }
  return game;
};

test('who takes up a game may do as soon what was done in it; one that was played on the desk offers what every game does', () => {
  const sooner = played(0);
  const first = sooner.record.lines[0]!.orders.findIndex((orders) => (orders[0]?.acts.length ?? 0) > 0);
  expect(actsSooner(sooner)).toBe(sooner.states[first]![stops!]);
  expect(actsSooner(sooner)).toBeLessThan(teaching.acts);
  expect(actsSooner(played(teaching.acts))).toBeUndefined();
  expect(actsSooner(played(Infinity))).toBeUndefined();
});
