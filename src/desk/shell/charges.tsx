import { t } from '../../text/text.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ChargesRead } from './charges-read.tsx';
import { turnName } from '../../telling/clock.ts';
import { chargesOf, readingTurn } from '../../telling/charges.ts';
import { turnNow, viewNow } from '../../session/chronicle.ts';
import { useDesk } from '../desk-context.ts';

/** The charges of the game in hand, and how they stand once they are read. */
export const ChargesSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { store } = useDesk();
  const now = store.game.value;
  const teller = now === undefined ? undefined : store.tellerAt(viewNow(now));
  if (now === undefined || teller === undefined) return null;
  return (
    <Dialog title={t('setup.charges')} onClose={onClose}>
      {turnNow(now) >= readingTurn(now) ? (
        <ChargesRead teller={teller} game={now} tellerAt={store.tellerAt} />
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
