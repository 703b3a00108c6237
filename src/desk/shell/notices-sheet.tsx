import { useEffect, useState } from 'preact/hooks';
import { pt } from '../../text/packages.ts';
import { t } from '../../text/text.ts';
import { Dialog } from '../parts/dialog.tsx';
import '../style/notices.css';

const FILE = 'NOTICES.txt';

/** The page as one file holds them itself. */
const read = async (): Promise<string> => {
  const held = document.getElementById('notices')?.textContent;
  if (held !== undefined) return held;
  const answer = await fetch(FILE);
  if (!answer.ok) throw new Error(`${FILE}: ${String(answer.status)}`);
  return answer.text();
};

/** Under what licences the page is given, and whose work it is made of. */
export const NoticesSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const [text, setText] = useState<string | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  useEffect(() => void read().then(setText, () => setFailed(true)), []);
  return (
    <Dialog title={pt('notices.title')} onClose={onClose}>
      <p class="brief">{pt('notices.own')}</p>
      {failed ? (
        <p class="warned">{pt('notices.failed', { file: FILE })}</p>
      ) : text === undefined ? (
        <p class="muted">{t('app.loading')}</p>
      ) : (
        <pre class="notices" lang="en" tabIndex={0} role="group" aria-label={pt('notices.text')}>
          {text}
        </pre>
      )}
    </Dialog>
  );
};
