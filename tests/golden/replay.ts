import { ENDING } from '../../src/engine/program.ts';
import { decodeRecord, replayRecord } from '../../src/engine/record.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { isOver, newGame, playTurn, recordOf, SEAT, stateNow } from '../../src/session/game.ts';
import { linkOf } from '../../src/session/link.ts';
import type { GoldenGame } from './game.ts';

/** Plays a game by its policy from nothing but its seed. Runs anywhere: Node, a page, a worker. */
export const playGolden = (bundle: Bundle, policy: string, seed: string): GoldenGame => {
  const play = policiesOf(bundle).get(policy);
  if (play === undefined) throw new Error(`no policy ${policy}`);
  let game = newGame(bundle, { seed, choices: choicesOf(bundle.program, keyOf(seed)) });
  while (!isOver(game)) game = playTurn(game, orderOf(game.rules, play, game.key, stateNow(game), SEAT));
  const link = linkOf(game);
  if (!link.ok) throw new Error(link.problem.message);
  const { orders, check } = recordOf(game);
  const ending = bundle.program.endings[stateNow(game)[ENDING]! - 1]?.id ?? '';
  return { policy, seed, link: link.value, turns: orders.length, ending, check: check! };
};

/** What replaying a game's link comes to: its check, or the code of what is wrong. */
export const replayGolden = (bundle: Bundle, { link }: GoldenGame): number | string => {
  const packed = decodeRecord(link);
  if (!packed.ok) return packed.problem.code;
  const replay = replayRecord(compileProgram(bundle.program, bundle.rulesHash), packed.value);
  return replay.ok ? replay.value.record.check : replay.problem.code;
};

/** By game: the check its link replays to, and whether its policy plays the very same game again. */
export const golden = (bundle: Bundle, games: readonly GoldenGame[]) =>
  games.map((game) => ({
    check: replayGolden(bundle, game),
    same: JSON.stringify(playGolden(bundle, game.policy, game.seed)) === JSON.stringify(game),
  }));
