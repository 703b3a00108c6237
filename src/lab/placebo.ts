import type { Catalogue } from '../bundle/bundle.ts';
import { bounded } from '../engine/arith.ts';
import { draw, siteOf, type Key } from '../engine/chance.ts';
import type { Op, OptionSpec, Program, Slot } from '../engine/program.ts';
import { walkOps } from '../engine/walk-ops.ts';

const SITE = siteOf('lab/placebo');

/** Slots that the reactions copy what a power has heard of from: who writes there says to whom something is aimed. */
const aimSlots = ({ phases }: Program, powers: Catalogue['powers']): ReadonlySet<Slot> => {
  const heard = new Set(powers.flatMap((power) => (power.heard === undefined ? [] : [power.heard.act])));
  const slots = new Set<Slot>();
  walkOps(phases.reactions, (op) => {
    if (op.op === 'set' && heard.has(op.slot) && typeof op.to !== 'number' && op.to[0] === 'slot') slots.add(op.to[1]);
  });
  return slots;
};

const aimsIn =
  (slots: ReadonlySet<Slot>) =>
  (op: Op): boolean => {
    let aims = false;
    walkOps([op], (each) => {
      if (each.op === 'set' && slots.has(each.slot)) aims = true;
    });
    return aims;
  };

/**
 * The same rules, but powers hear of each answer what belongs to another, drawn by `key`: a table from acts to answers that means nothing.
 * All else that an answer does stays its own. The slots are the same, so that a state of the one is a state of the other.
 */
export const withShuffledAims = (program: Program, powers: Catalogue['powers'], key: Key): Program => {
  const aims = aimsIn(aimSlots(program, powers));
  const aiming = ({ does }: OptionSpec): boolean => does.some(aims);
  const left = program.situations.flatMap(({ options }) => options.filter(aiming).map(({ does }) => does.filter(aims)));
  let nth = 0;
  const shuffled = (option: OptionSpec): OptionSpec =>
    aiming(option)
      ? {
          ...option,
          does: [...left.splice(bounded(draw(key, 0, SITE, nth++, 0), left.length), 1)[0]!, ...option.does.filter((op) => !aims(op))],
        }
      : option;
  return { ...program, situations: program.situations.map((each) => ({ ...each, options: each.options.map(shuffled) })) };
};
