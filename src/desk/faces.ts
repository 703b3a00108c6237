import { effect } from '@preact/signals';
import { locale } from '../text/text.ts';

/** Letters in another face are still letters: what could not be fetched is asked for anew when it is wanted again. */
const quietly = (part: Promise<unknown>): void => void part.catch(() => undefined);

/** Has the letters of Vietnamese from the first screen on for whoever reads it. */
export const watchFaces = (): void => {
  effect(() => {
    if (locale.value === 'vi') quietly(import('./style/fonts-vi.css'));
  });
};

/** Fetches the faces that the first decision is readable without: italics, and the letters of names. */
export const fetchFaces = (): void => {
  quietly(import('./style/fonts-italic.css'));
  quietly(import('./style/fonts-vi.css'));
};
