import { kindsOf } from '../bundle/stance.ts';
import type { Chronicle } from '../session/chronicle.ts';
import { capitalName, type Teller } from './teller.ts';

/** Where the answers so far lean, and how much. */
export interface PostureModel {
  /** Stops answered. */
  readonly stops: number;
  /** -1000 all the way to the side of the chart's left, 1000 to that of its right. */
  readonly lean: number;
  /** The capital leant towards most; empty while one stands upright. */
  readonly towards: string;
  /** How tense, 0..1000: how much of what was answered pulls at all. */
  readonly tension: number;
}

/** What an answer weighs towards those it is about. */
const WEIGHTS = { align: 1000, partner: 500, hedge: 0, defer: 0, resist: -500 } as const;
/** What is left of an older answer at each one after it, per mille. */
const KEPT = 880;
/** Weights that lean all the way. */
const FULL = 3000;
/** Degrees of longitude to a capital that lies fully to one side. */
const FAR = 40;

/** To which side of home a capital lies on the chart, -1..1. */
const sideOf = ({ powers, chart }: Chronicle['bundle']['catalogue'], power: string): number => {
  const info = powers.find(({ id }) => id === power);
  if (info?.plate !== undefined && info.plate.side !== 'top' && info.plate.only === undefined) return info.plate.side === 'left' ? -1 : 1;
  const home = powers.find(({ id }) => id === chart.home)?.at;
  // The one across from home pulls the other way from all who stand with it on its side.
  if (power === chart.other) return -1;
  return info?.at === undefined || home === undefined ? 0 : Math.max(-1, Math.min(1, (info.at.lon - home.lon) / FAR));
};

/** Posture by what was answered: the newest answers weigh most. */
export const postureOf = (teller: Teller, { bundle, orders }: Pick<Chronicle, 'bundle' | 'orders'>): PostureModel => {
  const { program, catalogue } = bundle;
  const kindOf = kindsOf(catalogue);
  const pulls = new Map<string, number>();
  let stops = 0;
  for (const order of orders) {
    const answers = order?.answers ?? [];
    if (answers.length === 0) continue;
    stops++;
    for (const [power, pull] of pulls) pulls.set(power, (pull * KEPT) / 1000);
    for (const { situation, option } of answers) {
      const spec = program.situations[situation]?.options[option];
      if (spec === undefined) continue;
      const members = spec.about.flatMap((id) => catalogue.groups.find((group) => group.id === id)?.members ?? [id]);
      for (const power of members) pulls.set(power, (pulls.get(power) ?? 0) + WEIGHTS[kindOf(spec.stance)] / members.length);
    }
  }
  const all = [...pulls];
  const lean = all.reduce((sum, [power, pull]) => sum + pull * sideOf(catalogue, power), 0);
  const [most] = all.filter(([, pull]) => pull >= WEIGHTS.partner / 2).sort((a, b) => b[1] - a[1]);
  const limit = (value: number): number => Math.round(Math.max(-1000, Math.min(1000, value)));
  return {
    stops,
    lean: limit((1000 * lean) / FULL),
    towards: most === undefined ? '' : capitalName(teller, most[0]),
    tension: limit((1000 * all.reduce((sum, [, pull]) => sum + Math.abs(pull), 0)) / FULL),
  };
};
