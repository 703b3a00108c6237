import { useEffect } from 'preact/hooks';
import { letters } from '../settings.ts';

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  TYPING.has(target.tagName) &&
  !(target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox'));

/** Single keys of a screen. Not heard while typing, with a modifier, over an open sheet, or when letters are turned off. */
export const useKeys = (act: (key: string) => boolean): void => {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isText(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key !== 'Escape' && !letters.value) return;
      if (act(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
    };
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', hear);
    };
  });
};
