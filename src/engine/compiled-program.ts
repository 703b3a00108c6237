import { compile, reads } from './expression.ts';
import type { CompiledExpr } from './expression.ts';
import { compileOps } from './op.ts';
import { newExecution } from './execution.ts';
import type { Execution, CompiledOps } from './execution.ts';
import { TURN } from './program.ts';
import { observationOf } from './sight.ts';
import type { Observation } from './sight.ts';
import type { ActSpec, Expr, OptionSpec, SourceRef, Program, SeatSpec, SituationSpec, Slot } from './program.ts';
import type { State } from './state.ts';
import { ticksOfTurns } from './tick.ts';
import { timerRun, type ReadyTimer, type TimerRun } from './timer.ts';

/** A program made ready to run: its ops and expressions as functions. */
export interface CompiledProgram {
  readonly program: Program;
  /** Hash of the canonical program, hex; '' when nobody gave one. */
  readonly hash: string;
  /** Turns in the calendar. */
  readonly turns: number;
  /** Ticks of each turn; undefined where each has one. */
  readonly ticks: readonly number[] | undefined;
  /** Slot that counts ticks. */
  readonly now: Slot;
  readonly seats: readonly ReadySeat[];
  readonly situations: readonly ReadySituation[];
  readonly acts: readonly ReadyAct[];
  readonly timers: readonly ReadyTimer[];
  /** Of `timers`, those that pass within a turn, and those that pass as a new one opens. */
  readonly inTurn: TimerRun;
  readonly atCalendar: TimerRun;
  /** Whether some policy moves late. */
  readonly answering: boolean;
  /** Every slot at its start value. */
  readonly blank: State;
  readonly start: CompiledOps | undefined;
  readonly reactions: CompiledOps | undefined;
  readonly drift: CompiledOps | undefined;
  readonly endings: CompiledOps | undefined;
  readonly calendar: CompiledOps | undefined;
  /** Reused by every step: steps never overlap. */
  readonly play: Execution;
  /** Where turns without a ledger are played, if the rules run only there; states are moved in and out. */
  readonly home?: State;
}

export interface ReadySeat {
  readonly spec: SeatSpec;
  /** Index in `Program.seats`. */
  readonly seat: number;
  /** Indices of its acts in `Program.acts`, in order. */
  readonly acts: readonly number[];
  /** Indices of its situations in `Program.situations`, in order. */
  readonly situations: readonly number[];
  readonly policy: ReadyPolicy | undefined;
}

export interface ReadyPolicy {
  readonly at: SourceRef;
  readonly site: number;
  readonly subject: number;
  readonly none: CompiledExpr;
  /** By act of the seat. */
  readonly weights: readonly CompiledExpr[];
  readonly mute: CompiledExpr | undefined;
  readonly late: boolean;
  /** Whether its moves say something about hidden causes. */
  readonly telling: boolean;
  readonly observed: Observation;
  /** Whether somebody does not see what it weighs. */
  readonly blurred: boolean;
  /** Moves (0: nothing, i: act i - 1 of the seat) whose weight or legality the causes can change. */
  readonly varying: readonly number[];
  /** Scratch: the weights of the moves. */
  readonly scratch: Int32Array;
  /** Fills `scratch` at once and gives the sum; undefined for a state it cannot read. */
  readonly weigh?: (s: State) => number | undefined;
}

export interface ReadyNeed {
  readonly at: SourceRef;
  readonly when: CompiledExpr;
}

export interface ReadyOption {
  readonly spec: OptionSpec;
  readonly needs: readonly ReadyNeed[];
  readonly cost: CompiledExpr;
  readonly does: CompiledOps | undefined;
}

export interface ReadySituation {
  readonly spec: SituationSpec;
  readonly options: readonly ReadyOption[];
}

export interface ReadyAct {
  readonly spec: ActSpec;
  readonly when: CompiledExpr;
  readonly needs: readonly ReadyNeed[];
  readonly cost: CompiledExpr;
  readonly does: CompiledOps | undefined;
}

/** Timers by when they pass. */
export const runsOf = (timers: readonly ReadyTimer[]): Pick<CompiledProgram, 'timers' | 'inTurn' | 'atCalendar'> => ({
  timers,
  inTurn: timerRun(timers.filter(({ spec }) => spec.phase === undefined)),
  atCalendar: timerRun(timers.filter(({ spec }) => spec.phase === 'calendar')),
});

/** Ops that are made ready when they first run: of the answers of a scenario one game gives few. */
function opsWhenRun(program: Program, list: Program['start']): CompiledOps | undefined {
  if (list.length === 0) return undefined;
  let run: CompiledOps | undefined;
  return (x) => {
    run ??= compileOps(program, list);
    run?.(x);
  };
}

/** Turns ops and expressions into functions, once. `hash`: the program's rules hash, for records. */
export function compileProgram(program: Program, hash = ''): CompiledProgram {
  const ops = (list: Program['start']): CompiledOps | undefined => opsWhenRun(program, list);
  const needs = (list: OptionSpec['needs']): ReadyNeed[] => list.map(({ at, when }) => ({ at, when: compile(program, when) }));
  const indices = (owners: readonly { readonly seat: number }[], seat: number): number[] =>
    owners.flatMap((owner, i) => (owner.seat === seat ? [i] : []));
  const timers = program.timers.map((spec) => ({ spec, during: ops(spec.during), due: ops(spec.due) }));
  return {
    program,
    hash,
    turns: program.calendar.segments.reduce((sum, segment) => sum + segment.turns, 0),
    ticks: program.tick === undefined ? undefined : ticksOfTurns(program.calendar),
    now: program.tick ?? TURN,
    seats: program.seats.map((spec, seat) => ({
      spec,
      seat,
      acts: indices(program.acts, seat),
      situations: indices(program.situations, seat),
      policy: readyPolicy(program, spec, indices(program.acts, seat)),
    })),
    situations: program.situations.map((spec) => ({
      spec,
      options: spec.options.map((option) => ({
        spec: option,
        needs: needs(option.needs),
        cost: compile(program, option.cost),
        does: ops(option.does),
      })),
    })),
    acts: program.acts.map((spec) => ({
      spec,
      when: compile(program, spec.when),
      needs: needs(spec.needs),
      cost: compile(program, spec.cost),
      does: ops(spec.does),
    })),
    ...runsOf(timers),
    answering: program.seats.some(({ policy }) => policy?.late === true),
    blank: Int32Array.from(program.slots, (slot) => slot.start),
    start: ops(program.start),
    reactions: ops(program.phases.reactions),
    drift: ops(program.phases.drift),
    endings: ops(program.phases.endings),
    calendar: ops(program.phases.calendar),
    play: newExecution(program),
  };
}

function readyPolicy(program: Program, { policy, budget }: SeatSpec, acts: readonly number[]): ReadyPolicy | undefined {
  if (policy === undefined) return undefined;
  const slots = new Set(policy.reveals.map((i) => program.hidden[i]!.slot));
  const varies = (expr: Expr): boolean => reads(expr, (slot) => slots.has(slot));
  const weighed = acts.map((act, i): readonly Expr[] => {
    const { when, needs, cost } = program.acts[act]!;
    return [policy.weights[i]!, when, cost, ...needs.map((need) => need.when)];
  });
  const varying = weighed.flatMap((exprs, i) => (exprs.some(varies) ? [i + 1] : []));
  const purse: readonly Expr[] = budget === undefined ? [] : [['slot', budget.slot]];
  const observed = observationOf(program, policy.reveals, [policy.none, ...weighed.flat(), ...purse], () => true);
  return {
    at: policy.at,
    site: policy.luck.site,
    subject: policy.luck.subject,
    none: compile(program, policy.none),
    weights: policy.weights.map((weight) => compile(program, weight)),
    mute: policy.mute === undefined ? undefined : compile(program, policy.mute),
    late: policy.late === true,
    telling: policy.reveals.length > 0,
    observed,
    blurred: [...observed.minds, ...(observed.lookers ?? [])].some(({ blur }) => blur !== undefined),
    varying: varies(policy.none) ? [0, ...varying] : varying,
    scratch: new Int32Array(acts.length + 1),
  };
}
