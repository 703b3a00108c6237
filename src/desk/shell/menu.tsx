import { pt } from '../../text/packages.ts';
import { t } from '../../text/text.ts';
import { BranchWays } from './branch-ways.tsx';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon, type IconName } from '../parts/icons.tsx';
import type { Route } from '../route.ts';
import { LanguageSwitch, ThemeSwitch } from '../parts/language-switch.tsx';
import { useDesk } from '../desk-context.ts';
import { offline } from '../offline.ts';
import { packaged } from '../packaged.ts';
import { useSheet } from './sheets.ts';
import { letters } from '../settings.ts';

const OFFLINE = { none: 'offline.none', 'not-yet': 'offline.not_yet', fetching: 'offline.fetching', ready: 'offline.ready' } as const;

/** A button of the menu that leads to another screen. */
const Way = ({
  go,
  to,
  icon,
  children,
}: {
  readonly go: (to: Route) => void;
  readonly to: Route;
  readonly icon?: IconName;
  readonly children: string;
}) => (
  <button type="button" class="btn" onClick={() => go(to)}>
    {icon !== undefined && <Icon name={icon} />}
    {children}
  </button>
);

export const Menu = ({ onClose: close }: { readonly onClose: () => void }) => {
  const { store, address } = useDesk();
  const go = (to: Route): void => {
    close();
    address.goTo(to);
  };
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
          {packaged === 'page' ? t(OFFLINE[offline.value]) : pt(packaged === 'file' ? 'offline.file' : 'offline.course')}
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
            {route.at !== 'theatre' && <BranchWays onClose={close} />}
            {route.at !== 'theatre' && <CopyButton>{t('menu.share')}</CopyButton>}
            {!reviewing && route.at !== 'theatre' && (
              <Way go={go} to={{ at: 'review' }} icon="sheet">
                {t('menu.ledger')}
              </Way>
            )}
            {route.at !== 'theatre' && (
              <Way go={go} to={{ at: 'theatre', games: [] }} icon="play">
                {t('review.watch')}
              </Way>
            )}
          </>
        )}
        <Way go={go} to={{ at: 'lab' }} icon="branch">
          {t('menu.lab')}
        </Way>
        <Way go={go} to={{ at: 'home' }}>
          {t('menu.home')}
        </Way>
        <button type="button" class="btn quiet" onClick={() => (sheet.value = 'notices')}>
          {pt('notices.title')}
        </button>
      </div>
    </Dialog>
  );
};
