import { t } from '../../text/text.ts';
import { useHeadingFocus } from './focus.ts';

/** A part of the page that could not be fetched: what is missing, and ways on. Nothing that was kept is touched. */
export const Failed = ({ again, home }: { readonly again: () => void; readonly home: () => void }) => {
  useHeadingFocus('failed-heading', 'failed');
  return (
    <main class="page problem" id="main">
      <h1 id="failed-heading" tabIndex={-1}>
        {t('failed.title')}
      </h1>
      <p class="brief">{t('failed.what')}</p>
      <p class="brief">{t('failed.do')}</p>
      <div class="acts">
        <button type="button" class="btn primary" onClick={again}>
          {t('failed.again')}
        </button>
        <button type="button" class="btn" onClick={home}>
          {t('link.home')}
        </button>
      </div>
    </main>
  );
};
