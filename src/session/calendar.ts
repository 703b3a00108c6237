import type { CalendarSpec } from '../engine/program.ts';

/** One turn's days, ISO dates, both included. An `event` turn is one day. */
export interface TurnDates {
  readonly from: string;
  readonly to: string;
  readonly segment: string;
  /** Turn within its stretch, from 1, and the length of the stretch. */
  readonly number: number;
  readonly of: number;
  readonly unit: CalendarSpec['segments'][number]['unit'];
}

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
/** Day of the month on which its second half begins. */
const HALF = 16;

const after = (start: number, unit: TurnDates['unit'], turns: number): number => {
  if (unit === 'day') return start + turns * DAY;
  if (unit === 'week') return start + turns * 7 * DAY;
  if (unit === 'event') return start;
  const date = new Date(start);
  if (unit === 'half_month') {
    if (turns === 0) return start;
    const half = 2 * date.getUTCMonth() + (date.getUTCDate() >= HALF ? 1 : 0) + turns;
    return Date.UTC(date.getUTCFullYear(), Math.floor(half / 2), half % 2 === 0 ? 1 : HALF);
  }
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + turns * MONTHS[unit], date.getUTCDate());
};

/** Dates of turn `turn` (from 0); the last turn's for any turn beyond the calendar. */
export const datesOfTurn = (calendar: CalendarSpec, turn: number): TurnDates => {
  let start = Date.parse(`${calendar.start}T00:00:00Z`);
  let left = Math.max(0, turn);
  const last = calendar.segments.length - 1;
  for (const [i, { id, turns, unit, dates }] of calendar.segments.entries()) {
    if (left >= turns && i < last) {
      start = after(start, unit, turns);
      left -= turns;
      continue;
    }
    const number = Math.min(left, turns - 1);
    const day = dates?.[number];
    if (day !== undefined) return { from: day, to: day, segment: id, number: number + 1, of: turns, unit };
    const from = after(start, unit, number);
    const to = unit === 'event' ? from : after(start, unit, number + 1) - DAY;
    return { from: iso(from), to: iso(to), segment: id, number: number + 1, of: turns, unit };
  }
  return { from: calendar.start, to: calendar.start, segment: '', number: 1, of: 1, unit: 'event' };
};

/** Turns of the main part of a game: those before the first named date, or all of them. */
export const mainTurns = ({ segments }: CalendarSpec): number => {
  const dated = segments.findIndex(({ unit }) => unit === 'event');
  return segments.slice(0, dated <= 0 ? segments.length : dated).reduce((sum, { turns }) => sum + turns, 0);
};

const daysBetween = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;

/** Whole weeks from the first to the last day of two turns, both included; at least one. */
export const weeksOf = (calendar: CalendarSpec, first: number, last: number): number =>
  Math.max(1, Math.round((daysBetween(datesOfTurn(calendar, first).from, datesOfTurn(calendar, last).to) + 1) / 7));

/**
 * Where the calendar leaves out more than so many days between turn `from` and turn `to`: the last day before the first such gap, the first day
 * after the last, and how many there are. Undefined where it goes on turn by turn.
 */
export const jumpIn = (
  calendar: CalendarSpec,
  from: number,
  to: number,
  days: number,
): { readonly from: string; readonly to: string; readonly gaps: number } | undefined => {
  const gaps = Array.from({ length: Math.max(0, to - from) }, (_, i) => ({
    from: datesOfTurn(calendar, from + i).to,
    to: datesOfTurn(calendar, from + i + 1).from,
  })).filter((gap) => daysBetween(gap.from, gap.to) - 1 > days);
  const [first, last] = [gaps[0], gaps.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to, gaps: gaps.length };
};
