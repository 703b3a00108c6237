import { readChronicle, viewNow, type Chronicle } from '../../session/chronicle.ts';
import { DATA, PERSON } from '../../engine/record.ts';
import type { Game } from '../../session/game.ts';
import { linkOf } from '../../session/link.ts';
import { cornersOf, lessonIn, type LessonRecord } from '../../session/lesson/lesson.ts';
import { openTable } from '../../session/table.ts';
import { chargesOf, readingTurn } from '../../telling/charges.ts';
import { readingsOf } from '../../telling/readings.ts';
import { stopsOf, verdictOf } from '../../telling/review.ts';
import type { Teller } from '../../telling/teller.ts';
import type { View } from '../../engine/view.ts';
import { instructionOf } from './standing.ts';

/** One game of a class, with everything in it open. */
export interface ClassGame {
  readonly name: string;
  readonly link: string;
  readonly game: Game;
  readonly chronicle: Chronicle;
}

export const openClassGame = async (name: string, game: Game): Promise<ClassGame> => {
  const link = linkOf(game);
  const table = openTable(game, () => Promise.resolve(false));
  return { name, game, link: link.ok ? link.value : '', chronicle: await readChronicle(table, 'open') };
};

/** What a group answered at a decision of the cut. */
export interface AnswerCell {
  readonly situation: string;
  readonly chosen: string;
  /** Cards for that answer, of so many; none where one person decided. */
  readonly cards: readonly [count: number, of: number] | undefined;
  readonly way: LessonRecord['way'];
  /** Offices in which some would have answered otherwise. */
  readonly dissents: readonly string[];
  readonly rang: boolean;
}

export interface ClassTable {
  readonly names: readonly string[];
  /** By decision of the cut, by game; undefined where a game did not come to it. */
  readonly decisions: readonly { readonly stop: number; readonly cells: readonly (AnswerCell | undefined)[] }[];
  readonly endings: readonly string[];
  readonly charges: readonly { readonly title: string; readonly states: readonly ('met' | 'partly' | 'missed' | undefined)[] }[];
  readonly readings: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The standing instructions of each, in their order. */
  readonly standing: readonly (readonly string[])[];
}

/** Games of one class beside each other, decision by decision. */
export const classTable = (games: readonly ClassGame[], tellerAt: (chronicle: Chronicle, view: View) => Teller): ClassTable => {
  const told = games.map(({ chronicle, game }) => {
    const teller = tellerAt(chronicle, viewNow(chronicle));
    const then = chronicle.moments[readingTurn(chronicle)];
    return {
      teller,
      game,
      chronicle,
      lesson: lessonIn(chronicle.bundle, game.record.notes),
      stops: stopsOf(teller, chronicle),
      charges: chargesOf(teller, chronicle, then === undefined ? undefined : tellerAt(chronicle, then.view)),
      readings: readingsOf(teller, [], undefined, undefined),
    };
  });
  const stops = [...new Set(told.flatMap(({ lesson }) => (lesson?.stops ?? []).map(({ stop }) => stop)))].sort((a, b) => a - b);
  const cellOf = ({ lesson, stops: all, teller, chronicle }: (typeof told)[number], nth: number): AnswerCell | undefined => {
    const stop = lesson?.stops.find((each) => each.stop === nth);
    const at = all.find(({ turn }) => turn === stop?.turn);
    if (lesson === undefined || stop === undefined) return undefined;
    const option = chronicle.orders[stop.turn]?.answers[0]?.option;
    const votes = stop.ballots.map(({ order }) => order.answers[0]?.option);
    return {
      situation: at?.situation ?? '',
      chosen: at?.chosen ?? '',
      cards: lesson.way === 'alone' || votes.length === 0 ? undefined : [votes.filter((each) => each === option).length, votes.length],
      way: lesson.way,
      dissents: cornersOf(chronicle.bundle)
        .filter((id) => stop.dissents.includes(id))
        .map((id) => teller.say(`viewpoint.${id}.name`)),
      rang: stop.rang,
    };
  };
  const titles = [...new Set(told.flatMap(({ charges }) => charges.map(({ title }) => title)))];
  return {
    names: games.map(({ name }) => name),
    decisions: stops.map((stop) => ({ stop, cells: told.map((each) => cellOf(each, stop)) })),
    endings: told.map(({ teller }) => verdictOf(teller)?.title ?? ''),
    charges: titles.map((title) => ({ title, states: told.map(({ charges }) => charges.find((each) => each.title === title)?.state) })),
    readings: (told[0]?.readings ?? []).map(({ id, name }) => ({
      name,
      values: told.map(({ readings }) => readings.find((each) => each.id === id)?.value ?? 0),
    })),
    standing: told.map(({ teller, game }) =>
      [...new Set(game.record.held.map(({ by }) => by).filter((by) => by !== PERSON && by !== DATA))].map((by) =>
        instructionOf(teller, by),
      ),
    ),
  };
};
