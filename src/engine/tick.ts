import type { CalendarSpec } from './program.ts';

/** How many ticks each turn of a calendar has. */
export const ticksOfTurns = ({ segments }: CalendarSpec): readonly number[] =>
  segments.flatMap(({ turns, ticks }) => Array.from({ length: turns }, (_, turn) => ticks?.[turn] ?? 1));

/** The turn in which a tick lies; the number of turns for a tick after the last. */
export const turnOfTick = (calendar: CalendarSpec, tick: number): number => {
  let left = tick;
  let turn = 0;
  for (const ticks of ticksOfTurns(calendar)) {
    if (left < ticks) return turn;
    left -= ticks;
    turn++;
  }
  return turn;
};
