import { isOver, isStop, type Chronicle } from '../session/chronicle.ts';
import { datesAt, turnName } from './clock.ts';
import { verdictOf } from './review.ts';
import type { Teller } from './teller.ts';

/** Where one can stand in a game that is looked back on: on each turn that was played, and then at what stands now. */
export interface PositionModel {
  readonly turn: number;
  /** `Week 7`; of the last position, how it stands. */
  readonly name: string;
  readonly dates: string;
  /** Decision stop, from 1; undefined where nothing was decided. */
  readonly stop: number | undefined;
  /** What lay open, or how it ended; empty for a turn that asked for nothing. */
  readonly title: string;
  /** Whether it is the last one: the end, or a game that goes on from there. */
  readonly last: boolean;
}

/** One more than the turns played. `teller` may stand anywhere in the game but for the last title, which needs its end. */
export const positionsOf = (teller: Teller, chronicle: Chronicle): readonly PositionModel[] => {
  let stops = 0;
  const played = chronicle.orders.map((order, turn): PositionModel => {
    const answers = order?.answers ?? [];
    if (answers.length > 0) stops++;
    return {
      turn,
      name: turnName(teller, turn),
      dates: datesAt(teller, turn),
      stop: answers.length > 0 ? stops : undefined,
      title: answers.map(({ situation }) => situationTitle(teller, situation)).join('; '),
      last: false,
    };
  });
  const turn = played.length;
  const open = isOver(chronicle) ? [] : openAt(chronicle);
  return [
    ...played,
    {
      turn,
      name: turnName(teller, isOver(chronicle) ? Math.max(0, turn - 1) : turn),
      dates: datesAt(teller, isOver(chronicle) ? Math.max(0, turn - 1) : turn),
      stop: open.length > 0 ? stops + 1 : undefined,
      title: verdictOf(teller)?.title ?? open.map((situation) => situationTitle(teller, situation)).join('; '),
      last: true,
    },
  ];
};

const situationTitle = (teller: Teller, situation: number): string => {
  const id = teller.bundle.program.situations[situation]?.id;
  return id === undefined ? '' : teller.say(`situation.${id}.title`);
};

/** Situations that wait for an answer now, by index. */
const openAt = (chronicle: Chronicle): readonly number[] =>
  isStop(chronicle) ? (chronicle.moments.at(-1)?.menu.situations ?? []).map(({ situation }) => situation) : [];

/** The next position from `at` at which something was decided, or the last one; `way` -1: the one before, or the first. */
export const stopFrom = (positions: readonly PositionModel[], at: number, way: -1 | 1): number => {
  const counts = ({ stop, last }: PositionModel): boolean => stop !== undefined || last;
  const found =
    way > 0 ? positions.findIndex((each, i) => i > at && counts(each)) : positions.findLastIndex((each, i) => i < at && counts(each));
  return found >= 0 ? found : way > 0 ? Math.max(0, positions.length - 1) : 0;
};
