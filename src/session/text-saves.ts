import { bad, good } from '../engine/result.ts';
import { makeGuesses, withGuesses } from './guesses-text.ts';
import { linkOf, openLink } from './link.ts';
import type { FindRules } from './link.ts';
import { originOf, savedOf } from './saves.ts';
import type { Saved, Saves } from './saves.ts';

/** Whoever keeps one text in place of a browser's storage. */
export interface Keeper {
  /** What was kept before; nobody has checked it. */
  readonly text: string;
  /** Characters of the longest text that is taken. */
  readonly room: number;
  /** Keeps a text in place of the last one, durably; false where that was refused. `over`: the game in hand is. */
  readonly keep: (text: string, over: boolean) => boolean;
}

/** A line as it is kept: its link, and what was guessed along it. */
interface Piece {
  readonly link: string;
  readonly guesses: string;
}

/** Between a link and what was guessed. */
const GUESSED = '~';

/** A game among those kept: its lines, the one at hand first. */
interface Entry {
  readonly id: string;
  readonly lines: ReadonlyMap<number, Piece>;
  readonly saved: Saved;
}

/**
 * Games kept as links in one text, apart by a space, the one used last first. A link is never cut: where the game in hand does not fit, the text
 * stays as it was; what was used longest ago makes room for it. What cannot be read is carried along as it stands. Guesses stand behind the link of
 * their game as far as there is room beside all links, that of the game in hand first. Each line of a game that is read again is a game of its own.
 * `list` and `get` reject where rules cannot be fetched.
 */
export const openTextSaves = (keeper: Keeper, find: FindRules): Saves => {
  /** What was kept before and is not read yet. */
  let unread: readonly string[] = keeper.text.split(/\s+/u).filter(Boolean);
  let entries: readonly Entry[] = [];
  let used = unread.length;

  const read = async (): Promise<void> => {
    if (unread.length === 0) return;
    const pieces = unread;
    const found = await Promise.all(
      pieces.map(async (piece, nth): Promise<Entry> => {
        const [link = '', guesses = ''] = piece.split(GUESSED, 2);
        const opened = await openLink(link, find);
        const [id, age] = [`kept-${String(nth)}`, pieces.length - nth];
        if (opened.ok) {
          const game = withGuesses(opened.value, guesses);
          const saved = savedOf(id, game, { at: 0, revision: 1, used: age });
          return { id, lines: new Map([[game.line, { link, guesses: makeGuesses(game) }]]), saved };
        }
        const nothing = { scenario: '', turn: 0, over: false, exploration: false, at: 0 };
        return {
          id,
          lines: new Map([[0, { link: piece, guesses: '' }]]),
          saved: { id, ...nothing, record: piece, revision: 1, used: age },
        };
      }),
    );
    // Two may have asked at once.
    if (unread !== pieces) return;
    unread = [];
    entries = [...entries, ...found];
  };

  return {
    put: (id, game, _seen, at, origin = {}) => {
      const link = linkOf(game);
      if (!link.ok) return Promise.resolve(bad({ code: 'blocked', message: link.problem.message }));
      const before = entries.find((entry) => entry.id === id);
      const piece = { link: link.value, guesses: makeGuesses(game) };
      const lines = new Map([[game.line, piece], ...[...(before?.lines ?? [])].filter(([line]) => line !== game.line)]);
      // Names are not kept here; the rest lasts as long as the page.
      const { received, actsFrom } = before?.saved ?? origin;
      const kept = originOf({ received, actsFrom });
      const saved = savedOf(id, game, { at, revision: (before?.saved.revision ?? 0) + 1, used: ++used, ...kept });
      const next = [{ id, lines, saved }, ...entries.filter((entry) => entry.id !== id)];
      const text = fitted([...next.flatMap((entry) => [...entry.lines.values()]), ...unread.map(pieceOf)], keeper.room);
      if (text === undefined)
        return Promise.resolve(bad({ code: 'full', message: `The game's link has more than ${keeper.room} characters.` }));
      if (!keeper.keep(text, saved.over))
        return Promise.resolve(bad({ code: 'refused', message: 'What keeps the games did not take this one.' }));
      entries = next;
      return Promise.resolve(good(saved.revision));
    },
    list: async () => {
      await read();
      return good(entries.map(({ saved }) => saved));
    },
    get: async (id) => {
      await read();
      return good(entries.find((entry) => entry.id === id)?.saved);
    },
    clear: () => {
      [entries, unread] = [[], []];
      return Promise.resolve(
        keeper.keep('', false) ? good(undefined) : bad({ code: 'refused', message: 'What was kept could not be cleared.' }),
      );
    },
  };
};

/** A piece that nobody has read: it is carried along whole. */
const pieceOf = (piece: string): Piece => ({ link: piece, guesses: '' });

/** As many of the links as fit, from the first on, whole, and behind them what was guessed as far as there is room; undefined where the first does not fit. */
const fitted = (pieces: readonly Piece[], room: number): string | undefined => {
  let used = -1;
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (used + 1 + piece.link.length > room) break;
    used += 1 + piece.link.length;
    kept.push(piece);
  }
  if (kept.length === 0) return undefined;
  const texts = kept.map(({ link, guesses }) => {
    const more = guesses === '' ? 0 : GUESSED.length + guesses.length;
    if (more === 0 || used + more > room) return link;
    used += more;
    return link + GUESSED + guesses;
  });
  return texts.join(' ');
};
