import { viewsOf, type Chronicle } from '../session/chronicle.ts';
import { rt } from '../text/review.ts';
import { turnName, turnWithin } from './clock.ts';
import { stopsOf } from './review.ts';
import type { StanceModel } from './stance.ts';
import type { Teller } from './teller.ts';

/** The readings of a game over its turns, and the decisions on the way. */
export interface CourseModel {
  /** Moments, the first and the last included. */
  readonly moments: number;
  readonly readings: readonly {
    readonly id: string;
    readonly name: string;
    /** Per mille, by moment. */
    readonly values: readonly number[];
    /** The same in one sentence. */
    readonly told: string;
  }[];
  readonly marks: readonly { readonly turn: number; readonly stance: StanceModel; readonly told: string }[];
}

export const courseOf = (teller: Teller, chronicle: Chronicle): CourseModel => {
  const views = viewsOf(chronicle);
  const at = (moment: number): string => turnWithin(teller, Math.min(moment, teller.rules.turns - 1));
  return {
    moments: views.length,
    readings: teller.bundle.program.readings.map(({ id, slot }) => {
      const values = views.map((view) => view[slot] ?? 0);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const name = teller.say(`reading.${id}.name`);
      const told = rt('course.line', {
        name,
        first: values[0] ?? 0,
        low,
        low_at: at(values.indexOf(low)),
        high,
        high_at: at(values.indexOf(high)),
        last: values.at(-1) ?? 0,
      });
      return { id, name, values, told };
    }),
    marks: stopsOf(teller, chronicle).map(({ turn, stance, chosen }) => ({
      turn,
      stance,
      told: rt('course.mark', { when: turnName(teller, turn), stance: stance.word, title: chosen }),
    })),
  };
};
