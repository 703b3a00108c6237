import type { Slot, SlotSpec } from '../../engine/program.ts';

/**
 * Every slot that a scenario could have, numbered as declared. Rules mark the ones they write; the others keep their
 * starting value for ever and are left out when the layout is settled, so that what cannot matter never reaches the rules hash.
 */
export interface Layout {
  readonly add: (spec: SlotSpec) => Slot;
  readonly find: (name: string) => Slot | undefined;
  readonly spec: (slot: Slot) => SlotSpec;
  /** Notes that a rule writes a slot, or that the frame of the scenario needs it. */
  readonly use: (slot: Slot) => void;
  readonly isUsed: (slot: Slot) => boolean;
  /** Notes that a rule reads a slot: alone that keeps only one whose value is not known beforehand. */
  readonly read: (slot: Slot) => void;
  readonly isRead: (slot: Slot) => boolean;
  /** All specs, by provisional number. */
  readonly specs: readonly SlotSpec[];
}

export function newLayout(): Layout {
  const specs: SlotSpec[] = [];
  const byName = new Map<string, Slot>();
  const used = new Set<Slot>();
  const read = new Set<Slot>();
  return {
    specs,
    add: (spec) => {
      const slot = specs.push(spec) - 1;
      byName.set(spec.name, slot);
      return slot;
    },
    find: (name) => byName.get(name),
    spec: (slot) => specs[slot]!,
    use: (slot) => void used.add(slot),
    isUsed: (slot) => used.has(slot),
    read: (slot) => void read.add(slot),
    isRead: (slot) => read.has(slot),
  };
}

/** Final numbers of the slots in use: order of declaration, gaps closed. */
export interface AllocatedSlots {
  readonly slots: readonly SlotSpec[];
  readonly number: (provisional: Slot) => Slot | undefined;
}

export function allocateSlots(layout: Layout): AllocatedSlots {
  const numbers = new Map<Slot, Slot>();
  const slots: SlotSpec[] = [];
  for (const [provisional, spec] of layout.specs.entries()) {
    if (layout.isUsed(provisional)) numbers.set(provisional, slots.push(spec) - 1);
  }
  return { slots, number: (provisional) => numbers.get(provisional) };
}
