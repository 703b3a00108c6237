import type { CalendarSpec, Expr, Slot } from '../../engine/program.ts';
import { TURN } from '../../engine/program.ts';
import type { ScenarioSource } from '../schema/schema.ts';
import { ratioOf } from './units.ts';
import type { Ratio, TurnUnit, Unit } from './units.ts';

/** A stretch of the calendar with the turns it covers: from `from` up to but without `to`. */
export interface Segment {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Length of a tick, to which rates and spans are converted; undefined for named dates between which nothing is said to pass. */
  readonly unit: 'day' | 'week' | undefined;
}

export interface Calendar {
  readonly segments: readonly Segment[];
  readonly turns: number;
  /** Ticks of all turns together. */
  readonly ticks: number;
  /** Ticks gone when each turn begins, and after the last; undefined where every turn is one tick. */
  readonly begins: readonly number[] | undefined;
  readonly spec: CalendarSpec;
}

/** Weeks in the turns of a stretch, one after the other and then again: a quarter has thirteen, its months four, four and five. */
const WEEKS: Readonly<Record<TurnUnit, readonly number[]>> = {
  day: [1],
  week: [1],
  half_month: [2, 2, 2, 2, 2, 3],
  month: [4, 4, 5],
  quarter: [13],
  year: [52],
};

/** Days from a fixed one to an ISO date, by the Gregorian calendar. */
const dayOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // Years that begin in March have their leap day last.
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
};
const weeksBetween = (from: number, to: number): number => Math.max(1, Math.round((to - from) / 7));

/** Lays the stretches end to end. `complain` gets the index of one that does not say how long it is. */
export function layCalendar(source: ScenarioSource, complain: (index: number, message: string) => void): Calendar {
  const segments: Segment[] = [];
  const lengths: number[][] = [];
  let from = 0;
  for (const [i, { id, unit, turns, dates, between }] of source.calendar.entries()) {
    if (dates === undefined && turns === undefined) complain(i, 'A stretch of the calendar has `turns` and a `unit`, or `dates`.');
    if (dates === undefined && unit === undefined)
      complain(i, `The stretch \`${id}\` needs a \`unit\`: day, week, half_month, month, quarter or year.`);
    if (dates !== undefined && turns !== undefined && turns !== dates.length)
      complain(i, `The stretch \`${id}\` has ${dates.length} dates and ${turns} turns.`);
    if (dates !== undefined && dates.some((date, k) => k > 0 && date <= dates[k - 1]!)) complain(i, 'Dates must rise.');
    if (dates === undefined && between !== undefined) complain(i, '`between` says what passes between `dates`.');
    if (segments.some((other) => other.id === id)) complain(i, `There are two stretches \`${id}\`.`);
    const length = dates?.length ?? turns ?? 1;
    const known = dates !== undefined || unit === undefined || unit === 'event' ? undefined : unit;
    const tick = known === undefined ? (between === undefined ? undefined : 'week') : known === 'day' ? 'day' : 'week';
    const weeks = known === undefined ? [1] : WEEKS[known];
    segments.push({ id, from, to: from + length, unit: tick });
    lengths.push(Array.from({ length }, (_, turn) => weeks[turn % weeks.length] ?? 1));
    from += length;
  }
  passBetweenDates(source, lengths);
  const ticked = lengths.some((turns) => turns.some((ticks) => ticks !== 1));
  const specs = source.calendar.map(({ id, unit, dates }, i): CalendarSpec['segments'][number] => ({
    id,
    turns: lengths[i]?.length ?? 1,
    unit: dates === undefined ? (unit ?? 'event') : 'event',
    ...(dates === undefined ? {} : { dates }),
    ...(ticked ? { ticks: lengths[i] ?? [] } : {}),
  }));
  const begins = lengths.flat().reduce<number[]>((sums, ticks) => [...sums, (sums.at(-1) ?? 0) + ticks], [0]);
  return {
    segments,
    turns: from,
    ticks: begins.at(-1) ?? from,
    begins: ticked ? begins : undefined,
    spec: { start: source.start, segments: specs },
  };
}

/** Where weeks pass between dates, the turn before each date lasts until it. */
function passBetweenDates(source: ScenarioSource, lengths: number[][]): void {
  let begins = dayOf(source.start);
  for (const [i, { dates, between }] of source.calendar.entries()) {
    const own = lengths[i] ?? [];
    if (dates !== undefined && between !== undefined) {
      const before = lengths[i - 1];
      const last = before?.at(-1);
      const [first] = dates;
      if (before !== undefined && last !== undefined && first !== undefined)
        before[before.length - 1] = last + Math.max(0, Math.round((dayOf(first) - begins) / 7));
      for (const [k, date] of dates.entries()) {
        const next = dates[k + 1];
        if (next !== undefined) own[k] = weeksBetween(dayOf(date), dayOf(next));
      }
    }
    begins = dates === undefined ? begins + 7 * own.reduce((sum, ticks) => sum + ticks, 0) : dayOf(dates.at(-1) ?? source.start);
  }
}

/** The stretches that have a length of turn, for rules and conditions that say \`paced\`; those of dates, for \`dated\`. */
export const segmentsNamed = ({ segments }: Calendar, name: string): readonly Segment[] =>
  name === PACED
    ? segments.filter(({ unit }) => unit !== undefined)
    : name === DATED
      ? segments.filter(({ unit }) => unit === undefined)
      : segments.filter(({ id }) => id === name);
export const PACED = 'paced';
export const DATED = 'dated';

/** Slot that tells ticks; the turn where they are the same. */
export const nowSlot = (calendar: Calendar): Slot => (calendar.begins === undefined ? TURN : TICK);
/** Provisional number of the slot that counts ticks. */
export const TICK = 2;

/** Whether the turn is in these stretches. */
export function duringExpr(calendar: Calendar, segments: readonly Segment[]): Expr {
  let any: Expr = 0;
  for (const { from, to } of merge(segments)) {
    const after: Expr = from === 0 ? 1 : ['>=', ['slot', TURN], from];
    const before: Expr = to >= calendar.turns ? 1 : ['<', ['slot', TURN], to];
    const both: Expr = after === 1 ? before : before === 1 ? after : ['and', after, before];
    any = any === 0 ? both : ['or', any, both];
  }
  return any;
}

/** Neighbouring stretches as one. */
function merge(segments: readonly Segment[]): readonly { readonly from: number; readonly to: number }[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...segments].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && last.to === from) last.to = to;
    else merged.push({ from, to });
  }
  return merged;
}

/** Stretches that share a length of tick, with how many `per` are in a tick there; dated stretches are left out. */
export function rateGroups(
  segments: readonly Segment[],
  per: Unit,
): readonly { readonly ratio: Ratio; readonly segments: readonly Segment[] }[] {
  const groups = new Map<Unit, Segment[]>();
  for (const segment of segments) {
    if (segment.unit === undefined) continue;
    const group = groups.get(segment.unit);
    if (group === undefined) groups.set(segment.unit, [segment]);
    else group.push(segment);
  }
  return [...groups].map(([unit, members]) => ({ ratio: ratioOf(unit, per), segments: members }));
}

/**
 * `count` units of time as ticks from now, to the nearest and at least 1. Whole turns end where a turn does; any span is one turn of a
 * stretch of dates between which nothing passes. `curve`: gives the number of the curve of `begins`.
 */
export function ticksOf(calendar: Calendar, count: Expr, unit: Unit | 'turn', curve: (begins: readonly number[]) => number): Expr {
  if (unit === 'turn') {
    const { begins } = calendar;
    if (begins === undefined) return count;
    return ['-', ['curve', curve(begins), ['+', ['slot', TURN], count]], ['slot', TICK]];
  }
  let ticks: Expr | undefined;
  for (const segment of [...calendar.segments].reverse()) {
    const here = segment.unit === undefined ? 1 : inTicks(count, ratioOf(unit, segment.unit));
    if (ticks === undefined || (typeof ticks === 'number' && ticks === here)) ticks = here;
    else ticks = ['if', ['<', ['slot', TURN], segment.to], here, ticks];
  }
  return ticks ?? count;
}

function inTicks(count: Expr, { num, den }: Ratio): Expr {
  if (typeof count === 'number') return Math.max(1, Math.floor((2 * count * num + den) / (2 * den)));
  if (num === 1 && den === 1) return count;
  return ['max', 1, ['div', ['+', ['*', count, 2 * num], den], 2 * den, 1]];
}
