import type { Expr } from '../engine/program.ts';
import type { Prose, ProseText } from '../bundle/bundle.ts';
import { plain } from './wording.ts';

/** Puts segments together: what holds now is said, numbers are worked out, gaps are closed up. */
export const spell = (text: ProseText, value: (expr: Expr) => number): string => {
  if (typeof text === 'string') return text;
  const said = text.map((segment) => {
    if (typeof segment === 'string') return segment;
    if ('value' in segment) return plain(value(segment.value));
    if (value(segment.when) === 0) return '';
    return segment.text.map((part) => (typeof part === 'string' ? part : plain(value(part.value)))).join('');
  });
  return said
    .join('')
    .replace(/[ \t]{2,}/gu, ' ')
    .replace(/ +\n/gu, '\n')
    .trim();
};

/** A key's words, or undefined where the locale has none. */
export const sayOf =
  (prose: Prose, value: (expr: Expr) => number) =>
  (key: string): string | undefined => {
    const text = prose[key];
    return text === undefined ? undefined : spell(text, value);
  };
