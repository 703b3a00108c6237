import { valueOf } from '../engine/expression.ts';
import type { Row } from '../engine/ledger.ts';
import type { SeatOrder } from '../engine/order.ts';
import { stanceOf, type StanceModel } from './stance.ts';
import type { View } from '../engine/view.ts';
import { capitalName, type Teller } from './teller.ts';

export interface ChosenModel {
  readonly situation: string;
  readonly stance: StanceModel;
  readonly about: string;
  readonly title: string;
  readonly outcome: readonly string[];
  readonly hook: string;
}

/** What was answered, and what came of it. `teller` stands after the turn, whose rows these are. */
export const chosenOf = (teller: Teller, order: SeatOrder, rows: readonly Row[]): readonly ChosenModel[] =>
  order.answers.flatMap(({ situation, option }) => {
    const info = teller.bundle.catalogue.situations[situation];
    const spec = teller.bundle.program.situations[situation]?.options[option];
    if (info === undefined || spec === undefined) return [];
    const owner = `situation.${info.id}.option.${spec.id}` as const;
    return [
      {
        situation: teller.say(`situation.${info.id}.title`),
        stance: stanceOf(teller, spec.stance),
        about: spec.about.map((power) => capitalName(teller, power)).join(', '),
        title: teller.say(`${owner}.title`),
        outcome: teller.sayOf(`${owner}.outcome`, rows).split(/\n+/u).filter(Boolean),
        hook: teller.say(`situation.${info.id}.hook`),
      },
    ];
  });

export interface ReactionModel {
  readonly power: string;
  readonly name: string;
  /** Empty: no move. */
  readonly what: string;
  readonly reason: string;
}

/** What each power with plans did this turn, with the reason it states. Powers that did nothing come last. */
export const reactionsOf = (teller: Teller, rows: readonly Row[]): readonly ReactionModel[] => {
  const { program } = teller.bundle;
  const applied = new Set(rows.filter(({ kind }) => kind === 'act').map(({ parent }) => parent));
  return rows
    .filter(({ kind }) => kind === 'policy')
    .flatMap((row) => {
      const seat = program.seats.findIndex(({ policy }) => policy?.at === row.place);
      const power = program.seats[seat]?.id;
      if (power === undefined) return [];
      const mine = program.acts.filter((act) => act.seat === seat);
      const act = applied.has(row.row) ? mine[row.after - 1] : undefined;
      return [
        {
          power,
          name: capitalName(teller, power),
          what: act === undefined ? '' : teller.say(`act.${act.id}.title`),
          reason: act === undefined ? '' : teller.say(`act.${act.id}.reason`),
        },
      ];
    })
    .sort((a, b) => Number(a.what === '') - Number(b.what === ''));
};

/** Orders that were overtaken, by title. */
export const voidsOf = (teller: Teller, rows: readonly Row[]): readonly string[] =>
  rows
    .filter(({ kind, parent }) => kind === 'void' && parent === -1)
    .flatMap(({ place }) => {
      const owner = teller.place(place)?.owner;
      return owner === undefined ? [] : [teller.say(owner)];
    });

/** Projects that were finished this turn, in the words of their end. */
export const finishedOf = (teller: Teller, rows: readonly Row[]): readonly string[] => {
  const due = new Set(rows.flatMap(({ kind, place }) => (kind === 'due' ? [teller.place(place)?.owner ?? ''] : [])));
  return teller.bundle.catalogue.acts.flatMap(({ id }) =>
    due.has(`act.${id}.title`) && teller.has(`act.${id}.done`) ? [teller.say(`act.${id}.done`)] : [],
  );
};

const SLIPS = 2;

/** What the papers say now and did not say before. */
export const newsOf = (teller: Teller, before: View): readonly string[] =>
  teller.bundle.catalogue.news
    .filter(({ when }) => teller.holds(when) && valueOf(teller.rules, before, when) === 0)
    .slice(0, SLIPS)
    .map(({ id }) => teller.say(`news.${id}`));

/** Warnings that stand now, each naming its cause. */
export const warningsOf = (teller: Teller): readonly string[] =>
  teller.bundle.catalogue.warnings.filter(({ when }) => teller.holds(when)).map(({ id }) => teller.say(`warning.${id}.text`));
