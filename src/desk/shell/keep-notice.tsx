import { t } from '../../text/text.ts';
import type { TextKey } from '../../text/text.ts';
import type { KeepProblem } from '../../session/saves.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { CopyButton } from './copy-button.tsx';

const WHY: Readonly<Record<KeepProblem['code'], TextKey>> = {
  full: 'keep.full',
  blocked: 'keep.blocked',
  silent: 'keep.silent',
  refused: 'keep.refused',
  stale: 'keep.blocked',
};

/** Asked once, before the first order that cannot be kept: whether to go on without. */
const Asking = ({ problem }: { readonly problem: KeepProblem }) => {
  const { store, address } = useDesk();
  const close = (): void => store.goOnUnkept(false);
  return (
    <Dialog title={t('keep.title')} onClose={close}>
      <p class="brief">{t(WHY[problem.code])}</p>
      <p class="brief">{t('keep.ask')}</p>
      <div class="menu">
        <button type="button" class="btn primary" onClick={() => store.goOnUnkept(true)}>
          {t('keep.go_on')}
        </button>
        <CopyButton>{t('keep.link')}</CopyButton>
        <button
          type="button"
          class="btn"
          onClick={() => {
            close();
            address.goTo({ at: 'home' });
          }}
        >
          {t('menu.home')}
        </button>
      </div>
    </Dialog>
  );
};

/** The game went on in another window: neither is lost. */
const Elsewhere = ({ turn }: { readonly turn: number }) => {
  const { store } = useDesk();
  return (
    <Dialog title={t('keep.elsewhere')} onClose={() => void store.settleElsewhere(false)}>
      <p class="brief">{t('keep.elsewhere_do', { turn: turn + 1 })}</p>
      <div class="menu">
        <button type="button" class="btn primary" onClick={() => void store.settleElsewhere(false)}>
          {t('keep.take_there')}
        </button>
        <button type="button" class="btn" onClick={() => void store.settleElsewhere(true)}>
          {t('keep.branch_here')}
        </button>
      </div>
    </Dialog>
  );
};

/** How the game is kept, where that needs a word: it stands as long as it is true. */
export const KeepNotice = () => {
  const { store } = useDesk();
  const keeping = store.keeping.value;
  const tail = store.tail.value;
  return (
    <>
      {keeping.state === 'asking' && <Asking problem={keeping.problem} />}
      {keeping.state === 'elsewhere' && <Elsewhere turn={keeping.turn} />}
      {keeping.state === 'unkept' && (
        <aside class="notice" role="region" aria-live="assertive" aria-label={t('keep.title')}>
          <p>{t(WHY[keeping.problem.code])}</p>
          {store.game.value !== undefined && <CopyButton>{t('keep.link')}</CopyButton>}
        </aside>
      )}
      {tail !== undefined && (
        <aside class="notice" role="region" aria-live="polite" aria-label={t('keep.title')}>
          <p>{t('keep.tail')}</p>
          <button type="button" class="btn quiet" onClick={store.dismissTail}>
            {t('keep.dismiss')}
          </button>
        </aside>
      )}
    </>
  );
};
