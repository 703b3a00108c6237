import { lensIn, LENS } from '../bundle/lens.ts';
import type { Bundle, Locale, Prose } from '../bundle/bundle.ts';
import { sayOf } from '../bundle/spell.ts';
import { holdersAt, ordersOf, PERSON, type GameRecord } from '../engine/record.ts';
import { datesOfTurn } from '../session/calendar.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { headlineIn } from './conduct.ts';
import { dates } from './wording.ts';

/** A line of a game as it is kept: nobody has played it again yet. */
export interface KeptLine {
  readonly record: GameRecord;
  readonly line: number;
  readonly over: boolean;
}

/**
 * What a game is called that nobody has named: over, the headline of its review; going on, where its clock stands and the lens it is played under.
 * Says nothing of how a game ended. Orders that its rules do not know are left out.
 */
export const madeName = (bundle: Bundle, prose: Prose, locale: Locale, { record, line, over }: KeptLine): string => {
  const { program } = bundle;
  const orders = ordersOf(record, line);
  const held = holdersAt(record, line, orders.length, program.seats.length).indexOf(PERSON);
  const seat = held < 0 ? FIRST_SEAT : held;
  const spell = sayOf(prose, () => 0);
  const speaker = { bundle, say: (key: Parameters<typeof spell>[0]) => spell(key) ?? '' };
  const headline = over ? headlineIn(speaker, { bundle, orders: orders.map((each) => each[seat]) }) : '';
  if (headline !== '') return headline;
  const lens = lensIn(program, record.setup);
  const when = datesOfTurn(program.calendar, orders.length);
  const title = lens === undefined ? '' : speaker.say(`setup.${LENS}.${lens}.title`);
  return [dates(when.from, when.to, locale), ...(title === '' ? [] : [title])].join(' · ');
};
