import { t } from '../../text/text.ts';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { LanguageSwitch, ThemeSwitch } from '../parts/language-switch.tsx';
import { useDesk } from '../desk-context.ts';
import { offline } from '../offline.ts';
import { useSheet } from './sheets.ts';
import { letters } from '../settings.ts';

const OFFLINE = { none: 'offline.none', 'not-yet': 'offline.not_yet', fetching: 'offline.fetching', ready: 'offline.ready' } as const;

export const Menu = ({ onClose: close }: { readonly onClose: () => void }) => {
  const { store, address } = useDesk();
  const sheet = useSheet();
  const route = address.route.value;
  /** The review is on screen: by its own address, or at the end of a game. */
  const reviewing = route.at === 'review' || (route.at === 'play' && store.scene.value === 'over');
  return (
    <Dialog title={t('menu.open')} onClose={close}>
      <div class="menu">
        <div class="menu-row">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <label class="menu-row tick">
          <input type="checkbox" checked={letters.value} onChange={(event) => (letters.value = event.currentTarget.checked)} />
          {t('menu.letters')}
        </label>
        <p class="n" id="offline">
          {t(OFFLINE[offline.value])}
        </p>
        <button type="button" class="btn" onClick={() => (sheet.value = 'how-to')}>
          <Icon name="sheet" />
          {t('how_to.title')}
        </button>
        <button type="button" class="btn" onClick={() => (sheet.value = 'keys')}>
          <Icon name="keyboard" />
          {t('menu.keys')}
        </button>
        {store.game.value && (
          <>
            {route.at !== 'theatre' && <CopyButton>{t('menu.share')}</CopyButton>}
            {!reviewing && route.at !== 'theatre' && (
              <button
                type="button"
                class="btn"
                onClick={() => {
                  close();
                  address.goTo({ at: 'review' });
                }}
              >
                <Icon name="sheet" />
                {t('menu.ledger')}
              </button>
            )}
            {route.at !== 'theatre' && (
              <button
                type="button"
                class="btn"
                onClick={() => {
                  close();
                  address.goTo({ at: 'theatre', games: [] });
                }}
              >
                <Icon name="play" />
                {t('review.watch')}
              </button>
            )}
          </>
        )}
        <button
          type="button"
          class="btn"
          onClick={() => {
            close();
            address.goTo({ at: 'lab' });
          }}
        >
          <Icon name="branch" />
          {t('menu.lab')}
        </button>
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
