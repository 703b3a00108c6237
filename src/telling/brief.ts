import type { StanceKind } from '../bundle/stance.ts';
import { stanceOf, type StanceModel } from './stance.ts';
import { oddsOf } from '../engine/seat-policy.ts';
import type { Row } from '../engine/ledger.ts';
import { TURN, type Slot } from '../engine/program.ts';
import { capitalName, type Teller } from './teller.ts';
import { deedOf } from './deeds.ts';
import { likelihoodOf, type Likelihood } from './wording.ts';
import { claimsOf } from './claims.ts';
import { isDated } from './clock.ts';
import type { Turns } from './starter.ts';
import { t } from '../text/text.ts';
import type { ClaimModel } from './claims.ts';

export interface PowerModel {
  readonly power: string;
  readonly name: string;
}

export interface SignalModel extends PowerModel {
  /** What it may do, said after its name: `may send a letter`. */
  readonly said: string;
  readonly likelihood: Likelihood;
}

export interface SignalsModel {
  /** Likeliest first. */
  readonly signals: readonly SignalModel[];
  /** Powers from which nothing is expected. */
  readonly silent: readonly PowerModel[];
  /** Powers that may move but announce nothing. */
  readonly unannounced: readonly PowerModel[];
  /** Signs seen last, worded. */
  readonly seen: readonly string[];
  /** The stop is a single date, long after the one before. */
  readonly dated: boolean;
}

export interface ViewModel {
  readonly viewpoint: string;
  readonly name: string;
  readonly about: string;
  readonly text: string;
  readonly stance: StanceModel;
  /** The capitals that what is favoured concerns, worded; empty where none is named. */
  readonly whom: string;
  readonly option?: string;
}

export interface BriefModel {
  readonly situation: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly claims: readonly ClaimModel[];
  readonly views: readonly ViewModel[];
}

export interface OddsModel {
  readonly id: string;
  readonly name: string;
  readonly causes: readonly {
    readonly id: string;
    readonly name: string;
    readonly ppm: number;
    readonly was?: number;
    readonly truth?: boolean;
  }[];
}

/** The capitals that an option concerns. */
const whomOf = (teller: Teller, situation: number, option: string | undefined): string =>
  (teller.bundle.program.situations[situation]?.options.find(({ id }) => id === option)?.about ?? [])
    .map((power) => capitalName(teller, power))
    .join(', ');

/** On a chair one hears what is said there; on the whole seat, everything. */
export const viewsFor = <V extends { readonly viewpoint: string }>({ eye }: Teller, views: readonly V[]): readonly V[] =>
  typeof eye === 'object' ? views.filter(({ viewpoint }) => viewpoint === eye.chair) : views;

const KINDS: readonly StanceKind[] = ['resist', 'defer', 'hedge', 'partner', 'align'];

/** How far two viewpoints are from each other: another answer first, then another stance. */
const apart = (a: ViewModel, b: ViewModel): number =>
  (a.option === b.option ? 0 : KINDS.length) + Math.abs(KINDS.indexOf(a.stance.kind) - KINDS.indexOf(b.stance.kind));

/** The two that disagree most, in their order; all where there are no more. */
export const mostApart = (views: readonly ViewModel[]): readonly ViewModel[] => {
  const pairs = views.flatMap((a, i) => views.slice(i + 1).map((b) => [a, b] as const));
  const [first] = pairs;
  return first === undefined ? views : pairs.reduce((best, pair) => (apart(...pair) > apart(...best) ? pair : best), first);
};

/** An open situation as it is briefed. */
export const briefOf = (teller: Teller, situation: number): BriefModel | undefined => {
  const info = teller.bundle.catalogue.situations[situation];
  const spec = teller.bundle.program.situations[situation];
  if (info === undefined || spec === undefined) return undefined;
  return {
    situation: info.id,
    title: teller.say(`situation.${info.id}.title`),
    paragraphs: teller
      .say(`situation.${info.id}.brief`)
      .split(/\n+/u)
      .filter((paragraph) => paragraph !== ''),
    claims: claimsOf(teller, info.claims),
    views: viewsFor(teller, info.views).map(({ viewpoint, stance, option }) => ({
      viewpoint,
      name: teller.say(`viewpoint.${viewpoint}.name`),
      about: teller.say(`viewpoint.${viewpoint}.about`),
      text: teller.say(`situation.${info.id}.view.${viewpoint}`),
      stance: stanceOf(teller, stance),
      whom: whomOf(teller, situation, option),
      ...(option === undefined ? {} : { option: teller.say(`situation.${info.id}.option.${option}.title`) }),
    })),
  };
};

/** Moves of one power that a signal names, and the odds from which it does, ppm. */
const NAMED = { most: 2, least: 150_000 };

const signalWords = (deeds: readonly string[], likelihood: Likelihood): string =>
  t(`signal.will_${likelihood}`, { what: deeds.join(t('signal.or')) });

/** What each power may do next, and what was seen of late. Of moves made on the quiet it is told only that nothing is announced.  */
export const signalsOf = (teller: Teller, turns: Turns): SignalsModel => {
  const signals: (SignalModel & { readonly ppm: number })[] = [];
  const silent: PowerModel[] = [];
  const unannounced: PowerModel[] = [];
  const dated = isDated(teller, teller.read(TURN));
  for (const [i, seat] of teller.bundle.program.seats.entries()) {
    if (seat.policy === undefined) continue;
    const power = { power: seat.id, name: capitalName(teller, seat.id) };
    const odds = oddsOf(teller.rules, teller.view, i, teller.eye);
    if (dated && odds.every(({ act, ppm }) => act < 0 || ppm === 0)) {
      silent.push(power);
      continue;
    }
    if (seat.policy.mute !== undefined && teller.holds(seat.policy.mute)) {
      unannounced.push(power);
      continue;
    }
    // Of the power whose moves are read for its purpose, that it does nothing is a sign too.
    const likely = odds
      .filter(({ act, ppm }) => ppm >= NAMED.least && (act >= 0 || seat.policy?.reveals.length !== 0))
      .sort((a, b) => b.ppm - a.ppm)
      .slice(0, NAMED.most);
    const [first] = likely;
    const quiet = (act: number): boolean => act < 0 || teller.bundle.catalogue.acts[act]?.answer?.silent === true;
    if (first === undefined || likely.every(({ act }) => quiet(act))) {
      silent.push(power);
      continue;
    }
    const likelihood = likelihoodOf(first.ppm);
    const deeds = likely.map(({ act }) => {
      const spec = teller.bundle.program.acts[act];
      return spec === undefined ? t('signal.silence') : deedOf(teller, spec.id);
    });
    signals.push({ ...power, said: signalWords(deeds, likelihood), likelihood, ppm: first.ppm });
  }
  return { signals: signals.sort((a, b) => b.ppm - a.ppm), silent, unannounced, seen: signsOf(teller, turns), dated };
};

/** Turns after which a sign is news no more. */
const FRESH = 2;

const signalsIn = (rows: readonly Row[]): readonly Slot[] => rows.flatMap(({ kind, slot }) => (kind === 'signal' ? [slot] : []));

/** The slots of the signs drawn of late. A date lies long after the one before it: only what it brought itself is news there. */
const freshOf = (teller: Teller, turns: Turns): ReadonlySet<Slot> => {
  const late = turns.slice(-FRESH);
  const last = late.at(-1);
  if (last === undefined || !isDated(teller, teller.read(TURN))) return new Set(late.flatMap(signalsIn));
  return new Set(signalsIn(last.slice(last.findIndex(({ kind }) => kind === 'turn') + 1)));
};

/** The signs drawn of late, worded. */
const signsOf = (teller: Teller, turns: Turns): readonly string[] => {
  const fresh = freshOf(teller, turns);
  return teller.bundle.program.tables.flatMap((table) => {
    if (!fresh.has(table.slot)) return [];
    const sign = table.signs[teller.read(table.slot) - 1];
    const words = sign === undefined ? '' : teller.say(`sign.${table.id}.${sign}`);
    return words === '' ? [] : [words];
  });
};

/** The odds held about what is hidden; `before`: odds to compare with. */
export const oddsHeld = (teller: Teller, before?: Int32Array): readonly OddsModel[] =>
  teller.bundle.program.hidden.map((hidden) => ({
    id: hidden.id,
    name: teller.say(`cause.${hidden.id}.name`),
    causes: hidden.causes.map((cause, i) => ({
      id: cause,
      name: teller.say(`cause.${hidden.id}.${cause}`),
      ppm: teller.read(hidden.beliefs[i] ?? 0),
      ...(before === undefined ? {} : { was: before[hidden.beliefs[i] ?? 0] ?? 0 }),
    })),
  }));
