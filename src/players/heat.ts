import type { Op } from '../engine/program.ts';
import type { Catalogue } from '../bundle/bundle.ts';
import type { View } from '../engine/view.ts';

export type Ladder = NonNullable<Catalogue['ladder']>;

/**
 * How much an option or act heats the ladder by itself: steps of face and rungs it adds, less those it takes away, whatever luck
 * adds to that. What a careful reader of its line would know.
 */
export const heatOf = (ops: readonly Op[], { rung, faces }: Ladder): number => {
  const hot = new Set([rung, ...faces.map(({ slot }) => slot)]);
  const sum = (list: readonly Op[]): number =>
    list.reduce((total, op) => {
      if (op.op === 'add' && hot.has(op.slot) && typeof op.by === 'number') return total + op.by;
      return op.op === 'if' ? total + sum(op.then) : total;
    }, 0);
  return sum(ops);
};

/** 0 while the ladder stands in its lower third, 1 from there on, 2 from its middle on. */
export const dangerOf = (view: View, highest: number, { rung }: Ladder): number => {
  const stands = view[rung]!;
  return stands * 2 > highest ? 2 : stands * 3 > highest ? 1 : 0;
};
