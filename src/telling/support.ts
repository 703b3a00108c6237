import type { SeatOrder } from '../engine/order.ts';
import type { View } from '../engine/view.ts';
import { stanceOf, type StanceModel } from './stance.ts';
import type { Teller } from './teller.ts';

/** One viewpoint beside a decision: how content it is, and what it had argued for. */
export interface SupportModel {
  readonly viewpoint: string;
  readonly name: string;
  /** Per mille. */
  readonly value: number;
  readonly was: number;
  /** The answer it argued for, worded; empty where it named none. */
  readonly wanted: string;
  readonly stance: StanceModel | undefined;
  /** It argued for what was answered. */
  readonly heeded: boolean;
}

/** The viewpoints of home after a turn, with what they said before it. `before`: the view at its start; `order`: what was decided on it. */
export const supportOf = (teller: Teller, before: View, order: SeatOrder): readonly SupportModel[] =>
  teller.bundle.catalogue.viewpoints.flatMap(({ id, support }) => {
    if (support === undefined) return [];
    const views = order.answers.flatMap(({ situation, option }) => {
      const info = teller.bundle.catalogue.situations[situation];
      const said = info?.views.find((view) => view.viewpoint === id);
      const chosen = teller.bundle.program.situations[situation]?.options[option]?.id;
      return info === undefined || said === undefined ? [] : [{ info, said, heeded: said.option !== undefined && said.option === chosen }];
    });
    const [view] = views;
    return [
      {
        viewpoint: id,
        name: teller.say(`viewpoint.${id}.name`),
        value: teller.read(support),
        was: before[support] ?? 0,
        wanted: view?.said.option === undefined ? '' : teller.say(`situation.${view.info.id}.option.${view.said.option}.title`),
        stance: view === undefined ? undefined : stanceOf(teller, view.said.stance),
        heeded: views.some(({ heeded }) => heeded),
      },
    ];
  });
