import { t } from '../../text/text.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { ChargesRead } from './charges-read.tsx';
import { turnName } from '../../telling/clock.ts';
import { chargesOf, readingTurn } from '../../telling/charges.ts';
import { turnNow, viewNow } from '../../session/chronicle.ts';
import { useDesk } from '../desk-context.ts';
import { useSheet } from './sheets.ts';

/** Opens the three charges of the game in hand. */
export const ChargesButton = () => {
  const sheet = useSheet();
  return (
    <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => (sheet.value = 'charges')}>
      <Icon name="check" size={20} />
      <span class="tx">{t('review.charges')}</span>
    </button>
  );
};

export const ChargesSheet = () => {
  const { store } = useDesk();
  const sheet = useSheet();
  const now = store.game.value;
  const teller = now === undefined || sheet.value !== 'charges' ? undefined : store.tellerAt(viewNow(now));
  if (now === undefined || teller === undefined) return null;
  return (
    <Dialog title={t('setup.charges')} onClose={() => (sheet.value = undefined)}>
      {turnNow(now) >= readingTurn(now) ? (
        <ChargesRead teller={teller} game={now} />
      ) : (
        <>
          <ul class="charge-list">
            {chargesOf(teller, now, teller).map(({ id, title, line, told, named }) => (
              <li key={id}>
                <b>{title}</b> {named && <span class="n">({t('review.named')})</span>}
                <p>{line}</p>
                {told !== '' && <p class="n">{told}</p>}
              </li>
            ))}
          </ul>
          <p class="n">{t('setup.charges_told', { when: turnName(teller, readingTurn(now)) })}</p>
        </>
      )}
    </Dialog>
  );
};
