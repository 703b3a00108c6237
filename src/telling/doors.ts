import type { Expr, Op, Program, Slot } from '../engine/program.ts';
import type { SeatOrder } from '../engine/order.ts';
import { walkOps } from '../engine/walk-ops.ts';
import { slotsIn } from '../bundle/slots.ts';
import type { Teller } from './teller.ts';

export interface DoorModel {
  /** What stayed shut: title of a situation that never opened. */
  readonly situation: string;
  /** Title of the answer or act that opens it. */
  readonly opener: string;
  /** Title of the situation that the answer belongs to; empty for an act. */
  readonly at: string;
}

/** An order and what it sets going, now or later. */
interface Order {
  readonly situation?: string;
  readonly id: string;
  readonly ops: readonly Op[];
}

/** The ops of an order, and those of every timer that it starts. */
const withLater = (program: Program, ops: readonly Op[]): readonly Op[] => {
  const found: Op[] = [];
  const started = new Set<number>();
  const visit = (op: Op): void => {
    found.push(op);
    if (op.op !== 'timer' || started.has(op.timer)) return;
    started.add(op.timer);
    const timer = program.timers[op.timer];
    if (timer !== undefined) for (const later of [timer.during, timer.due]) walkOps(later, visit);
  };
  walkOps(ops, visit);
  return found;
};

/** What the orders of a game did not name. */
const leftOut = (program: Program, seat: number, given: readonly SeatOrder[]): readonly Order[] => [
  ...program.situations.flatMap(({ id: situation, options }, nth) =>
    options.flatMap(({ id, does }, i) =>
      given.some(({ answers }) => answers.some((each) => each.situation === nth && each.option === i))
        ? []
        : [{ situation, id, ops: withLater(program, does) }],
    ),
  ),
  ...program.acts.flatMap((act, i) =>
    act.seat !== seat || given.some(({ acts }) => acts.includes(i)) ? [] : [{ id: act.id, ops: withLater(program, act.does) }],
  ),
];

/** What must hold for a rule to open a situation, by situation: the conditions around each op that does. */
const conditionsOf = (program: Program): ReadonlyMap<number, readonly Expr[]> => {
  const found = new Map<number, Expr[]>();
  const visit = (ops: readonly Op[], above: readonly Expr[]): void => {
    for (const op of ops) {
      if (op.op === 'situation' && op.to === 'open') found.set(op.situation, [...(found.get(op.situation) ?? []), ...above]);
      else if (op.op === 'if') {
        visit(op.then, [...above, op.when]);
        visit(op.else, above);
      } else if (op.op === 'chance') {
        visit(op.then, above);
        visit(op.else, above);
      } else if (op.op === 'choose')
        for (const branch of op.from) visit(branch.does, branch.when === undefined ? above : [...above, branch.when]);
    }
  };
  const { reactions, drift, calendar } = program.phases;
  for (const ops of [reactions, drift, calendar]) visit(ops, []);
  return found;
};

const raises = (op: Op, slot: Slot): boolean => op.op === 'set' && op.slot === slot && op.to !== 0;

/** Doors that stayed shut, and what opens each: an order not given that opens it later, or raises what a rule waits for and nothing else raises. */
export const doorsOf = (teller: Teller, given: readonly SeatOrder[], most: number): readonly DoorModel[] => {
  const { program } = teller.bundle;
  const orders = leftOut(program, teller.seat, given);
  const conditions = conditionsOf(program);
  const own: Op[] = [];
  const { start, phases } = program;
  for (const ops of [start, phases.reactions, phases.drift, phases.calendar]) walkOps(ops, (op) => void own.push(op));
  const conduct = (slot: Slot): boolean =>
    !own.some((op) => raises(op, slot)) && orders.some(({ ops }) => ops.some((op) => raises(op, slot)));
  const found = program.situations.flatMap((spec, nth): DoorModel[] => {
    if (teller.read(spec.seen) > 0) return [];
    const slots = [...new Set((conditions.get(nth) ?? []).flatMap(slotsIn))].filter((slot) => conduct(slot) && teller.read(slot) === 0);
    const opener = orders.find(
      ({ situation, ops }) =>
        situation !== spec.id &&
        ops.some((op) => (op.op === 'situation' && op.to === 'open' && op.situation === nth) || slots.some((slot) => raises(op, slot))),
    );
    if (opener === undefined) return [];
    const { situation, id } = opener;
    return [
      {
        situation: teller.say(`situation.${spec.id}.title`),
        opener: teller.say(situation === undefined ? `act.${id}.title` : `situation.${situation}.option.${id}.title`),
        at: situation === undefined ? '' : teller.say(`situation.${situation}.title`),
      },
    ];
  });
  // Doors at which one stood come first: their opener could have been chosen in this very game.
  const stood = ({ at }: DoorModel): boolean =>
    at === '' || program.situations.some(({ id, seen }) => teller.read(seen) > 0 && teller.say(`situation.${id}.title`) === at);
  return [...found.filter(stood), ...found.filter((door) => !stood(door))].slice(0, most);
};
