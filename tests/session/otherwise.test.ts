import { describe, expect, test } from 'vitest';
import { menu } from '../../src/engine/menu.ts';
import { orderDigit } from '../../src/engine/order-code.ts';
import { orderOf } from '../../src/players/policy.ts';
import { partnerWith } from '../../src/players/lines.ts';
import { countOtherwise, gamesOtherwise } from '../../src/session/courses.ts';
import { isOver, newGame, ordersNow, playTurn, stateNow, viewNow, type Game } from '../../src/session/game.ts';
import { answersLeft, lensOf, underLens, withAnswer } from '../../src/session/otherwise.ts';
import { lensesOf } from '../../src/bundle/lens.ts';
import { shipped } from '../playthrough/shipped.ts';

const bundle = shipped('customs-queue-2021');

const played = (seed: string): Game => {
  let game = newGame(bundle, { seed, choices: [] });
  const policy = partnerWith(['us'], bundle.catalogue);
  while (!isOver(game)) game = playTurn(game, orderOf(game.rules, policy, game.key, stateNow(game), 0));
  return game;
};

const game = played('AAAAAAAAAA');
const stops = ordersNow(game).flatMap((orders, turn) => ((orders[0]?.answers.length ?? 0) > 0 ? [turn] : []));

describe('a game gone otherwise', () => {
  test('is the same game where the same lens holds', () => {
    const own = lensOf(game);
    const same = underLens(game, own ?? '');
    expect(same.game.states).toEqual(game.states);
    expect(same.strayed).toBe(0);
  });

  test('is the same game where the same answer is given', () => {
    const [turn] = stops;
    const given = ordersNow(game)[turn!]![0]!.answers[0]!;
    expect(withAnswer(game, turn!, given).game.states).toEqual(game.states);
  });

  test('is the same up to the stop, ends, and was ordered as its menus allow', () => {
    for (const turn of stops) {
      for (const answer of answersLeft(game, turn)) {
        const { game: other, kept, strayed } = withAnswer(game, turn, answer);
        expect(other.states.slice(0, turn + 1)).toEqual(game.states.slice(0, turn + 1));
        expect(isOver(other)).toBe(true);
        const asked = ordersNow(other).slice(turn + 1);
        expect(asked.reduce((sum, orders) => sum + (orders[0]?.answers.length ?? 0), 0)).toBeLessThanOrEqual(kept + strayed);
        for (const [at, orders] of ordersNow(other).entries()) {
          const view = viewNow({ ...other, states: other.states.slice(0, at + 1) });
          expect(orderDigit(menu(other.rules, view, 0), orders[0]!)).toBeDefined();
        }
      }
    }
  });

  test('every other lens and every other answer, once each', async () => {
    const all: string[] = [];
    for await (const { answer, lens } of gamesOtherwise(game)) all.push(JSON.stringify(answer ?? lens));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(countOtherwise(game));
    expect(all.length).toBeGreaterThan(lensesOf(bundle.program).length - 1 + stops.length);
  });
});
