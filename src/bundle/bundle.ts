import type { Expr, Program, Slot, Stance } from '../engine/program.ts';

/** All of a compiled scenario, as the build writes it and the desk, the command line and the lab read it. */
export interface Bundle {
  readonly program: Program;
  /** SHA-256 of the canonical program, hex. */
  readonly rulesHash: string;
  readonly catalogue: Catalogue;
}

/** A bundled scenario in the list on the first screen; `title` for each of its locales. */
export interface ScenarioHeading {
  readonly id: string;
  readonly title: Readonly<Partial<Record<Locale, string>>>;
  readonly turns: number;
  /** Unit of the first stretch of the calendar: `week`, `month` ... */
  readonly turnLength: string;
  /** ISO date. */
  readonly start: string;
  readonly minutes: number;
  readonly rulesHash: string;
}

export type Locale = 'en' | 'vi';

/**
 * What eyes need beside the rules; no words. Words are in `Prose`, one per locale, under dotted keys:
 *
 * scenario.title .premise .role .minutes .place_note        power.<id>.name .capital .about .goal.<n> .line.<n>
 * reading.<id>.name .about                                  viewpoint.<id>.name .about
 * variable.<name>.name, stage.<name>.<stage>                 cause.<hidden>.name, cause.<hidden>.<cause>
 * situation.<id>.title .brief .hook .tap                     situation.<id>.view.<viewpoint>
 * situation.<id>.option.<option>.title .line .tail .outcome  .not (why not, by need: .not.<n>)
 * act.<id>.title .line .done .reason .not.<n>                sign.<table>.<sign>
 * charge.<id>.title .line .told                              ending.<id>.title .text.<n>
 * warning.<id>.text                                          because.<id>
 * rule.<id>.title                                            setup.<id>.title, setup.<id>.<option>.title .line
 * name.<id> .short .note                                     claim.<id>, article.<id>.title .by .where
 * news.<id>                                                 principle.<id>.title .about, chapter.<id>.title .text
 *
 * Numbers count from 0: `.goal.0`, `.text.0`. Needs that the compiler adds have no words: their place is of kind `gone`
 * (an option that a situation came back without; not shown) or `project_slot` (no slot is free).
 */
export interface Catalogue {
  readonly id: string;
  readonly locales: readonly Locale[];
  readonly minutes: number;
  /** By `Place`. */
  readonly places: readonly SourceInfo[];
  readonly situations: readonly SituationInfo[];
  readonly acts: readonly ActInfo[];
  readonly powers: readonly PowerInfo[];
  readonly viewpoints: readonly { readonly id: string; readonly support: Slot }[];
  readonly principles: readonly PrincipleInfo[];
  readonly variables: readonly VariableInfo[];
  readonly ladder?: LadderInfo;
  readonly capital?: { readonly slot: Slot; readonly max: number };
  readonly projects?: { readonly free: Slot; readonly max: number };
  readonly charges: readonly { readonly id: string; readonly tension: readonly string[] }[];
  readonly endings: readonly EndingInfo[];
  readonly warnings: readonly { readonly id: string; readonly ending: string; readonly when: Expr }[];
  /** Decision stop (from 1) at which a part of the desk first appears. */
  readonly teaching: { readonly signals: number; readonly ranges: number; readonly acts: number; readonly tap: number };
  /** Slot that counts decision stops. */
  readonly stops?: Slot;
  readonly chart: ChartInfo;
  readonly claims: readonly ClaimInfo[];
  readonly articles: readonly { readonly id: string; readonly date: string; readonly paragraphs: number }[];
  /** Acts of the drama, by first turn. */
  readonly chapters: readonly { readonly id: string; readonly turn: number }[];
  readonly news: readonly { readonly id: string; readonly when: Expr }[];
}

/** Which line of which file an op came from and what stands behind it. */
export interface SourceInfo {
  readonly file: string;
  readonly line: number;
  /** `situation`, `option`, `act`, `rule`, `timer`, `policy`, `hidden`, `start`, `need`, `branch` ... */
  readonly kind: string;
  /** Prose key of the owner's title, e.g. `situation.lights.option.hold.title`, `rule.pressure_drift.title`. */
  readonly owner: string;
  /** Prose key of the reason (`because.<id>`), when the author gave one. */
  readonly because?: string;
  readonly claims: readonly string[];
  /** `design`: invented for the game. */
  readonly design: boolean;
  /** Name of the luck key, for review and `check`. */
  readonly luck?: string;
}

/** One field of many things: each different value once, and which one each thing has. */
export interface Column<T> {
  readonly values: readonly T[];
  readonly index: readonly number[];
}

/** The places of a catalogue, field by field, as they are sent. */
export type PackedPlaces = { readonly [K in keyof Required<SourceInfo>]: Column<SourceInfo[K]> };

export interface SituationInfo {
  readonly id: string;
  readonly claims: readonly string[];
  readonly deck: string | undefined;
  /** Viewpoint ids with a line, in display order. */
  readonly views: readonly { readonly viewpoint: string; readonly stance: Stance; readonly option?: string }[];
  /** Prediction tap: the event is `rises` being higher `turns` later than now. */
  readonly tap?: { readonly rises: Expr; readonly turns: number };
  readonly options: readonly OptionInfo[];
  readonly place?: string;
}

export interface OptionInfo {
  readonly id: string;
  readonly claims: readonly string[];
  /** True where the article says what Hanoi did; `unknown` otherwise. */
  readonly actual: boolean | 'unknown';
  readonly tail?: { readonly rises: Expr; readonly turns: number };
  /** Indices of principles that the option can strain. */
  readonly strains: readonly number[];
}

export interface ActInfo {
  readonly id: string;
  readonly claims: readonly string[];
  readonly strains: readonly number[];
  /** Projects: slot with turns left, and the usual length. */
  readonly timer?: { readonly left: Slot; readonly turns: number };
}

export interface PowerInfo {
  readonly id: string;
  readonly trust?: Slot;
  readonly ask?: Slot;
  readonly offer?: Slot;
  readonly depth?: Slot;
  readonly tier?: Slot;
  readonly goals: number;
  readonly lines: number;
  readonly claims: readonly string[];
  /** Mark and bearing on the chart. */
  readonly mark: string;
  readonly tie: 'party' | 'trade' | 'defence' | 'general';
}

export interface PrincipleInfo {
  readonly id: string;
  /** 1000 firm, 0 set aside. */
  readonly slot: Slot;
  readonly since: Expr;
  readonly glyph: string;
}

export interface VariableInfo {
  readonly name: string;
  readonly slot: Slot;
  readonly title: boolean;
  readonly stages?: readonly string[];
  readonly scale: number;
}

export interface LadderInfo {
  readonly rung: Slot;
  readonly faces: readonly { readonly power: string; readonly slot: Slot }[];
  readonly open: Expr;
}

export interface EndingInfo {
  readonly id: string;
  readonly early: boolean;
  readonly texts: readonly { readonly when?: Expr }[];
}

export interface ChartInfo {
  readonly places: readonly {
    readonly id: string;
    readonly kind: 'capital' | 'gate' | 'bank' | 'port' | 'base' | 'town';
    readonly lon: number;
    readonly lat: number;
    readonly power?: string;
    /** Shown while this holds. */
    readonly when?: Expr;
    /** Pressure 0..4 falling here. */
    readonly pressure?: Expr;
    /** Vietnamese and foreign hulls drawn, 0..3 each; trucks 0..5. */
    readonly own?: Expr;
    readonly other?: Expr;
    readonly trucks?: Expr;
  }[];
}

export interface ClaimInfo {
  readonly id: string;
  readonly article: string;
  readonly paragraph: number;
  readonly epistemic: string;
  readonly corroboration: string;
  readonly core: boolean;
}

/** One locale's words: key -> segments. Plain text; never markup. */
export type Prose = Readonly<Record<string, ProseText>>;
export type ProseText = string | readonly ProseSegment[];
/** A run of text, shown only while `when` holds; or a whole number worked out from the state. */
export type ProseSegment =
  string | { readonly when: Expr; readonly text: readonly (string | { readonly value: Expr })[] } | { readonly value: Expr };
