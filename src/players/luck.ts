import { bounded } from '../engine/arith.ts';
import { draw, siteOf, type Key } from '../engine/chance.ts';

/** A player's own luck in a seat on one turn: a whole number in 0..below-1 for each purpose and subject, the same whenever it is asked. */
export type PlayerLuck = (purpose: Purpose, subject: number, below: number) => number;

/** What a player may leave to chance; each is a site of its own, so a player's luck never touches the game's. */
export type Purpose = 'choice' | 'act' | 'mood';

const SITES: Readonly<Record<Purpose, number>> = {
  choice: siteOf('policy/choice'),
  act: siteOf('policy/act'),
  mood: siteOf('policy/mood'),
};

export const playerLuck =
  (key: Key, turn: number, seat: number): PlayerLuck =>
  (purpose, subject, below) =>
    bounded(draw(key, turn, SITES[purpose], subject, seat), below);
