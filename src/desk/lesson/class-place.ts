import { resultsIn } from '../../session/lesson/result.ts';

/** What the teacher's device keeps of a class in groups: its code, and the results that came in, unchecked. */
export interface ClassPlace {
  readonly code: string;
  readonly results: readonly string[];
}

const KEY = 'bamboo.class';
/** Results kept at most. */
export const MOST_RESULTS = 24;

export const NO_CLASS: ClassPlace = { code: '', results: [] };

/** What is kept here may have been written by anyone: what is no result is left out. */
export const readClass = (): ClassPlace => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('code' in kept) || !('results' in kept)) return NO_CLASS;
    const { code, results } = kept;
    return {
      code: typeof code === 'string' ? code : '',
      results: (Array.isArray(results) ? results : [])
        .flatMap((each) => (typeof each === 'string' ? resultsIn(each).slice(0, 1) : []))
        .slice(0, MOST_RESULTS),
    };
  } catch {
    return NO_CLASS;
  }
};

export const writeClass = (place: ClassPlace | undefined): void => {
  try {
    if (place === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing still compares.
  }
};
