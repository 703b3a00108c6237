import { rowAt, whyOf, type Ledger, type Row } from '../engine/ledger.ts';
import type { Slot } from '../engine/program.ts';

const rowsOf = (ledger: Ledger | undefined): readonly Row[] =>
  ledger === undefined ? [] : Array.from({ length: ledger.count }, (_, i) => rowAt(ledger, i));

interface Start {
  readonly at: number;
  readonly row: Row;
}

/** Where a timer that began on a turn was started: by the orders of that turn, or by the calendar that opened it. */
const startOf = (ledgers: readonly Ledger[], slot: Slot, turn: number): Start | undefined => {
  const starts = (rows: readonly Row[]): Row | undefined => rows.findLast((row) => row.kind === 'timer' && row.slot === slot);
  const during = rowsOf(ledgers[turn + 1]);
  const end = during.findIndex(({ kind }) => kind === 'turn');
  const ordered = starts(end < 0 ? during : during.slice(0, end));
  if (ordered !== undefined) return { at: turn + 1, row: ordered };
  const opening = rowsOf(ledgers[turn]);
  const opened = starts(opening.slice(opening.findIndex(({ kind }) => kind === 'turn') + 1));
  return opened === undefined ? undefined : { at: turn, row: opened };
};

/** The start before one that found the timer running: who hurries a project has not begun it. */
const firstStart = (ledgers: readonly Ledger[], { at, row }: Start): Start => {
  for (let from = at; row.before !== 0 && from >= 0; from--) {
    const earlier = rowsOf(ledgers[from]).findLast(
      (each) => each.kind === 'timer' && each.slot === row.slot && (from < at || each.row < row.row),
    );
    if (earlier !== undefined) return firstStart(ledgers, { at: from, row: earlier });
  }
  return { at, row };
};

/**
 * The order that set off the timer under which a row of `ledgers[at]` stands; undefined where no timer or no order is behind it.
 * Several orders may share one timer, so the place of its ops does not tell which of them it was.
 * `ledgers`: as in a game, `[0]` the set-up and `[t + 1]` turn t.
 */
export const starterOf = (ledgers: readonly Ledger[], at: number, row: Row): Row | undefined => {
  const ledger = ledgers[at];
  const timer = ledger && whyOf(ledger, row.row).find(({ kind }) => kind === 'due' || kind === 'during');
  const last = timer && startOf(ledgers, timer.slot, timer.origin);
  const start = last && firstStart(ledgers, last);
  const began = start && ledgers[start.at];
  if (start === undefined || began === undefined) return undefined;
  return whyOf(began, start.row.row).find(({ kind }) => kind === 'answer' || kind === 'act') ?? starterOf(ledgers, start.at, start.row);
};
