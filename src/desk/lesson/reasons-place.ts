import { reasonsFrom, type Reasons } from '../../telling/reasons.ts';

const KEY = 'bamboo.reasons';
/** Texts kept at most: a class of fifty with four tasks each. */
export const MOST_WRITTEN = 200;

export const readReasons = (): readonly Reasons[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return (Array.isArray(kept) ? kept : []).flatMap((each) => reasonsFrom(each) ?? []).slice(0, MOST_WRITTEN);
  } catch {
    return [];
  }
};

/** Keeps them on this device; false where it cannot. */
export const writeReasons = (all: readonly Reasons[]): boolean => {
  try {
    if (all.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
};

/** With what an alias wrote for a task in the place of what it had written before. */
export const withReasons = (all: readonly Reasons[], one: Reasons): readonly Reasons[] => [
  ...all.filter(({ alias, task }) => alias !== one.alias || task !== one.task),
  one,
];
