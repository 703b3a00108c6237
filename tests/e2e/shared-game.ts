import { keyOf } from '../../src/engine/seed.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { branchAt, isOver, isStop, newGame, playTurn, recordOf, seatAt, stateNow, turnNow, type Game } from '../../src/session/game.ts';
import { linkOf } from '../../src/session/link.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { bundleOf, SCENARIO } from '../golden/build.ts';

/** A game by a hedger that stands at its first stop on `turn` or later, and the code of its link. */
export const sharedGame = (turn: number): { readonly game: Game; readonly code: string } => {
  const bundle = bundleOf(SCENARIO);
  const seed = seedFromText('a shared game');
  let game = newGame(bundle, { seed, choices: choicesOf(bundle.program, keyOf(seed)) });
  const hedge = policiesOf(bundle).get('hedge')!;
  while (turnNow(game) < turn || !isStop(game)) game = playTurn(game, orderOf(game.rules, hedge, game.key, stateNow(game), seatAt(game)));
  return { game, code: codeOf(game) };
};

const codeOf = (game: Game): string => {
  const link = linkOf(game);
  if (!link.ok) throw new Error(link.problem.message);
  return link.value;
};

/** A game of the same seed that a policy plays to its end, another that leaves it at its first stop on `from` or later (`left`), and one of another seed that has only begun. */
export const watchedGames = (from: number) => {
  const bundle = bundleOf(SCENARIO);
  const begin = (text: string): Game => {
    const seed = seedFromText(text);
    return newGame(bundle, { seed, choices: choicesOf(bundle.program, keyOf(seed)) });
  };
  const played = (from: Game, name: string, turns = Infinity): Game => {
    const policy = policiesOf(bundle).get(name)!;
    let game = from;
    for (let i = 0; i < turns && !isOver(game); i++)
      game = playTurn(game, orderOf(game.rules, policy, game.key, stateNow(game), seatAt(game)));
    return game;
  };
  const whole = played(begin('a shared game'), 'hedge');
  const left = whole.record.lines[0]!.orders.findIndex((orders, turn) => turn >= from && (orders[0]?.answers.length ?? 0) > 0);
  const other = played(branchAt(whole, left), 'reckless');
  return {
    left,
    whole,
    other,
    code: codeOf(whole),
    otherCode: codeOf(other),
    elsewhere: codeOf(played(begin('another game'), 'hedge', 4)),
  };
};

/** The record of a game that a policy has played to its end. */
export const finishedGame = (scenario: string, policy: string): GameRecord => {
  const bundle = bundleOf(scenario);
  const seed = seedFromText('a finished game');
  let game = newGame(bundle, { seed, choices: choicesOf(bundle.program, keyOf(seed)) });
  const play = policiesOf(bundle).get(policy)!;
  while (!isOver(game)) game = playTurn(game, orderOf(game.rules, play, game.key, stateNow(game), seatAt(game)));
  return recordOf(game);
};
