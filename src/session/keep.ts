import { createStore, del, entries, set } from 'idb-keyval';
import { bad, good } from '../engine/result.ts';
import type { Problem, Result } from '../engine/result.ts';
import { isOver, recordOf, turnNow } from './game.ts';
import type { Game } from './game.ts';

/** `full`: the browser has no room left. `blocked`: it does not let this page store anything. The game goes on without. */
export type KeepProblem = Problem & { readonly code: 'full' | 'blocked' };

/** One kept game. `record` is unchecked until `openSaved` has replayed it. */
export interface Saved {
  readonly id: string;
  readonly scenario: string;
  readonly turn: number;
  readonly over: boolean;
  readonly exploration: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly record: unknown;
}

const MOST_KEPT = 24;
const store = () => createStore('bamboo-diplomacy', 'games');

const problemOf = (cause: unknown): KeepProblem => {
  const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  return full
    ? { code: 'full', message: 'The browser has no room left for saved games.' }
    : { code: 'blocked', message: 'The browser does not let this page save games.' };
};

const isSaved = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && 'id' in value && 'record' in value && 'at' in value && typeof value.at === 'number';

/** Saves the game under an id of the caller's (one per game on screen); older games than the newest 24 make room. */
export const keep = async (id: string, game: Game, at: number): Promise<Result<void, KeepProblem>> => {
  try {
    const saved: Saved = {
      id,
      scenario: game.bundle.program.id,
      turn: turnNow(game),
      over: isOver(game),
      exploration: game.explorationFrom !== undefined,
      at,
      record: recordOf(game),
    };
    await set(id, saved, store());
    const old = await kept();
    if (old.ok) await Promise.all(old.value.slice(MOST_KEPT).map((each) => del(each.id, store())));
    return good(undefined);
  } catch (cause) {
    return bad(problemOf(cause));
  }
};

/** Kept games, newest first. */
export const kept = async (): Promise<Result<readonly Saved[], KeepProblem>> => {
  try {
    const all = await entries<string, unknown>(store());
    return good(
      all
        .map(([, value]) => value)
        .filter(isSaved)
        .sort((a, b) => b.at - a.at),
    );
  } catch (cause) {
    return bad(problemOf(cause));
  }
};
