import { hiddenNames } from '../../../telling/review.ts';
import type { Teller } from '../../../telling/teller.ts';
import { lt } from '../../../text/lesson/words.ts';

/** Said before the first decision: what is hidden, by name alone, and when it is told. */
export const Sealed = ({ teller }: { readonly teller: Teller }) => {
  const names = hiddenNames(teller);
  return names.length === 0 ? null : <p class="ls-sealed">{lt('who.hidden', { what: names.join(' · ') })}</p>;
};
