import type { CompiledProgram } from './compiled-program.ts';
import { NONE, rowAt } from './ledger.ts';
import type { Ledger, Row } from './ledger.ts';
import type { Program, SourceRef } from './program.ts';
import type { State } from './state.ts';
import { turnOfTick } from './tick.ts';
import { openView, viewOf } from './view.ts';
import type { View } from './view.ts';
import { walkProgram } from './walk-ops.ts';

/** Who looks: the person in a seat, or `open`, who sees all: for the review, once a game is over. */
export type Eye = number | 'open';

/** What an eye sees of a state. */
export const seenBy = (rules: CompiledProgram, state: State, eye: Eye): View => (eye === 'open' ? openView(state) : viewOf(rules, state));

const known = new WeakMap<Program, ReadonlySet<SourceRef>>();

/** The places whose draw a hidden cause shapes: odds and draw together would tell the cause. */
export function veiledIn(program: Program): ReadonlySet<SourceRef> {
  const found = known.get(program);
  if (found !== undefined) return found;
  const veiled = new Set<SourceRef>();
  walkProgram(program, (op) => {
    if (op.op === 'signal' || ((op.op === 'chance' || op.op === 'choose') && op.reveals.length > 0)) veiled.add(op.at);
    if (op.op === 'choose' && op.reveals.length > 0) for (const branch of op.from) veiled.add(branch.at);
  });
  for (const { policy } of program.seats) if (policy !== undefined && policy.reveals.length > 0) veiled.add(policy.at);
  known.set(program, veiled);
  return veiled;
}

/**
 * The rows of a ledger as an eye may read them. A seat does not get the rows that say what is hidden, and of draws that a hidden cause
 * shapes only the odds as believed: `p` is then `seen`, and `drawn` -1. Rows are numbered anew, parents too; the child of a row that is
 * not seen hangs on what that one came from. `origin` is a turn here, not a tick.
 */
export function rowsFor(rules: CompiledProgram, ledger: Ledger, eye: Eye): readonly Row[] {
  const turnOf = (tick: number): number => (rules.ticks === undefined ? tick : turnOfTick(rules.program.calendar, tick));
  const all = Array.from({ length: ledger.count }, (_, i) => {
    const row = rowAt(ledger, i);
    return { ...row, origin: turnOf(row.origin) };
  });
  if (eye === 'open') return all;
  const veiled = veiledIn(rules.program);
  const hidden = new Set(rules.program.hidden.map(({ slot }) => slot));
  const numbers: number[] = [];
  const rows: Row[] = [];
  for (const row of all) {
    const parent = row.parent === NONE ? NONE : (numbers[row.parent] ?? NONE);
    if (hidden.has(row.slot)) {
      numbers.push(parent);
      continue;
    }
    numbers.push(rows.length);
    rows.push({ ...row, row: rows.length, parent, ...(veiled.has(row.place) && row.drawn !== NONE ? { p: row.seen, drawn: NONE } : {}) });
  }
  return rows;
}

/** A row and what it came from, up to the order, rule or timer: nearest first. `rows`: those of its ledger, as `rowsFor` gives them. */
export function chainOf(rows: readonly Row[], row: number): readonly Row[] {
  const chain: Row[] = [];
  for (let at = rows[row]; at !== undefined; at = at.parent === NONE ? undefined : rows[at.parent]) chain.push(at);
  return chain;
}
