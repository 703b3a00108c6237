import { signal } from '@preact/signals';
import { t } from '../text/text.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { chargesOf } from './model/charges.ts';
import { game, tellerAt } from './play.ts';
import { viewNow } from '../session/game.ts';

const open = signal(false);

/** Opens the three charges of the game in hand. Whether each is met is told when the weeks are over, not before. */
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
      <ul class="charge-list">
        {chargesOf(teller, now).map(({ id, title, line, named }) => (
          <li key={id}>
            <b>{title}</b> {named && <span class="n">({t('review.named')})</span>}
            <p>{line}</p>
          </li>
        ))}
      </ul>
      <p class="n">{t('setup.charges_told')}</p>
    </Dialog>
  );
};
