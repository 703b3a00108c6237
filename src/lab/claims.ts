import type { Catalogue } from '../bundle/bundle.ts';
import type { ClaimLimits } from '../bundle/claim-limits.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { newLedger, NONE, rowAt } from '../engine/ledger.ts';
import { ENDING, TURN } from '../engine/program.ts';
import type { Program, SourceRef } from '../engine/program.ts';
import { keyOf, type Seed } from '../engine/seed.ts';
import type { SeatOrder } from '../engine/order.ts';
import { start, stepInPlace } from '../engine/turn.ts';
import { walkOps } from '../engine/walk-ops.ts';
import { orderOf, type Policy } from '../players/policy.ts';
import { datesOfTurn } from '../session/calendar.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { choicesOf, seedOf } from './draw.ts';

/** A claim at a place where it cannot hold. */
export interface Misplaced {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** `early`, `late`: outside of the time it is of; `about`: where none of its powers is concerned. */
  readonly why: 'early' | 'late' | 'about';
}

/** What became of the claims of a scenario. Each id stands in one of the first four lists. */
export interface ClaimCount {
  /** An op that carries it changed a state in play, within its time and where its powers are concerned. */
  readonly acts: readonly string[];
  /** Of another time, marked so, and carried by such an op. */
  readonly pattern: readonly string[];
  /** Only a text tells it, or ops that changed nothing in any game. */
  readonly told: readonly string[];
  /** Nothing here carries it: it waits for a campaign. */
  readonly waits: readonly string[];
  readonly misplaced: readonly Misplaced[];
}

/** Whether a day (`2022-04-07`) lies before or after a day, month or year; dates are compared as far as both go. */
const isBefore = (day: string, other: string): boolean => day.slice(0, other.length) < other;
const isAfter = (day: string, other: string): boolean => day.slice(0, other.length) > other;

/** Powers that the answer or act around a place concerns; places of rules are in none. */
const concernedAt = ({ situations, acts, seats }: Program): ReadonlyMap<SourceRef, ReadonlySet<string>> => {
  const found = new Map<SourceRef, ReadonlySet<string>>();
  for (const { options } of situations)
    for (const { about, does } of options) {
      const powers = new Set(about);
      walkOps(does, (op) => found.set(op.at, powers));
    }
  for (const { about, seat, does } of acts) {
    const powers = new Set([...about, seats[seat]?.id ?? '']);
    walkOps(does, (op) => found.set(op.at, powers));
  }
  return found;
};

/** Days on which the ops of a place changed something, in games of each policy on the same seeds: place to the first and last of them. */
const changesIn = (rules: CompiledProgram, policies: Iterable<Policy>, first: Seed, games: number): Map<SourceRef, [string, string]> => {
  const days = new Map<SourceRef, [string, string]>();
  for (const policy of policies)
    for (let nth = 0; nth < games; nth++) {
      const key = keyOf(seedOf(first, nth));
      const state = start(rules, key, choicesOf(rules.program, key));
      const orders: (SeatOrder | undefined)[] = rules.seats.map(() => undefined);
      while (state[ENDING] === 0) {
        const turn = state[TURN]!;
        let { from, to } = datesOfTurn(rules.program.calendar, turn);
        orders[FIRST_SEAT] = orderOf(rules, policy, key, state, FIRST_SEAT);
        const ledger = newLedger();
        stepInPlace(rules, key, state, orders, ledger);
        for (let i = 0; i < ledger.count; i++) {
          const { kind, place, slot, before, after } = rowAt(ledger, i);
          // What comes after the turn has moved on belongs to the one that opens.
          if (kind === 'turn') ({ from, to } = datesOfTurn(rules.program.calendar, turn + 1));
          if (place < 0 || slot === NONE || before === after) continue;
          const known = days.get(place);
          if (known === undefined) days.set(place, [from, to]);
          else {
            if (from < known[0]) known[0] = from;
            if (to > known[1]) known[1] = to;
          }
        }
      }
    }
  return days;
};

/** Counts what acts, what is told, what is a pattern and what waits. `games`: of each policy. */
export function countClaims(
  rules: CompiledProgram,
  catalogue: Catalogue,
  limits: readonly ClaimLimits[],
  { policies, first, games }: { readonly policies: Iterable<Policy>; readonly first: Seed; readonly games: number },
): ClaimCount {
  const limitOf = new Map(limits.map((limit) => [limit.id, limit]));
  const concerned = concernedAt(rules.program);
  const days = changesIn(rules, policies, first, games);
  const acts = new Set<string>();
  const pattern = new Set<string>();
  const told = new Set<string>();
  const misplaced = new Map<string, Misplaced>();
  for (const [place, { claims, file, line }] of catalogue.places.entries()) {
    const when = days.get(place);
    for (const id of claims) {
      told.add(id);
      if (when === undefined) continue;
      const limit = limitOf.get(id);
      const powers = concerned.get(place);
      const late = limit?.until !== undefined && isAfter(when[1], limit.until);
      const early = limit?.from !== undefined && isBefore(when[0], limit.from);
      if ((late || early) && limit.pattern) {
        pattern.add(id);
        // A rule of the world may run before and after: what it does in time is no analogy.
        if (!(limit.until !== undefined && isAfter(when[0], limit.until)) && !(limit.from !== undefined && isBefore(when[1], limit.from)))
          acts.add(id);
        continue;
      }
      const why = late
        ? 'late'
        : early
          ? 'early'
          : limit !== undefined &&
              limit.about.length > 0 &&
              powers !== undefined &&
              powers.size > 0 &&
              !limit.about.some((one) => powers.has(one))
            ? 'about'
            : undefined;
      if (why === undefined) acts.add(id);
      else misplaced.set(`${id} ${file}:${line}`, { id, file, line, why });
    }
  }
  for (const { claims, options } of catalogue.situations)
    for (const id of [...claims, ...options.flatMap((one) => one.claims)]) told.add(id);
  for (const { claims } of [...catalogue.acts, ...catalogue.powers]) for (const id of claims) told.add(id);
  const sorted = (ids: Iterable<string>) => [...ids].sort();
  return {
    acts: sorted(acts),
    pattern: sorted([...pattern].filter((id) => !acts.has(id))),
    told: sorted([...told].filter((id) => !acts.has(id) && !pattern.has(id))),
    waits: sorted(catalogue.claims.map(({ id }) => id).filter((id) => !told.has(id))),
    misplaced: [...misplaced.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
