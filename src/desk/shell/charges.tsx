import { signal } from '@preact/signals';
import { t } from '../../text/text.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { ChargesRead } from './charges-read.tsx';
import { chargesOf, readingTurn } from '../../telling/charges.ts';
import { game, tellerAt } from '../game/game-store.ts';
import { turnNow, viewNow } from '../../session/game.ts';

const open = signal(false);

/** Opens the three charges of the game in hand. */
export const ChargesButton = () => (
  <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => (open.value = true)}>
    <Icon name="check" size={20} />
    <span class="tx">{t('review.charges')}</span>
  </button>
);

export const ChargesSheet = () => {
  const now = game.value;
  const teller = now === undefined || !open.value ? undefined : tellerAt(now, viewNow(now));
  if (now === undefined || teller === undefined) return null;
  return (
    <Dialog title={t('setup.charges')} onClose={() => (open.value = false)}>
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
          <p class="n">{t('setup.charges_told')}</p>
        </>
      )}
    </Dialog>
  );
};
