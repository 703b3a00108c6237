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
