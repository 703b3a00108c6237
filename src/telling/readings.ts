import type { View } from '../engine/view.ts';
import { capitalName, type Teller } from './teller.ts';
import type { RangeModel } from './outlook.ts';

export interface LadderModel {
  /** Names of the rungs, lowest first. */
  readonly rungs: readonly string[];
  readonly at: number;
  readonly open: boolean;
  readonly faces: readonly { readonly power: string; readonly name: string; readonly value: number }[];
}

export interface ReadingModel {
  readonly id: string;
  readonly name: string;
  /** Per mille. */
  readonly value: number;
  /** The last values, oldest first, this one included. */
  readonly past: readonly number[];
  /** What the chosen response may make of it: likely change, per mille. */
  readonly range?: { readonly low: number; readonly high: number; readonly span: string };
  /** Value before the turn just resolved. */
  readonly was?: number;
}

const PAST = 8;

/** The five readings with their last values; `ahead`: likely changes, and how far they look; `before`: the view before the turn just resolved. */
export const readingsOf = (
  teller: Teller,
  past: readonly View[],
  ahead: { readonly ranges: readonly RangeModel[]; readonly span: string } | undefined,
  before: View | undefined,
): readonly ReadingModel[] =>
  teller.bundle.program.readings.map(({ id, slot }) => {
    const range = ahead?.ranges.find(({ reading }) => reading === id);
    return {
      id,
      name: teller.say(`reading.${id}.name`),
      value: teller.read(slot),
      past: past.slice(-PAST).map((view) => view[slot] ?? 0),
      ...(range === undefined || ahead === undefined ? {} : { range: { low: range.low, high: range.high, span: ahead.span } }),
      ...(before === undefined ? {} : { was: before[slot] ?? 0 }),
    };
  });

export const ladderOf = (teller: Teller): LadderModel | undefined => {
  const { ladder } = teller.bundle.catalogue;
  if (ladder === undefined) return undefined;
  const spec = teller.bundle.program.slots[ladder.rung];
  return {
    rungs: (spec?.stages ?? []).map((stage) => teller.say(`stage.${spec?.name ?? ''}.${stage}`)),
    at: teller.read(ladder.rung),
    open: teller.holds(ladder.open),
    faces: ladder.faces.map(({ power, slot }) => ({ power, name: capitalName(teller, power), value: teller.read(slot) })),
  };
};
