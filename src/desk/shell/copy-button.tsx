import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../text/text.ts';
import { Icon } from '../parts/icons.tsx';
import { announce } from '../parts/live.tsx';
import { copyLink } from '../game/share.ts';

/** How long the button says that the link was copied, ms. */
const SAID = 4000;

/** Copies the link of the game in hand, and says so for a moment. */
export const CopyButton = ({ children }: { readonly children: ComponentChildren }) => {
  const [times, setTimes] = useState(0);
  const copied = times > 0;
  useEffect(() => {
    if (times === 0) return undefined;
    const wait = setTimeout(() => setTimes(0), SAID);
    return () => clearTimeout(wait);
  }, [times]);
  return (
    <button
      type="button"
      class="btn"
      onClick={() =>
        void copyLink().then((done) => {
          setTimes(done ? (before) => before + 1 : 0);
          announce(t(done ? 'menu.copied' : 'menu.not_copied'));
        })
      }
    >
      <Icon name={copied ? 'check' : 'share'} />
      {copied ? t('review.copied') : children}
    </button>
  );
};
