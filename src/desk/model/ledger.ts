import type { Ledger } from '../../engine/ledger.ts';
import type { Slot } from '../../engine/program.ts';
import type { View } from '../../engine/view.ts';
import type { LedgerRowModel } from '../why.tsx';
import { capitalName, type Teller } from '../teller.ts';
import { t } from '../../text/text.ts';
import { causeOf, movesOf, type Openness } from './why.ts';

const PAST = 8;

interface Told {
  readonly slot: Slot;
  readonly name: string;
  /** Lower is told first. */
  readonly rank: number;
  /** Units per whole. */
  readonly scale: number;
  readonly stages: readonly string[] | undefined;
}

/** The slots a ledger tells of: readings, then trust and the other named variables. */
const toldSlots = (teller: Teller): readonly Told[] => {
  const { program, catalogue } = teller.bundle;
  const readings = program.readings.map(({ id, slot }) => ({ slot, name: teller.say(`reading.${id}.name`), rank: 0, scale: 1000, stages: undefined }));
  const taken = new Set(readings.map(({ slot }) => slot));
  const named = catalogue.variables
    .filter(({ slot, title }) => title && !taken.has(slot))
    .map(({ slot, name, stages, scale }) => ({
      slot,
      name: teller.say(`variable.${name}.name`),
      rank: 1,
      scale,
      stages: stages?.map((stage) => teller.say(`stage.${name}.${stage}`)),
    }));
  const told = new Set([...taken, ...named.map(({ slot }) => slot)]);
  const trust = catalogue.powers.flatMap(({ id, trust: slot }) =>
    slot === undefined || told.has(slot) ? [] : [{ slot, name: `${capitalName(teller, id)}: ${t('chart.trust')}`, rank: 1, scale: 1000, stages: undefined }],
  );
  return [...readings, ...named, ...trust].filter(({ name }) => name !== '');
};

const SAME_CAUSE = 4;

/** What a turn changed, largest first, readings before the rest; each row's causes sum to it. */
export const ledgerOf = (teller: Teller, ledger: Ledger, past: readonly View[], openness: Openness): readonly LedgerRowModel[] =>
  toldSlots(teller)
    .flatMap(({ slot, name, rank, scale, stages }) => {
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
          ...(stages === undefined ? {} : { stages: [stages[first.before] ?? '', stages[last.after] ?? ''] as const }),
          past: past.slice(-PAST).map((view) => view[slot] ?? 0),
          lead: causes[0]?.title ?? '',
          causes: causes.slice(0, SAME_CAUSE),
          rest: causes.slice(SAME_CAUSE),
          weight: rank === 0 ? 2_000_000 : 0,
          size: (Math.abs(last.after - first.before) * 1000) / scale,
        },
      ];
    })
    .sort((a, b) => b.weight - a.weight || b.size - a.size);
