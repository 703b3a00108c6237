import type { Ledger } from '../../engine/ledger.ts';
import type { Slot } from '../../engine/program.ts';
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
}

/** Readings and the ladder come before trust, trust before what only keeps count. */
const WEIGHTS = { ladder: 60, face: 12, reading: 20, trust: 8, measured: 4, counted: 0.1 } as const;

/** The slots a ledger tells of: readings, trust and every other variable that has a name. */
const toldSlots = (teller: Teller): readonly Told[] => {
  const { program, catalogue } = teller.bundle;
  const trusted = new Set(catalogue.powers.map(({ trust }) => trust));
  const faced = new Set(catalogue.ladder?.faces.map(({ slot }) => slot));
  const readings = program.readings.map(({ id, slot }) => ({
    slot,
    name: teller.say(`reading.${id}.name`),
    weight: WEIGHTS.reading,
    stages: undefined,
    scale: 1000,
  }));
  const taken = new Set(readings.map(({ slot }) => slot));
  const weightOf = (slot: Slot, scale: number): number => {
    if (slot === catalogue.ladder?.rung) return WEIGHTS.ladder;
    if (faced.has(slot)) return WEIGHTS.face;
    if (trusted.has(slot)) return WEIGHTS.trust;
    return scale === 1000 ? WEIGHTS.measured : WEIGHTS.counted;
  };
  const named = catalogue.variables
    .filter(({ slot, title }) => title && !taken.has(slot))
    .map(({ slot, name, stages, scale }) => ({
      slot,
      name: teller.say(`variable.${name}.name`),
      weight: weightOf(slot, scale),
      stages: stages?.map((stage) => teller.say(`stage.${name}.${stage}`)),
      scale,
    }));
  return [...readings, ...named].filter(({ name }) => name !== '');
};

const SAME_CAUSE = 4;

const spanOf = (teller: Teller, slot: Slot): number => {
  const spec = teller.bundle.program.slots[slot];
  return spec === undefined ? 1000 : Math.max(1, spec.max - spec.min);
};

/** What a turn changed, weightiest first; each row's causes sum to it. */
export const ledgerOf = (teller: Teller, ledger: Ledger, past: readonly View[], openness: Openness): readonly LedgerRowModel[] =>
  toldSlots(teller)
    .flatMap(({ slot, name, weight, stages, scale }) => {
      const rows = movesOf(ledger, slot);
      const first = rows[0];
      const last = rows.at(-1);
      if (first === undefined || last === undefined || first.before === last.after) return [];
      const causes = rows.map((row) => causeOf(teller, ledger, row, openness)).sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
      return [
        {
          id: String(slot),
          name,
          by: last.after - first.before,
          scale,
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
