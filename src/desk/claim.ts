import { t } from '../text/text.ts';

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

const STATUSES = [
  'asserted',
  'alleged',
  'interpretation',
  'reported_view',
  'reported_speech',
  'reported_text',
  'expectation',
  'conditional',
  'prediction',
  'proposal',
  'question',
] as const;

/** The status of a claim, worded. */
export const statusWord = (epistemic: string): string => {
  const known = STATUSES.find((status) => status === epistemic.replaceAll('-', '_'));
  return known === undefined ? epistemic : t(`epistemic.${known}`);
};

const SUPPORTS = ['supported', 'contested', 'unchecked'] as const;

export const supportWord = (corroboration: string): string => {
  const known = SUPPORTS.find((support) => support === corroboration);
  return known === undefined ? corroboration : t(`corroboration.${known}`);
};
