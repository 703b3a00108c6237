import { t } from '../../text/text.ts';
import { statusWord, supportWord } from '../../telling/claim-words.ts';
import { Dialog } from './dialog.tsx';
import { useAsked } from './asked.ts';

/** What a passage says, in our words, and what weight it bears. Closing it gives the focus back to what opened it. */
export const SourceCard = () => {
  const { source } = useAsked();
  const { claims, from } = source.value;
  const [first] = claims;
  if (first === undefined) return null;
  return (
    <Dialog
      title={t('source.chip', { article: first.articleTitle, n: first.paragraph })}
      onClose={() => {
        source.value = { claims: [], from: undefined };
        from?.focus();
      }}
    >
      {claims.map(({ id, text, epistemic, corroboration }) => (
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
