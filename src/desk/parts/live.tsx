import { signal } from '@preact/signals';

const said = signal('');

/** Says something once, politely. */
export const announce = (text: string): void => {
  said.value = text;
};

/** The one live region of the page. */
export const LiveRegion = () => (
  <p class="vh" role="status" aria-live="polite">
    {said.value}
  </p>
);
