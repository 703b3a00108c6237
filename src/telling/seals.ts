import { t } from '../text/text.ts';
import type { Teller } from './teller.ts';

export interface SealModel {
  readonly id: string;
  readonly glyph: string;
  readonly name: string;
  /** `empty`: the paper that will state it is not out yet. */
  readonly state: 'firm' | 'strained' | 'aside' | 'empty';
  /** 0 to 3 hairlines. */
  readonly cracks: number;
  /** Position among the principles; fixes the edge. */
  readonly place: number;
}

/** Strain of a principle, 1000 firm to 0 set aside, as a state and a count of hairlines. */
export const sealOf = (strength: number, since: boolean): Pick<SealModel, 'state' | 'cracks'> => {
  if (!since) return { state: 'empty', cracks: 0 };
  if (strength <= 0) return { state: 'aside', cracks: 0 };
  if (strength > 850) return { state: 'firm', cracks: 0 };
  return { state: 'strained', cracks: strength > 500 ? 1 : strength > 250 ? 2 : 3 };
};

const WORDS = { firm: 'seal.firm', strained: 'seal.strained', aside: 'seal.aside', empty: 'seal.empty' } as const;

export const sealWord = ({ state }: SealModel): string => t(WORDS[state]);

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
