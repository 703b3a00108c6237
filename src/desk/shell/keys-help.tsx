import { tkey } from '../../text/keys.ts';
import { Dialog } from '../parts/dialog.tsx';

export const KeysHelp = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={tkey('keys.title')} onClose={onClose}>
    <dl class="keys">
      <dt>
        <kbd>1</kbd> – <kbd>4</kbd>
      </dt>
      <dd>{tkey('keys.choose')}</dd>
      <dt>
        <kbd>I</kbd>
      </dt>
      <dd>{tkey('keys.acts')}</dd>
      <dt>
        <kbd>F</kbd>
      </dt>
      <dd>{tkey('keys.tap')}</dd>
      <dt>
        <kbd>Enter</kbd>
      </dt>
      <dd>{tkey('keys.commit')}</dd>
      <dt>
        <kbd>B</kbd> <kbd>D</kbd>
      </dt>
      <dd>{tkey('keys.leaves')}</dd>
      <dt>
        <kbd>M</kbd> <kbd>K</kbd>
      </dt>
      <dd>
        {tkey('keys.chart')}; {tkey('keys.key')}
      </dd>
      <dt>
        <kbd>Esc</kbd>
      </dt>
      <dd>{tkey('keys.esc')}</dd>
      <dt>
        <kbd>?</kbd>
      </dt>
      <dd>{tkey('keys.help')}</dd>
    </dl>
    <p class="n">{tkey('keys.off')}</p>
  </Dialog>
);
