import { useEffect } from 'preact/hooks';
import { letters } from '../settings.ts';
import { useWithin } from './within.ts';

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  TYPING.has(target.tagName) &&
  !(target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox'));

/**
 * Digits by their place on the keyboard, as on some of them the digit row writes letters; everything else by what it writes.
 */
const keyOf = ({ key, code }: KeyboardEvent): string => {
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(code)?.[1];
  if (digit !== undefined) return digit;
  return key.length === 1 ? key.toLowerCase() : key;
};

/** Single keys of a screen. Not heard while typing, with a modifier, over an open sheet, from another desk, or when letters are turned off. */
export const useKeys = (act: (key: string) => boolean): void => {
  const { hears } = useWithin();
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isText(event.target)) return;
      if (!hears()) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key !== 'Escape' && !letters.value) return;
      if (act(keyOf(event))) event.preventDefault();
    };
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', hear);
    };
  });
};
