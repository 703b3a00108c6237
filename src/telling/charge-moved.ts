import type { Chronicle } from '../session/chronicle.ts';
import { rt } from '../text/review.ts';
import { movedByOrders, scaleOf, slotName } from './moved-by.ts';
import type { Teller } from './teller.ts';
import { signedIn } from './wording.ts';

/** Acts told of each figure of a charge. */
const ACTS = 2;

/** Figures of a charge that are told of: those named first. */
const FIGURES = 3;

/** What was ordered and moved the figures that a charge is read by, a line for each of the first few. */
export const chargeMovedBy = (teller: Teller, chronicle: Chronicle, id: string): readonly string[] =>
  teller
    .figuresIn(`charge.${id}.told`)
    .flatMap((slot) => {
      const name = slotName(teller, slot);
      const moved = name === '' ? [] : movedByOrders(teller, chronicle, slot).slice(0, ACTS);
      const scale = scaleOf(teller, slot);
      return moved.length === 0
        ? []
        : [rt('charges.moved', { name, list: moved.map(({ title, by }) => `${title} ${signedIn(by, scale)}`).join('; ') })];
    })
    .slice(0, FIGURES);
