const SIGNS: Readonly<Record<string, string>> = {
  party: 'M8 17.5c2 2.5 10 2.5 12 0M14 7v10M10 10.5h8',
  foreign_affairs: 'M8 9.5h12v8h-6l-3.5 3v-3h-2.5zM11 13.5h6',
  defence: 'M14 7l6 2.2v4.5c0 3.6-2.6 6-6 7.5c-3.4-1.5-6-3.9-6-7.5v-4.5z',
  trade: 'M7.5 11.5h11.5l-2.5-2.5M20.5 16.5h-11.5l2.5 2.5',
};

/** The sign of one of the four viewpoints; its name stands beside it or is its accessible name. */
export const ViewpointSign = ({ viewpoint, label }: { readonly viewpoint: string; readonly label?: string }) => (
  <svg
    class="adv"
    viewBox="0 0 28 28"
    focusable="false"
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    {label !== undefined && <title>{label}</title>}
    <circle cx="14" cy="14" r="12.5" />
    <path d={SIGNS[viewpoint] ?? 'M10 14h8'} />
  </svg>
);
