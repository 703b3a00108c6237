import { viewNow } from '../../session/chronicle.ts';
import { t } from '../../text/text.ts';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { LaterSheet } from '../parts/later.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LanguageSwitch, ThemeSwitch } from '../parts/language-switch.tsx';
import { useDesk } from '../desk-context.ts';
import { offline } from '../offline.ts';
import { useSheet } from './sheets.ts';
import { letters } from '../settings.ts';

const OFFLINE = { none: 'offline.none', 'not-yet': 'offline.not_yet', fetching: 'offline.fetching', ready: 'offline.ready' } as const;

const Menu = () => {
  const { store, address } = useDesk();
  const sheet = useSheet();
  const close = (): void => void (sheet.value = undefined);
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
            address.goTo({ at: 'home' });
          }}
        >
          {t('menu.home')}
        </button>
      </div>
    </Dialog>
  );
};

/** The game in hand to take along. */
const Take = () => {
  const { store } = useDesk();
  const sheet = useSheet();
  const chronicle = store.game.value;
  const record = store.record();
  const teller = chronicle === undefined ? undefined : store.tellerAt(viewNow(chronicle));
  if (chronicle === undefined || record === undefined || teller === undefined) return null;
  return (
    <LaterSheet
      load={() => import('./take-sheet.tsx').then(({ TakeSheet }) => TakeSheet)}
      props={{ record, chronicle, tellerAt: (view) => store.tellerAt(view) ?? teller, onClose: () => (sheet.value = undefined) }}
    />
  );
};

/** The sheets that any screen of a game can open. */
export const Sheets = () => {
  const sheet = useSheet();
  if (sheet.value === 'menu') return <Menu />;
  if (sheet.value === 'how-to')
    return (
      <LaterSheet load={() => import('./how-to.tsx').then(({ HowTo }) => HowTo)} props={{ onClose: () => (sheet.value = undefined) }} />
    );
  if (sheet.value === 'take') return <Take />;
  if (sheet.value === 'keys') return <KeysHelp onClose={() => (sheet.value = undefined)} />;
  if (typeof sheet.value === 'object') return <LinkSheet link={sheet.value.link} onClose={() => (sheet.value = undefined)} />;
  return null;
};

export const MenuButton = () => {
  const sheet = useSheet();
  return (
    <button type="button" class="btn quiet" id="menu" aria-haspopup="dialog" onClick={() => (sheet.value = 'menu')}>
      <Icon name="menu" size={20} />
      <span class="tx">{t('menu.open')}</span>
    </button>
  );
};
