import { useEffect } from 'preact/hooks';

/** Moves the focus to a heading when what it heads comes on screen. `mark` changes with it. */
export const useHeadingFocus = (id: string, mark: unknown): void => {
  useEffect(() => {
    document.getElementById(id)?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [id, mark]);
};
