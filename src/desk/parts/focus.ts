import { useEffect } from 'preact/hooks';
import { useWithin } from './within.ts';

/** Moves the focus to a heading when what it heads comes on screen. `mark` changes with it. */
export const useHeadingFocus = (id: string, mark: unknown): void => {
  const { find } = useWithin();
  useEffect(() => {
    find(`#${id}`)?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [id, mark]);
};
