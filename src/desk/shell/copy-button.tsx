import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../text/text.ts';
import { useDesk } from '../desk-context.ts';
import { share } from '../game/share.ts';
import { Icon } from '../parts/icons.tsx';
import { announce } from '../parts/live.tsx';
import { useSheet } from './sheets.ts';

/** How long the button says that the link was copied, ms. */
const SAID = 4000;

/** Copies the link of the game in hand, and says so for a moment. Where the browser does not let it, or the page has no address, a sheet shows what there is. */
export const CopyButton = ({ children }: { readonly children: ComponentChildren }) => {
  const { store } = useDesk();
  const sheet = useSheet();
  const [times, setTimes] = useState(0);
  const told = times > 0;
  useEffect(() => {
    if (times === 0) return undefined;
    const wait = setTimeout(() => setTimes(0), SAID);
    return () => clearTimeout(wait);
  }, [times]);
  const copy = async (): Promise<void> => {
    const link = store.link();
    if (!link.ok) {
      announce(t('menu.not_copied'));
      return;
    }
    if (await share(link.value, sheet)) {
      setTimes((before) => before + 1);
      announce(t('menu.copied'));
    }
  };
  return (
    <button type="button" class="btn" onClick={() => void copy()}>
      <Icon name={told ? 'check' : 'share'} />
      {told ? t('review.copied') : children}
    </button>
  );
};
