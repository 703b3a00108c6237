import { ENDING } from '../engine/program.ts';
import { decodeRecord, replayRecord } from '../engine/record.ts';
import { keyOf } from '../engine/seed.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { choicesOf } from './draw.ts';
import { policiesOf } from '../players/policies.ts';
import { orderOf } from '../players/policy.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { isOver, newGame, playTurn, recordOf, SEAT, stateNow } from '../session/game.ts';
import { linkOf } from '../session/link.ts';

/** One recorded game: what a change of the rules must show, and a change of anything else must not. */
export interface GoldenGame {
  readonly policy: string;
  readonly seed: string;
  /** Code of the game's link. */
  readonly link: string;
  readonly turns: number;
  readonly ending: string;
  /** `checkOf` the last state. */
  readonly check: number;
}

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
