import { t } from '../../text/text.ts';
import { useDesk } from '../desk-context.ts';
import { setLocale, unspoken } from '../settings.ts';

/**
 * Said when words could not be fetched: those of the game (an order is then kept back, and a reload goes on from there), or those of
 * another language.
 */
export const MissingNotice = () => {
  const { store } = useDesk();
  const language = unspoken.value;
  if (!store.missing.value && language === undefined) return null;
  return (
    <div class="notice" role="alert">
      <p>{t(store.missing.value ? 'app.failed' : 'failed.language')}</p>
      {language !== undefined && (
        <button type="button" class="btn" onClick={() => void setLocale(language)}>
          {t('failed.again')}
        </button>
      )}
    </div>
  );
};
