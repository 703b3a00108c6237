import type { PlaceInfo } from '../bundle/bundle.ts';
import type { Slot } from '../engine/program.ts';
import type { View } from '../engine/view.ts';
import { t } from '../text/text.ts';
import { capitalName, type Teller } from './teller.ts';
import { slotsIn } from '../bundle/slots.ts';
import { signed } from './wording.ts';

export interface CapitalLabel {
  readonly power: string;
  readonly name: string;
  /** Tie in words: tier, kind, trust. */
  readonly tie: string;
  /** Change of trust over the last turn, per mille; 0 shows nothing. */
  readonly change: number;
  readonly changeText: string;
}

export interface PlaceLabel {
  readonly place: PlaceInfo;
  readonly name: string;
  readonly local?: string;
  /** A short state under the name: the rung, where the ladder stands. */
  readonly state?: string;
  readonly strained: boolean;
}

export interface PowerFacts {
  readonly power: string;
  readonly name: string;
  readonly state: string;
  readonly about: string;
  readonly tier: string;
  readonly tie: string;
  /** Empty for home itself. */
  readonly trust: string;
  /** What it wants now and how firmly it asks, and whether an offer of its own is open; empty for home itself. */
  readonly wants: string;
  readonly goals: readonly string[];
  readonly lines: readonly string[];
}

export interface PlaceFacts {
  readonly id: string;
  readonly name: string;
  readonly local: string;
  readonly note: string;
  readonly pressure: string;
  /** Units of home and of the other side, and how many stand in line; undefined where none ever do. */
  readonly own?: number;
  readonly other?: number;
  readonly queue?: number;
  /** What is told of it reads these. */
  readonly moves: readonly Slot[];
}

const trustWord = (trust: number): string => t(trust < 400 ? 'chart.trust_lo' : trust < 650 ? 'chart.trust_mid' : 'chart.trust_hi');

const ASKS = ['chart.ask_0', 'chart.ask_1', 'chart.ask_2', 'chart.ask_3'] as const;
const PRESSURES = ['chart.pressure_0', 'chart.pressure_1', 'chart.pressure_2', 'chart.pressure_3', 'chart.pressure_4'] as const;
const TIES = { party: 'chart.tie_party', trade: 'chart.tie_trade', defence: 'chart.tie_defence', general: 'chart.tie_general' } as const;

const stageWord = (teller: Teller, slot: number | undefined): string => {
  const spec = slot === undefined ? undefined : teller.bundle.program.slots[slot];
  const stage = slot === undefined ? undefined : spec?.stages?.[teller.read(slot)];
  return stage === undefined ? '' : teller.say(`stage.${spec?.name ?? ''}.${stage}`);
};

const listOf = (teller: Teller, stem: `power.${string}.${'goal' | 'line'}`, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => teller.say(`${stem}.${String(i)}`)).filter((line) => line !== '');

const wantsOf = (teller: Teller, id: string, ask: Slot | undefined, offer: Slot | undefined): string => {
  const first = teller.bundle.catalogue.wants?.find(({ power }) => power === id)?.when.findIndex((when) => teller.holds(when)) ?? -1;
  const what = first < 0 ? '' : teller.say(`power.${id}.want.${String(first)}`);
  const firm = ask === undefined ? '' : t(ASKS[Math.max(0, Math.min(3, teller.read(ask)))] ?? 'chart.ask_0');
  const wanted = what === '' || firm === '' ? what + firm : `${what} (${firm})`;
  return [wanted, offer !== undefined && teller.read(offer) !== 0 ? t('chart.offer') : ''].filter(Boolean).join('; ');
};

/** Every power on the chart in words: what it is to home, and what it says of itself. */
export const powersOf = (teller: Teller): readonly PowerFacts[] =>
  teller.bundle.catalogue.powers.map(({ id, trust, ask, offer, tier, tie, goals, lines }) => ({
    power: id,
    name: capitalName(teller, id),
    state: teller.say(`power.${id}.name`),
    about: teller.say(`power.${id}.about`),
    tier: stageWord(teller, tier),
    tie: trust === undefined ? '' : t(TIES[tie]),
    trust: trust === undefined ? '' : trustWord(teller.read(trust)),
    wants: wantsOf(teller, id, ask, offer),
    goals: listOf(teller, `power.${id}.goal`, goals),
    lines: listOf(teller, `power.${id}.line`, lines),
  }));

/** A place's short name, and what it is called there where that differs. */
const namesOf = (teller: Teller, id: string): { readonly name: string; readonly local: string } => {
  const full = teller.say(`name.${id}`);
  const name = teller.say(`name.${id}.short`) || full;
  const local = /\((.+)\)$/u.exec(full)?.[1] ?? '';
  return { name, local: local === name ? '' : local };
};

export const placesOf = (teller: Teller): readonly PlaceFacts[] =>
  teller.bundle.catalogue.chart.places
    .filter(({ when }) => teller.holds(when))
    .map(({ id, pressure, own, other, queue }) => {
      const level = pressure === undefined ? 0 : Math.max(0, Math.min(4, teller.value(pressure)));
      return {
        id,
        ...namesOf(teller, id),
        ...(own === undefined ? {} : { own: Math.max(0, teller.value(own)) }),
        ...(other === undefined ? {} : { other: Math.max(0, teller.value(other)) }),
        ...(queue === undefined ? {} : { queue: Math.max(0, teller.value(queue)) }),
        moves: [...new Set([pressure, own, other, queue].flatMap((expr) => (expr === undefined ? [] : slotsIn(expr))))],
        note: teller.say(`name.${id}.note`),
        pressure: pressure === undefined ? '' : t(PRESSURES[level] ?? 'chart.pressure_0'),
      };
    });

/** Places drawn now: those where something stands or falls, and those a waiting situation speaks of. Towns would only crowd the coast. */
export const placesShown = (teller: Teller): readonly string[] => {
  const { program, catalogue } = teller.bundle;
  const spoken = catalogue.situations.flatMap(({ place }, i) => {
    const spec = program.situations[i];
    return place !== undefined && spec !== undefined && teller.read(spec.status) !== 0 ? [place] : [];
  });
  return catalogue.chart.places
    .filter(({ front, pressure, when }) => teller.holds(when) && (front === true || pressure !== undefined))
    .map(({ id }) => id)
    .concat(spoken);
};

/** A change of trust smaller than this, per mille, is not written on the chart. */
const NOTED = 5;

/** Labels of the capitals, with the change of trust since `before`. */
export const capitalLabels = (teller: Teller, before: View | undefined): readonly CapitalLabel[] =>
  powersOf(teller)
    .filter(({ power, trust }) => power === teller.bundle.catalogue.chart.home || trust !== '')
    .map(({ power, name, tier, tie, trust }) => {
      const slot = teller.bundle.catalogue.powers.find(({ id }) => id === power)?.trust;
      const moved = before === undefined || slot === undefined ? 0 : teller.read(slot) - (before[slot] ?? 0);
      const change = Math.abs(moved) < NOTED ? 0 : moved;
      return {
        power,
        name,
        tie: trust === '' ? '' : [tier, tie, `${t('chart.trust')}: ${trust}`].filter(Boolean).join(', '),
        change,
        changeText: change === 0 ? '' : signed(change),
      };
    });

/** Labels of the places. The rung of the ladder stands under its own. */
export const placeLabels = (teller: Teller, rung: string): readonly PlaceLabel[] => {
  const shown = new Set(placesShown(teller));
  return teller.bundle.catalogue.chart.places
    .filter(({ id }) => shown.has(id))
    .map((place) => {
      const { name, local } = namesOf(teller, place.id);
      const level = place.pressure === undefined ? 0 : teller.value(place.pressure);
      return {
        place,
        name,
        ...(local === '' || place.front !== true ? {} : { local }),
        ...(place.front === true && rung !== '' ? { state: rung } : {}),
        strained: level > 0,
      };
    });
};
