import { TURN } from '../engine/program.ts';
import type { View } from '../engine/view.ts';
import type { Bundle, Locale } from '../bundle/bundle.ts';
import { datesOfTurn, type TurnDates } from '../session/calendar.ts';
import { t } from '../text/text.ts';
import type { Teller } from './teller.ts';
import { dates } from './wording.ts';

export interface ClockModel {
  readonly date: string;
  /** `Week 7 of 26`. */
  readonly turn: string;
  /** Decision stop, from 1. */
  readonly stop: number;
  readonly at: number;
  readonly of: number;
  readonly exploration: boolean;
}

/** Whether a turn is a single date, which may lie years from the one before. */
const isDate = ({ unit, from, to }: TurnDates): boolean => unit === 'event' || from === to;

export const isDated = ({ bundle }: Teller, turn: number): boolean => isDate(datesOfTurn(bundle.program.calendar, turn));

/** Date, week and stop of a view. While what came of a turn is shown, that is the view before it. */
export const clockOf = ({ bundle, locale }: Teller, view: View, exploration: boolean): ClockModel => {
  const when = datesOfTurn(bundle.program.calendar, view[TURN] ?? 0);
  const { stops } = bundle.catalogue;
  return {
    date: dates(when.from, when.to, locale),
    turn: isDate(when)
      ? t('clock.event', { n: when.number, of: when.of })
      : t('clock.turn', { unit: t(`unit.${when.unit}`), n: when.number, of: when.of }),
    stop: stops === undefined ? 0 : (view[stops] ?? 0),
    at: when.number - 1,
    of: when.of,
    exploration,
  };
};

/** What a turn is called: `Week 7`, or its place among the dated stops afterwards. */
export const turnName = (teller: Teller, turn: number): string => nameIn(teller.bundle.program, turn);

const nameIn = ({ calendar }: Bundle['program'], turn: number): string => {
  const when = datesOfTurn(calendar, turn);
  return isDate(when)
    ? t('clock.event', { n: when.number, of: when.of })
    : t('clock.turn_name', { unit: t(`unit.${when.unit}`), n: when.number });
};

/** The same within a line: `week 7`. */
export const turnWithin = ({ bundle, locale }: Teller, turn: number): string => turnOn(bundle.program, turn, locale);

/** The same where there are no words of the scenario yet. */
export const turnOn = (program: Bundle['program'], turn: number, locale: Locale): string => {
  const name = nameIn(program, turn);
  return name.charAt(0).toLocaleLowerCase(locale) + name.slice(1);
};

/** The dates of a turn, worded. */
export const datesAt = (teller: Teller, turn: number): string => {
  const when = datesOfTurn(teller.bundle.program.calendar, turn);
  return dates(when.from, when.to, teller.locale);
};

/** The length of the main part, worded: `26 weeks`. */
export const mainLength = ({ calendar }: Bundle['program']): string => {
  const dated = calendar.segments.findIndex(({ unit }) => unit === 'event');
  const main = calendar.segments.slice(0, dated <= 0 ? calendar.segments.length : dated);
  const units = [...new Set(main.map(({ unit }) => unit))];
  return units
    .map((unit) => t(`count.${unit}`, { count: main.reduce((sum, part) => sum + (part.unit === unit ? part.turns : 0), 0) }))
    .join(', ');
};

/** So many ticks of a game, worded: `4 weeks`. */
export const ticksWords = ({ bundle }: Teller, count: number): string =>
  t(bundle.program.calendar.segments[0]?.unit === 'day' ? 'count.day' : 'count.week', { count });
