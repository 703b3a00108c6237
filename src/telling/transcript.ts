import type { GameRecord } from '../engine/record.ts';
import { viewsOf, type Chronicle } from '../session/chronicle.ts';
import type { Teller } from './teller.ts';
import { stopsOf } from './review.ts';

/** What a game was, in words and figures, for eyes only: no program reads it back. */
export interface Transcript {
  readonly status: 'recorded, not recomputed';
  readonly stops: readonly { readonly date: string; readonly situation: string; readonly chosen: string }[];
  /** Readings at the start of each turn, per mille. */
  readonly readings: Readonly<Record<string, readonly number[]>>;
}

export const transcriptOf = (teller: Teller, chronicle: Chronicle): Transcript => {
  const views = viewsOf(chronicle);
  return {
    status: 'recorded, not recomputed',
    stops: stopsOf(teller, chronicle).map(({ date, situation, chosen }) => ({ date, situation, chosen })),
    readings: Object.fromEntries(teller.bundle.program.readings.map(({ id, slot }) => [id, views.map((view) => view[slot] ?? 0)])),
  };
};

/** The file of a game: its record, and beside it what its player called it and the transcript. */
export const fileOf = (record: GameRecord, name: string | undefined, transcript: Transcript): string =>
  JSON.stringify({ ...(name === undefined ? {} : { name }), ...record, transcript }, null, 1);
