import { viewNow, type Chronicle } from '../../session/chronicle.ts';
import { transcriptOf } from '../../telling/transcript.ts';
import type { GameStore } from './game-store.ts';

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
