import type { Chronicle } from '../../session/chronicle.ts';
import { transcriptOf } from '../../telling/transcript.ts';
import { viewNow } from '../../session/chronicle.ts';
import type { GameStore } from './game-store.ts';

/** The whole address of the game in hand, if it can be linked. */
export const addressOf = (store: GameStore): string | undefined => {
  const link = store.link();
  return link.ok ? `${location.origin === 'null' ? '' : location.origin}${location.pathname}#g=${link.value}` : undefined;
};

/** Not there on a page that is not served safely. */
const clipboardHere = (): Clipboard | undefined => navigator.clipboard;

/** Puts a text on the clipboard. False where the browser does not let it. */
export const copied = async (text: string): Promise<boolean> => {
  const clipboard = clipboardHere();
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** Hands out the game as a file: the record, and beside it a transcript that people can read when the rules are gone. */
export const exportGame = (store: GameStore, now: Chronicle): void => {
  const record = store.record();
  if (record === undefined) return;
  const teller = store.tellerAt(viewNow(now));
  const transcript = teller === undefined ? undefined : transcriptOf(teller, now);
  const file = new Blob([JSON.stringify({ ...record, transcript }, null, 1)], { type: 'application/json' });
  const at = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = at;
  anchor.download = `${record.scenario}-${now.seed}.json`;
  anchor.click();
  // The download begins after this turn of the page's loop.
  setTimeout(() => URL.revokeObjectURL(at), 10_000);
};
