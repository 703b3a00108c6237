import type { Catalogue } from '../bundle/bundle.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { TURN } from '../engine/program.ts';
import type { State } from '../engine/state.ts';
import { FIRST_SEAT } from '../session/game.ts';

/** What a power did that says something. */
export interface Move {
  readonly power: string;
  /** Of an answer its kind, of anything else what it was. */
  readonly kind: string;
  readonly turn: number;
}

/** Looks at one game as it is played: which moves were made since the last look, silence left out. */
export const watchMoves = ({ program }: CompiledProgram, { acts: infos }: Pick<Catalogue, 'acts'>) => {
  const before = program.acts.map(() => 0);
  return (state: State): readonly Move[] =>
    program.acts.flatMap(({ id, seat, done }, act) => {
      const times = state[done]!;
      if (times === before[act]) return [];
      before[act] = times;
      const answer = infos[act]?.answer;
      if (seat === FIRST_SEAT || answer?.silent === true) return [];
      return [{ power: program.seats[seat]!.id, kind: answer?.kind ?? id, turn: state[TURN]! }];
    });
};

/** Turns by which like moves of two games may lie apart. */
const APART = 1;

/** How many moves of one game have a like one in the other: same power and kind, a turn apart at most, none counted twice. */
export const alikeMoves = (one: readonly Move[], other: readonly Move[]): number => {
  const turnsOf = (moves: readonly Move[]): ReadonlyMap<string, readonly number[]> => {
    const turns = new Map<string, number[]>();
    for (const { power, kind, turn } of moves) {
      const name = `${power}/${kind}`;
      turns.set(name, [...(turns.get(name) ?? []), turn]);
    }
    return turns;
  };
  const theirs = turnsOf(other);
  let alike = 0;
  for (const [name, mine] of turnsOf(one)) {
    const yours = theirs.get(name) ?? [];
    for (let i = 0, j = 0; i < mine.length && j < yours.length;) {
      const gap = mine[i]! - yours[j]!;
      if (Math.abs(gap) <= APART) {
        alike++;
        i++;
        j++;
      } else if (gap < 0) i++;
      else j++;
    }
  }
  return alike;
};
