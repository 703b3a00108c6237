import { signal } from '@preact/signals';
import { t } from '../../text/text.ts';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LanguageSwitch, ThemeSwitch } from '../parts/language-switch.tsx';
import { game, scene } from '../game/game-store.ts';
import { goTo, route } from '../address.ts';
import { letters } from '../settings.ts';

const sheet = signal<'menu' | 'keys' | undefined>(undefined);

export const openMenu = (): void => {
  sheet.value = 'menu';
};

export const openKeys = (): void => {
  sheet.value = 'keys';
};

const close = (): void => {
  sheet.value = undefined;
};

/** The review is on screen: by its own address, or at the end of a game. */
const reviewing = (): boolean => route.value.at === 'review' || (route.value.at === 'play' && scene.value === 'over');

const Menu = () => (
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
      <button type="button" class="btn" onClick={openKeys}>
        <Icon name="keyboard" />
        {t('menu.keys')}
      </button>
      {game.value && (
        <>
          <CopyButton>{t('menu.share')}</CopyButton>
          {!reviewing() && (
            <button
              type="button"
              class="btn"
              onClick={() => {
                close();
                goTo({ at: 'review' });
              }}
            >
              <Icon name="sheet" />
              {t('menu.ledger')}
            </button>
          )}
        </>
      )}
      <button
        type="button"
        class="btn"
        onClick={() => {
          close();
          goTo({ at: 'home' });
        }}
      >
        {t('menu.home')}
      </button>
    </div>
  </Dialog>
);

/** The sheets that any screen of a game can open. */
export const Sheets = () => {
  if (sheet.value === 'menu') return <Menu />;
  if (sheet.value === 'keys') return <KeysHelp onClose={close} />;
  return null;
};

export const MenuButton = () => (
  <button type="button" class="btn quiet" id="menu" aria-haspopup="dialog" onClick={openMenu}>
    <Icon name="menu" size={20} />
    <span class="tx">{t('menu.open')}</span>
  </button>
);
