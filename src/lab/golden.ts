import { ENDING } from '../engine/program.ts';
import { decodeLink, unpackLink } from '../engine/record-link.ts';
import { replayLine } from '../engine/replay.ts';
import { checkOf } from '../engine/state.ts';
import { keyOf } from '../engine/seed.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { choicesOf } from './draw.ts';
import { policiesOf } from '../players/policies.ts';
import { orderOf } from '../players/policy.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { isOver, newGame, ordersNow, playTurn, seatAt, stateNow } from '../session/game.ts';
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
  while (!isOver(game)) game = playTurn(game, orderOf(game.rules, play, game.key, stateNow(game), seatAt(game)));
  const link = linkOf(game);
  if (!link.ok) throw new Error(link.problem.message);
  const ending = bundle.program.endings[stateNow(game)[ENDING]! - 1]?.id ?? '';
  return { policy, seed, link: link.value, turns: ordersNow(game).length, ending, check: checkOf(stateNow(game)) };
};

/** What replaying a game's link comes to: its check, or the code of what is wrong. */
export const replayGolden = (bundle: Bundle, { link }: GoldenGame): number | string => {
  const packed = decodeLink(link);
  if (!packed.ok) return packed.problem.code;
  const rules = compileProgram(bundle.program, bundle.rulesHash);
  const record = unpackLink(rules, packed.value);
  if (!record.ok) return record.problem.code;
  const replay = replayLine(rules, record.value, record.value.lines.length - 1);
  if (!replay.ok) return replay.problem.code;
  return replay.value.tail?.code ?? checkOf(replay.value.state);
};
