import type { Teller } from './teller.ts';
import { dates } from './wording.ts';

/** One claim of an article, ready to be shown. */
export interface ClaimModel {
  readonly id: string;
  readonly article: string;
  /** The article as it is cited in short: `Tran 2022`. */
  readonly cited: string;
  readonly articleTitle: string;
  readonly by: string;
  readonly where: string;
  readonly date: string;
  readonly paragraph: number;
  readonly epistemic: string;
  readonly corroboration: string;
  readonly text: string;
}

/** Claims by id, worded; unknown ids are left out. */
export const claimsOf = (teller: Teller, ids: readonly string[]): readonly ClaimModel[] =>
  ids.flatMap((id) => {
    const claim = teller.bundle.catalogue.claims.find((each) => each.id === id);
    if (claim === undefined) return [];
    const article = teller.bundle.catalogue.articles.find((each) => each.id === claim.article);
    const by = teller.say(`article.${claim.article}.by`);
    const surname = by.split(' ').at(-1) ?? '';
    return [
      {
        id,
        article: claim.article,
        cited: surname === '' ? claim.article : `${surname} ${article?.date.slice(0, 4) ?? ''}`.trim(),
        articleTitle: teller.say(`article.${claim.article}.title`),
        by,
        where: teller.say(`article.${claim.article}.where`),
        date: article === undefined ? '' : dates(article.date, article.date, teller.locale),
        paragraph: claim.paragraph,
        epistemic: claim.epistemic,
        corroboration: claim.corroboration,
        text: teller.say(`claim.${id}`),
      },
    ];
  });
