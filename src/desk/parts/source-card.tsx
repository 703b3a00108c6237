import { signal } from '@preact/signals';
import { t } from '../../text/text.ts';
import { statusWord, supportWord } from './claim.ts';
import { Dialog } from './dialog.tsx';
import type { ClaimModel } from '../../telling/claims.ts';

const open = signal<readonly ClaimModel[]>([]);
let opener: HTMLElement | undefined;

/** Opens the card of a paragraph's claims; closing gives the focus back to what opened it. */
export const showSource = (claims: readonly ClaimModel[], from: HTMLElement): void => {
  opener = from;
  open.value = claims;
};

/** What a passage says, in our words, and what weight it bears. */
export const SourceCard = () => {
  const [first] = open.value;
  if (first === undefined) return null;
  return (
    <Dialog
      title={t('source.chip', { article: first.articleTitle, n: first.paragraph })}
      onClose={() => {
        open.value = [];
        opener?.focus();
      }}
    >
      {open.value.map(({ id, text, epistemic, corroboration }) => (
        <div key={id} class="claim-card">
          <p class="claim">{text}</p>
          <p class="n">
            <span class="ep">{statusWord(epistemic)}</span> · {supportWord(corroboration)}
          </p>
        </div>
      ))}
      <p class="from">
        {first.by}, <cite>{first.articleTitle}</cite>, {first.where}, {first.date}, {t('source.paragraph', { n: first.paragraph })}
      </p>
      <p class="from">{t('source.pattern')}</p>
    </Dialog>
  );
};
