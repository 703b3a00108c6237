import { useEffect, useState } from 'preact/hooks';
import { pt } from '../../text/packages.ts';
import { t } from '../../text/text.ts';
import { Dialog } from '../parts/dialog.tsx';
import '../style/notices.css';

const FILE = 'NOTICES.txt';

/** The page as one file holds them itself. */
const read = async (): Promise<string> => {
  const held = document.getElementById('notices')?.textContent;
  if (held !== undefined && held !== null) return held;
  const answer = await fetch(FILE);
  if (!answer.ok) throw new Error(`${FILE}: ${String(answer.status)}`);
  return answer.text();
};

/** Under what licences the page is given, and whose work it is made of. */
export const NoticesSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const [text, setText] = useState<string | 'failed' | undefined>(undefined);
  useEffect(() => void read().then(setText, () => setText('failed')), []);
  return (
    <Dialog title={pt('notices.title')} onClose={onClose}>
      <p class="brief">{pt('notices.own')}</p>
      {text === undefined && <p class="muted">{t('app.loading')}</p>}
      {text === 'failed' && <p class="warned">{pt('notices.failed', { file: FILE })}</p>}
      {text !== undefined && text !== 'failed' && (
        <pre class="notices" lang="en" tabIndex={0} role="group" aria-label={pt('notices.text')}>
          {text}
        </pre>
      )}
    </Dialog>
  );
};
