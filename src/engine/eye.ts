import type { CompiledProgram } from './compiled-program.ts';
import { NONE, rowAt } from './ledger.ts';
import type { Ledger, Row } from './ledger.ts';
import type { Program, SourceRef } from './program.ts';
import { sightOf } from './sight.ts';
import type { Looker } from './sight.ts';
import type { State } from './state.ts';
import { turnOfTick } from './tick.ts';
import { openView, viewFor } from './view.ts';
import type { View } from './view.ts';
import { walkProgram } from './walk-ops.ts';

/**
 * Who looks: whoever holds a seat; whoever sits on a chair of one; `table`, the projector, which shows what is public; or `open`, who sees
 * all: for the review, once a game is over.
 */
export type Eye = Sitter | 'table' | 'open';
/** An eye with a seat: one that orders, or votes on the order of its seat. */
export type Sitter = number | Chair;

/** A person's place in a seat. */
export interface Chair {
  readonly seat: number;
  readonly chair: string;
}

/** `SEAT`, `SEAT/CHAIR`, `table`, `open`. */
export const idOfEye = ({ seats }: Pick<Program, 'seats'>, eye: Eye): string => {
  if (typeof eye === 'string') return eye;
  if (typeof eye === 'number') return seats[eye]?.id ?? '';
  return `${seats[eye.seat]?.id ?? ''}/${eye.chair}`;
};

/** The eye of an id; undefined where there is no such seat. Which chairs a seat has, the catalogue tells (`viewpoints`). */
export const eyeOfId = ({ seats }: Pick<Program, 'seats'>, id: string): Eye | undefined => {
  if (id === 'table' || id === 'open') return id;
  const [name = '', chair, ...more] = id.split('/');
  const seat = seats.findIndex((each) => each.id === name);
  if (seat < 0 || more.length > 0 || chair === '') return undefined;
  return chair === undefined ? seat : { seat, chair };
};

/** The seat an eye looks from; undefined for the table and the open eye. */
export function seatOf(eye: Sitter): number;
export function seatOf(eye: Eye): number | undefined;
export function seatOf(eye: Eye): number | undefined {
  if (typeof eye === 'string') return undefined;
  return typeof eye === 'number' ? eye : eye.seat;
}

/** How an eye sees where not all see alike; undefined where they do. An eye that no mask names sees what is public. */
export const lookerFor = (program: Program, eye: Eye): Looker | undefined => {
  const sight = sightOf(program);
  return sight && (sight.byEye.get(idOfEye(program, eye)) ?? sight.stranger);
};

/** What an eye sees of a state. */
export const seenBy = (rules: { readonly program: Program }, state: State, eye: Eye): View =>
  eye === 'open' ? openView(state) : viewFor(rules.program, state, lookerFor(rules.program, eye));

const known = new WeakMap<Program, ReadonlySet<SourceRef>>();

/** The places whose draw a hidden cause shapes: odds and draw together would tell the cause. */
function veiledIn(program: Program): ReadonlySet<SourceRef> {
  const found = known.get(program);
  if (found !== undefined) return found;
  const veiled = new Set<SourceRef>();
  walkProgram(program, (op) => {
    if (op.op === 'signal' || ((op.op === 'chance' || op.op === 'choose') && op.reveals.length > 0)) veiled.add(op.at);
    if (op.op === 'choose' && op.reveals.length > 0) for (const branch of op.from) veiled.add(branch.at);
  });
  known.set(program, veiled);
  return veiled;
}

/**
 * The rows of a ledger as an eye may read them. Rows about what it does not see drop out; the rest are numbered anew, parents too, and the
 * child of a row that is not seen hangs on what that one came from. Of what is shaped by something it does not see an eye gets the odds
 * as it had them (`p` is `seen`), no draw, and no more of a change than what was left of it (`wanted` is `after`); of a seat's own policy
 * nobody gets more, so that a policy and a person who orders in its place look the same. `origin` is a turn here, not a tick, and that of
 * something unseen is the turn at hand.
 */
export function rowsFor(rules: CompiledProgram, ledger: Ledger, eye: Eye): readonly Row[] {
  const { program } = rules;
  const turnOf = (tick: number): number => (rules.ticks === undefined ? tick : turnOfTick(program.calendar, tick));
  const all = Array.from({ length: ledger.count }, (_, i) => {
    const row = rowAt(ledger, i);
    return { ...row, origin: turnOf(row.origin) };
  });
  if (eye === 'open') return all;
  const looker = lookerFor(program, eye);
  const told = tellerOf(program, ledger, looker);
  const own = program.seats[seatOf(eye) ?? NONE]?.policy?.at;
  const belief = looker === undefined ? undefined : ownBeliefs(program, looker);
  const undated = new Set(
    program.timers.flatMap(({ copies }) => copies.flatMap(({ left, origin }) => (looker?.unseen[origin] === true ? [left] : []))),
  );
  const numbers: number[] = [];
  /** By row: whether it stands under a timer that is not seen, or not when it was started. */
  const latent: boolean[] = [];
  const rows: Row[] = [];
  const end = all.find(({ kind }) => kind === 'turn');
  const now = (row: Row): number => (end === undefined ? row.origin : row.row < end.row ? end.before : end.after);
  for (const row of all) {
    const unseen = looker === undefined ? program.slots[row.slot]?.kind === 'hidden' : looker.unseen[row.slot] === true;
    const slot = belief === undefined ? row.slot : (belief.get(row.slot) ?? row.slot);
    const others = slot === NONE && row.slot !== NONE;
    // What a person orders where a policy would move is a move to others, and an order to whoever gave it.
    const ordered = row.kind === 'policy' && row.drawn === NONE && row.place === own;
    latent.push(
      row.parent !== NONE ? latent[row.parent]! : (row.kind === 'due' || row.kind === 'during') && (unseen || undated.has(row.slot)),
    );
    if (unseen || others || ordered || looker?.dark.has(row.place) === true) {
      numbers.push(row.parent === NONE ? NONE : (numbers[row.parent] ?? NONE));
      continue;
    }
    const parent = row.parent === NONE ? NONE : (numbers[row.parent] ?? NONE);
    numbers.push(rows.length);
    rows.push({ ...told(row), slot, row: rows.length, parent, ...(latent.at(-1) === true ? { origin: now(row) } : {}) });
  }
  return rows;
}

/** Odds of an eye's own mind stand in its rows where the odds of all stand for others; those of other minds stand nowhere (`NONE`). */
function ownBeliefs({ hidden }: Program, { mind }: Looker): ReadonlyMap<number, number> {
  const slots = new Map<number, number>();
  for (const { beliefs, minds = [] } of hidden) {
    for (const [m, each] of [{ beliefs }, ...minds].entries())
      for (const [i, slot] of each.beliefs.entries()) slots.set(slot, m === mind ? beliefs[i]! : NONE);
  }
  return slots;
}

/** A row with what the odds, the draw and the wish behind it would betray left out. */
function tellerOf(program: Program, ledger: Ledger, looker: Looker | undefined): (row: Row) => Row {
  const policies = new Set(program.seats.flatMap(({ policy }) => policy?.at ?? []));
  const veiled = looker?.veiled ?? veiledIn(program);
  return (row) => {
    const seen = (looker === undefined ? undefined : ledger.sights?.get(row.row)?.[looker.looker]) ?? row.seen;
    const mine = { ...row, seen };
    if (row.p !== NONE && (veiled.has(row.place) || policies.has(row.place))) return { ...mine, p: seen, drawn: NONE };
    return looker !== undefined && row.p === NONE && veiled.has(row.place) && row.slot !== NONE
      ? { ...mine, wanted: row.after, drawn: NONE }
      : mine;
  };
}

/** A row and what it came from, up to the order, rule or timer: nearest first. `rows`: those of its ledger, as `rowsFor` gives them. */
export function chainOf(rows: readonly Row[], row: number): readonly Row[] {
  const chain: Row[] = [];
  for (let at = rows[row]; at !== undefined; at = at.parent === NONE ? undefined : rows[at.parent]) chain.push(at);
  return chain;
}
