import { useEffect, useState } from 'preact/hooks';
import type { GameRecord } from '../../../engine/record.ts';
import type { Prose } from '../../../bundle/bundle.ts';
import { editionOf, findRules, loadProse } from '../../../session/library.ts';
import { openLink, openRecord, type LinkProblem } from '../../../session/link.ts';
import type { Game } from '../../../session/game.ts';
import { shownOf, type Shown } from '../../../session/shown.ts';
import type { TellerAt } from '../../../telling/story.ts';
import { tellerOf } from '../../../telling/teller.ts';
import { locale } from '../../../text/text.ts';
import type { GameStore } from '../../game/game-store.ts';

/**
 * A game as the address names it: `h` the one in hand, `f` the file that was chosen, `k=ID` one that is kept, each with the line it shows where it
 * is not the last (`.2`), or `g=CODE` the one of a link.
 */
export type Token = string;

interface Named {
  readonly kind: 'hand' | 'file' | 'kept' | 'link';
  /** Id or code. */
  readonly id: string;
  readonly line: number | undefined;
}

export const readToken = (token: Token): Named | undefined => {
  if (token.startsWith('g=')) return { kind: 'link', id: token.slice(2), line: undefined };
  const [, kind = '', id = '', line] = /^([hfk])(?:=([\w-]+))?(?:\.(\d{1,4}))?$/u.exec(token) ?? [];
  const kinds = { h: 'hand', f: 'file', k: 'kept' } as const;
  if (kind !== 'h' && kind !== 'f' && kind !== 'k') return undefined;
  return { kind: kinds[kind], id, line: line === undefined ? undefined : Number(line) };
};

/** The same game on another of its lines. */
export const onLineOf = (token: Token, line: number): Token => `${token.replace(/\.\d+$/u, '')}.${String(line)}`;

/** A game that is watched, and what tells it in the language on screen. */
export interface Opened {
  readonly token: Token;
  readonly shown: Shown;
  readonly tellerAt: TellerAt;
}

/** `gone`: no such game is in this browser, or a file has to be chosen again. */
export type Failing = { readonly problem: LinkProblem } | 'gone' | 'unreachable';

/** A file that was chosen in the theatre, by the store of its desk: an address cannot hold it. */
const FILES = new WeakMap<GameStore, string>();

export const chooseFile = (store: GameStore, text: string): void => void FILES.set(store, text);
export const fileText = (store: GameStore): string => FILES.get(store) ?? '';

/** What is no JSON is no record: opening it says so. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Found = { readonly game: Game } | { readonly failing: Failing };

const fromRecord = async (json: unknown, line: number | undefined): Promise<Found> => {
  const opened = await openRecord(json, findRules, line);
  return opened.ok ? { game: opened.value.game } : { failing: { problem: opened.problem } };
};

const find = async (store: GameStore, token: Token): Promise<Found> => {
  const named = readToken(token);
  if (named === undefined) return { failing: 'gone' };
  switch (named.kind) {
    case 'link': {
      const opened = await openLink(named.id, findRules);
      return opened.ok ? { game: opened.value } : { failing: { problem: opened.problem } };
    }
    case 'hand': {
      if (store.game.peek() === undefined && !(await store.resume())) return { failing: 'gone' };
      const record: GameRecord | undefined = store.record();
      const atHand = store.lines.peek().find((each) => each.atHand)?.line;
      return record === undefined ? { failing: 'gone' } : fromRecord(record, named.line ?? atHand);
    }
    case 'kept': {
      const saved = (await store.kept()).find(({ id }) => id === named.id);
      return saved === undefined ? { failing: 'gone' } : fromRecord(saved.record, named.line ?? saved.line);
    }
    case 'file':
      return FILES.has(store) ? fromRecord(parsed(fileText(store)), named.line) : { failing: 'gone' };
  }
};

/** Opens what the tokens name; undefined while it is fetched and played through. */
export const useOpened = (store: GameStore, tokens: readonly Token[]): readonly (Opened | Failing)[] | undefined => {
  const [games, setGames] = useState<{ readonly of: string; readonly found: readonly (Shown | Failing)[] } | undefined>(undefined);
  const [words, setWords] = useState<ReadonlyMap<string, Prose>>(new Map());
  const wanted = tokens.join('/');
  const spoken = locale.value;
  useEffect(() => {
    let late = false;
    const opening = tokens.map(async (token): Promise<Shown | Failing> => {
      const found = await find(store, token);
      return 'failing' in found ? found.failing : shownOf(found.game);
    });
    Promise.all(opening).then(
      (found) => !late && setGames({ of: wanted, found }),
      () => !late && setGames({ of: wanted, found: tokens.map(() => 'unreachable' as const) }),
    );
    return () => {
      late = true;
    };
  }, [wanted]);
  const editions = [...new Set((games?.found ?? []).flatMap((each) => (isShown(each) ? [editionOf(each.chronicle.bundle)] : [])))];
  useEffect(() => {
    let late = false;
    for (const edition of editions) {
      if (words.has(`${edition}/${spoken}`)) continue;
      loadProse(edition, spoken).then(
        (prose) => !late && setWords((known) => new Map(known).set(`${edition}/${spoken}`, prose)),
        () => !late && setGames({ of: wanted, found: tokens.map(() => 'unreachable' as const) }),
      );
    }
    return () => {
      late = true;
    };
  }, [editions.join(), spoken]);
  if (games?.of !== wanted) return undefined;
  const opened = games.found.map((each, i): Opened | Failing | undefined => {
    if (!isShown(each)) return each;
    const { bundle, rules, seat } = each.chronicle;
    // Until the words of another language are here the old ones stay.
    const prose = words.get(`${editionOf(bundle)}/${spoken}`);
    if (prose === undefined) return undefined;
    return { token: tokens[i] ?? '', shown: each, tellerAt: (view) => tellerOf(bundle, rules, view, prose, spoken, seat) };
  });
  const here = opened.filter((each) => each !== undefined);
  return here.length < opened.length ? undefined : here;
};

const isShown = (each: Shown | Failing): each is Shown => typeof each === 'object' && 'chronicle' in each;
export const isOpened = (each: Opened | Failing): each is Opened => typeof each === 'object' && 'shown' in each;
