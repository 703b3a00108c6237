import { TURN } from '../../engine/program.ts';
import { datesOfTurn } from '../../session/calendar.ts';
import { t } from '../../text/text.ts';
import type { Teller } from '../teller.ts';
import type { ClockModel } from '../turn/top-bar.tsx';
import { dates } from '../words.ts';

/** Date, week and stop of the moment shown. */
export const clockOf = (teller: Teller, exploration: boolean): ClockModel => {
  const { bundle, read, locale } = teller;
  const when = datesOfTurn(bundle.program.calendar, read(TURN));
  const { stops } = bundle.catalogue;
  return {
    date: dates(when.from, when.to, locale),
    turn: t(when.unit === 'event' || when.from === when.to ? 'clock.event' : 'clock.week', { n: when.number, of: when.of }),
    stop: stops === undefined ? 0 : read(stops),
    at: when.number - 1,
    of: when.of,
    exploration,
  };
};

/** `Week 7` as a number for people: turns count from 0, weeks from 1. */
export const weekOf = (turn: number): number => turn + 1;

/** What a turn is called: `Week 7`, or its place among the dated stops afterwards. */
export const turnName = (teller: Teller, turn: number): string => {
  const when = datesOfTurn(teller.bundle.program.calendar, turn);
  return when.unit === 'event' || when.from === when.to
    ? t('clock.event', { n: when.number, of: when.of })
    : t('review.ledger_week', { n: when.number });
};

/** The dates of a turn, worded. */
export const datesAt = (teller: Teller, turn: number): string => {
  const when = datesOfTurn(teller.bundle.program.calendar, turn);
  return dates(when.from, when.to, teller.locale);
};
