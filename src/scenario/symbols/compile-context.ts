import type { Expr, Op, Slot, SourceRef } from '../../engine/program.ts';
import type { Calendar } from './calendar.ts';
import type { Item, Items } from '../schema/compose.ts';
import type { Meaning } from './meaning.ts';
import type { Layout } from './layout.ts';
import type { Problem, ProblemCode } from '../problem/problem.ts';
import type { Scope } from './scope.ts';
import type { ScenarioSource, Shaped } from '../schema/schema.ts';
import type { DrawIds } from './draw-ids.ts';
import type { Parse } from '../syntax/parse-expression.ts';
import type { SourceInfo } from '../../bundle/bundle.ts';
import type { Position, Trace } from '../syntax/trace.ts';

/** A variable, flag, charge or set-up choice that ops may write. */
export interface Variable {
  readonly slot: Slot;
  readonly type: 'int' | 'bool';
  /** The stages it counts, joined: variables with the same stages can be compared. */
  readonly of?: string;
}

export interface HiddenDraft {
  readonly id: string;
  readonly index: number;
  readonly slot: Slot;
  readonly causes: readonly string[];
  /** Parts per million. */
  readonly priors: readonly number[];
  readonly beliefs: readonly Slot[];
}

export interface TableDraft {
  readonly id: string;
  readonly index: number;
  readonly hidden: HiddenDraft;
  readonly slot: Slot;
  readonly signs: readonly string[];
  /** Parts per million, by sign, then by cause. */
  readonly odds: readonly (readonly number[])[];
}

export interface SituationDraft {
  readonly item: Item<Shaped<'situations'>>;
  readonly index: number;
  readonly status: Slot;
  readonly seen: Slot;
  readonly answer: Slot;
  readonly since: Slot;
  /** Option index + 1 that the situation came back after; 0 when it opened afresh. */
  readonly returned: Slot;
}

export interface ActDraft {
  readonly item: Item<Shaped<'acts'>>;
  readonly seat: string;
  readonly done: Slot;
  /** Marked as offered this stop. */
  readonly offered: Slot;
  /** Turn from which it can be done again. */
  readonly ready: Slot;
}

export interface TimerDraft {
  readonly id: string;
  readonly index: number;
  readonly again: 'refresh' | 'ignore' | 'stack';
  /** `calendar`: it passes as a new turn opens. */
  readonly phase?: 'calendar';
  readonly copies: readonly { readonly left: Slot; readonly origin: Slot }[];
  readonly at: number;
  /** What it does, as one text with everything filled in: two places that start one timer must agree. */
  readonly text: string;
  during: readonly Op[];
  due: readonly Op[];
}

/** All that a compilation knows and collects. */
export interface CompileContext {
  readonly trace: Trace;
  readonly parse: Parse;
  readonly report: (problem: Problem) => void;
  readonly scenario: ScenarioSource;
  readonly items: Items;
  /** Files of the scenario itself, not of the folders it uses. */
  readonly ownFiles: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  readonly broken: ReadonlySet<string>;
  readonly calendar: Calendar;
  readonly layout: Layout;
  /** Options and acts by their code, from 1: what powers hear of and answer. `situation/option`, or the id of an act. */
  readonly addressed: string[];
  /** Ops that run after the reactions, so that policies need not work out the same thing for every move. */
  readonly prepared: Op[];
  /** Slots that some expression names, of a rule or of a text. */
  readonly named: Set<Slot>;
  /** Played by people; the first is whose capital and situations these are. */
  readonly played: readonly string[];
  readonly seats: readonly string[];
  readonly variables: ReadonlyMap<string, Variable>;
  /** Names that stand for a number: `rung.contact`, `purpose.probe`, `sign.conduct.rotate`. */
  readonly constants: ReadonlyMap<string, Meaning>;
  readonly hidden: ReadonlyMap<string, HiddenDraft>;
  readonly tables: ReadonlyMap<string, TableDraft>;
  readonly situations: ReadonlyMap<string, SituationDraft>;
  readonly acts: ReadonlyMap<string, ActDraft>;
  readonly endings: readonly string[];
  readonly curves: (readonly number[])[];
  readonly curveNumbers: Map<string, number>;
  readonly timers: Map<string, TimerDraft>;
  /** Timers started before they are defined, by a number below 0. */
  readonly lateTimers: Map<number, string>;
  /** Ids made up for timers without one, by what surrounds the op, then by op. */
  readonly timerIds: Map<string, Map<object, string>>;
  /** Slots that stand for something worked out once everything is known: turns left of a timer, situations open. */
  readonly late: Map<Slot, () => Expr>;
  /** Timers that were named before or without a definition, and what to do if none follows. */
  readonly timerMentions: Map<string, { readonly slot: Slot; readonly complain: (() => void)[] }>;
  readonly places: SourceInfo[];
  readonly sites: DrawIds;
  /** Places of each named chance, `owner/luck`: for the texts that tell its odds. */
  readonly chances: Map<string, SourceRef[]>;
  /** Changes of numbers that are shown, by their item: those that give no reason. */
  readonly unreasoned: Map<string, { readonly at: Position; readonly names: Set<string> }>;
  /** What the rules reach; sets grow while they are read. */
  readonly reached: {
    readonly situations: Set<string>;
    readonly endings: Set<number>;
    readonly hidden: Set<number>;
    readonly tables: Set<number>;
    readonly procedures: Set<string>;
    readonly decks: Set<string>;
  };
  /** Whether some op marks acts as offered: acts then wait for it. */
  readonly offers: boolean;
  /** `rules` while rules are compiled; `eyes` once only texts and the chart are left, which may not add to the rules. */
  mode: 'rules' | 'eyes';
  /** Ops written out so far; there is a limit. */
  written: number;
  readonly lowerOps: (work: CompileContext, ops: readonly unknown[], scope: Scope) => readonly Op[];
}

/** Whether an item was read but is not here: left out on purpose, or wrong in itself. */
export const isMissing = (work: CompileContext, kind: string, id: string): boolean =>
  work.gone.has(`${kind}.${id}`) || work.broken.has(`${kind}.${id}`);

/** Reports a problem at a position. */
export function complain(work: CompileContext, code: ProblemCode, message: string, at: Position, suggestion?: string): void {
  const hint = typeof suggestion === 'string' ? { suggestion } : {};
  work.report({ code, message, file: at.file, line: at.line, column: at.column, ...hint });
}
