import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../text/text.ts';
import { useWithin } from '../../parts/within.ts';
import { reducedMotion } from '../../settings.ts';

export type LeafName = 'briefing' | 'decision' | 'readings';

const NAMES = { briefing: 'leaf.briefing', decision: 'leaf.decision', readings: 'reading.tab' } as const;

/** On a narrow screen the leaves lie under the chart: a leaf that is turned to begins under the tabs, the decision always. */
const useLeafInView = (open: LeafName): void => {
  const { find } = useWithin();
  const before = useRef(open);
  useLayoutEffect(() => {
    if (before.current === open) return;
    before.current = open;
    const desk = find('#desk');
    if (desk === null || !matchMedia('(max-width: 1023px)').matches) return;
    const top = desk.getBoundingClientRect().top;
    if (open === 'decision' || top < 0) scrollBy({ top, behavior: reducedMotion.peek() ? 'auto' : 'smooth' });
  }, [open]);
};

/** Index tabs of the dossier; arrows move between them. The third is for the phone, where the strip is hidden. */
export const Tabs = ({
  leaves,
  open,
  onOpen,
}: {
  readonly leaves: readonly LeafName[];
  readonly open: LeafName;
  readonly onOpen: (leaf: LeafName) => void;
}) => {
  const { find } = useWithin();
  useLeafInView(open);
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={t('leaf.all')}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step === 0) return;
        const next = leaves[(leaves.indexOf(open) + step + leaves.length) % leaves.length];
        if (next === undefined) return;
        onOpen(next);
        find(`#tab-${next}`)?.focus({ preventScroll: true });
      }}
    >
      {leaves.map((leaf) => (
        <button
          key={leaf}
          type="button"
          role="tab"
          id={`tab-${leaf}`}
          class={leaf === 'readings' ? 'only-phone' : ''}
          aria-controls={`leaf-${leaf}`}
          aria-selected={leaf === open}
          tabIndex={leaf === open ? 0 : -1}
          onClick={() => onOpen(leaf)}
        >
          {t(NAMES[leaf])}
        </button>
      ))}
    </div>
  );
};
