import { t } from '../../text/text.ts';
import { Icon } from '../parts/icons.tsx';
import { useSheet } from './sheets.ts';

export const MenuButton = () => {
  const sheet = useSheet();
  return (
    <button type="button" class="btn quiet" id="menu" aria-haspopup="dialog" onClick={() => (sheet.value = 'menu')}>
      <Icon name="menu" size={20} />
      <span class="tx">{t('menu.open')}</span>
    </button>
  );
};
