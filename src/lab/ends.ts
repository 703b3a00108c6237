import type { Bundle } from '../bundle/bundle.ts';
import { withLens } from '../bundle/lens.ts';
import { ENDING } from '../engine/program.ts';
import { keyOf, type Seed } from '../engine/seed.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { policyNamed, type LabScenario } from './lab-scenario.ts';
import { policiesOf } from '../players/policies.ts';
import { orderOf } from '../players/policy.ts';
import { FIRST_SEAT, isOver, newGame, playTurn, stateNow, type Game } from '../session/game.ts';

/** Games `from` (included) to `to` (excluded) of a row of seeds, by one policy, under one lens or the preset one. */
export interface EndsJob {
  readonly policy: string;
  readonly first: Seed;
  readonly from: number;
  readonly to: number;
  readonly lens?: string;
}

/** How one game came out. */
export interface End {
  /** By reading, per mille. */
  readonly readings: readonly number[];
  /** Index in `Program.endings`. */
  readonly ending: number;
  readonly policy: string;
  readonly seed: Seed;
}

/** The same game again, as a line of conduct plays it: every state is its own. */
export const gameOfEnd = (
  { bundle, lens }: { readonly bundle: Bundle; readonly lens?: string | undefined },
  { policy, seed }: Pick<End, 'policy' | 'seed'>,
): Game => {
  const play = policiesOf(bundle).get(policy);
  if (play === undefined) throw new RangeError(`no policy ${policy}`);
  const { program } = bundle;
  let game = newGame(bundle, { seed, choices: withLens(program, choicesOf(program, keyOf(seed)), lens) });
  while (!isOver(game)) game = playTurn(game, orderOf(game.rules, play, game.key, stateNow(game), FIRST_SEAT));
  return game;
};

/** Plays these games without looking at anything but how they come out. */
export const endsOf = (scenario: LabScenario, { policy, first, from, to, lens }: EndsJob): readonly End[] => {
  const { rules } = scenario;
  const play = policyNamed(scenario, policy);
  return Array.from({ length: to - from }, (_, i): End => {
    const seed = seedOf(first, from + i);
    const key = keyOf(seed);
    const state = playGame(rules, { key, choices: withLens(rules.program, choicesOf(rules.program, key), lens), policy: play });
    return { readings: rules.program.readings.map(({ slot }) => state[slot]!), ending: state[ENDING]! - 1, policy, seed };
  });
};
