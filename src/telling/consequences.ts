import { valueOf } from '../engine/expression.ts';
import { menu } from '../engine/menu.ts';
import type { Row } from '../engine/ledger.ts';
import type { ActSpec } from '../engine/program.ts';
import type { SeatOrder } from '../engine/order.ts';
import { stanceOf, type StanceModel } from './stance.ts';
import type { View } from '../engine/view.ts';
import type { Catalogue } from '../bundle/bundle.ts';
import { answerersOf } from '../bundle/group.ts';
import { answersWords, movesIn, toneOf, type Move } from './moves.ts';
import { didOf } from './deeds.ts';
import { whyNotOf } from './options.ts';
import { capitalName, type Teller } from './teller.ts';
import { because } from '../text/because.ts';
import { t } from '../text/text.ts';

export interface ChosenModel {
  readonly situation: string;
  readonly stance: StanceModel;
  readonly about: string;
  readonly title: string;
  /** Paragraphs: the first says what happened, the others what else came of it. */
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
  /** What it answers was about this power itself. */
  readonly concerned: boolean;
  /** Why it answers: the stance that it heard, and towards whom; empty where it answers nothing. */
  readonly because: string;
}

/** What each power with plans did this turn, with the reason it states: answers first, powers that did nothing last. */
export const reactionsOf = (teller: Teller, rows: readonly Row[]): readonly ReactionModel[] => {
  const now = rows.find(({ kind }) => kind === 'policy')?.origin;
  const { program, catalogue } = teller.bundle;
  const rank = ({ did, answers, silent }: ReactionModel): number => (did === '' ? 3 : silent ? 2 : answers === '' ? 1 : 0);
  /** What a move answers, as it was ordered. */
  const orderedAs = ({ answers }: Move): Pick<ActSpec, 'stance' | 'about'> | undefined => {
    const [item, option] = answers?.what.split('/') ?? [];
    if (option === undefined) return program.acts.find(({ id }) => id === item);
    return program.situations.find(({ id }) => id === item)?.options.find(({ id }) => id === option);
  };
  // Whom the order was about comes first.
  return [...movesIn(program, catalogue, rows)]
    .map((move) => {
      const ordered = orderedAs(move);
      return { ...move, ordered, concerned: answerersOf(catalogue, ordered?.about ?? []).includes(move.power) };
    })
    .sort((a, b) => Number(b.concerned) - Number(a.concerned))
    .map((move): ReactionModel => {
      const { power, act, answers, ordered, concerned } = move;
      const id = act === undefined ? undefined : program.acts[act]?.id;
      return {
        power,
        name: capitalName(teller, power),
        did: id === undefined ? '' : didOf(teller, id),
        reason: id === undefined ? '' : teller.say(`act.${id}.reason`),
        answers: answers === undefined ? '' : answersWords(teller, answers),
        atOnce: answers !== undefined && answers.turn === now,
        silent: act !== undefined && catalogue.acts[act]?.answer?.silent === true,
        concerned,
        because: ordered === undefined ? '' : isOwn(catalogue, move) ? because('because.own') : becauseOf(teller, ordered, concerned),
      };
    })
    .sort((a, b) => rank(a) - rank(b));
};

/** Whether its mood or chance outweighed what it heard: what was welcome is answered firmly, or the other way round. */
const isOwn = (catalogue: Catalogue, move: Move): boolean => toneOf(catalogue, move) * (move.answers?.welcome ?? 0) < 0;

/** The stance that was heard, towards the power that answers (`concerned`) or towards others. */
const becauseOf = (teller: Teller, { stance, about }: Pick<ActSpec, 'stance' | 'about'>, concerned: boolean): string => {
  if (stance === undefined || about.length === 0) return '';
  const { kind, word } = stanceOf(teller, stance);
  const home = capitalName(teller, teller.bundle.catalogue.chart.home);
  const whom = about.map((power) => capitalName(teller, power)).join(', ');
  const said = teller.has(`stance.${stance}.name`) ? 'named' : kind;
  return because(`because.${said}${concerned ? '' : '_to'}`, { home, word, whom });
};

export interface VoidModel {
  readonly order: string;
  /** What stands in its way now, in words. */
  readonly why: string;
}

/** Orders that were overtaken: something else of the same order, or of another capital's, stood in the way first. */
export const voidsOf = (teller: Teller, rows: readonly Row[]): readonly VoidModel[] =>
  rows
    .filter(({ kind, parent }) => kind === 'void' && parent === -1)
    .flatMap(({ place }) => {
      const owner = teller.place(place)?.owner;
      if (owner === undefined) return [];
      const { program } = teller.bundle;
      const act = program.acts.findIndex(({ id }) => owner === `act.${id}.title`);
      const entry = menu(teller.rules, teller.view, teller.seat).acts.find((each) => each.act === act);
      const id = program.acts[act]?.id;
      const why = entry === undefined || id === undefined ? undefined : whyNotOf(teller, entry, `act.${id}`);
      return [{ order: teller.say(owner), why: why ?? t('after.overtaken') }];
    });

export interface OrderedModel {
  readonly title: string;
  /** What it is, in a line. */
  readonly line: string;
}

/** Initiatives and projects of an order that were carried out. */
export const orderedOf = (teller: Teller, rows: readonly Row[]): readonly OrderedModel[] => {
  const { program } = teller.bundle;
  return rows
    .filter(({ kind, parent }) => kind === 'act' && parent === -1)
    .flatMap(({ place }) => {
      const act = program.acts.find(({ at, seat }) => at === place && seat === teller.seat);
      return act === undefined ? [] : [{ title: teller.say(`act.${act.id}.title`), line: teller.say(`act.${act.id}.line`) }];
    });
};

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
