import { useEffect, useState } from 'preact/hooks';
import type { GameRecord } from '../../../engine/record.ts';
import type { Prose } from '../../../bundle/bundle.ts';
import { editionOf, findRules, loadProse } from '../../../session/library.ts';
import { openLink, openRecord, type LinkProblem } from '../../../session/link.ts';
import { isOver, type Game } from '../../../session/game.ts';
import { underLens } from '../../../session/otherwise.ts';
import { LENS, lensesOf } from '../../../bundle/lens.ts';
import { viewNow } from '../../../session/chronicle.ts';
import { nameIn } from '../../../session/game-name.ts';
import { shownOf, type Shown } from '../../../session/shown.ts';
import type { TellerAt } from '../../../telling/story.ts';
import { turnWithin } from '../../../telling/clock.ts';
import { madeName } from '../../../telling/made-name.ts';
import { tellerOf, type Teller } from '../../../telling/teller.ts';
import { locale } from '../../../text/text.ts';
import { tt } from '../../../text/theatre.ts';
import type { GameStore } from '../../game/game-store.ts';

/**
 * A game as the address names it: `h` the one in hand, `f` the file that was chosen, `k=ID` one that is kept, each with the line it shows where it
 * is not the last (`.2`), or `g=CODE` the one of a link. `~LENS` behind it: the same orders where another reading of the world holds.
 */
export type Token = string;

interface Named {
  readonly kind: 'hand' | 'file' | 'kept' | 'link';
  /** Id or code. */
  readonly id: string;
  readonly line: number | undefined;
  readonly lens: string | undefined;
}

export const readToken = (token: Token): Named | undefined => {
  const [, kind = '', id = '', line, lens] = /^([ghfk])(?:=([\w-]+))?(?:\.(\d{1,4}))?(?:~([\w-]+))?$/u.exec(token) ?? [];
  const kinds = { g: 'link', h: 'hand', f: 'file', k: 'kept' } as const;
  if (kind !== 'g' && kind !== 'h' && kind !== 'f' && kind !== 'k') return undefined;
  return { kind: kinds[kind], id, line: line === undefined ? undefined : Number(line), lens };
};

const bare = (token: Token): Token => token.replace(/~.*$/u, '');

/** The same game on another of its lines: a link has one only. */
export const onLineOf = (token: Token, line: number): Token =>
  token.startsWith('g=') ? bare(token) : `${bare(token).replace(/\.\d+$/u, '')}.${String(line)}`;

/** The same orders under another lens. */
export const underLensOf = (token: Token, lens: string): Token => `${bare(token)}~${lens}`;

/** A game that is watched, and what tells it in the language on screen. */
export interface Opened {
  readonly token: Token;
  readonly shown: Shown;
  readonly tellerAt: TellerAt;
  /** Played by the program under another lens; how many decisions had no order to follow there. */
  readonly strayed?: number;
  /** What it is called, with the line and the lens it is shown on; undefined for one of somebody else that came without a name: what it would be called tells how it went. */
  readonly name?: string;
  /** What its player called it: for its file. */
  readonly given?: string;
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

/** `given`: what its player called it. `own`: it was played here, so that a name may be made of what was done in it. */
interface Whose {
  readonly given?: string;
  readonly own?: true;
}

type Found = (Whose & { readonly game: Game; readonly strayed?: number; readonly lens?: string }) | { readonly failing: Failing };

const fromRecord = async (json: unknown, line: number | undefined, given: string | undefined, own: Pick<Whose, 'own'>): Promise<Found> => {
  const opened = await openRecord(json, findRules, line);
  if (!opened.ok) return { failing: { problem: opened.problem } };
  return { game: opened.value.game, ...own, ...(given === undefined ? {} : { given }) };
};

const find = async (store: GameStore, token: Token): Promise<Found> => {
  const named = readToken(token);
  if (named === undefined) return { failing: 'gone' };
  const found = await findNamed(store, named);
  const { lens } = named;
  if (lens === undefined || 'failing' in found) return found;
  if (!isOver(found.game) || !lensesOf(found.game.bundle.program).includes(lens)) return { failing: 'gone' };
  const { game, strayed } = underLens(found.game, lens);
  return { ...found, game, strayed, lens };
};

const findNamed = async (store: GameStore, named: Named): Promise<Found> => {
  switch (named.kind) {
    case 'link': {
      const opened = await openLink(named.id, findRules);
      return opened.ok ? { game: opened.value } : { failing: { problem: opened.problem } };
    }
    case 'hand': {
      if (store.game.peek() === undefined && !(await store.resume())) return { failing: 'gone' };
      const record: GameRecord | undefined = store.record();
      const atHand = store.lines.peek().find((each) => each.atHand)?.line;
      if (record === undefined) return { failing: 'gone' };
      return fromRecord(record, named.line ?? atHand, await store.nameHere(), OWN);
    }
    case 'kept': {
      const saved = (await store.kept()).find(({ id }) => id === named.id);
      return saved === undefined ? { failing: 'gone' } : fromRecord(saved.record, named.line ?? saved.line, saved.name, OWN);
    }
    case 'file': {
      if (!FILES.has(store)) return { failing: 'gone' };
      const json = parsed(fileText(store));
      return fromRecord(json, named.line, nameIn(json), {});
    }
  }
};

const OWN = { own: true } as const;

type Watched = Shown & Whose & { readonly strayed?: number; readonly lens?: string };

/** A game by its name, its line where that is not the first, and the lens it was played again under. */
const nameOf = ({ table, given, own, lens }: Watched, teller: Teller, prose: Prose): string | undefined => {
  const game = table.game();
  const { bundle, record, line } = game;
  const name = given ?? (own && madeName(bundle, prose, teller.locale, { record, line, over: isOver(game) }));
  const from = record.lines[line]?.from;
  if (name === undefined) return undefined;
  return [
    name,
    ...(from === undefined ? [] : [tt('beside.branch', { when: turnWithin(teller, from.turn) })]),
    ...(lens === undefined ? [] : [teller.say(`setup.${LENS}.${lens}.title`)]),
  ].join(' · ');
};

/** Opens what the tokens name; undefined while it is fetched and played through. */
export const useOpened = (store: GameStore, tokens: readonly Token[]): readonly (Opened | Failing)[] | undefined => {
  const [games, setGames] = useState<{ readonly of: string; readonly found: readonly (Watched | Failing)[] } | undefined>(undefined);
  const [words, setWords] = useState<ReadonlyMap<string, Prose>>(new Map());
  const wanted = tokens.join('/');
  const spoken = locale.value;
  useEffect(() => {
    let late = false;
    const opening = tokens.map(async (token): Promise<Watched | Failing> => {
      const found = await find(store, token);
      if ('failing' in found) return found.failing;
      const { game, ...rest } = found;
      return { ...(await shownOf(game)), ...rest };
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
    const tellerAt: TellerAt = (view) => tellerOf(bundle, rules, view, prose, spoken, seat);
    const name = nameOf(each, tellerAt(viewNow(each.chronicle)), prose);
    return {
      token: tokens[i] ?? '',
      shown: each,
      tellerAt,
      ...(each.strayed === undefined ? {} : { strayed: each.strayed }),
      ...(name === undefined ? {} : { name }),
      ...(each.given === undefined || each.lens !== undefined ? {} : { given: each.given }),
    };
  });
  const here = opened.filter((each) => each !== undefined);
  return here.length < opened.length ? undefined : here;
};

const isShown = (each: Watched | Failing): each is Watched => typeof each === 'object' && 'chronicle' in each;
export const isOpened = (each: Opened | Failing): each is Opened => typeof each === 'object' && 'shown' in each;
