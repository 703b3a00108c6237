import { t } from '../text/text.ts';

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
