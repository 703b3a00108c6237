import { signal } from '@preact/signals';
import { createInstance } from 'i18next';
import type { Locale } from '../bundle/bundle.ts';
import { en } from './en.ts';

/** A key of the interface's words; plural endings are chosen by `count`. */
export type TextKey = PluralFree<keyof typeof en>;
type PluralFree<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

const shelf = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en } },
});
void shelf.init();

/** The language on screen. Everything that speaks reads it, so a change shows at once. */
export const locale = signal<Locale>('en');

/** Switches the interface to a language, fetching its words the first time. */
export const speak = async (next: Locale): Promise<void> => {
  if (next === 'vi' && !shelf.hasResourceBundle('vi', 'translation')) {
    const { vi } = await import('./vi.ts');
    shelf.addResourceBundle('vi', 'translation', vi);
  }
  await shelf.changeLanguage(next);
  locale.value = next;
};

export const t = (key: TextKey, values: Readonly<Record<string, string | number>> = {}): string =>
  shelf.t(key, { lng: locale.value, ...values });
