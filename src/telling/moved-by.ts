import { chainOf } from '../engine/eye.ts';
import type { Slot } from '../engine/program.ts';
import { rowsByTurn, type Chronicle } from '../session/chronicle.ts';
import { starterOf } from './starter.ts';
import type { Teller } from './teller.ts';
import { causeOf, movesOf } from './why.ts';

/** What was ordered, and by how much it moved a slot over a whole game, in the slot's units. */
export interface MovedBy {
  readonly title: string;
  readonly by: number;
}

/** What was ordered in a game and moved a slot, at once or later: the most first. */
export const movedByOrders = (teller: Teller, chronicle: Chronicle, slot: Slot): readonly MovedBy[] => {
  const turns = rowsByTurn(chronicle);
  const sums = new Map<string, number>();
  turns.forEach((rows, at) => {
    for (const row of movesOf(rows, slot)) {
      const ordered = chainOf(rows, row.row).some(({ kind, parent }) => kind === 'answer' || (kind === 'act' && parent === -1));
      if (at === 0 || (!ordered && starterOf(turns, at, row) === undefined)) continue;
      const { title } = causeOf(teller, turns, at, row);
      sums.set(title, (sums.get(title) ?? 0) + row.after - row.before);
    }
  });
  return [...sums]
    .map(([title, by]) => ({ title, by }))
    .filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
};

/** What a slot is called where players see it: a reading's name or a variable's; empty where it has none. */
export const slotName = (teller: Teller, slot: Slot): string => {
  const { program, catalogue } = teller.bundle;
  const reading = program.readings.find((each) => each.slot === slot);
  if (reading !== undefined) return teller.say(`reading.${reading.id}.name`);
  const variable = catalogue.variables.find((each) => each.slot === slot && each.title);
  return variable === undefined ? '' : teller.say(`variable.${variable.name}.name`);
};

/** Units per whole of a slot. */
export const scaleOf = (teller: Teller, slot: Slot): number =>
  teller.bundle.catalogue.variables.find((each) => each.slot === slot)?.scale ?? 1000;
