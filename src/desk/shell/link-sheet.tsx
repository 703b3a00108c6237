import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../text/text.ts';
import { Dialog } from '../parts/dialog.tsx';

/** A link to copy by hand, selected. */
export const LinkSheet = ({ link, onClose }: { readonly link: string; readonly onClose: () => void }) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <Dialog title={t('link.by_hand')} onClose={onClose}>
      <label class="field">
        <span class="n">{t('link.by_hand_do')}</span>
        <textarea ref={field} readOnly rows={4} value={link} />
      </label>
    </Dialog>
  );
};
