import { rowAt, whyOf, type Ledger, type Row } from '../../engine/ledger.ts';
import type { Slot } from '../../engine/program.ts';

const rowsOf = (ledger: Ledger | undefined): readonly Row[] =>
  ledger === undefined ? [] : Array.from({ length: ledger.count }, (_, i) => rowAt(ledger, i));

/** Where a timer that began on a turn was started: by the orders of that turn, or by the calendar that opened it. */
const startOf = (ledgers: readonly Ledger[], slot: Slot, turn: number): { readonly at: number; readonly row: Row } | undefined => {
  const starts = (rows: readonly Row[]): Row | undefined => rows.findLast((row) => row.kind === 'timer' && row.slot === slot);
  const during = rowsOf(ledgers[turn + 1]);
  const end = during.findIndex(({ kind }) => kind === 'turn');
  const ordered = starts(end < 0 ? during : during.slice(0, end));
  if (ordered !== undefined) return { at: turn + 1, row: ordered };
  const opening = rowsOf(ledgers[turn]);
  const opened = starts(opening.slice(opening.findIndex(({ kind }) => kind === 'turn') + 1));
  return opened === undefined ? undefined : { at: turn, row: opened };
};

/**
 * The order that set off the timer under which a row of `ledgers[at]` stands; undefined where no timer or no order is behind it.
 * Several orders may share one timer, so the place of its ops does not tell which of them it was.
 * `ledgers`: as in a game, `[0]` the set-up and `[t + 1]` turn t.
 */
export const starterOf = (ledgers: readonly Ledger[], at: number, row: Row): Row | undefined => {
  const ledger = ledgers[at];
  const timer = ledger && whyOf(ledger, row.row).find(({ kind }) => kind === 'due' || kind === 'during');
  const start = timer && startOf(ledgers, timer.slot, timer.origin);
  const began = start && ledgers[start.at];
  if (start === undefined || began === undefined) return undefined;
  return whyOf(began, start.row.row).find(({ kind }) => kind === 'answer' || kind === 'act') ?? starterOf(ledgers, start.at, start.row);
};
