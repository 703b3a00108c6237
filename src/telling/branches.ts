import { menu } from '../engine/menu.ts';
import { viewAt, type Chronicle } from '../session/chronicle.ts';
import type { LessonStop } from '../session/lesson/lesson.ts';
import { doorsOf } from './doors.ts';
import { choiceOf } from './options.ts';
import { stopsOf } from './review.ts';
import type { Teller } from './teller.ts';

/** A decision that a class met: what was answered, and what it could have answered instead. */
export interface BranchModel {
  readonly turn: number;
  readonly situation: string;
  readonly chosen: string;
  /** The bell left it open, and the desk answered. */
  readonly rang: boolean;
  /** The answers that could be given then and were not. */
  readonly open: readonly string[];
  /** What was done in fact, where an article says so. */
  readonly actual?: string;
  /** A matter that never came up, and which of `open` leads to it. */
  readonly led?: { readonly opener: string; readonly situation: string };
  /** Corners that wanted another answer, and those in which some did. */
  readonly apart: number;
}

/** The decisions of a class, in their order. `teller`: at the end; `tellerAt`: at any moment. */
export const branchesOf = (
  teller: Teller,
  game: Chronicle,
  stops: readonly LessonStop[],
  tellerAt: (view: Teller['view']) => Teller | undefined,
): readonly BranchModel[] => {
  const told = stopsOf(teller, game);
  const doors = doorsOf(
    teller,
    game.orders.flatMap((order) => order ?? []),
    Infinity,
  );
  return stops.flatMap(({ turn, rang, ballots, dissents }): BranchModel[] => {
    const answer = game.orders[turn]?.answers[0];
    const stop = told.find((each) => each.turn === turn);
    const then = tellerAt(viewAt(game, turn));
    if (answer === undefined || stop === undefined || then === undefined) return [];
    const entry = menu(then.rules, then.view, then.seat).situations.find((each) => each.situation === answer.situation);
    if (entry === undefined) return [];
    const { situation, chosen, actual } = stop;
    const open = choiceOf(then, answer.situation, entry.options)
      .options.filter(({ index, not }) => index !== answer.option && not === undefined)
      .map(({ title }) => title);
    const door = doors.find(({ at, opener }) => at === situation && open.includes(opener));
    const others = ballots.filter(({ order }) => order.answers[0]?.option !== answer.option).map(({ chair }) => chair);
    return [
      {
        ...{ turn, situation, chosen, rang, open },
        ...(actual === undefined ? {} : { actual }),
        ...(door === undefined ? {} : { led: { opener: door.opener, situation: door.situation } }),
        apart: new Set([...others, ...dissents]).size,
      },
    ];
  });
};

/** Those worth the room on a screen, at most so many: where the class was most divided, then where something else was done in fact. In their order. */
export const widest = (branches: readonly BranchModel[], most: number): readonly BranchModel[] =>
  [...branches]
    .filter(({ open }) => open.length > 0)
    .sort((a, b) => b.apart - a.apart || Number(elsewhere(b)) - Number(elsewhere(a)))
    .slice(0, most)
    .sort((a, b) => a.turn - b.turn);

const elsewhere = ({ actual, chosen }: BranchModel): boolean => actual !== undefined && actual !== chosen;
