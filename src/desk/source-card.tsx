import { signal } from '@preact/signals';
import { t } from '../text/text.ts';
import { statusWord, supportWord, type ClaimModel } from './claim.ts';
import { Dialog } from './dialog.tsx';

const open = signal<ClaimModel | undefined>(undefined);
let opener: HTMLElement | undefined;

/** Opens the card of a claim; closing gives the focus back to what opened it. */
export const showSource = (claim: ClaimModel, from: HTMLElement): void => {
  opener = from;
  open.value = claim;
};

/** One claim: our words for it, the article, the paragraph, and what weight it bears. */
export const SourceCard = () => {
  const claim = open.value;
  if (claim === undefined) return null;
  return (
    <Dialog
      title={t('source.chip', { article: claim.articleTitle, n: claim.paragraph })}
      onClose={() => {
        open.value = undefined;
        opener?.focus();
      }}
    >
      <p class="claim">{claim.text}</p>
      <dl class="facts">
        <dt>{t('source.title')}</dt>
        <dd>
          {claim.by}, <cite>{claim.articleTitle}</cite>, {claim.where}, {claim.date}, {t('source.paragraph', { n: claim.paragraph })}
        </dd>
        <dt>{t('source.status')}</dt>
        <dd class="ep">{statusWord(claim.epistemic)}</dd>
        <dt>{t('source.support')}</dt>
        <dd>{supportWord(claim.corroboration)}</dd>
      </dl>
    </Dialog>
  );
};
