import { locale, t } from '../../text/text.ts';
import { setLocale, theme } from '../settings.ts';
import { Icon } from './icons.tsx';

export const LanguageSwitch = () => (
  <div class="seg2" role="group" aria-label={t('language.label')}>
    <button type="button" lang="en" aria-pressed={locale.value === 'en'} onClick={() => void setLocale('en')}>
      English
    </button>
    <button type="button" lang="vi" aria-pressed={locale.value === 'vi'} onClick={() => void setLocale('vi')}>
      Tiếng Việt
    </button>
  </div>
);

export const ThemeSwitch = () => (
  <button type="button" class="btn quiet" onClick={() => (theme.value = theme.value === 'paper' ? 'lacquer' : 'paper')}>
    <Icon name="moon" />
    <span class="tx">{theme.value === 'paper' ? t('theme.lacquer') : t('theme.paper')}</span>
  </button>
);
