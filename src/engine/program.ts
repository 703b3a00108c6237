/**
 * A compiled scenario: everything that decides what happens, and no prose. Plain JSON, frozen once opened.
 * Whoever holds a `Program` may trust it: the compiler in `src/scenario` (or `openProgram`, for one read from outside)
 * has checked every index, type and bound. Two programs with the same canonical JSON are the same rules.
 */
export interface Program {
  readonly format: 1;
  /** Scenario id, e.g. `two-doors`. */
  readonly id: string;
  /** The layout of the state: slot i of the `Int32Array` is described by entry i. */
  readonly slots: readonly SlotSpec[];
  /** What is chosen before the first turn, in the order in which a record stores it. */
  readonly setup: readonly SetupSpec[];
  readonly calendar: CalendarSpec;
  /** Counts the ticks that have passed (see `CalendarSpec`). Absent where every turn is one tick: the turn then counts them. */
  readonly tick?: Slot;
  /** Who may order, in the order in which simultaneous orders apply. */
  readonly seats: readonly SeatSpec[];
  /** Eyes that do not all see alike: ids of seats, `seat/chair`, and `table` (what is public). Absent where all eyes see the same. */
  readonly eyes?: readonly string[];
  /** Eyes (indices) that hold odds of their own about what is hidden, no eye twice; the others share those of `HiddenSpec.beliefs`. */
  readonly minds?: readonly (readonly number[])[];
  readonly situations: readonly SituationSpec[];
  readonly acts: readonly ActSpec[];
  readonly timers: readonly TimerSpec[];
  readonly hidden: readonly HiddenSpec[];
  readonly tables: readonly SignTableSpec[];
  /** Each [x0, step, y0, y1, ...]: y at x0, x0 + step, ... ; linear between (rounded down), flat outside. */
  readonly curves: readonly (readonly number[])[];
  /** Slots of the readings, in display order. */
  readonly readings: readonly { readonly id: string; readonly slot: number }[];
  readonly charges: readonly ChargeSpec[];
  readonly endings: readonly EndingSpec[];
  /** Run once, at turn 0, after set-up values and hidden causes are in place. */
  readonly start: readonly Op[];
  readonly phases: Phases;
}

/**
 * Lists of ops, run in this order every tick, in the first tick of a turn after the orders: reactions, timers that fall due, drift,
 * endings. After the last tick `turn` rises by one and the calendar opens what the next turn holds.
 */
export interface Phases {
  readonly reactions: readonly Op[];
  readonly drift: readonly Op[];
  readonly endings: readonly Op[];
  readonly calendar: readonly Op[];
}

/** Slots every program begins with. */
export const TURN = 0;
/** 0 while the game runs; ending index + 1 afterwards. */
export const ENDING = 1;
export const FIRST_FREE_SLOT = 2;

export interface SlotSpec {
  /** Dotted snake_case, unique: `face.home`, `situation.lights.status`. */
  readonly name: string;
  /** Inclusive bounds; every write is clamped to them. */
  readonly min: number;
  readonly max: number;
  /** Value before set-up and `start` ops. */
  readonly start: number;
  /** `hidden` slots never reach a view. `system` slots are the engine's own bookkeeping and public. */
  readonly kind: 'number' | 'flag' | 'stage' | 'hidden' | 'belief' | 'timer' | 'remainder' | 'system';
  /** Units per whole: 1000 for per mille, 1 for counts, 1000000 for parts per million. */
  readonly scale: number;
  /** Names of the values of a `stage` or `hidden` slot, from 0. */
  readonly stages?: readonly string[];
  /** Eyes (indices in `Program.eyes`) that see it. Absent: all do; of a `hidden` slot: none does. */
  readonly sees?: readonly number[];
  /** What those take it for who do not see it. Absent: its `start`. */
  readonly guess?: GuessSpec;
}

/** A guess reads only slots that all eyes see: `value` in ppm for a flag, else the value, give or take `spread` (uniform). */
export interface GuessSpec {
  readonly value: Expr;
  readonly spread?: Expr;
  readonly luck: Luck;
}

/** Index into `Program.slots`. */
export type Slot = number;
/** Index into the catalogue of places: which line of which file an op came from. Unique per op; not part of the rules hash. */
export type SourceRef = number;
/** FNV-1a of `owner/luck-key`: the identity of a chance. */
export type DrawId = number;

/**
 * Integer expressions; booleans are 0 and 1. A bare number is itself; a bare string never occurs.
 * `['div', a, b, z]` rounds towards minus infinity and gives z where b is 0; `mod` likewise (result has b's sign).
 * `['curve', i, x]` reads table i at x, linearly between points (see `curve.ts`).
 */
export type Expr =
  | number
  | readonly ['slot', Slot]
  | readonly ['+' | '-' | '*' | 'min' | 'max' | '<' | '<=' | '==' | '!=' | '>=' | '>' | 'and' | 'or', Expr, Expr]
  | readonly ['div' | 'mod', Expr, Expr, Expr]
  | readonly ['not' | 'abs' | 'neg', Expr]
  | readonly ['if', Expr, Expr, Expr]
  | readonly ['curve', number, Expr];

/** A uniform draw keyed by site and subject. `subject` tells apart draws that share a site (0 unless the author says). */
export interface Luck {
  readonly site: DrawId;
  readonly subject: number;
}

/** Exact change of time unit: amounts are multiplied by num/den and what does not divide waits in the remainder slot. */
export interface RateSpec {
  readonly num: number;
  readonly den: number;
  readonly remainder: Slot;
}

/** The closed vocabulary: the only way state changes. `at` is the op's place in the source. */
export type Op =
  | { readonly op: 'set'; readonly at: SourceRef; readonly slot: Slot; readonly to: Expr }
  /** slot += by (+ a whole number from -spread to +spread, uniform). */
  | {
      readonly op: 'add';
      readonly at: SourceRef;
      readonly slot: Slot;
      readonly by: Expr;
      readonly spread?: Expr;
      readonly luck?: Luck;
      readonly rate?: RateSpec;
    }
  /** slot moves towards `to` by `ppm` parts per million of the distance; the fraction waits in `remainder`. */
  | {
      readonly op: 'toward';
      readonly at: SourceRef;
      readonly slot: Slot;
      readonly to: Expr;
      readonly ppm: Expr;
      readonly remainder: Slot;
    }
  | { readonly op: 'if'; readonly at: SourceRef; readonly when: Expr; readonly then: readonly Op[]; readonly else: readonly Op[] }
  /** `p` in parts per million, clamped to 0..1,000,000. */
  | {
      readonly op: 'chance';
      readonly at: SourceRef;
      readonly p: Expr;
      readonly luck: Luck;
      readonly then: readonly Op[];
      readonly else: readonly Op[];
      /** Hidden causes (indices) that shape `p`: the outcome is an observation and updates their odds. */
      readonly reveals: readonly number[];
    }
  /**
   * Exactly one branch with `when` true runs (none if there is none). `weighted`: with probability weight / sum of weights
   * (negative weights count as 0; all 0: the first open one). `best`: highest weight + draw of 0..noise, subject = branch index, first on a tie.
   */
  | {
      readonly op: 'choose';
      readonly at: SourceRef;
      readonly mode: 'weighted' | 'best';
      readonly luck: Luck;
      readonly from: readonly BranchSpec[];
      readonly reveals: readonly number[];
    }
  /** Draws a sign from a table given the true cause, writes it (sign index + 1) into the table's slot, updates the odds. */
  | { readonly op: 'signal'; readonly at: SourceRef; readonly table: number; readonly luck: Luck }
  /** `turns` ticks from now (at least 1) the timer's ops run. */
  | { readonly op: 'timer'; readonly at: SourceRef; readonly timer: number; readonly turns: Expr }
  | { readonly op: 'cancel'; readonly at: SourceRef; readonly timer: number }
  | { readonly op: 'situation'; readonly at: SourceRef; readonly situation: number; readonly to: 'open' | 'close' }
  | { readonly op: 'end'; readonly at: SourceRef; readonly ending: number };

export type OpName = Op['op'];

export interface BranchSpec {
  readonly at: SourceRef;
  readonly when?: Expr;
  readonly weight: Expr;
  /** Only in `best`. */
  readonly noise?: Expr;
  readonly does: readonly Op[];
}

export interface SetupSpec {
  readonly id: string;
  /** `one`: one of the values goes into `slots[0]`. `some`: exactly `count` of the flags in `slots` are raised. */
  readonly kind: 'one' | 'some';
  readonly slots: readonly Slot[];
  /** Names, same length as stages (`one`) or slots (`some`). */
  readonly options: readonly string[];
  readonly count: number;
  /** Index chosen when the record says nothing (`one`), or the first `count` flags from here (`some`). */
  readonly preset: number;
}

export interface CalendarSpec {
  /** Day 0, ISO date. The engine never reads it; dates are for eyes. */
  readonly start: string;
  /** Consecutive stretches of turns; a stretch with `dates` names each turn's day. */
  readonly segments: readonly {
    readonly id: string;
    readonly turns: number;
    readonly unit: 'day' | 'week' | 'half_month' | 'month' | 'quarter' | 'year' | 'event';
    readonly dates?: readonly string[];
    /**
     * Ticks of each turn, from 1: how often policies, reactions, timers, drift and endings run in it. Orders and calendar come once a turn.
     * Absent: one each.
     */
    readonly ticks?: readonly number[];
  }[];
}

export interface SeatSpec {
  /** Power id. */
  readonly id: string;
  /** What orders cost and how far it may be overdrawn. */
  readonly budget?: { readonly slot: Slot; readonly floor: number };
  /** Acts one order may name. */
  readonly maxActs: number;
  /** How the seat moves when nobody orders for it: a weighted choice over its acts and over doing nothing. */
  readonly policy?: {
    readonly at: SourceRef;
    readonly luck: Luck;
    readonly none: Expr;
    /** Weight of each act, in the order of `acts` of this seat. */
    readonly weights: readonly Expr[];
    readonly reveals: readonly number[];
    /** It moves after the orders and reactions of a tick, and so can answer them; otherwise it chooses as everyone does, before any order applies. */
    readonly late?: boolean;
    /** A move that happens while this is true was not announced: its odds are kept from signals. */
    readonly mute?: Expr;
  };
}

/** Id of a stance: what an option or act is, for those who count and those who look. The engine never asks. */
export type Stance = string;

export interface SituationSpec {
  readonly id: string;
  readonly at: SourceRef;
  /** Seat index that must answer. */
  readonly seat: number;
  /** 0 never or closed, 1 open. */
  readonly status: Slot;
  /** Times opened. */
  readonly seen: Slot;
  /** Last answer: option index + 1, 0 for none. */
  readonly answer: Slot;
  /** Tick on which it was last opened. */
  readonly since: Slot;
  readonly options: readonly OptionSpec[];
}

export interface OptionSpec {
  readonly id: string;
  readonly at: SourceRef;
  readonly stance: Stance;
  /** Power ids concerned. */
  readonly about: readonly string[];
  /** Conditions, all of which must hold; the place of the first that fails explains why not. */
  readonly needs: readonly { readonly at: SourceRef; readonly when: Expr }[];
  readonly cost: Expr;
  readonly does: readonly Op[];
}

export interface ActSpec {
  readonly id: string;
  readonly at: SourceRef;
  readonly seat: number;
  readonly kind: 'initiative' | 'project' | 'move';
  readonly stance?: Stance;
  readonly about: readonly string[];
  /** Not even shown unless this holds. */
  readonly when: Expr;
  readonly needs: readonly { readonly at: SourceRef; readonly when: Expr }[];
  readonly cost: Expr;
  /** Times done. */
  readonly done: Slot;
  readonly does: readonly Op[];
}

export interface TimerSpec {
  readonly id: string;
  readonly at: SourceRef;
  /** `refresh`: one running copy, restarted. `ignore`: a second start does nothing. `stack`: up to slots.length copies. */
  readonly again: 'refresh' | 'ignore' | 'stack';
  /**
   * When it passes. Absent: within a turn, after the reactions, and what was started on turn t falls due at the end of turn t + n. `calendar`:
   * as a new turn opens, before its calendar, so that what was started on turn t has fallen due when turn t + n is looked at.
   */
  readonly phase?: 'calendar';
  /** Per copy: turns left (0 idle) and the turn it was started on. */
  readonly copies: readonly { readonly left: Slot; readonly origin: Slot }[];
  /** Run every turn while it runs, before it may fall due. */
  readonly during: readonly Op[];
  readonly due: readonly Op[];
}

export interface HiddenSpec {
  readonly id: string;
  /** Holds the index of the true cause. */
  readonly slot: Slot;
  readonly causes: readonly string[];
  /** Parts per million, summing to 1,000,000. */
  readonly priors: readonly number[];
  /** Odds held by the viewer, parts per million, one slot per cause, always summing to 1,000,000. */
  readonly beliefs: readonly Slot[];
  /** By `Program.minds`: the odds each begins with, and where it holds them. */
  readonly minds?: readonly { readonly priors: readonly number[]; readonly beliefs: readonly Slot[] }[];
  readonly luck: Luck;
}

/** P(sign | cause). Rows are signs, silence among them; columns are causes; each column sums to 1,000,000. */
export interface SignTableSpec {
  readonly id: string;
  readonly hidden: number;
  readonly slot: Slot;
  readonly signs: readonly string[];
  readonly odds: readonly (readonly number[])[];
}

export interface ChargeSpec {
  readonly id: string;
  /** Flag: this charge is one of the player's. */
  readonly taken: Slot;
  readonly met: Expr;
  readonly partly: Expr;
}

export interface EndingSpec {
  readonly id: string;
  /** Ended before its time: a loss with its own warning. */
  readonly early: boolean;
}
