import { lensesOf, withLens } from '../bundle/lens.ts';
import { valueOf } from '../engine/expression.ts';
import { ENDING } from '../engine/program.ts';
import { keyOf } from '../engine/seed.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { policyNamed } from './lab-scenario.ts';
import type { Study } from './study.ts';

/** How one game came out under one lens. Sets of charges are bits: charge i is 2^i. */
export interface LensGame {
  readonly taken: number;
  /** Of all charges, taken or not. */
  readonly met: number;
  readonly ending: number;
}

/** By seed, by lens; scenarios without a lens have one, their own. */
export type LensGames = (readonly LensGame[])[];

/** The same seeds and set-ups by one policy under every lens. */
export const lenses: Study<LensGames> = {
  most: 2000,
  atOnce: 32,
  fresh: () => [],
  play: (scenario, { first, from, to }, { policy }) => {
    const { rules } = scenario;
    const { program } = rules;
    const all = lensesOf(program);
    const play = policyNamed(scenario, policy);
    const bits = (holds: (charge: (typeof program.charges)[number]) => boolean): number =>
      program.charges.reduce((set, charge, i) => (holds(charge) ? set + 2 ** i : set), 0);
    return Array.from({ length: to - from }, (_, i) => {
      const key = keyOf(seedOf(first, from + i));
      return (all.length === 0 ? [undefined] : all).map((lens): LensGame => {
        const state = playGame(rules, { key, choices: withLens(program, choicesOf(program, key), lens), policy: play });
        return {
          taken: bits(({ taken }) => state[taken] !== 0),
          met: bits(({ met }) => valueOf(rules, state, met) !== 0),
          ending: state[ENDING]!,
        };
      });
    });
  },
  add: (whole, part) => {
    whole.push(...part);
  },
};
