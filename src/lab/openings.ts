import type { CompiledProgram } from '../engine/compiled-program.ts';
import { TURN } from '../engine/program.ts';
import type { Expr, Op, Program } from '../engine/program.ts';
import type { State } from '../engine/state.ts';
import { slotsIn } from '../bundle/slots.ts';

/** Turns, both included, on which the calendar opens a situation whatever was done. */
interface Date {
  readonly from: number;
  readonly to: number;
  /** Only if it has never been open. */
  readonly once: boolean;
}

type Window = readonly [from: number, to: number];

/** A window of so many turns or fewer is a date, whatever else is asked. */
const DATE = 3;

/** The turns that a condition allows, of those given; it may allow fewer. */
const narrowed = (when: Expr, [from, to]: Window): Window => {
  if (typeof when === 'number') return [from, to];
  if (when[0] === 'and') return narrowed(when[2], narrowed(when[1], [from, to]));
  const [name, left, right] = when;
  if (!Array.isArray(left) || left[0] !== 'slot' || left[1] !== TURN || typeof right !== 'number') return [from, to];
  switch (name) {
    case '==':
      return [Math.max(from, right), Math.min(to, right)];
    case '>=':
      return [Math.max(from, right), to];
    case '>':
      return [Math.max(from, right + 1), to];
    case '<=':
      return [from, Math.min(to, right)];
    case '<':
      return [from, Math.min(to, right - 1)];
    default:
      return [from, to];
  }
};

/**
 * By situation: the dates on which the calendar opens it. Opened on a date is what comes within three turns, or from a turn on as soon
 * as nothing else stands open.
 */
export const datesOf = (program: Program): readonly (readonly Date[])[] => {
  const dates = program.situations.map((): Date[] => []);
  const desk = new Set([TURN, ...program.situations.map(({ status }) => status), ...(program.tick === undefined ? [] : [program.tick])]);
  const opens = (situation: number, conditions: readonly Expr[]): void => {
    const { seen } = program.situations[situation]!;
    const [from, to] = conditions.reduce<Window>((window, when) => narrowed(when, window), [0, Infinity]);
    const slots = new Set(conditions.flatMap(slotsIn));
    const isDue = from > 0 && [...slots].every((slot) => desk.has(slot) || slot === seen);
    if (to - from < DATE || isDue) dates[situation]!.push({ from, to, once: slots.has(seen) });
  };
  const visit = (ops: readonly Op[], conditions: readonly Expr[]): void => {
    for (const op of ops) {
      if (op.op === 'situation' && op.to === 'open') opens(op.situation, conditions);
      if (op.op === 'if') {
        visit(op.then, [...conditions, op.when]);
        visit(op.else, [...conditions, ['not', op.when]]);
      } else if (op.op === 'chance') {
        for (const ops of [op.then, op.else]) visit(ops, [...conditions, op.p]);
      } else if (op.op === 'choose') {
        for (const { when = 1, weight, does } of op.from) visit(does, [...conditions, when, ['>', weight, 0]]);
      }
    }
  };
  visit(program.start, [['==', ['slot', TURN], 0]]);
  visit(program.phases.calendar, []);
  return dates;
};

/** A situation that came to stand open, and the turn on which it was there. */
export interface Opening {
  readonly situation: number;
  readonly turn: number;
  readonly dated: boolean;
}

/** Looks at one game as it is played: which situations opened since the last look. */
export const watchOpenings = ({ program }: CompiledProgram, dates: ReturnType<typeof datesOf>) => {
  const before = program.situations.map(() => 0);
  return (state: State): readonly Opening[] =>
    program.situations.flatMap(({ seen }, situation) => {
      const times = state[seen]!;
      if (times === before[situation]) return [];
      before[situation] = times;
      const turn = state[TURN]!;
      const dated = dates[situation]!.some(({ from, to, once }) => turn >= from && turn <= to && (!once || times === 1));
      return [{ situation, turn, dated }];
    });
};
