import { t } from '../../text/text.ts';
import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icons.tsx';
import { LanguageSwitch, ThemeSwitch } from '../parts/language-switch.tsx';

/** The head of a page that is no game: the way home, language and theme. */
export const PageHeader = () => {
  const { address } = useDesk();
  return (
    <header class="hnav in-page">
      <button type="button" class="btn quiet" onClick={() => address.goTo({ at: 'home' })}>
        <Icon name="undo" />
        {t('menu.home')}
      </button>
      <div class="hset">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
};
