import { oddsOf } from '../../engine/choose.ts';
import { rowAt, type Ledger } from '../../engine/ledger.ts';
import type { Slot } from '../../engine/program.ts';
import { capitalName, type Teller } from '../teller.ts';
import type { BriefModel, OddsModel, SignalModel, SignalsModel } from '../turn/briefing.tsx';
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

/** The power at the heart of the standoff, whose moves are read for its purpose, is told in full; of the others what is at least possible. */
const IN_FULL = { most: 3, least: 60_000 };
const IN_SHORT = { most: 2, least: 150_000 };

/** What each power may do next, and what was seen of late. Moves made on the quiet are announced by nobody. `ledgers`: as in a game. */
export const signalsOf = (teller: Teller, ledgers: readonly Ledger[]): SignalsModel => {
  const signals: SignalModel[] = [];
  const silent: { readonly power: string; readonly name: string }[] = [];
  for (const [i, seat] of teller.bundle.program.seats.entries()) {
    if (seat.policy === undefined || (seat.policy.mute !== undefined && teller.holds(seat.policy.mute))) continue;
    const name = capitalName(teller, seat.id);
    const { most, least } = seat.policy.reveals.length > 0 ? IN_FULL : IN_SHORT;
    const acts = oddsOf(teller.rules, teller.view, i)
      .filter(({ act, ppm }) => ppm >= least && (act >= 0 || seat.policy?.reveals.length !== 0))
      .sort((a, b) => b.ppm - a.ppm)
      .slice(0, most)
      .map(({ act, ppm }) => {
        const spec = teller.bundle.program.acts[act];
        return {
          what: spec === undefined ? t('signal.silence') : inside(teller.say(`act.${spec.id}.title`)),
          likelihood: likelihoodOf(ppm),
        };
      });
    if (acts.length > 0) signals.push({ power: seat.id, name, acts });
    else silent.push({ power: seat.id, name });
  }
  return { signals, silent, seen: signsOf(teller, ledgers) };
};

/** A title within a sentence begins small, unless it is a name. */
const inside = (title: string): string => (/^[\p{Lu}][\p{Ll}]+ /u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

/** Turns after which a sign is news no more. */
const FRESH = 2;

const isDrawn = (ledger: Ledger, slot: Slot): boolean => {
  for (let i = 0; i < ledger.count; i++) {
    const row = rowAt(ledger, i);
    if (row.kind === 'signal' && row.slot === slot) return true;
  }
  return false;
};

/** The signs drawn of late, worded. */
const signsOf = (teller: Teller, ledgers: readonly Ledger[]): readonly string[] =>
  teller.bundle.program.tables.flatMap((table) => {
    if (!ledgers.slice(-FRESH).some((ledger) => isDrawn(ledger, table.slot))) return [];
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
