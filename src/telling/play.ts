import type { Row } from '../engine/ledger.ts';
import { viewAfter, type View } from '../engine/view.ts';
import { didWords } from './deeds.ts';
import { movesIn, toneOf } from './moves.ts';
import type { Teller } from './teller.ts';
import { movedBy } from './why.ts';

/** One move of a power as it is seen on the chart. */
export interface PlayStep {
  readonly power: string;
  /** What it did, as a sentence. */
  readonly line: string;
  /** How it answers: welcome, or not; 0: it answers nothing. */
  readonly tone: -1 | 0 | 1;
  /** What is seen once it is made. */
  readonly view: View;
}

/** The moves of a turn in the order in which they came; a power that did or said nothing makes no step. `before`: the view at its start. */
export const playOf = (teller: Teller, rows: readonly Row[], before: View): readonly PlayStep[] => {
  const { program, catalogue } = teller.bundle;
  const moves = movesIn(program, catalogue, rows);
  return moves.flatMap((move, i): PlayStep[] => {
    const { power, act } = move;
    const id = act === undefined ? undefined : program.acts[act]?.id;
    if (act === undefined || id === undefined || catalogue.acts[act]?.answer?.silent === true) return [];
    const end = moves[i + 1]?.row.row ?? Infinity;
    return [
      {
        power,
        line: didWords(teller, power, id),
        tone: toneOf(catalogue, move),
        view: viewAfter(
          before,
          rows.filter((row) => row.row < end && movedBy(row)),
        ),
      },
    ];
  });
};
