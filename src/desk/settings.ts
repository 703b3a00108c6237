import { effect, signal } from '@preact/signals';
import type { Locale } from '../bundle/bundle.ts';
import { LOCALES } from '../text/locales.ts';
import { locale, speak } from '../text/text.ts';

export type Theme = 'paper' | 'lacquer';

const read = (key: string): string | undefined => {
  try {
    return localStorage.getItem(`bamboo.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
};

const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(`bamboo.${key}`, value);
  } catch {
    // A browser that keeps nothing still plays.
  }
};

const storedTheme = (): Theme => {
  const stored = read('theme');
  if (stored === 'paper' || stored === 'lacquer') return stored;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'lacquer' : 'paper';
};

const storedLocale = (): Locale => LOCALES.find((each) => each === read('language')) ?? (navigator.language.startsWith('vi') ? 'vi' : 'en');

export const theme = signal<Theme>(storedTheme());
/** Whether single letters act as keys. */
export const letters = signal<boolean>(read('letters') !== 'off');

export const reducedMotion = signal<boolean>(matchMedia('(prefers-reduced-motion: reduce)').matches);

/** Applies and keeps the settings; resolves once the interface speaks the reader's language. */
export const startSettings = async (): Promise<void> => {
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
    write('theme', theme.value);
  });
  effect(() => {
    write('letters', letters.value ? 'on' : 'off');
  });
  matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', ({ matches }) => {
    reducedMotion.value = matches;
  });
  await setLocale(storedLocale());
};

/** A language that was asked for and could not be fetched, until another one speaks. */
export const unspoken = signal<Locale | undefined>(undefined);

/** Speaks a language from now on; where its words cannot be fetched the old one stays, and that is said. */
export const setLocale = async (next: Locale): Promise<void> => {
  try {
    await speak(next);
  } catch {
    unspoken.value = next;
    return;
  }
  unspoken.value = undefined;
  document.documentElement.lang = next;
  write('language', locale.value);
};
