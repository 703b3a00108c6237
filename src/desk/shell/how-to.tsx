import { useState } from 'preact/hooks';
import { HOW_TO } from '../../text/how-to.ts';
import { locale, t } from '../../text/text.ts';
import { Dialog } from '../parts/dialog.tsx';

/** One drawing a card: a coin given, two gauges, three answers, a capital that answers, a branch of reasons. */
const DRAWINGS = [
  <>
    <circle class="ht-i" cx="40" cy="40" r="17" />
    <path class="ht-l" d="M66 40h58m-12-10l12 10-12 10" />
    <circle class="ht-s" cx="158" cy="40" r="8" />
    <path class="ht-l" d="M174 40h46" stroke-dasharray="2 7" />
    <circle class="ht-i" cx="238" cy="40" r="8" />
  </>,
  <>
    <path class="ht-w" d="M24 26h212M24 56h212" />
    <path class="ht-g" d="M24 26h148" />
    <path class="ht-r" d="M24 56h74" />
    <path class="ht-l" d="M172 16v20M98 46v20" />
  </>,
  <>
    {[18, 40, 62].map((y) => (
      <path key={y} class="ht-w" d={`M24 ${String(y)}h60M102 ${String(y)}h60M180 ${String(y)}h60`} />
    ))}
    <path class="ht-g" d="M54 40h24M132 62h18" />
    <path class="ht-r" d="M132 40h-20M210 62h-24" />
    <path class="ht-l" d="M54 10v60M132 10v60M210 10v60" />
  </>,
  <>
    <circle class="ht-s" cx="40" cy="54" r="9" />
    <circle class="ht-i" cx="222" cy="22" r="9" />
    <path class="ht-l" d="M52 50Q130 6 208 22" stroke-dasharray="2 6" />
    <path class="ht-r thin" d="M208 30Q134 40 56 60m14-10l-14 10 17 3" />
  </>,
  <>
    <path class="ht-l" d="M40 16v16M40 48v16" />
    <path class="ht-i" d="M40 4l8 8-8 8-8-8z" />
    <path class="ht-w" d="M62 12h120M62 40h140M62 68h96" />
    <circle class="ht-i" cx="40" cy="40" r="7" />
    <path class="ht-s" d="M33 60h10l5 5v11H33z" />
  </>,
] as const;

/** Five cards that say how it is played: one at a time, and left whenever one likes. */
export const HowTo = ({ onClose }: { readonly onClose: () => void }) => {
  const [at, setAt] = useState(0);
  const cards = HOW_TO[locale.value];
  const card = cards[at];
  const last = at === cards.length - 1;
  if (card === undefined) return null;
  return (
    <Dialog title={t('how_to.title')} onClose={onClose}>
      <div class="how-to" aria-live="polite">
        <svg viewBox="0 0 260 80" aria-hidden="true" focusable="false">
          {DRAWINGS[at]}
        </svg>
        <p class="n">{t('how_to.at', { n: at + 1, of: cards.length })}</p>
        <h3>{card.title}</h3>
        <p class="brief">{card.text}</p>
      </div>
      <div class="how-to-go">
        <button type="button" class="btn quiet" onClick={onClose}>
          {t('tap.skip')}
        </button>
        <button type="button" class="btn" disabled={at === 0} aria-label={t('how_to.back')} onClick={() => setAt(at - 1)}>
          <span aria-hidden="true">‹</span>
        </button>
        <button type="button" class="btn primary" onClick={() => (last ? onClose() : setAt(at + 1))}>
          {t(last ? 'how_to.done' : 'how_to.next')}
        </button>
      </div>
    </Dialog>
  );
};
