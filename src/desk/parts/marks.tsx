import type { ComponentChildren } from 'preact';

const STEM = 'M-2 9C-3 3-2.5-3 1-9M-4 3h4M-3.2-2.5h4.4';
const LEAVES = 'M.5-2c2.8-2.7 5.6-3 8-2.2c-1.8 2.8-4.6 4-8 2.2zM-2.6 4c-2.4-1.1-4.6-1-6.2.4c2 1.6 4.2 1.5 6.2-.4z';
const CHOP =
  'M-10.7-9.2Q-9.1-11.8-7.8-11.8Q-6.5-11.8-5.2-12Q-3.9-12.2-2.6-12Q-1.3-11.8 0-11.8Q1.3-11.8 2.6-11.9Q3.9-12.1 5.2-12Q6.5-11.9 9.2-10.5Q11.9-9.1 12-7.8Q12.1-6.5 12.1-5.2Q12-3.9 12.1-2.6Q12.2-1.3 12.2 0Q12.3 1.3 12.2 2.6Q12.1 3.9 11.9 5.2Q11.7 6.5 10.4 9.2Q9.1 11.8 7.8 11.5Q6.5 11.2 5.2 11.7Q3.9 12.2 2.6 11.6Q1.3 11 0 11.5Q-1.3 12-2.6 12Q-3.9 12.1-5.2 12.1Q-6.5 12-9.3 10.6Q-12 9.1-12 7.8Q-12 6.5-12 5.2Q-12 3.9-12 2.6Q-12.1 1.3-12 0Q-12-1.3-12-2.6Q-12-3.9-12.1-5.2Q-12.3-6.5-10.7-9.2Z';

/** Each mark is told by its shape alone; colour comes from the `mark-*` class. Box 24 x 24 about the origin. */
const SHAPES: Readonly<Record<string, ComponentChildren>> = {
  hanoi: (
    <>
      <path class="m-f" d={CHOP} />
      <path class="m-s" d={STEM} />
      <path class="m-n" d={LEAVES} />
    </>
  ),
  china: (
    <>
      <circle class="m-f" r="11" />
      <rect class="m-n" x="-3.7" y="-3.7" width="7.4" height="7.4" />
      <circle class="m-l" r="8.3" />
    </>
  ),
  us: (
    <>
      <path class="m-f" d="M-10-10.5h20v9.5c0 6-4.2 9.6-10 12c-5.8-2.4-10-6-10-12z" />
      <path class="m-s" d="M-10-4h20M-5.2-3.5v9.8M0-3.5v12.8M5.2-3.5v9.8" />
    </>
  ),
  russia: (
    <>
      <path class="m-f" d="M0-12c1.8 4.2 9.6 6 9.6 12.8c0 3.4-2.2 5.4-4 6.4v4.3h-11.2v-4.3c-1.8-1-4-3-4-6.4c0-6.8 7.8-8.6 9.6-12.8z" />
      <path class="m-s" d="M0-6.5c-3.6 4.6-3.6 9 0 13.5c3.6-4.5 3.6-8.9 0-13.5M-5.6 7.7h11.2" />
    </>
  ),
  japan: (
    <>
      <rect class="m-f" x="-10.5" y="-10.5" width="21" height="21" rx="1.5" />
      <circle class="m-n" r="6.2" />
      <circle class="m-f" r="3.1" />
    </>
  ),
  india: (
    <>
      <circle class="m-f" r="11" />
      <circle class="m-l" r="7.6" />
      <path class="m-s" d="M0-7.6v15.2M-7.6 0h15.2M-5.37-5.37l10.74 10.74M5.37-5.37l-10.74 10.74" />
      <circle class="m-n" r="1.7" />
    </>
  ),
  australia: (
    <>
      <path class="m-f" d="M0-12L11.6 0L0 12L-11.6 0z" />
      <circle class="m-n" cy="-5.5" r="1.7" />
      <circle class="m-n" cy="6" r="1.9" />
      <circle class="m-n" cx="-5" cy="-.3" r="1.6" />
      <circle class="m-n" cx="5" cy="-1.2" r="1.6" />
      <circle class="m-n" cx="2.2" cy="1.9" r="1" />
    </>
  ),
  cambodia: <path class="m-f" d="M0-12l2.5 5h4v4.5h3.5v5h2v8.500h-24v-8.500h2v-5h3.5v-4.5h4z" />,
};

/** The mark of a power; never without its name beside it or in the accessible name of what holds it. */
export const Mark = ({ power, size = 18 }: { readonly power: string; readonly size?: number }) => (
  <svg class={`mk mark mark-${power}`} width={size} height={size} viewBox="-13 -13 26 26" aria-hidden="true" focusable="false">
    {SHAPES[power] ?? <circle class="m-f" r="9" />}
  </svg>
);
