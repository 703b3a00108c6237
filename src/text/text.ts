import { signal } from '@preact/signals';
import type { Locale } from '../bundle/bundle.ts';
import { en } from './en.ts';

/** A key of the interface's words; plural endings are chosen by `count`. */
export type TextKey = PluralFree<keyof typeof en>;
type PluralFree<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

export type Words = Readonly<Record<string, string>>;
const shelf: Record<Locale, Words | undefined> = { en, vi: undefined };
const plurals: Readonly<Record<Locale, Intl.PluralRules>> = { en: new Intl.PluralRules('en'), vi: new Intl.PluralRules('vi') };

/** The language on screen. Everything that speaks reads it, so a change shows at once. */
export const locale = signal<Locale>('en');

/** Switches the interface to a language, fetching its words the first time. Rejects, and changes nothing, when they cannot be fetched. */
export const speak = async (next: Locale): Promise<void> => {
  if (next === 'vi') shelf.vi ??= (await import('./vi.ts')).vi;
  locale.value = next;
};

const GAP = /\{\{(\w+)\}\}/gu;

/** What fills the gaps of a text. */
export type Values = Readonly<Record<string, string | number>>;

/** Says the words of a key in the language on screen, in English where it has none, with `{{name}}` filled in. */
export const sayer =
  <Key extends string>(words: Readonly<Record<Locale, Words | undefined>>) =>
  (key: PluralFree<Key>, values: Values = {}): string => {
    const spoken = locale.value;
    const { count } = values;
    const wanted = typeof count === 'number' ? `${key}_${plurals[spoken].select(count)}` : key;
    const has = (told: Words | undefined): string | undefined => told?.[wanted] ?? told?.[key] ?? told?.[`${key}_other`];
    const text = has(words[spoken]) ?? has(words.en) ?? key;
    return text.replace(GAP, (gap, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : gap));
  };

export const t = sayer<keyof typeof en>(shelf);
