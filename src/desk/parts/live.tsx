import { signal } from '@preact/signals';

const said = signal<{ readonly text: string; readonly time: number }>({ text: '', time: 0 });

/** Says something, politely. What was said last is said again when it is announced again. */
export const announce = (text: string): void => {
  said.value = { text, time: said.peek().time + 1 };
};

/** The one live region of the page. */
export const LiveRegion = () => (
  <p class="vh" role="status" aria-live="polite">
    {/* A new element each time: a reader hears of what changes, not of what is set to what it was. */}
    <span key={said.value.time}>{said.value.text}</span>
  </p>
);
