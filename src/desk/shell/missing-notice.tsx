import { t } from '../../text/text.ts';
import { useDesk } from '../desk-context.ts';

/** Said when an order cannot be carried out because words of the game could not be fetched: it is kept, and a reload goes on from there. */
export const MissingNotice = () =>
  useDesk().store.missing.value ? (
    <div class="notice" role="alert">
      <p>{t('app.failed')}</p>
    </div>
  ) : null;
