import type { ActSpec, Expr, Op, OptionSpec, Program, Slot, SlotSpec, SourceRef, Stance } from '../engine/program.ts';
import type { Columns } from './columns.ts';
import type { GroupInfo } from './group.ts';
import type { ProseKey } from './prose-key.ts';
import type { StanceKind } from './stance.ts';

/** All of a compiled scenario, as the build writes it and the desk, the command line and the lab read it. */
export interface Bundle {
  readonly program: Program;
  /** SHA-256 of the canonical program, hex. */
  readonly rulesHash: string;
  readonly catalogue: Catalogue;
  /** Only what a game needs up to its first decision; no order can be given on it. */
  readonly beginning?: true;
}

/**
 * What is sent of a bundle for its first decision. Left for later: lists of ops that run after an order, what moves those whom nobody plays,
 * the answers of situations that do not open at the beginning, what is known of acts that nobody can order then, claims that nothing shown cites, and
 * names of slots that nothing on screen is named by.
 */
export interface BundleBeginning extends Omit<Bundle, 'program' | 'catalogue'> {
  /** Acts that are not on the first menu are null: they are told of later. */
  readonly catalogue: Omit<Catalogue, 'acts'> & { readonly acts: readonly (ActInfo | null)[] };
  readonly program: Omit<Program, 'slots'>;
  readonly slots: Columns<Omit<SlotSpec, 'name'>>;
  /** Of slots with stages, by slot; null for all others. */
  readonly names: readonly (string | null)[];
  readonly beginning: true;
}

/** What is sent after the beginning of a bundle. */
export interface BundleRest {
  readonly rules: {
    /** In the order of `laterLists`. */
    readonly ops: readonly (readonly Op[])[];
    /** By situation; null where the beginning has them. */
    readonly options: readonly (readonly OptionSpec[] | null)[];
    /** By act; null where the beginning has it. */
    readonly moves: readonly (Pick<ActSpec, 'when' | 'needs' | 'cost'> | null)[];
  };
  /** By seat: of its policy, if it has one. */
  readonly weights: readonly (readonly Expr[])[];
  /** By slot. */
  readonly names: readonly string[];
  readonly places: Columns<SourceInfo>;
  readonly catalogue: Pick<
    Catalogue,
    'variables' | 'addressed' | 'news' | 'wants' | 'acts' | 'claims' | 'voices' | 'questions' | 'peers' | 'cuts'
  > & {
    readonly situations: readonly (SituationInfo | null)[];
  };
}

/** A bundled scenario in the list on the first screen; `title` for each of its locales. */
export interface ScenarioHeading {
  readonly id: string;
  readonly title: Readonly<Partial<Record<Locale, string>>>;
  /** What the first screen says of the game, where this is the scenario in front. */
  readonly lead: Readonly<Partial<Record<Locale, string>>>;
  readonly turns: number;
  /** Unit of the first stretch of the calendar: `week`, `month` ... */
  readonly turnLength: string;
  /** ISO date. */
  readonly start: string;
  readonly minutes: number;
  readonly rulesHash: string;
  /** Written to show how a scenario is written. */
  readonly example?: boolean;
}

export type Locale = 'en' | 'vi';

/**
 * What eyes need beside the rules; no words. Words are in `Prose`, one per locale, under dotted keys:
 *
 * scenario.title .premise .lead .role .place_note            power.<id>.name .capital .about .goal.<n> .line.<n> .want.<n>
 * reading.<id>.name .about                                  viewpoint.<id>.name .about
 * variable.<name>.name, stage.<name>.<stage>                 cause.<hidden>.name, cause.<hidden>.<cause>
 * situation.<id>.title .brief .hook .tap                     situation.<id>.view.<viewpoint>
 * situation.<id>.option.<option>.title .line .tail .outcome  .not (why not, by need: .not.<n>)
 * act.<id>.title .line .done .reason .not.<n>                sign.<table>.<sign>
 * charge.<id>.title .line .told                              ending.<id>.title .text.<n>
 * warning.<id>.text                                          because.<id>
 * rule.<id>.title                                            setup.<id>.title, setup.<id>.<option>.title .line
 * name.<id> .short .note, chart.water .water.local            claim.<id>, article.<id>.title .by .where
 * voice.<id>, question.<id>, case.<id>.title
 * news.<id>, stance.<id>.name, group.<id>.name               principle.<id>.title .about, chapter.<id>.title .text
 *
 * Numbers count from 0: `.goal.0`, `.text.0`. Needs that the compiler adds have no words: their place is of kind `gone`
 * (an option that a situation came back without; not shown) or `project_slot` (no slot is free).
 */
export interface Catalogue {
  readonly id: string;
  readonly locales: readonly Locale[];
  /** So many of the first seats are played by people; absent in old releases, where it is one. */
  readonly played?: number;
  readonly minutes: number;
  /** Written to show how a scenario is written. */
  readonly example?: boolean;
  /** By `Place`. */
  readonly places: readonly SourceInfo[];
  readonly situations: readonly SituationInfo[];
  readonly acts: readonly ActInfo[];
  readonly powers: readonly PowerInfo[];
  /** Kinds of answer, most welcome first. */
  readonly answering: readonly { readonly id: string; readonly silent: boolean }[];
  /** Options (`situation/option`) and acts by their code less 1. */
  readonly addressed: readonly string[];
  readonly viewpoints: readonly ViewpointInfo[];
  /** Stances of the scenario's own, and what each counts as. */
  readonly stances: readonly { readonly id: string; readonly like: StanceKind }[];
  /** Powers that act and are spoken of together; the speaker answers for them. */
  readonly groups: readonly GroupInfo[];
  /** Drawings by id, of powers and of places. */
  readonly marks: Readonly<Record<string, MarkInfo>>;
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
  /** Conditions of what a power wants, in the order of its texts: the first that holds is told. Absent in old releases. */
  readonly wants?: readonly { readonly power: string; readonly when: readonly Expr[] }[];
  /** What the author of an article would say of a game; absent in rules from before it was told. */
  readonly voices?: readonly {
    readonly id: string;
    readonly article: string;
    readonly claims: readonly string[];
    readonly when?: Expr;
  }[];
  /** To talk about after a game. */
  readonly questions?: readonly { readonly id: string; readonly when?: Expr }[];
  /** Neighbours beside the capital that is played, for the alliance lab: claims of each, by row; absent in old releases. */
  readonly peers?: readonly PeerInfo[];
  /** Cuts for lessons, the shortest first; absent in old releases. */
  readonly cuts?: readonly CutInfo[];
}

export interface PeerInfo {
  readonly id: string;
  readonly rows: readonly { readonly id: string; readonly home: readonly string[]; readonly peer: readonly string[] }[];
}

/** A game cut to the time of a lesson. */
export interface CutInfo {
  readonly id: string;
  /** Of one sitting. */
  readonly minutes: number;
  readonly stops: readonly CutStop[];
}

/** A stop that a class answers: the first decision from turn `from` on. With `about`: one of these, or the last decision before the `from` of the stop after. */
export interface CutStop {
  readonly from: number;
  /** Ids of situations. */
  readonly about: readonly string[];
  /** From 1. */
  readonly sitting: number;
}

/** Which line of which file an op came from and what stands behind it. */
export interface SourceInfo {
  readonly file: string;
  readonly line: number;
  /** `situation`, `option`, `act`, `rule`, `timer`, `policy`, `hidden`, `start`, `need`, `branch` ... */
  readonly kind: string;
  /** Prose key of the owner's title, e.g. `situation.lights.option.hold.title`, `rule.pressure_drift.title`. */
  readonly owner: ProseKey;
  /** Prose key of the reason (`because.<id>`), when the author gave one. */
  readonly because?: ProseKey;
  readonly claims: readonly string[];
  /** `design`: invented for the game. */
  readonly design: boolean;
  /** Name of the luck key, for review and `check`. */
  readonly luck?: string;
}

export interface SituationInfo {
  readonly id: string;
  readonly claims: readonly string[];
  readonly deck: string | undefined;
  /** Viewpoint ids with a line, in display order. */
  readonly views: readonly { readonly viewpoint: string; readonly stance: Stance; readonly option?: string; readonly says?: Expr }[];
  /** What the brief takes for granted. */
  readonly says?: Expr;
  /** Prediction tap: the event is `rises` being higher `turns` later than now. */
  readonly tap?: { readonly rises: Expr; readonly turns: number };
  readonly options: readonly OptionInfo[];
  readonly place?: string;
}

export interface OptionInfo {
  readonly id: string;
  readonly claims: readonly string[];
  /** True where the article says that this was done; `unknown` where it does not say. */
  readonly actual: boolean | 'unknown';
  readonly tail?: { readonly rises: Expr; readonly turns: number };
  /** Indices of principles that the option can strain. */
  readonly strains: readonly number[];
  /** What the outcome takes for granted. */
  readonly says?: Expr;
}

export interface ActInfo {
  readonly id: string;
  readonly claims: readonly string[];
  readonly strains: readonly number[];
  /** Projects: slot with turns left, and the usual length. */
  readonly timer?: { readonly left: Slot; readonly turns: number };
  /** A move that answers what was done: of which kind (`answer.<kind>`), and whether it says nothing. */
  readonly answer?: { readonly kind: string; readonly silent: boolean };
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
  /** Key into `marks`. */
  readonly mark: string;
  readonly tie: 'party' | 'trade' | 'defence' | 'general';
  /** Which of the desk's colours for powers, 1..7; 0 is the seal's. */
  readonly tint: number;
  /** Where its capital lies, degrees. */
  readonly at?: { readonly lon: number; readonly lat: number };
  /** How far its tie bows from the straight line, per mille of the length. */
  readonly bow: number;
  readonly plate?: PlateInfo;
  /** Slots of the act it has heard of and not answered yet (its code in `addressed`, 0: none), the turn on which that was done, its mood, and how welcome that was (less than 0: unwelcome). */
  readonly heard?: { readonly act: Slot; readonly turn: Slot; readonly mood?: Slot; readonly welcome?: Slot };
}

/** Where a capital beyond the chart hangs on its frame. */
export interface PlateInfo {
  readonly side: 'left' | 'right' | 'top';
  /** Per mille of the frame's height from the top; of its width from the left for `top`. */
  readonly at: number;
  /** The same on a narrow frame, and the first row there that is free to it. */
  readonly narrow: number;
  readonly row: number;
  /** Only on a narrow frame: on a wide one the capital stands where it lies. */
  readonly only?: 'narrow';
}

export interface ViewpointInfo {
  readonly id: string;
  /** Absent where nothing counts its support. */
  readonly support?: Slot;
  /** Path of its sign in a box of 28 x 28. */
  readonly sign?: string;
}

/** Parts of a drawing in the order in which they are laid on, as paths in a box of 24 x 24 about the origin. */
export type MarkInfo = readonly { readonly part: 'fill' | 'paper' | 'line' | 'thin'; readonly path: string }[];

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
  readonly texts: readonly { readonly when?: Expr; readonly says?: Expr }[];
}

export interface ChartInfo {
  /** Degrees; what stands in the middle of the frame. */
  readonly centre: { readonly lon: number; readonly lat: number };
  /** Degrees of longitude over a frame of the usual width. */
  readonly across: number;
  /** What coast is drawn: west, south, east, north; degrees. */
  readonly region: readonly [number, number, number, number];
  /** Where the centre falls on a narrow frame, per mille of width and height. */
  readonly narrow: readonly [number, number];
  /** The power whose ties are drawn, and the one whose hulls stand beside its own. */
  readonly home: string;
  readonly other?: string;
  /** Where the water's name stands (`chart.water`, `chart.water.local`), degrees. */
  readonly water?: { readonly at: readonly [number, number]; readonly narrow: readonly [number, number] };
  readonly places: readonly PlaceInfo[];
}

export interface PlaceInfo {
  readonly id: string;
  /** Key into `marks`. */
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  /** The ladder stands here. */
  readonly front?: boolean;
  /** Its name goes above first. */
  readonly label?: 'above';
  /** Shown while this holds. */
  readonly when?: Expr;
  /** Pressure 0..4 falling here. */
  readonly pressure?: Expr;
  /** Own and foreign units drawn, 0..3 each; a queue of 0..5. */
  readonly own?: Expr;
  readonly other?: Expr;
  readonly queue?: Expr;
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
/** A whole number worked out from the state, or the odds of the chance that one of these places is, as they stood when it was drawn. */
export type ProseFigure = { readonly value: Expr } | { readonly odds: readonly SourceRef[] };
/** A run of text, shown only while `when` holds; or a figure. */
export type ProseSegment = string | { readonly when: Expr; readonly text: readonly (string | ProseFigure)[] } | ProseFigure;
