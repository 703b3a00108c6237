/** One recorded game, as `games.json` holds it. */
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
