import type { Game, Note } from './game.ts';

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

const PATTERN = /^predicted ([a-z0-9_]+) (10|30|50|70|90) of (\d{1,7})$/u;

export const noteOf = ({ turn, situation, said, odds }: Prediction): Note => ({
  turn,
  text: `predicted ${situation} ${String(said)} of ${String(odds)}`,
});

/** Predictions among a game's notes; notes of other kinds are passed over. */
export const predictionsOf = (game: Game): readonly Prediction[] =>
  (game.record.notes ?? []).flatMap(({ turn, text }) => {
    const found = PATTERN.exec(text);
    return found === null ? [] : [{ turn, situation: found[1] ?? '', said: Number(found[2]), odds: Number(found[3]) }];
  });
