import type { Locale } from '../bundle/bundle.ts';

/** The interface languages, in the order of the switch. */
export const LOCALES: readonly Locale[] = ['en', 'vi'];
