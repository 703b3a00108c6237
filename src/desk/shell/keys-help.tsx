import { t } from '../../text/text.ts';
import { Dialog } from '../parts/dialog.tsx';

export const KeysHelp = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t('keys.title')} onClose={onClose}>
    <dl class="keys">
      <dt>
        <kbd>1</kbd> – <kbd>4</kbd>
      </dt>
      <dd>{t('keys.choose')}</dd>
      <dt>
        <kbd>I</kbd>
      </dt>
      <dd>{t('keys.acts')}</dd>
      <dt>
        <kbd>F</kbd>
      </dt>
      <dd>{t('keys.tap')}</dd>
      <dt>
        <kbd>Enter</kbd>
      </dt>
      <dd>{t('keys.commit')}</dd>
      <dt>
        <kbd>B</kbd> <kbd>D</kbd>
      </dt>
      <dd>{t('keys.leaves')}</dd>
      <dt>
        <kbd>M</kbd> <kbd>K</kbd>
      </dt>
      <dd>
        {t('keys.chart')}; {t('keys.key')}
      </dd>
      <dt>
        <kbd>Esc</kbd>
      </dt>
      <dd>{t('keys.esc')}</dd>
      <dt>
        <kbd>?</kbd>
      </dt>
      <dd>{t('keys.help')}</dd>
    </dl>
    <p class="n">{t('keys.off')}</p>
  </Dialog>
);
