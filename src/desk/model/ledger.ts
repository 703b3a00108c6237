import type { Ledger } from '../../engine/ledger.ts';
import type { Slot, SlotSpec } from '../../engine/program.ts';
import type { View } from '../../engine/view.ts';
import type { LedgerRowModel } from '../why.tsx';
import type { Teller } from '../teller.ts';
import { causeOf, movesOf, type Openness } from './why.ts';

const PAST = 8;

interface Told {
  readonly slot: Slot;
  readonly name: string;
  /** What a change over the whole range weighs. */
  readonly weight: number;
  readonly stages: readonly string[] | undefined;
  /** Units per whole. */
  readonly scale: number;
  /** Whether more of it is better for Hanoi. */
  readonly upIsGood: boolean;
}

/** Readings and the ladder come before trust, trust before what only keeps count. */
const WEIGHTS = { ladder: 60, face: 12, reading: 20, trust: 8, measured: 4, counted: 0.1 } as const;

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

/** What `ledgers[at]` changed, weightiest first; each row's causes sum to it. The ledgers before it tell who began what falls due in it. */
export const ledgerOf = (
  teller: Teller,
  ledgers: readonly Ledger[],
  at: number,
  past: readonly View[],
  openness: Openness,
): readonly LedgerRowModel[] => {
  const ledger = ledgers[at];
  if (ledger === undefined) return [];
  return toldSlots(teller)
    .flatMap(({ slot, name, weight, stages, scale, upIsGood }) => {
      const rows = movesOf(ledger, slot);
      const first = rows[0];
      const last = rows.at(-1);
      if (first === undefined || last === undefined || first.before === last.after) return [];
      const causes = rows.map((row) => causeOf(teller, ledgers, at, row, openness)).sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
      return [
        {
          id: String(slot),
          name,
          by: last.after - first.before,
          scale,
          upIsGood,
          ...(stages === undefined ? {} : { stages: [stages[first.before] ?? '', stages[last.after] ?? ''] as const }),
          past: past.slice(-PAST).map((view) => view[slot] ?? 0),
          lead: causes[0]?.title ?? '',
          causes: causes.slice(0, SAME_CAUSE),
          rest: causes.slice(SAME_CAUSE),
          size: (Math.abs(last.after - first.before) * weight) / spanOf(teller, slot),
        },
      ];
    })
    .sort((a, b) => b.size - a.size);
};
