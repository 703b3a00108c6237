import type { RecordNote } from '../engine/record.ts';
import type { NoteHere } from './game.ts';

/** What the player said of another power's move before seeing any odds. */
export interface Prediction {
  /** Turn on which it was said. */
  readonly turn: number;
  readonly situation: string;
  /** Per cent: 10, 30, 50, 70 or 90. */
  readonly said: number;
  /** The game's own odds at that moment, ppm. */
  readonly odds: number;
}

const KIND = 'prediction';
/** As records of format 1 have it, in words. */
const PATTERN = /^predicted ([a-z0-9_]+) (10|30|50|70|90) of (\d{1,7})$/u;

export const noteOf = ({ situation, said, odds }: Omit<Prediction, 'turn'>, eye: string): NoteHere => ({
  eye,
  kind: KIND,
  data: { situation, said, odds },
});

/** What can be said, per cent. */
export const SAID: readonly number[] = [10, 30, 50, 70, 90];
const MILLION = 1_000_000;

const read = (kind: string, data: unknown): Omit<Prediction, 'turn'> | undefined => {
  if (kind === 'note' && typeof data === 'string') {
    const found = PATTERN.exec(data);
    return found === null ? undefined : { situation: found[1] ?? '', said: Number(found[2]), odds: Number(found[3]) };
  }
  if (kind !== KIND || typeof data !== 'object' || data === null) return undefined;
  const { situation, said, odds } = data as Readonly<Record<string, unknown>>;
  const whole = typeof said === 'number' && SAID.includes(said) && Number.isInteger(odds) && Number(odds) >= 0 && Number(odds) <= MILLION;
  return typeof situation === 'string' && whole ? { situation, said, odds: Number(odds) } : undefined;
};

/** Predictions among notes; those of other kinds are passed over. */
export const predictionsOf = ({ notes }: { readonly notes: readonly RecordNote[] }): readonly Prediction[] =>
  notes.flatMap(({ turn, kind, data }) => {
    const found = read(kind, data);
    return found === undefined ? [] : [{ turn, ...found }];
  });
