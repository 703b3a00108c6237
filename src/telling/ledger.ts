import type { Row } from '../engine/ledger.ts';
import type { Slot, SlotSpec } from '../engine/program.ts';
import type { View } from '../engine/view.ts';
import { datesOfTurn } from '../session/calendar.ts';
import type { Teller } from './teller.ts';
import { causeOf, movesOf } from './why.ts';
import type { Turns } from './starter.ts';
import type { CauseModel } from './why.ts';

export interface LedgerRowModel {
  readonly id: string;
  readonly name: string;
  readonly by: number;
  /** Units per whole: parts per million are told in per cent. */
  readonly scale: number;
  /** Only then has a rise or a fall a colour. */
  readonly upIsGood: boolean;
  /** Names before and after, for what has steps and no amount. */
  readonly stages?: readonly [string, string];
  readonly past: readonly number[];
  /** The largest cause that goes the way of the sum. */
  readonly lead: string;
  readonly causes: readonly CauseModel[];
  readonly rest: readonly CauseModel[];
}

const PAST = 8;

interface Told {
  readonly slot: Slot;
  readonly name: string;
  /** What a change over the whole range weighs. */
  readonly weight: number;
  readonly stages: readonly string[] | undefined;
  /** Units per whole. */
  readonly scale: number;
  /** Whether more of it is better for home. */
  readonly upIsGood: boolean;
}

/** Readings and the ladder come before trust, trust before what only keeps count. */
const WEIGHTS = { ladder: 60, face: 12, reading: 20, trust: 8, measured: 3, counted: 0.1 } as const;

/** Flags and bookkeeping are how the game remembers, and odds are told apart. */
const TOLD_KINDS: ReadonlySet<SlotSpec['kind'] | undefined> = new Set(['number', 'stage']);

/** The slots a ledger tells of: readings, trust and every other variable that has a name and an amount or steps. */
const toldSlots = (teller: Teller): readonly Told[] => {
  const { program, catalogue } = teller.bundle;
  const trusted = new Set(catalogue.powers.map(({ trust }) => trust));
  const faced = new Set(catalogue.ladder?.faces.map(({ slot }) => slot));
  const good = new Set([...trusted, ...catalogue.viewpoints.map(({ support }) => support), catalogue.capital?.slot]);
  const readings = program.readings.map(({ id, slot }) => ({
    slot,
    name: teller.say(`reading.${id}.name`),
    weight: WEIGHTS.reading,
    stages: undefined,
    scale: 1000,
    upIsGood: true,
  }));
  const taken = new Set(readings.map(({ slot }) => slot));
  const weightOf = (slot: Slot, scale: number): number => {
    if (slot === catalogue.ladder?.rung) return WEIGHTS.ladder;
    if (faced.has(slot)) return WEIGHTS.face;
    if (trusted.has(slot)) return WEIGHTS.trust;
    return scale === 1000 ? WEIGHTS.measured : WEIGHTS.counted;
  };
  const named = catalogue.variables
    .filter(({ slot, title }) => title && !taken.has(slot) && slot !== catalogue.stops && TOLD_KINDS.has(program.slots[slot]?.kind))
    .map(({ slot, name, stages, scale }) => ({
      slot,
      name: teller.say(`variable.${name}.name`),
      weight: weightOf(slot, scale),
      stages: stages?.map((stage) => teller.say(`stage.${name}.${stage}`)),
      scale,
      upIsGood: good.has(slot),
    }));
  return [...readings, ...named].filter(({ name }) => name !== '');
};

const SAME_CAUSE = 4;

const spanOf = (teller: Teller, slot: Slot): number => {
  const spec = teller.bundle.program.slots[slot];
  return spec === undefined ? 1000 : Math.max(1, spec.max - spec.min);
};

/** Whether what opens a turn lies apart from the turn before: on another date, perhaps years later. */
const liesApart = ({ bundle }: Teller, turn: number): boolean => {
  const { calendar } = bundle.program;
  const { unit, segment } = datesOfTurn(calendar, turn);
  return turn > 0 && (unit === 'event' || segment !== datesOfTurn(calendar, turn - 1).segment);
};

/** The row with which the turn ends and the next one opens; infinite where the game ended first. */
const turnRow = (rows: readonly Row[]): number => {
  const at = rows.findIndex(({ kind }) => kind === 'turn');
  return at < 0 ? Infinity : at;
};

interface Move {
  readonly at: number;
  readonly row: Row;
}

/** The rows of `turns[at]` that moved a slot; the opening of a turn that lies apart is told with that turn. */
const movesAt = (teller: Teller, turns: Turns, at: number, slot: Slot): readonly Move[] => {
  const parts = (from: number): { readonly own: readonly Move[]; readonly opening: readonly Move[] } => {
    const rows = turns[from] ?? [];
    const moves = movesOf(rows, slot).map((row) => ({ at: from, row }));
    const end = liesApart(teller, from) ? turnRow(rows) : Infinity;
    return { own: moves.filter(({ row }) => row.row < end), opening: moves.filter(({ row }) => row.row > end) };
  };
  return [...parts(at - 1).opening, ...parts(at).own];
};

/** What `turns[at]` changed, weightiest first; each row's causes sum to it. The turns before it tell who began what falls due in it. */
export const ledgerOf = (teller: Teller, turns: Turns, at: number, past: readonly View[]): readonly LedgerRowModel[] => {
  if (turns[at] === undefined) return [];
  return toldSlots(teller)
    .flatMap(({ slot, name, weight, stages, scale, upIsGood }) => {
      const moves = movesAt(teller, turns, at, slot);
      const first = moves[0]?.row;
      const last = moves.at(-1)?.row;
      if (first === undefined || last === undefined || first.before === last.after) return [];
      const by = last.after - first.before;
      const causes = moves.map((move) => causeOf(teller, turns, move.at, move.row)).sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
      return [
        {
          id: String(slot),
          name,
          by,
          scale,
          upIsGood,
          ...(stages === undefined ? {} : { stages: [stages[first.before] ?? '', stages[last.after] ?? ''] as const }),
          past: past.slice(-PAST).map((view) => view[slot] ?? 0),
          lead: (causes.find(({ share }) => share * by > 0) ?? causes[0])?.brief ?? '',
          causes: causes.slice(0, SAME_CAUSE),
          rest: causes.slice(SAME_CAUSE),
          size: (Math.abs(last.after - first.before) * weight) / spanOf(teller, slot),
        },
      ];
    })
    .sort((a, b) => b.size - a.size);
};
