import { bounded } from '../engine/arith.ts';
import { draw, siteOf, type Key } from '../engine/chance.ts';
import type { Program } from '../engine/program.ts';
import { makeSeed, seedNumber, type Seed } from '../engine/seed.ts';
import type { Choices } from '../engine/setup.ts';

const SEEDS = 1n << 50n;

/** The seed of game `nth` (from 0) of a lab run: the one after the other, so that any game can be played again alone. */
export const seedOf = (first: Seed, nth: number): Seed => makeSeed((seedNumber(first) + BigInt(nth)) % SEEDS);

const SETUP = siteOf('policy/setup');

/** Set-up as a stranger would leave it: presets where one thing is chosen, a draw of the game's key where several are. */
export const choicesOf = ({ setup }: Pick<Program, 'setup'>, key: Key): Choices =>
  setup.map(({ kind, options, count }, nth) => {
    if (kind === 'one') return undefined;
    const left = options.map((_, i) => i);
    const chosen = Array.from({ length: count }, (_, i) => left.splice(bounded(draw(key, nth, SETUP, i, 0), left.length), 1)[0]!);
    return chosen.sort((a, b) => a - b);
  });
