import fc from 'fast-check';
import type { ActSpec, BranchSpec, Expr, Luck, Op, Program, SlotSpec } from '../../src/engine/program.ts';
import { TURN } from '../../src/engine/program.ts';
import type { SeatOrder } from '../../src/engine/order.ts';
import type { Menu } from '../../src/engine/menu.ts';

/** Numbers to decide with, one after the other; zeros when they run out, so that what is built stays small. */
export type Tape = (below: number) => number;

const tapeOf = (numbers: readonly number[]): Tape => {
  let at = 0;
  return (below) => (numbers[at++] ?? 0) % below;
};

/** A tape for fast-check: shrinking it makes smaller programs. */
export const tapes = fc.array(fc.nat(1_000_000), { minLength: 400, maxLength: 2500, size: 'max' }).map(tapeOf);

/** Sites made up by the hundred; equal ones would share their luck, which is allowed. */
const luckFrom = (tape: Tape): Luck => ({ site: tape(500) * 7_654_321 + 1, subject: tape(3) });

const pickFrom = <T>(tape: Tape, from: readonly T[], otherwise: T): T => from[tape(from.length)] ?? otherwise;
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** A program that uses every op, timers of each kind, two hidden causes, reveals, a policy, situations, acts and rates. */
export function randomProgram(tape: Tape): Program {
  const slots: SlotSpec[] = [];
  const slot = (kind: SlotSpec['kind'], min: number, max: number, start: number): number =>
    slots.push({ name: `${kind}_${slots.length}`, min, max, start, kind, scale: 1 }) - 1;
  const turns = 4 + tape(6);
  const ticks = tape(2) === 0 ? undefined : times(turns, () => 1 + tape(4));
  const passed = ticks?.reduce((sum, each) => sum + each, 0) ?? turns;
  slot('system', 0, turns, 0);
  slot('system', 0, 3, 0);
  const tick = ticks === undefined ? {} : { tick: slot('system', 0, passed, 0) };
  const numbers = times(4 + tape(3), () => slot('number', 0 - tape(800), 100 + tape(900), tape(100)));
  const budget = slot('number', -2, 8, 4);
  const flags = times(3, () => slot('flag', 0, 1, 0));
  const lens = slot('stage', 0, 2, 0);
  const hidden = times(2, (i) => {
    const causes = 2 + tape(2);
    const first = 100_000 + tape(300_000);
    const priors = [first, ...times(causes - 2, () => 200_000)];
    const slotOfCause = slot('hidden', 0, causes - 1, 0);
    return {
      id: `hidden_${i}`,
      slot: slotOfCause,
      causes: times(causes, (c) => `cause_${c}`),
      priors: [...priors, 1_000_000 - priors.reduce((a, b) => a + b, 0)],
      beliefs: times(causes, () => slot('belief', 0, 1_000_000, 0)),
      luck: luckFrom(tape),
    };
  });
  const tables = hidden.map(({ causes }, i) => {
    const odds = causes.map(() => tape(900_000));
    return {
      id: `table_${i}`,
      hidden: i,
      slot: slot('stage', 0, 3, 0),
      signs: ['a', 'b', 'c'],
      odds: [odds, odds.map(() => 50_000), odds.map((p) => 950_000 - p)],
    };
  });
  const sign = tables.map((table) => table.slot);
  const timers = (['refresh', 'ignore', 'stack'] as const).map((again) => ({
    again,
    copies: times(again === 'stack' ? 2 : 1, () => ({ left: slot('timer', 0, 9, 0), origin: slot('timer', 0, passed, 0) })),
  }));
  const remainders = times(3, () => slot('remainder', 0, 999_999, 0));
  const system = (): number => slot('system', 0, 99, 0);
  const situationSlots = times(2, () => ({ status: system(), seen: system(), answer: system(), since: system() }));
  const doneSlots = times(6, () => system());
  const readable = [
    TURN,
    ...Object.values(tick),
    ...numbers,
    budget,
    ...flags,
    lens,
    ...sign,
    ...situationSlots.flatMap(Object.values<number>),
    ...doneSlots,
  ];
  const written = [...numbers, ...numbers, budget, ...flags];

  const leaf = (extra: readonly number[]): Expr =>
    tape(3) === 0 ? tape(400) - 200 : ['slot', pickFrom(tape, [...readable, ...extra], TURN)];
  const expr = (depth: number, extra: readonly number[] = []): Expr => {
    if (depth === 0) return leaf(extra);
    const sub = (): Expr => expr(depth - 1, extra);
    switch (tape(16)) {
      case 1:
        return ['+', sub(), sub()];
      case 2:
        return ['-', sub(), sub()];
      case 3:
        return ['*', sub(), tape(9) - 4];
      case 4:
        return ['div', sub(), 1 + tape(16), 0];
      case 5:
        return ['div', sub(), sub(), sub()];
      case 6:
        return ['mod', sub(), tape(2) === 0 ? 1 + tape(9) : sub(), 3];
      case 7:
        return [pickFrom(tape, ['min', 'max'] as const, 'min'), sub(), sub()];
      case 8:
        return [pickFrom(tape, ['<', '<=', '==', '!=', '>=', '>'] as const, '<'), sub(), sub()];
      case 9:
        return [pickFrom(tape, ['and', 'or'] as const, 'and'), sub(), sub()];
      case 10:
        return [pickFrom(tape, ['not', 'abs', 'neg'] as const, 'not'), sub()];
      case 11:
        return ['if', sub(), sub(), sub()];
      case 12:
        return ['curve', tape(2), sub()];
      case 13:
        return ['+', ['div', ['-', tape(500), leaf(extra)], 16, 0], ['div', ['-', leaf(extra), 300], 1 + tape(64), 0]];
      case 14:
        return ['*', leaf(extra), leaf(extra)];
      default:
        return leaf(extra);
    }
  };

  let place = 0;
  const at = (): number => place++;
  const reveals = (): number[] => (tape(2) === 0 ? [] : tape(2) === 0 ? [tape(2)] : [0, 1]);
  const causeSlots = (which: readonly number[]): number[] => which.flatMap((i) => times(4, () => hidden[i]?.slot ?? TURN));
  const ops = (depth: number): Op[] => times(tape(4), () => op(depth));
  const op = (depth: number): Op => {
    const target = pickFrom(tape, written, budget);
    switch (tape(depth === 0 ? 8 : 12)) {
      case 0:
      case 1:
        return {
          op: 'add',
          at: at(),
          slot: target,
          by: expr(2),
          ...(tape(2) === 0 ? {} : { spread: expr(tape(2)), luck: luckFrom(tape) }),
        };
      case 2:
        return { op: 'set', at: at(), slot: target, to: expr(2) };
      case 3:
        return {
          op: 'add',
          at: at(),
          slot: target,
          by: expr(1),
          ...(tape(2) === 0 ? {} : { spread: tape(20), luck: luckFrom(tape) }),
          rate: { num: 1 + tape(50), den: 1 + tape(400), remainder: pickFrom(tape, remainders, 0) },
        };
      case 4:
        return { op: 'toward', at: at(), slot: target, to: expr(1), ppm: tape(900_000), remainder: pickFrom(tape, remainders, 0) };
      case 5:
        return tape(2) === 0
          ? { op: 'signal', at: at(), table: tape(2), luck: luckFrom(tape) }
          : { op: 'cancel', at: at(), timer: tape(3) };
      case 6:
        return { op: 'timer', at: at(), timer: tape(3), turns: tape(2) === 0 ? tape(4) : expr(1) };
      case 7:
        return tape(8) === 0
          ? { op: 'end', at: at(), ending: tape(2) }
          : { op: 'situation', at: at(), situation: tape(2), to: tape(4) === 0 ? 'close' : 'open' };
      case 8:
        return { op: 'if', at: at(), when: expr(2), then: ops(depth - 1), else: tape(2) === 0 ? [] : ops(depth - 1) };
      case 9: {
        const known = reveals();
        const p: Expr = ['+', tape(700_000), ['*', expr(1, causeSlots(known)), tape(2000)]];
        return { op: 'chance', at: at(), p, luck: luckFrom(tape), then: ops(depth - 1), else: ops(depth - 1), reveals: known };
      }
      default: {
        const known = reveals();
        const mode = tape(2) === 0 ? 'weighted' : 'best';
        const from = times(1 + tape(4), (): BranchSpec => {
          const when: { when?: Expr } = tape(3) === 0 ? { when: expr(1, causeSlots(known)) } : {};
          const noise: { noise?: Expr } = tape(2) === 0 ? {} : { noise: tape(60) };
          return { at: at(), ...when, weight: expr(tape(3), causeSlots(known)), ...noise, does: ops(depth - 1) };
        });
        return { op: 'choose', at: at(), mode, luck: luckFrom(tape), from, reveals: known };
      }
    }
  };
  const some = (count: number): Op[] => times(count, () => op(2));
  const needs = (): { at: number; when: Expr }[] => times(tape(2), () => ({ at: at(), when: expr(1) }));

  const act = (seat: number, done: number): ActSpec => ({
    id: `act_${done}`,
    at: at(),
    seat,
    kind: 'move',
    about: [],
    when: tape(3) === 0 ? expr(1) : 1,
    needs: needs(),
    cost: tape(3) - 1,
    done,
    does: ops(2),
  });
  const policy = (weights: number): NonNullable<Program['seats'][number]['policy']> => {
    const known = reveals();
    const mute: { mute?: Expr } = tape(3) === 0 ? { mute: expr(1) } : {};
    return {
      at: at(),
      luck: luckFrom(tape),
      none: tape(300),
      weights: times(weights, () => expr(2, causeSlots(known))),
      reveals: known,
      ...mute,
      ...(tape(3) === 0 ? { late: true as const } : {}),
    };
  };
  return {
    format: 1,
    id: 'random',
    slots,
    setup: [
      { id: 'lens', kind: 'one', slots: [lens], options: ['a', 'b', 'c'], count: 1, preset: tape(3) },
      { id: 'charges', kind: 'some', slots: flags, options: ['x', 'y', 'z'], count: 1 + tape(2), preset: tape(3) },
    ],
    calendar: { start: '2000-01-01', segments: [{ id: 'all', turns, unit: 'month', ...(ticks === undefined ? {} : { ticks }) }] },
    ...tick,
    seats: [
      { id: 'person', budget: { slot: budget, floor: -2 }, maxActs: 1 + tape(2) },
      { id: 'power', maxActs: 1, policy: policy(3) },
      { id: 'other', maxActs: 1, policy: policy(0) },
    ],
    situations: situationSlots.map((own, i) => ({
      id: `situation_${i}`,
      at: at(),
      seat: 0,
      ...own,
      options: times(2 + tape(3), (o) => ({
        id: `option_${o}`,
        at: at(),
        stance: 'hedge' as const,
        about: [],
        needs: o === 0 ? [] : needs(),
        cost: o === 0 ? 0 : tape(3),
        does: ops(2),
      })),
    })),
    acts: doneSlots.map((done, i) => act(i < 3 ? 0 : 1, done)),
    timers: timers.map((timer, i) => ({
      ...{ id: `timer_${i}`, at: at(), ...timer },
      ...(tape(2) === 0 ? { phase: 'calendar' as const } : {}),
      during: ops(1),
      due: ops(2),
    })),
    hidden,
    tables,
    curves: [
      [-100, 50, 0, 300, -200, 1000],
      [0, 7, 5, 9],
    ],
    readings: [],
    charges: [],
    endings: [
      { id: 'time', early: false },
      { id: 'early', early: true },
    ],
    start: some(tape(3)),
    phases: { reactions: some(tape(4)), drift: some(1 + tape(6)), endings: some(tape(2)), calendar: some(1 + tape(3)) },
  };
}

/** An order from a menu: mostly legal, now and then not. */
export function randomOrder(tape: Tape, menu: Menu): SeatOrder {
  const answers = menu.situations
    .filter(() => tape(4) !== 0)
    .map(({ situation, options }) => ({ situation, option: tape(options.length + (tape(10) === 0 ? 1 : 0)) }));
  const acts = menu.acts.filter(() => tape(2) === 0).map(({ act }) => act);
  return { answers: tape(2) === 0 ? answers : answers.reverse(), acts: tape(2) === 0 ? acts : acts.reverse() };
}

/** An order that the menu allows. */
export function legalOrder(tape: Tape, menu: Menu): SeatOrder {
  const answers = menu.situations.flatMap(({ situation, options }) => {
    const legal = options.filter((option) => option.legal);
    const chosen = legal[tape(legal.length + 1)];
    return chosen === undefined ? [] : [{ situation, option: chosen.option }];
  });
  const acts = menu.acts.filter(({ legal }) => legal && tape(2) === 0).map(({ act }) => act);
  return { answers, acts: (tape(2) === 0 ? acts : acts.reverse()).slice(0, menu.maxActs) };
}
