import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The part of the page that one desk stands in: what it looks for and what it hears is its own. */
export interface Place {
  readonly find: (selector: string) => HTMLElement | null;
  /** Whether a key pressed now is meant for this desk. */
  readonly hears: () => boolean;
}

export const Within = createContext<Place>({ find: (selector) => document.querySelector<HTMLElement>(selector), hears: () => true });

export const useWithin = (): Place => useContext(Within);
