import type { Expr } from '../engine/program.ts';
import type { Bundle, Prose, ProseText } from './bundle.ts';
import { seedWords } from '../engine/chance.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { valueOf } from '../engine/expression.ts';
import { start } from '../engine/turn.ts';
import { viewOf } from '../engine/view.ts';

/** A whole number with a true minus sign. */
export const plain = (n: number): string => (n < 0 ? `\u2212${String(-n)}` : String(n));

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

/** What a scenario says of itself before anyone plays it: its words as they stand at the start of a game. */
export const sayAtStart = ({ program }: Bundle, prose: Prose): ((key: string) => string | undefined) => {
  const rules = compileProgram(program);
  const view = viewOf(rules, start(rules, seedWords(0)));
  return sayOf(prose, (expr) => valueOf(rules, view, expr));
};
