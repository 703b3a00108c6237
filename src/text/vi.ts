import type { en } from './en.ts';
export const vi: Partial<Record<keyof typeof en,string>> = {};
