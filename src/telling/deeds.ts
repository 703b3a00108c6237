import { pastOf } from '../text/english.ts';
import { capitalName, type Teller } from './teller.ts';

/** A title within a sentence begins small, unless it is a name. */
export const inside = (title: string): string =>
  /^\p{Lu}\p{Ll}+(?: |,|$)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** What an act is, said after the name of whoever will do it or may: `send a letter`. */
export const deedOf = (teller: Teller, act: string): string => inside(teller.say(`act.${act}.title`));

/** What was done, said after the name of who did it: `sent a letter`. */
export const didOf = (teller: Teller, act: string): string => {
  const deed = deedOf(teller, act);
  return teller.locale === 'en' ? pastOf(deed) : deed;
};

/** Who did it, and what: `Beijing sent a letter`. */
export const didWords = (teller: Teller, power: string, act: string): string => `${capitalName(teller, power)} ${didOf(teller, act)}`;
