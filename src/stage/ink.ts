import type { StageModel, StagePlace, StagePower } from '../desk/stage-model.ts';

/** What the moving ink shows at one instant: the model's steps as numbers between which one can stand. */
export interface Ink {
  /** `run`: how far its answer has come along the tie, 0..1. */
  readonly powers: readonly (StagePower & { readonly shown: number; readonly run: number })[];
  readonly places: readonly (StagePlace & { readonly shown: number })[];
}

export const inkOf = (model: StageModel): Ink => ({
  powers: model.powers.map((power) => ({ ...power, shown: 1, run: 1 })),
  places: model.places.map((place) => ({ ...place, shown: 1 })),
});

const between = (from: number, to: number, t: number): number => from + (to - from) * t;

/** Ink at share t (0..1) of the way from one model's to the next's. Newcomers fade in. */
export const inkBetween = (from: Ink, to: Ink, t: number): Ink => ({
  powers: to.powers.map((power) => {
    const old = from.powers.find(({ id }) => id === power.id);
    return old === undefined
      ? { ...power, shown: t, run: 1 }
      : {
          ...power,
          tier: between(old.tier, power.tier, t),
          trust: between(old.trust, power.trust, t),
          shown: between(old.shown, 1, t),
          run: old.answer === power.answer ? old.run + (1 - old.run) * t : t,
        };
  }),
  places: to.places.map((place) => {
    const old = from.places.find(({ id }) => id === place.id);
    return old === undefined
      ? { ...place, shown: t }
      : {
          ...place,
          pressure: between(old.pressure, place.pressure, t),
          own: between(old.own, place.own, t),
          other: between(old.other, place.other, t),
          queue: between(old.queue, place.queue, t),
          shown: between(old.shown, 1, t),
        };
  }),
});
