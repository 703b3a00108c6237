/** One stroke a turn; the present one is taller and red. */
export const Ticks = ({ at, of }: { readonly at: number; readonly of: number }) => (
  <svg class="ticks" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    {Array.from({ length: of }, (_, i) => (
      <path
        key={i}
        class={i === at ? 'now' : i < at ? 'on' : ''}
        d={`M${(2 + (i * 96) / Math.max(1, of - 1)).toFixed(1)} ${i === at ? '0' : i < at ? '1.5' : '3'}V9`}
      />
    ))}
  </svg>
);
