import { sayer } from '../text.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

/** Words of the lesson, apart from those of the game: a person who plays alone never fetches them. */
export const lt = sayer<keyof typeof en>({ en, vi });
