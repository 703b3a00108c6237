import { bad, good } from '../engine/result.ts';
import { linkOf, openLink } from './link.ts';
import type { FindRules } from './link.ts';
import { savedOf } from './saves.ts';
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

/** A game among those kept: the links of its lines, the one at hand first. */
interface Entry {
  readonly id: string;
  readonly links: ReadonlyMap<number, string>;
  readonly saved: Saved;
}

/**
 * Games kept as links in one text, apart by a space, the one used last first. A link is never cut: where the game in hand does not fit, the text
 * stays as it was; what was used longest ago makes room for it. What cannot be read is carried along as it stands. A link holds orders and no
 * notes, and each line of a game that is read again is a game of its own. `list` and `get` reject where rules cannot be fetched.
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
        const opened = await openLink(piece, find);
        const [id, age] = [`kept-${String(nth)}`, pieces.length - nth];
        if (opened.ok)
          return { id, links: new Map([[opened.value.line, piece]]), saved: savedOf(id, opened.value, { at: 0, revision: 1, used: age }) };
        const nothing = { scenario: '', turn: 0, over: false, exploration: false, at: 0 };
        return { id, links: new Map([[0, piece]]), saved: { id, ...nothing, record: piece, revision: 1, used: age } };
      }),
    );
    // Two may have asked at once.
    if (unread !== pieces) return;
    unread = [];
    entries = [...entries, ...found];
  };

  return {
    put: (id, game, _seen, at) => {
      const link = linkOf(game);
      if (!link.ok) return Promise.resolve(bad({ code: 'blocked', message: link.problem.message }));
      const before = entries.find((entry) => entry.id === id);
      const links = new Map([[game.line, link.value], ...[...(before?.links ?? [])].filter(([line]) => line !== game.line)]);
      const saved = savedOf(id, game, { at, revision: (before?.saved.revision ?? 0) + 1, used: ++used });
      const next = [{ id, links, saved }, ...entries.filter((entry) => entry.id !== id)];
      const text = fitted([...next.flatMap((entry) => [...entry.links.values()]), ...unread], keeper.room);
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

/** As many of the pieces as fit, from the first on, whole; undefined where the first does not. */
const fitted = (pieces: readonly string[], room: number): string | undefined => {
  let text: string | undefined;
  for (const piece of pieces) {
    const longer = text === undefined ? piece : `${text} ${piece}`;
    if (longer.length > room) break;
    text = longer;
  }
  return text;
};
