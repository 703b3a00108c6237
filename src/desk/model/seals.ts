import { sealOf, type SealModel } from '../seals.tsx';
import type { Teller } from '../teller.ts';

/** The principles in their order; one that is not yet written keeps its empty place only when the scenario will write it. */
export const sealsOf = (teller: Teller): readonly SealModel[] =>
  teller.bundle.catalogue.principles
    .map(({ id, slot, since, glyph }, place) => ({
      id,
      glyph,
      place,
      name: teller.say(`principle.${id}.title`),
      ...sealOf(teller.read(slot), teller.holds(since)),
    }))
    .filter(({ state }) => state !== 'empty');
