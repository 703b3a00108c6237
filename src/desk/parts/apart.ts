import { useEffect, useState } from 'preact/hooks';

/** A part of the desk whose program is fetched apart from the page's. */
export interface Apart<T> {
  /** The part, once it is here. */
  readonly here: () => T | undefined;
  readonly fetch: () => Promise<T>;
}

export const apart = <T>(load: () => Promise<T>): Apart<T> => {
  let found: T | undefined;
  return {
    here: () => found,
    fetch: () => load().then((part) => (found = part)),
  };
};

/** Milliseconds after which a part that is not wanted yet is fetched all the same: what is wanted comes first. */
const EARLY = 250;
/** A browser remembers that a part of a program could not be fetched: then only a reload asks for it anew. */
const RELOAD_AFTER = 1;

/** A part that could not be fetched. */
export interface Missing {
  readonly again: () => void;
}

/** The part, at once if it is here already; undefined while it comes. */
export const useApart = <T>(part: Apart<T>, wanted: boolean): { readonly here?: T; readonly missing?: Missing } => {
  const [state, setState] = useState<'coming' | 'here' | 'missing'>('coming');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (part.here() !== undefined) return;
    const fetch = (): void => {
      part.fetch().then(
        () => setState('here'),
        () => setState('missing'),
      );
    };
    setState('coming');
    const timer = setTimeout(fetch, wanted ? 0 : EARLY);
    return () => clearTimeout(timer);
  }, [wanted, tries]);
  const here = part.here();
  if (here !== undefined) return { here };
  if (state !== 'missing' || !wanted) return {};
  return { missing: { again: () => (tries < RELOAD_AFTER ? setTries(tries + 1) : location.reload()) } };
};
