import { claimsOf, type ClaimModel } from './claims.ts';
import type { Teller } from './teller.ts';

/** What the author of an article would say of a game, as theirs. */
export interface VoiceModel {
  readonly id: string;
  readonly text: string;
  readonly claims: readonly ClaimModel[];
}

/** What each article's author would say: by article, in the order in which the articles stand. */
export const voicesOf = (
  teller: Teller,
): readonly { readonly article: string; readonly by: string; readonly voices: readonly VoiceModel[] }[] => {
  const { articles, voices = [] } = teller.bundle.catalogue;
  return articles
    .map(({ id: article }) => ({
      article,
      by: teller.say(`article.${article}.by`),
      voices: voices.flatMap((voice): VoiceModel[] => {
        if (voice.article !== article || !teller.holds(voice.when)) return [];
        const text = teller.say(`voice.${voice.id}`);
        return text === '' ? [] : [{ id: voice.id, text, claims: claimsOf(teller, voice.claims) }];
      }),
    }))
    .filter((each) => each.voices.length > 0);
};

/** What to talk about after a game. */
export const questionsOf = (teller: Teller): readonly string[] =>
  (teller.bundle.catalogue.questions ?? []).flatMap(({ id, when }) => {
    const text = teller.holds(when) ? teller.say(`question.${id}`) : '';
    return text === '' ? [] : [text];
  });
