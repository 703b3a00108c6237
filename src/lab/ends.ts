import type { Bundle } from '../bundle/bundle.ts';
import { withLens } from '../bundle/lens.ts';
import { ENDING, type Program, type Slot } from '../engine/program.ts';
import { keyOf, type Seed } from '../engine/seed.ts';
import { start } from '../engine/turn.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playToEnd } from './game.ts';
import { policyNamed, type LabScenario } from './lab-scenario.ts';
import { policiesOf } from '../players/policies.ts';
import { orderOf } from '../players/policy.ts';
import { FIRST_SEAT, isOver, newGame, playTurn, stateNow, type Game } from '../session/game.ts';

/** A beginning that the rules do not have: one slot is written over once set-up and the first calendar are done. */
export interface Beginning {
  readonly slot: Slot;
  /** Within the bounds of the slot. */
  readonly value: number;
}

/** Games `from` (included) to `to` (excluded) of a row of seeds, by one policy, under one lens or the preset one. */
export interface EndsJob {
  readonly policy: string;
  readonly first: Seed;
  readonly from: number;
  readonly to: number;
  readonly lens?: string;
  readonly beginning?: Beginning;
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

/** What came of one job. */
export interface Ends {
  readonly policy: string;
  readonly ends: readonly End[];
  /** The lens that was asked for. */
  readonly lens?: string;
  /** Where the games began instead, and by game what the rules had there. */
  readonly shifted?: { readonly beginning: Beginning; readonly own: readonly number[] };
  /** By option, those of one situation after those of the one before: times chosen. */
  readonly options: Int32Array;
}

/** By situation: where its first option stands in `Ends.options`; last, how many options there are. */
export const optionPlaces = ({ situations }: Pick<Program, 'situations'>): readonly number[] => {
  let next = 0;
  return [0, ...situations.map(({ options }) => (next += options.length))];
};

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

/** Plays these games without looking at anything but what was chosen and how they come out. */
export const endsOf = (scenario: LabScenario, { policy, first, from, to, lens, beginning }: EndsJob): Ends => {
  const { rules } = scenario;
  const { program } = rules;
  const play = policyNamed(scenario, policy);
  const places = optionPlaces(program);
  const options = new Int32Array(places.at(-1) ?? 0);
  const own: number[] = [];
  const ends = Array.from({ length: to - from }, (_, i): End => {
    const seed = seedOf(first, from + i);
    const key = keyOf(seed);
    const state = start(rules, key, withLens(program, choicesOf(program, key), lens));
    if (beginning !== undefined) {
      own.push(state[beginning.slot]!);
      state[beginning.slot] = beginning.value;
    }
    playToEnd(rules, key, state, play, (_state, { answers }) => {
      for (const { situation, option } of answers) options[places[situation]! + option]!++;
    });
    return { readings: program.readings.map(({ slot }) => state[slot]!), ending: state[ENDING]! - 1, policy, seed };
  });
  return {
    policy,
    ends,
    options,
    ...(lens === undefined ? {} : { lens }),
    ...(beginning === undefined ? {} : { shifted: { beginning, own } }),
  };
};
