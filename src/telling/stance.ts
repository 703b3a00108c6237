import { kindsOf } from '../bundle/stance.ts';
import type { StanceKind } from '../bundle/stance.ts';
import type { Stance } from '../engine/program.ts';
import { t } from '../text/text.ts';
import type { Teller } from './teller.ts';

export interface StanceModel {
  /** Which of the five it counts as: its shape. */
  readonly kind: StanceKind;
  readonly word: string;
}

/** A stance as it is shown: a scenario's own under the name it has there. */
export const stanceOf = (teller: Teller, stance: Stance): StanceModel => {
  const kind = kindsOf(teller.bundle.catalogue)(stance);
  return { kind, word: teller.say(`stance.${stance}.name`) || t(`stance.${kind}`) };
};
