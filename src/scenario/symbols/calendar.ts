import type { CalendarSpec, Expr } from '../../engine/program.ts';
import { TURN } from '../../engine/program.ts';
import type { ScenarioSource } from '../schema/schema.ts';
import { ratioOf } from './units.ts';
import type { Ratio, Unit } from './units.ts';

/** A stretch of the calendar with the turns it covers: from `from` up to but without `to`. */
export interface Segment {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Undefined for named dates, which have no common length. */
  readonly unit: Unit | undefined;
}

export interface Calendar {
  readonly segments: readonly Segment[];
  readonly turns: number;
  readonly spec: CalendarSpec;
}

/** Lays the stretches end to end. `complain` gets the index of one that does not say how long it is. */
export function layCalendar(source: ScenarioSource, complain: (index: number, message: string) => void): Calendar {
  const segments: Segment[] = [];
  const specs: CalendarSpec['segments'][number][] = [];
  let from = 0;
  for (const [i, { id, unit, turns, dates }] of source.calendar.entries()) {
    if (dates === undefined && turns === undefined) complain(i, 'A stretch of the calendar has `turns` and a `unit`, or `dates`.');
    if (dates === undefined && unit === undefined)
      complain(i, `The stretch \`${id}\` needs a \`unit\`: day, week, month, quarter or year.`);
    if (dates !== undefined && turns !== undefined && turns !== dates.length)
      complain(i, `The stretch \`${id}\` has ${dates.length} dates and ${turns} turns.`);
    if (dates !== undefined && dates.some((date, k) => k > 0 && date <= dates[k - 1]!)) complain(i, 'Dates must rise.');
    if (segments.some((other) => other.id === id)) complain(i, `There are two stretches \`${id}\`.`);
    const length = dates?.length ?? turns ?? 1;
    const known = dates !== undefined || unit === undefined || unit === 'event' ? undefined : unit;
    segments.push({ id, from, to: from + length, unit: known });
    specs.push({ id, turns: length, unit: dates === undefined ? (unit ?? 'event') : 'event', ...(dates === undefined ? {} : { dates }) });
    from += length;
  }
  return { segments, turns: from, spec: { start: source.start, segments: specs } };
}

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

/** Stretches that share a length of turn, with how many `per` are in a turn there; dated stretches are left out. */
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

/** `count` units of time as turns from now, to the nearest and at least 1; any span is one turn of a dated stretch. */
export function turnsOf(calendar: Calendar, count: Expr, unit: Unit | 'turn'): Expr {
  if (unit === 'turn') return count;
  let turns: Expr | undefined;
  for (const segment of [...calendar.segments].reverse()) {
    const here = segment.unit === undefined ? 1 : inTurns(count, ratioOf(unit, segment.unit));
    if (turns === undefined || (typeof turns === 'number' && turns === here)) turns = here;
    else turns = ['if', ['<', ['slot', TURN], segment.to], here, turns];
  }
  return turns ?? count;
}

function inTurns(count: Expr, { num, den }: Ratio): Expr {
  if (typeof count === 'number') return Math.max(1, Math.floor((2 * count * num + den) / (2 * den)));
  if (num === 1 && den === 1) return count;
  return ['max', 1, ['div', ['+', ['*', count, 2 * num], den], 2 * den, 1]];
}
