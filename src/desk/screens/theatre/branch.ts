import { tt } from '../../../text/theatre.ts';
import type { GameStore } from '../../game/game-store.ts';
import { fileText, readToken, type Opened } from './opened.ts';

/** Takes the watched line up as the game in hand: one that is not kept here yet is kept from then on. False where it does not open any longer. */
export const takeUp = async (store: GameStore, { token, shown }: Opened): Promise<boolean> => {
  const named = readToken(token);
  const { line } = shown.table.game();
  const opened = async (): Promise<boolean> => {
    switch (named?.kind) {
      case 'link':
        return store.openShared(named.id, tt('offer.received'));
      case 'file':
        return store.openFile(fileText(store));
      case 'kept': {
        const saved = (await store.kept()).find(({ id }) => id === named.id);
        return saved !== undefined && store.openKept(saved);
      }
      case 'hand':
        return true;
      case undefined:
        return false;
    }
  };
  if (!(await opened())) return false;
  const atHand = store.lines.peek().find((each) => each.atHand)?.line;
  if (named?.kind !== 'link' && atHand !== line) await store.switchTo(line);
  return true;
};

/** Goes back to the start of a turn of a watched game and plays on from there, on a line marked exploration; what is watched stays as it is. */
export const branchFrom = async (store: GameStore, opened: Opened, turn: number): Promise<boolean> => {
  if (!(await takeUp(store, opened))) return false;
  await store.branch(turn);
  return true;
};
