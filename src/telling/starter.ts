import { chainOf } from '../engine/eye.ts';
import type { Row } from '../engine/ledger.ts';
import type { Slot } from '../engine/program.ts';

/** Rows by turn, as an eye reads them: `[0]` the set-up, `[t + 1]` what happened in turn t. */
export type Turns = readonly (readonly Row[])[];

interface Start {
  readonly at: number;
  readonly row: Row;
}

/** Where a timer that began on a turn was started: by the orders of that turn, or by the calendar that opened it. */
const startOf = (turns: Turns, slot: Slot, turn: number, before: Start): Start | undefined => {
  const starts = (rows: readonly Row[]): Row | undefined => rows.findLast((row) => row.kind === 'timer' && row.slot === slot);
  // A long turn may hold a start, its end, and another start.
  const own = turns[turn + 1] ?? [];
  const during = before.at === turn + 1 ? own.slice(0, before.row.row) : own;
  const end = during.findIndex(({ kind }) => kind === 'turn');
  const ordered = starts(end < 0 ? during : during.slice(0, end));
  if (ordered !== undefined) return { at: turn + 1, row: ordered };
  const opening = turns[turn] ?? [];
  const opened = starts(opening.slice(opening.findIndex(({ kind }) => kind === 'turn') + 1));
  return opened === undefined ? undefined : { at: turn, row: opened };
};

/** The start before one that found the timer running: who hurries a project has not begun it. */
const firstStart = (turns: Turns, { at, row }: Start): Start => {
  for (let from = at; row.before !== 0 && from >= 0; from--) {
    const earlier = turns[from]?.findLast((each) => each.kind === 'timer' && each.slot === row.slot && (from < at || each.row < row.row));
    if (earlier !== undefined) return firstStart(turns, { at: from, row: earlier });
  }
  return { at, row };
};

/**
 * The order that set off the timer under which a row of `turns[at]` stands; undefined where no timer or no order is behind it.
 * Several orders may share one timer, so the place of its ops does not tell which of them it was.
 */
export const starterOf = (turns: Turns, at: number, row: Row): Row | undefined => {
  const rows = turns[at];
  const timer = rows && chainOf(rows, row.row).find(({ kind }) => kind === 'due' || kind === 'during');
  const last = timer && startOf(turns, timer.slot, timer.origin, { at, row: timer });
  const start = last && firstStart(turns, last);
  const began = start && turns[start.at];
  if (start === undefined || began === undefined) return undefined;
  return chainOf(began, start.row.row).find(({ kind }) => kind === 'answer' || kind === 'act') ?? starterOf(turns, start.at, start.row);
};
