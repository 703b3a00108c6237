import { t } from '../../text/text.ts';

export type LeafName = 'briefing' | 'decision' | 'readings';

const NAMES = { briefing: 'leaf.briefing', decision: 'leaf.decision', readings: 'reading.tab' } as const;

/** Index tabs of the dossier; arrows move between them. The third is for the phone, where the strip is hidden. */
export const Tabs = ({
  leaves,
  open,
  onOpen,
}: {
  readonly leaves: readonly LeafName[];
  readonly open: LeafName;
  readonly onOpen: (leaf: LeafName) => void;
}) => (
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
      document.getElementById(`tab-${next}`)?.focus();
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
