import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { bad, good } from '../engine/result.ts';
import type { Problem, Result } from '../engine/result.ts';
import { explorationFrom, isOver, recordOf, turnNow } from './game.ts';
import { nameFrom } from './game-name.ts';
import type { Game } from './game.ts';

/**
 * `full`: the browser has no room left. `blocked`: it does not let this page store anything. `silent`: its storage does not answer.
 * `refused`: whoever keeps the games in its place did not take this one. `stale`: the game was saved from elsewhere since it was read here; what stands there is newer.
 */
export type KeepProblem = Problem & { readonly code: 'full' | 'blocked' | 'silent' | 'refused' | 'stale' };

/** What storage came to; where it is `silent`, `late` resolves to what it comes to after all, if it ever does, and never rejects. */
export type Kept<T> = Result<T, KeepProblem & { readonly late?: Promise<Result<T, KeepProblem>> }>;

/** One kept game. `record` is unchecked until `openRecord` has replayed it; the rest is for the list of games. */
export interface Saved {
  readonly id: string;
  readonly scenario: string;
  readonly turn: number;
  readonly over: boolean;
  readonly exploration: boolean;
  /** Milliseconds since 1970, as the machine's clock had it: for people, never for order; 0 where it is not known. */
  readonly at: number;
  readonly record: unknown;
  /** The line that was at hand; undefined in games kept by the first release, which have but one. */
  readonly line?: number;
  /** How often it was saved: a writer that has not seen the last one must not overwrite it. */
  readonly revision: number;
  /** Rises with every save of any game: which was used last. */
  readonly used: number;
  /** What its player called it; undefined where nobody did. */
  readonly name?: string;
  /** Somebody else played it to its end and sent it: only what branches from it was played here. */
  readonly received?: true;
  /** The stop, from 1, from which initiatives are offered, where whoever sent the game took one sooner than a first game offers them. */
  readonly actsFrom?: number;
}

/** What a game comes with where it comes from: it is kept beside the record, and in no link and no file. */
export type Origin = Pick<Saved, 'name' | 'received' | 'actsFrom'>;

/** A game as it is kept. */
export const savedOf = (id: string, game: Game, kept: Pick<Saved, 'at' | 'revision' | 'used'> & Origin): Saved => ({
  id,
  scenario: game.bundle.program.id,
  turn: turnNow(game),
  over: isOver(game),
  exploration: explorationFrom(game) !== undefined,
  record: recordOf(game),
  line: game.line,
  ...kept,
});

/** The games kept in this browser. Nothing here waits longer than its patience, and nothing is told as kept before it is durable. */
export interface Saves {
  /**
   * Saves a game over the revision that the caller has seen (0: a new one), durably. Resolves to the new revision. Where there are more than
   * 24, finished ones make room, the oldest first; an unfinished one is never dropped. `origin`: what a new one comes with; one that is kept keeps its own.
   * What these saves wrote themselves, later than its caller would wait, is no other window's: it is written over.
   */
  readonly put: (id: string, game: Game, seen: number, at: number, origin?: Origin) => Promise<Kept<number>>;
  /** Kept games, the one used last first. */
  readonly list: () => Promise<Kept<readonly Saved[]>>;
  readonly get: (id: string) => Promise<Result<Saved | undefined, KeepProblem>>;
  /** Calls a kept game by a name, or by none: nothing else of it changes, and no window falls behind by it. Absent where names are not kept. */
  readonly rename?: (id: string, name: string | undefined) => Promise<Result<void, KeepProblem>>;
  /** Deletes all of them. */
  readonly clear: () => Promise<Result<void, KeepProblem>>;
}

const DATABASE = 'bamboo-diplomacy';
const STORE = 'games';
/** Holds the number of saves made so far. */
const COUNTER = '#used';
const MOST_KEPT = 24;
/** Milliseconds after which storage is taken not to answer. */
export const PATIENCE = 2000;

const problemOf = (cause: unknown): KeepProblem => {
  if (cause instanceof Unanswered) return { code: 'silent', message: 'The storage of this browser does not answer.' };
  if (cause instanceof DOMException && cause.name === 'QuotaExceededError')
    return { code: 'full', message: 'The browser has no room left for saved games.' };
  return { code: 'blocked', message: 'The browser does not let this page save games.' };
};

class Unanswered extends Error {}

const count = (value: unknown): number => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0);

/** What stands under a key, as far as it can be read: an entry that is damaged must not hide the others. */
const savedFrom = (id: string, value: unknown): Saved | undefined => {
  if (typeof value !== 'object' || value === null || !('record' in value)) return undefined;
  const { scenario, turn, over, exploration, at, record, line, revision, used, name, received, actsFrom } = value as Readonly<
    Record<string, unknown>
  >;
  return {
    id,
    scenario: typeof scenario === 'string' ? scenario : '',
    turn: count(turn),
    over: over === true,
    exploration: exploration === true,
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
    record,
    ...(typeof line === 'number' ? { line: count(line) } : {}),
    revision: count(revision),
    used: count(used),
    ...originOf({
      name: nameFrom(name),
      received: received === true ? true : undefined,
      actsFrom: count(actsFrom) > 0 ? count(actsFrom) : undefined,
    }),
  };
};

/** An origin without what is not known of it. */
export const originOf = ({ name, received, actsFrom }: { readonly [K in keyof Origin]: Origin[K] | undefined }): Origin => ({
  ...(name === undefined ? {} : { name }),
  ...(received === undefined ? {} : { received }),
  ...(actsFrom === undefined ? {} : { actsFrom }),
});

/** What the first release kept has no count: among those the clock is all there is. */
const lastUsedFirst = (a: Saved, b: Saved): number => b.used - a.used || b.at - a.at;

/** A revision, or that somebody else made one since. */
const current = (revision: number | undefined): Result<number, KeepProblem> =>
  revision === undefined ? bad({ code: 'stale', message: 'The game was saved from another window since.' }) : good(revision);

/** `patience`: milliseconds. `name`: games under another name are kept apart. The database is opened when it is first needed, once, and let go when another version of the page wants it. */
export const openSaves = (patience = PATIENCE, name = DATABASE): Saves => {
  let opening: Promise<IDBPDatabase> | undefined;
  /** The last revisions of a game that were written here, one after another, and later than their caller waited: it has not seen them. */
  const unseen = new Map<string, { readonly from: number; readonly to: number }>();
  const cameLate = (id: string, revision: number): void => {
    const last = unseen.get(id);
    unseen.set(id, { from: last?.to === revision - 1 ? last.from : revision, to: revision });
  };
  /** Whether nobody else wrote since the revision that the caller has seen. */
  const isOwn = (id: string, seen: number, stands: number): boolean => {
    const run = unseen.get(id);
    return stands === seen || (run !== undefined && stands === run.to && seen < stands && seen >= run.from - 1);
  };

  const database = (): Promise<IDBPDatabase> => {
    const known = opening;
    if (known !== undefined) return known;
    const fresh = openDB(name, 1, {
      upgrade: (db) => void db.createObjectStore(STORE),
      blocking: (_current, _blocked, event) => {
        opening = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated: () => (opening = undefined),
    });
    opening = fresh;
    fresh.catch(() => (opening = undefined));
    return fresh;
  };

  const inTime = async <T>(work: (isLate: () => boolean) => Promise<T>): Promise<Kept<T>> => {
    let late = false;
    let wait: ReturnType<typeof setTimeout> | undefined;
    const unanswered = new Promise<never>((_, reject) => {
      wait = setTimeout(() => reject(new Unanswered()), patience);
    });
    const done = work(() => late);
    try {
      return good(await Promise.race([done, unanswered]));
    } catch (cause) {
      const problem = problemOf(cause);
      if (problem.code !== 'silent') return bad(problem);
      late = true;
      // A connection that does not answer is not asked again.
      opening = undefined;
      return bad({ ...problem, late: done.then(good, (failed: unknown) => bad(problemOf(failed))) });
    } finally {
      clearTimeout(wait);
    }
  };

  const all = async (db: IDBPDatabase): Promise<readonly Saved[]> => {
    const tx = db.transaction(STORE);
    const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    return values
      .flatMap((value: unknown, i) => {
        const id = keys[i];
        return typeof id === 'string' ? (savedFrom(id, value) ?? []) : [];
      })
      .sort(lastUsedFirst);
  };

  const makeRoom = async (db: IDBPDatabase): Promise<void> => {
    const kept = await all(db);
    const finished = kept.filter(({ over }) => over);
    const spare = Math.min(kept.length - MOST_KEPT, finished.length);
    if (spare <= 0) return;
    const tx = db.transaction(STORE, 'readwrite');
    await Promise.all([...finished.slice(-spare).map(({ id }) => tx.store.delete(id)), tx.done]);
  };

  return {
    put: async (id, game, seen, at, origin = {}) => {
      const put = await inTime(async (isLate): Promise<number | undefined> => {
        const db = await database();
        const tx = db.transaction(STORE, 'readwrite', { durability: 'strict' });
        const [before, counted] = await Promise.all([tx.store.get(id) as Promise<unknown>, tx.store.get(COUNTER) as Promise<unknown>]);
        const old = savedFrom(id, before);
        const stands = old?.revision ?? 0;
        if (!isOwn(id, seen, stands)) return undefined;
        const used = count(counted) + 1;
        const saved = savedOf(id, game, { at, revision: stands + 1, used, ...originOf(old ?? origin) });
        await Promise.all([tx.store.put(saved, id), tx.store.put(used, COUNTER), tx.done]);
        if (isLate()) cameLate(id, saved.revision);
        if (seen === 0) await makeRoom(db).catch(() => undefined);
        return saved.revision;
      });
      if (put.ok) return current(put.value);
      const { late, ...problem } = put.problem;
      return bad(late === undefined ? problem : { ...problem, late: late.then((made) => (made.ok ? current(made.value) : made)) });
    },
    list: () => inTime(async () => all(await database())),
    get: (id) => inTime(async () => savedFrom(id, await (await database()).get(STORE, id))),
    rename: (id, name) =>
      inTime(async () => {
        const tx = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' });
        const saved = savedFrom(id, await tx.store.get(id));
        if (saved !== undefined) await tx.store.put({ ...saved, name }, id);
        await tx.done;
      }),
    clear: () => inTime(async () => (await database()).clear(STORE)),
  };
};
