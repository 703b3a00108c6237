import { t } from '../../text/text.ts';
import { keepProblem } from '../game/game-store.ts';
import { announce } from '../parts/live.tsx';
import { signal } from '@preact/signals';
import { copyLink } from '../game/share.ts';

const dismissed = signal(false);

/** Said once when the browser cannot save: the game goes on, and a link can be taken along. */
export const KeepNotice = () => {
  const problem = keepProblem.value;
  if (problem === undefined || dismissed.value) return null;
  return (
    <aside class="notice" role="region" aria-live="assertive" aria-label={t('keep.title')}>
      <p>{problem.code === 'full' ? t('keep.full') : t('keep.blocked')}</p>
      <button
        type="button"
        class="btn"
        onClick={() => void copyLink().then((copied) => announce(t(copied ? 'menu.copied' : 'menu.not_copied')))}
      >
        {t('keep.link')}
      </button>
      <button type="button" class="btn quiet" onClick={() => (dismissed.value = true)}>
        {t('keep.dismiss')}
      </button>
    </aside>
  );
};
