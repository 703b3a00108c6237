import { tl } from '../../text/link-problem.ts';
import { useEffect, useRef } from 'preact/hooks';
import { pt } from '../../text/packages.ts';
import { hasAddress, packaged } from '../packaged.ts';
import { Dialog } from '../parts/dialog.tsx';

/** A link, selected, to copy by hand; or the code that stands for it where the page has no address to share. */
export const LinkSheet = ({ link, copied, onClose }: { readonly link: string; readonly copied: boolean; readonly onClose: () => void }) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <Dialog title={hasAddress ? tl('link.by_hand') : pt('code.title')} onClose={onClose}>
      {!hasAddress && (
        <p class="brief">
          {pt(packaged === 'file' ? 'code.file' : 'code.course')} {pt('code.do')}
        </p>
      )}
      <label class="field">
        <span class="n">{hasAddress ? tl('link.by_hand_do') : pt(copied ? 'code.copied' : 'code.by_hand')}</span>
        <textarea ref={field} readOnly rows={hasAddress ? 4 : 2} value={link} />
      </label>
    </Dialog>
  );
};
