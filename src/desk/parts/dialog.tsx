import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../text/text.ts';
import { Icon } from './icons.tsx';

/** A sheet over the desk. The browser keeps the focus inside and Escape closes it. */
export const Dialog = ({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) => {
  const sheet = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // At once: a key that is pressed before the sheet is open would be the desk's.
  useLayoutEffect(() => {
    const dialog = sheet.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog
      ref={sheet}
      class="sheet"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === sheet.current) sheet.current?.close();
      }}
    >
      <div class="sheet-in">
        <header>
          <h2 id={heading}>{title}</h2>
          <button type="button" class="btn quiet" aria-label={t('menu.close')} onClick={() => sheet.current?.close()}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
};
