import type { Drift } from '../../telling/wording.ts';
const PATHS = {
  moon: 'M15.8 12.2a6.5 6.5 0 01-8-8 6.5 6.5 0 108 8z',
  sheet: 'M5 2.8h7l3.5 3.5v11H5zM12 2.8v3.6h3.5M7.5 10h5M7.5 13h5',
  down: 'M5 7.5l5 5 5-5',
  undo: 'M4 8.5h8a4.2 4.2 0 010 8.5H8M4 8.5l3.8-3.8M4 8.5l3.8 3.8',
  replay: 'M4.5 10A5.5 5.5 0 1010 4.5c-2 0-3.6.8-4.7 2.2M4.5 3.5v3.6h3.7',
  print: 'M5.5 7.5V3h9v4.5M5.5 13.5h-2v-6h13v6h-2M5.5 11.5h9V17h-9z',
  check: 'M4.5 10.5l3.7 3.7L15.7 6',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  branch: 'M6 3v14M6 12c0-4 8-2 8-6.5M11.5 7.5l2.5-3 2.5 3',
  share: 'M10 12.5v-9M6.5 6.5L10 3l3.5 3.5M4.5 10.5v6h11v-6',
  close: 'M5 5l10 10M15 5L5 15',
  next: 'M5 4l7 6-7 6zM15 4v12',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  beside: 'M3 4h6v12H3zM11 4h6v12h-6z',
  play: 'M6 4l9 6-9 6z',
  on: 'M7 4.5l6 5.5-6 5.5',
  back: 'M13 4.5L7 10l6 5.5',
  first: 'M15 4l-7 6 7 6zM5 4v12',
  keyboard: 'M2.8 5.5h14.4v9H2.8zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.7h7',
  warn: 'M10 3.2l7.2 13H2.8zM10 8v4M10 14.2h.01',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => (
  <svg class="ic" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);

const ARROWS = { up: 'M10 4.5l5 7H5z', down: 'M10 15.5l5-7H5z', either: 'M10 1l5 7H5zM10 19l5-7H5z', still: 'M4 9h12v2H4z' } as const;

export const Arrow = ({ drift, size = 11 }: { readonly drift: Drift; readonly size?: number }) => (
  <svg class={`ic arrow is-${drift}`} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path class="fill" d={ARROWS[drift]} />
  </svg>
);
