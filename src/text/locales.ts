import type { Locale } from '../scenario/story.ts';

/** The interface languages, in the order of the switch. */
export const LOCALES: readonly Locale[] = ['en', 'vi'];
