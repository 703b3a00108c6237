import type { Bundle } from '../../src/bundle/bundle.ts';
import { playGolden, replayGolden, type GoldenGame } from '../../src/lab/golden.ts';

/** By game: the check its link replays to, and whether its policy plays the very same game again. */
export const golden = (bundle: Bundle, games: readonly GoldenGame[]) =>
  games.map((game) => ({
    check: replayGolden(bundle, game),
    same: JSON.stringify(playGolden(bundle, game.policy, game.seed)) === JSON.stringify(game),
  }));
