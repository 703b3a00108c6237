import { recordOf, viewNow } from '../../session/game.ts';
import { linkOf } from '../../session/link.ts';
import { transcriptOf } from '../../telling/transcript.ts';
import { game, tellerAt } from './game-store.ts';

/** The whole address of the game in hand, if it can be linked. */
const address = (): string | undefined => {
  const now = game.peek();
  if (now === undefined) return undefined;
  const link = linkOf(now);
  return link.ok ? `${location.origin}${location.pathname}#g=${link.value}` : undefined;
};

/** Puts the link of the game in hand on the clipboard; where that is not allowed, in a box to copy from. False: there is no link to copy. */
export const copyLink = async (): Promise<boolean> => {
  const link = address();
  if (link === undefined) return false;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    prompt('', link);
  }
  return true;
};

/** Hands out the game as a file: the record, and beside it a transcript that people can read when the rules are gone. */
export const exportGame = (): void => {
  const now = game.peek();
  if (now === undefined) return;
  const record = recordOf(now);
  const teller = tellerAt(now, viewNow(now));
  const transcript = teller === undefined ? undefined : transcriptOf(teller, now);
  const file = new Blob([JSON.stringify({ ...record, transcript }, null, 1)], { type: 'application/json' });
  const at = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = at;
  anchor.download = `${record.scenario}-${record.seed}.json`;
  anchor.click();
  URL.revokeObjectURL(at);
};
