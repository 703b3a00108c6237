import { idOfEye } from '../engine/eye.ts';
import type { Chair } from '../engine/eye.ts';
import type { Answer, SeatOrder } from '../engine/order.ts';
import type { Program } from '../engine/program.ts';
import type { RecordNote } from '../engine/record.ts';
import type { NoteHere } from './game.ts';

/** What a chair would have its seat order. */
export interface Ballot {
  readonly chair: string;
  readonly order: SeatOrder;
}

/**
 * How the chairs of a seat, in their order, come to its one order. `word`: that of one chair is the order, the others advise. `majority`: once
 * all have voted, whatever more than half of them want. `quorum`: once `least` have voted, whatever most of those want.
 */
export type BallotRule =
  | { readonly way: 'word'; readonly chairs: readonly string[]; readonly chair: string }
  | { readonly way: 'majority'; readonly chairs: readonly string[] }
  | { readonly way: 'quorum'; readonly chairs: readonly string[]; readonly least: number };

/**
 * The one order that ballots come to; undefined while they do not. The last ballot of a chair counts. What ballots agree on is ordered part by
 * part: a situation that no answer wins stays open, and an act is done when more than half want it. A tie of a quorum goes to the answer
 * whose chair stands first. If every ballot is legal, so is the order.
 */
export function decide(rule: BallotRule, ballots: readonly Ballot[]): SeatOrder | undefined {
  const cast = rule.chairs.flatMap((chair) => ballots.findLast((ballot) => ballot.chair === chair) ?? []);
  switch (rule.way) {
    case 'word':
      return cast.find(({ chair }) => chair === rule.chair)?.order;
    case 'majority':
      return cast.length < rule.chairs.length ? undefined : agreed(cast, (votes) => votes * 2 > cast.length);
    case 'quorum':
      return cast.length < rule.least || cast.length === 0 ? undefined : agreed(cast, () => true);
  }
}

function agreed(cast: readonly Ballot[], enough: (votes: number) => boolean): SeatOrder {
  const asked = [...new Set(cast.flatMap(({ order }) => order.answers.map(({ situation }) => situation)))].sort((a, b) => a - b);
  const answers = asked.flatMap((situation): Answer[] => {
    const votes = countOf(cast.map(({ order }) => order.answers.find((answer) => answer.situation === situation)?.option));
    const most = Math.max(...votes.values());
    const option = [...votes].find(([, count]) => count === most)?.[0];
    return option === undefined || !enough(most) ? [] : [{ situation, option }];
  });
  const wanted = [...countOf(cast.flatMap(({ order }) => order.acts))].filter(([, votes]) => votes * 2 > cast.length);
  const longest = Math.max(0, ...cast.map(({ order }) => order.acts.length));
  const acts = wanted.sort(([, a], [, b]) => b - a).slice(0, longest);
  return { answers, acts: acts.map(([act]) => act) };
}

/** How often each value stands there, in the order of their first times. */
const countOf = <T>(values: readonly T[]): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const KIND = 'ballot';

/** A ballot as a note of its chair, for the eyes of its seat. */
export const noteOfBallot = (program: Program, chair: Chair, { answers, acts }: SeatOrder): NoteHere => ({
  eye: idOfEye(program, chair),
  sees: [idOfEye(program, chair.seat)],
  kind: KIND,
  data: { answers: answers.map(({ situation, option }) => ({ situation, option })), acts: [...acts] },
});

/** The ballots of a seat on a turn among notes; notes of other kinds and shapes are passed over. */
export const ballotsIn = (program: Program, notes: readonly RecordNote[], seat: number, turn: number): readonly Ballot[] =>
  notes.flatMap((note) => {
    const stem = `${idOfEye(program, seat)}/`;
    if (note.kind !== KIND || note.turn !== turn || !note.eye.startsWith(stem) || !isOrder(note.data)) return [];
    return [{ chair: note.eye.slice(stem.length), order: note.data }];
  });

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** An order as a note has it; undefined for other shapes. */
export const orderIn = (data: unknown): SeatOrder | undefined => (isOrder(data) ? data : undefined);

const isOrder = (data: unknown): data is SeatOrder => {
  if (typeof data !== 'object' || data === null) return false;
  const { answers, acts } = data as Readonly<Record<string, unknown>>;
  const isAnswer = (each: unknown): boolean =>
    typeof each === 'object' && each !== null && 'situation' in each && 'option' in each && isCount(each.situation) && isCount(each.option);
  return Array.isArray(answers) && answers.every(isAnswer) && Array.isArray(acts) && acts.every(isCount);
};
