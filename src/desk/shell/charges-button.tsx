import { t } from '../../text/text.ts';
import { Icon } from '../parts/icons.tsx';
import { useSheet } from './sheets.ts';

/** Opens the three charges of the game in hand. */
export const ChargesButton = () => {
  const sheet = useSheet();
  return (
    <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => (sheet.value = 'charges')}>
      <Icon name="check" size={20} />
      <span class="tx">{t('review.charges')}</span>
    </button>
  );
};
