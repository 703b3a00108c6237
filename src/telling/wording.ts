import type { Locale, ScenarioHeading } from '../bundle/bundle.ts';
import { locale, t } from '../text/text.ts';

/** Which way a range or a change points; the shape carries it, colour only repeats it. */
export type Drift = 'up' | 'down' | 'either' | 'still';

/** A scenario's title in the language on screen. */
export const titleOf = (entry: ScenarioHeading): string => entry.title[locale.value] ?? entry.title.en ?? entry.id;

/** A signed whole number with a true minus sign: `+6`, `−3`, `0`. */
export const signed = (n: number): string => (n > 0 ? `+${String(n)}` : n < 0 ? `\u2212${String(-n)}` : '0');

/** A signed change of a variable with so many units per whole: parts per million are told in per cent, the rest as they are. */
export const signedIn = (n: number, scale: number): string => (scale === 1_000_000 ? `${signed(Math.round(n / 10_000))}%` : signed(n));

export type Band = 'low' | 'strained' | 'steady' | 'good' | 'high';

/** The word for a reading, per mille. */
export const bandOf = (value: number): Band =>
  value < 250 ? 'low' : value < 500 ? 'strained' : value < 600 ? 'steady' : value < 750 ? 'good' : 'high';

export const bandWord = (value: number): string => t(`reading.${bandOf(value)}`);

/** Changes of under 5 per mille do not count as movement. */
const STILL = 5;

/** Which way a likely range points, per mille. */
export const driftOf = (low: number, high: number): Drift => {
  if (low > -STILL && high < STILL) return 'still';
  if (low >= 0) return 'up';
  if (high <= 0) return 'down';
  return 'either';
};

/** How far ahead a forecast of so many turns looks. */
export const spanWords = (turns: number): string => t(turns >= 3 ? 'span.three' : turns === 2 ? 'span.two' : 'span.end');

/** Per cent, whole, from parts per million; never 0 or 100 unless certain. */
export const percentOf = (ppm: number): number =>
  ppm <= 0 ? 0 : ppm >= 1_000_000 ? 100 : Math.min(99, Math.max(1, Math.round(ppm / 10_000)));

/** Shares that people have words for: `1 in n` down to one in twenty, and a few others. */
const PARTS: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 19 }, (_, i) => [1, i + 2] as const),
  [3, 10],
  [2, 5],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [9, 10],
];

/** Odds as people say them: `about 1 in 8`. */
export const chanceWords = (ppm: number): string => {
  if (ppm < 10_000) return t('chance.never');
  if (ppm > 950_000) return t('chance.always');
  const share = ppm / 1_000_000;
  if (share < 1 / 20) return t('chance.one_in', { n: Math.round(1 / share) });
  const [m, n] = PARTS.reduce((best, part) => (Math.abs(part[0] / part[1] - share) < Math.abs(best[0] / best[1] - share) ? part : best));
  return m === 1 ? t('chance.one_in', { n }) : t('chance.some_in', { m, n });
};

export type Likelihood = 'likely' | 'possible' | 'remote';

export const likelihoodOf = (ppm: number): Likelihood => (ppm >= 400_000 ? 'likely' : ppm >= 150_000 ? 'possible' : 'remote');

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayOf = (iso: string): Day => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
};

const english = ({ year, month, day }: Day, end: Day): string => {
  const name = (m: number): string => MONTHS[m - 1] ?? '';
  const last = `${String(end.day)} ${name(end.month)} ${String(end.year)}`;
  if (year !== end.year) return `${String(day)} ${name(month)} ${String(year)} – ${last}`;
  if (month !== end.month) return `${String(day)} ${name(month)} – ${last}`;
  return day === end.day ? last : `${String(day)}–${last}`;
};

const vietnamese = ({ year, month, day }: Day, end: Day): string => {
  const last = `${String(end.day)}/${String(end.month)}/${String(end.year)}`;
  if (year !== end.year) return `${String(day)}/${String(month)}/${String(year)}–${last}`;
  if (month !== end.month) return `${String(day)}/${String(month)}–${last}`;
  return day === end.day ? last : `${String(day)}–${last}`;
};

/** Both days included, ISO dates: `13–19 July 2019`, `13–19/7/2019`. */
export const dates = (from: string, to: string, locale: Locale): string => (locale === 'vi' ? vietnamese : english)(dayOf(from), dayOf(to));
