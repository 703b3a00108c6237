import { readChronicle, type Chronicle } from './chronicle.ts';
import type { Game } from './game.ts';
import { openTable, type LocalTable } from './table.ts';

/** A game that is only looked at: its table takes no order. */
export interface Shown {
  readonly table: LocalTable;
  /** As its player came to know it: what was hidden from him is hidden here. */
  readonly chronicle: Chronicle;
}

export const shownOf = async (game: Game): Promise<Shown> => {
  const table = openTable(game, () => Promise.resolve(false));
  return { table, chronicle: await readChronicle(table) };
};
