import { hasAddress } from '../packaged.ts';
import type { Sheet } from '../shell/sheets.ts';

/** What others can open: the whole address of a game, or its code alone where the page has no address that is anybody else's. */
const linkTo = (code: string): string => `${hasAddress ? location.origin + location.pathname : ''}#g=${code}`;

/** Not there on a page that is not served safely. */
const clipboardHere = (): Clipboard | undefined => navigator.clipboard;

/** Puts a text on the clipboard. False where the browser does not let it. */
const copied = async (text: string): Promise<boolean> => {
  const clipboard = clipboardHere();
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** Copies the link of a game's code. Where more is to be said than that, or it has to be copied by hand, the sheet shows it: then false. */
export const share = async (code: string, sheet: Sheet): Promise<boolean> => {
  const link = linkTo(code);
  const done = await copied(link);
  if (done && hasAddress) return true;
  sheet.value = { link, copied: done };
  return false;
};
