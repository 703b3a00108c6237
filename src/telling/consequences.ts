import { valueOf } from '../engine/expression.ts';
import type { Row } from '../engine/ledger.ts';
import type { SeatOrder } from '../engine/order.ts';
import { stanceOf, type StanceModel } from './stance.ts';
import type { View } from '../engine/view.ts';
import { answersWords, movesIn } from './moves.ts';
import { didOf } from './deeds.ts';
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
  /** What it did, said after its name; empty: no move. */
  readonly did: string;
  readonly reason: string;
  /** What it answers, worded; empty where it answers nothing. */
  readonly answers: string;
  /** It answers what was ordered this very turn. */
  readonly atOnce: boolean;
  /** An answer that says nothing: what was done is taken note of. */
  readonly silent: boolean;
}

/** What each power with plans did this turn, with the reason it states: answers first, powers that did nothing last. */
export const reactionsOf = (teller: Teller, rows: readonly Row[]): readonly ReactionModel[] => {
  const now = rows.find(({ kind }) => kind === 'policy')?.origin;
  const { program, catalogue } = teller.bundle;
  const rank = ({ did, answers, silent }: ReactionModel): number => (did === '' ? 3 : silent ? 2 : answers === '' ? 1 : 0);
  return movesIn(program, catalogue, rows)
    .map(({ power, act, answers }): ReactionModel => {
      const id = act === undefined ? undefined : program.acts[act]?.id;
      return {
        power,
        name: capitalName(teller, power),
        did: id === undefined ? '' : didOf(teller, id),
        reason: id === undefined ? '' : teller.say(`act.${id}.reason`),
        answers: answers === undefined ? '' : answersWords(teller, answers),
        atOnce: answers !== undefined && answers.turn === now,
        silent: act !== undefined && catalogue.acts[act]?.answer?.silent === true,
      };
    })
    .sort((a, b) => rank(a) - rank(b));
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
