import { oddsOf } from '../../engine/choose.ts';
import { capitalName, type Teller } from '../teller.ts';
import type { BriefModel, OddsModel, SignalModel } from '../turn/briefing.tsx';
import { likelihoodOf } from '../words.ts';
import { claimsOf } from './claims.ts';
import { t } from '../../text/text.ts';

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
    views: info.views.map(({ viewpoint, stance, option }) => ({
      viewpoint,
      name: teller.say(`viewpoint.${viewpoint}.name`),
      about: teller.say(`viewpoint.${viewpoint}.about`),
      text: teller.say(`situation.${info.id}.view.${viewpoint}`),
      stance,
      ...(option === undefined ? {} : { option: teller.say(`situation.${info.id}.option.${option}.title`) }),
    })),
  };
};

const MOST = 3;
/** A move as unlikely as this is not announced. */
const FAINT = 40_000;

/** What each power may do next. Moves made on the quiet are announced by nobody. */
export const signalsOf = (teller: Teller): readonly SignalModel[] =>
  teller.bundle.program.seats.flatMap((seat, i) => {
    if (seat.policy === undefined || (seat.policy.mute !== undefined && teller.holds(seat.policy.mute))) return [];
    const acts = oddsOf(teller.rules, teller.view, i)
      .filter(({ ppm }) => ppm >= FAINT)
      .sort((a, b) => b.ppm - a.ppm)
      .slice(0, MOST)
      .map(({ act, ppm }) => {
        const spec = teller.bundle.program.acts[act];
        return { what: spec === undefined ? t('signal.silence') : inside(teller.say(`act.${spec.id}.title`)), likelihood: likelihoodOf(ppm) };
      });
    return acts.length === 0 ? [] : [{ power: seat.id, name: capitalName(teller, seat.id), acts }];
  });

/** A title within a sentence begins small, unless it is a name. */
const inside = (title: string): string => (/^[\p{Lu}][\p{Ll}]+ /u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

/** The last signs drawn, worded. */
export const signsOf = (teller: Teller): readonly string[] =>
  teller.bundle.program.tables.flatMap((table) => {
    const sign = table.signs[teller.read(table.slot) - 1];
    const words = sign === undefined ? '' : teller.say(`sign.${table.id}.${sign}`);
    return words === '' ? [] : [words];
  });

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

