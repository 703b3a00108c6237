import type { Row } from '../engine/ledger.ts';
import { ENDING, type HiddenSpec } from '../engine/program.ts';
import { stanceOf, type StanceModel } from './stance.ts';
import { rowsByTurn, viewNow, viewsOf, type Chronicle } from '../session/chronicle.ts';
import type { Teller } from './teller.ts';
import { claimsOf } from './claims.ts';
import { datesAt } from './clock.ts';
import { scaleOf, slotName } from './moved-by.ts';
import { signedIn } from './wording.ts';
import { chainOf } from '../engine/eye.ts';
import { movedBy, titleOf } from './why.ts';
import type { ClaimModel } from './claims.ts';

export interface VerdictModel {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The ending reached, in the sentences that hold for this game; undefined while the game goes on. */
export const verdictOf = (teller: Teller): VerdictModel | undefined => {
  const ending = teller.bundle.catalogue.endings[teller.read(ENDING) - 1];
  if (ending === undefined) return undefined;
  return {
    title: teller.say(`ending.${ending.id}.title`),
    paragraphs: ending.texts
      .flatMap(({ when }, i) => (teller.holds(when) ? [teller.say(`ending.${ending.id}.text.${String(i)}`)] : []))
      .filter(Boolean),
  };
};

export interface StopModel {
  readonly turn: number;
  readonly date: string;
  readonly situation: string;
  readonly chosen: string;
  readonly stance: StanceModel;
  /** Titles of the initiatives ordered beside it. */
  readonly acts: readonly string[];
  /** What was done in fact, where an article says so. */
  readonly actual?: string;
  readonly claims: readonly ClaimModel[];
}

/** Every decision, with what was done in fact where the articles say. */
export const stopsOf = (teller: Teller, chronicle: Chronicle): readonly StopModel[] =>
  chronicle.orders.flatMap((order, turn) =>
    (order?.answers ?? []).flatMap(({ situation, option }, nth) => {
      const info = teller.bundle.catalogue.situations[situation];
      const spec = teller.bundle.program.situations[situation];
      const chosen = spec?.options[option];
      if (info === undefined || spec === undefined || chosen === undefined) return [];
      const owner = (id: string) => `situation.${info.id}.option.${id}` as const;
      const real = info.options.find(({ actual }) => actual === true);
      return [
        {
          turn,
          date: datesAt(teller, turn),
          situation: teller.say(`situation.${info.id}.title`),
          chosen: teller.say(`${owner(chosen.id)}.title`),
          stance: stanceOf(teller, chosen.stance),
          // Of several answers on one turn the first is told with what was ordered beside them.
          acts: nth > 0 ? [] : (order?.acts ?? []).map((act) => teller.say(`act.${teller.bundle.program.acts[act]?.id ?? ''}.title`)),
          ...(real === undefined ? {} : { actual: teller.say(`${owner(real.id)}.title`) }),
          claims: claimsOf(teller, real === undefined ? [] : real.claims),
        },
      ];
    }),
  );

/** One hidden thing and what was thought of it over the game. */
export interface TruthModel {
  readonly id: string;
  readonly name: string;
  /** How the true cause worked; empty where that is not told. */
  readonly meant: string;
  readonly causes: readonly {
    readonly id: string;
    readonly name: string;
    /** Odds held of it at each moment, ppm. */
    readonly odds: readonly number[];
    readonly truth: boolean;
  }[];
}

/** What a scenario hides, by name: not what is behind it. */
export const hiddenNames = (teller: Teller): readonly string[] =>
  teller.bundle.program.hidden.map(({ id }) => teller.say(`cause.${id}.name`)).filter(Boolean);

/** What was hidden, opened by an open chronicle: the true cause, and the odds held of each over the game. */
export const truthsOf = (teller: Teller, chronicle: Chronicle): readonly TruthModel[] => {
  const now = viewNow(chronicle);
  const views = viewsOf(chronicle);
  const meantOf = ({ id, slot, causes }: HiddenSpec): string => {
    const key = `cause.${id}.${causes[now[slot] ?? -1] ?? ''}.meant` as const;
    return chronicle.open && teller.has(key) ? teller.say(key) : '';
  };
  return teller.bundle.program.hidden.map((hidden) => ({
    id: hidden.id,
    name: teller.say(`cause.${hidden.id}.name`),
    meant: meantOf(hidden),
    causes: hidden.causes.map((cause, i) => ({
      id: cause,
      name: teller.say(`cause.${hidden.id}.${cause}`),
      odds: views.map((view) => view[hidden.beliefs[i] ?? 0] ?? 0),
      truth: chronicle.open && now[hidden.slot] === i,
    })),
  }));
};

export interface LuckModel {
  readonly turn: number;
  readonly what: string;
  /** The most that came of it, name and change; empty where nothing with a name moved. */
  readonly moved: string;
  /** Odds of what happened, as shown at the time, ppm. */
  readonly odds: number;
}

const AGAINST = 300_000;
const SHOWN = 6;

const against = (row: Row): number | undefined => {
  if (row.seen < 0) return undefined;
  if (row.kind === 'chance') return row.after === 1 ? row.seen : 1_000_000 - row.seen;
  return undefined;
};

/** What a draw moved most of all that has a name: the scale of each thing is its own. */
const movedUnder = (teller: Teller, rows: readonly Row[], draw: Row): string => {
  const { slots } = teller.bundle.program;
  const [most] = rows
    .filter((row) => movedBy(row) && chainOf(rows, row.row).some(({ row: each }) => each === draw.row))
    .flatMap((row) => {
      const name = slotName(teller, row.slot);
      const spec = slots[row.slot];
      const by = row.after - row.before;
      return name === '' || spec === undefined || by === 0
        ? []
        : [{ name, by, slot: row.slot, share: Math.abs(by) / (spec.max - spec.min) }];
    })
    .sort((a, b) => b.share - a.share);
  return most === undefined ? '' : `${most.name} ${signedIn(most.by, scaleOf(teller, most.slot))}`;
};

/** The chances that went most against the odds that were shown, each kind once: luck, kept apart from choice. What a power does is its answer, and no luck. */
export const luckOf = (teller: Teller, chronicle: Chronicle): readonly LuckModel[] => {
  const turns = rowsByTurn(chronicle);
  return turns
    .flatMap((rows, at) =>
      (at === 0 ? [] : rows).flatMap((row) => {
        const odds = against(row);
        if (odds === undefined || odds > AGAINST) return [];
        const what = titleOf(teller, turns, at, row);
        return what === '' ? [] : [{ turn: at - 1, what, moved: movedUnder(teller, rows, row), odds }];
      }),
    )
    .sort((a, b) => a.odds - b.odds)
    .filter(({ what, moved }, i, all) => all.findIndex((each) => each.what === what && each.moved === moved) === i)
    .slice(0, SHOWN)
    .sort((a, b) => a.turn - b.turn);
};
