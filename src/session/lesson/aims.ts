import type { Bundle } from '../../bundle/bundle.ts';
import { kindsOf } from '../../bundle/stance.ts';
import { bounded } from '../../engine/arith.ts';
import { draw, siteOf } from '../../engine/chance.ts';
import type { Key } from '../../engine/chance.ts';
import type { Answer } from '../../engine/order.ts';
import type { View } from '../../engine/view.ts';
import type { LessonStop } from './lesson.ts';

/**
 * Private aims, invented for the exercise. `hold`: a reading ends no lower than it began. The others are about the table: `lead`, most of what
 * was decided is what the chair voted for; `company`, it never votes alone; `alone`, it is outvoted twice or more; `steady`, most of its votes are
 * of one stance; `variety`, the cabinet decides in three stances or more.
 */
const TABLE = ['lead', 'company', 'alone', 'steady', 'variety'] as const;
export type Aim = { readonly kind: 'hold'; readonly reading: string } | { readonly kind: (typeof TABLE)[number] };

const HOLD = 'hold-';

/** An aim as one word, for notes and forms. */
export const idOfAim = (aim: Aim): string => (aim.kind === 'hold' ? `${HOLD}${aim.reading}` : aim.kind);

/** The aims there are for a scenario. */
export const aimsFor = ({ program }: Pick<Bundle, 'program'>): readonly Aim[] => [
  ...program.readings.map(({ id }): Aim => ({ kind: 'hold', reading: id })),
  ...TABLE.map((kind): Aim => ({ kind })),
];

export const aimOfId = (bundle: Pick<Bundle, 'program'>, id: string): Aim | undefined => aimsFor(bundle).find((aim) => idOfAim(aim) === id);

const SITE = siteOf('lesson/aim');

/** One aim for each chair, no two alike while there are enough: drawn by the luck of the game, which nobody sees before the debrief. */
export const drawnAims = (bundle: Pick<Bundle, 'program'>, key: Key, chairs: readonly string[]): ReadonlyMap<string, Aim> => {
  let left = aimsFor(bundle);
  return new Map(
    chairs.flatMap((chair, i): readonly [string, Aim][] => {
      if (left.length === 0) left = aimsFor(bundle);
      const aim = left[bounded(draw(key, 0, SITE, i, 0), left.length)];
      left = left.filter((each) => each !== aim);
      return aim === undefined ? [] : [[chair, aim]];
    }),
  );
};

/** Votes lost that make a chair one that stood alone. */
const OUTVOTED = 2;
/** Stances in which a cabinet of variety decides. */
const STANCES = 3;

/** What became of a lesson, as far as aims ask. */
export interface CameOf {
  readonly bundle: Bundle;
  readonly stops: readonly LessonStop[];
  /** What was decided, by turn. */
  readonly decided: (turn: number) => Answer | undefined;
  readonly first: View;
  readonly last: View;
}

/** Whether a chair came to its aim. Of a lesson without a vote of its own it came to none about the table. */
export const isMet = ({ bundle, stops, decided, first, last }: CameOf, chair: string, aim: Aim): boolean => {
  if (aim.kind === 'hold') {
    const slot = bundle.program.readings.find(({ id }) => id === aim.reading)?.slot;
    return slot !== undefined && (last[slot] ?? 0) >= (first[slot] ?? 0);
  }
  const stanceOf = (answer: Answer | undefined): string => {
    const option = answer === undefined ? undefined : bundle.program.situations[answer.situation]?.options[answer.option];
    return option === undefined ? '' : kindsOf(bundle.catalogue)(option.stance);
  };
  const votes = stops
    .filter(({ rang }) => !rang)
    .flatMap(({ turn, ballots }) => {
      const [own] = ballots.find((ballot) => ballot.chair === chair)?.order.answers ?? [];
      const others = ballots.filter((ballot) => ballot.chair !== chair).map(({ order }) => order.answers[0]?.option);
      return own === undefined ? [] : [{ own, others, decided: decided(turn) }];
    });
  if (votes.length === 0 && aim.kind !== 'variety') return false;
  const won = votes.filter((vote) => vote.own.option === vote.decided?.option).length;
  switch (aim.kind) {
    case 'lead':
      return won * 2 > votes.length;
    case 'company':
      return votes.every(({ own, others }) => others.includes(own.option));
    case 'alone':
      return votes.length - won >= OUTVOTED;
    case 'steady': {
      const stances = votes.map(({ own }) => stanceOf(own));
      return stances.some((stance) => stances.filter((each) => each === stance).length * 2 > stances.length);
    }
    case 'variety':
      return new Set(stops.filter(({ rang }) => !rang).map(({ turn }) => stanceOf(decided(turn)))).size >= STANCES;
  }
};
