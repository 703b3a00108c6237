import { withLens } from '../bundle/lens.ts';
import type { Policy } from '../players/policy.ts';
import { keyOf } from '../engine/seed.ts';
import type { Seed } from '../engine/seed.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { policyNamed, type LabScenario } from './lab-scenario.ts';
import { alikeMoves, watchMoves, type Move } from './moves.ts';
import { datesOf, watchOpenings } from './openings.ts';
import type { Study } from './study.ts';

/** Games by two policies on the same seeds, and how much of the world was the same in both. */
export interface Twins {
  /** Moves of powers in both games, and those that have a like one in the other. */
  moves: number;
  alike: number;
  /** Undated situations seen in either game, and in both. */
  either: number;
  both: number;
}

interface Story {
  readonly moves: readonly Move[];
  readonly situations: ReadonlySet<number>;
}

const storyOf = (
  { rules, catalogue }: LabScenario,
  dates: ReturnType<typeof datesOf>,
  seed: Seed,
  policy: Policy,
  lens?: string,
): Story => {
  const key = keyOf(seed);
  const movesSince = watchMoves(rules, catalogue);
  const openedSince = watchOpenings(rules, dates);
  const moves: Move[] = [];
  const situations = new Set<number>();
  const look = (state: Int32Array): void => {
    moves.push(...movesSince(state));
    for (const { situation, dated } of openedSince(state)) if (!dated) situations.add(situation);
  };
  look(playGame(rules, { key, choices: withLens(rules.program, choicesOf(rules.program, key), lens), policy }, look));
  return { moves, situations };
};

/** How alike a seed is under two policies. */
export const twins: Study<Twins> = {
  most: 1000,
  atOnce: 32,
  fresh: () => ({ moves: 0, alike: 0, either: 0, both: 0 }),
  play: (scenario, { first, from, to, lens }, { policy, other = policy }) => {
    const dates = datesOf(scenario.rules.program);
    const found = twins.fresh(scenario);
    const [one, two] = [policyNamed(scenario, policy), policyNamed(scenario, other)];
    for (let nth = from; nth < to; nth++) {
      const seed = seedOf(first, nth);
      const a = storyOf(scenario, dates, seed, one, lens);
      const b = storyOf(scenario, dates, seed, two, lens);
      found.moves += a.moves.length + b.moves.length;
      found.alike += 2 * alikeMoves(a.moves, b.moves);
      found.either += new Set([...a.situations, ...b.situations]).size;
      found.both += [...a.situations].filter((situation) => b.situations.has(situation)).length;
    }
    return found;
  },
  add: (whole, part) => {
    for (const count of ['moves', 'alike', 'either', 'both'] as const) whole[count] += part[count];
  },
};
