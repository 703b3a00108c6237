import type { Expr, Slot, SourceRef } from '../engine/program.ts';
import { slotsIn } from './slots.ts';
import type { Bundle, Prose, ProseFigure, ProseText } from './bundle.ts';
import { seedWords } from '../engine/chance.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { valueOf } from '../engine/expression.ts';
import { seenBy } from '../engine/eye.ts';
import { start } from '../engine/turn.ts';

/** A whole number with a true minus sign. */
export const plain = (n: number): string => (n < 0 ? `\u2212${String(-n)}` : String(n));

/** What figures in a text are worked out from. */
export interface Figures {
  readonly value: (expr: Expr) => number;
  /** Odds in words of the chance drawn at one of these places; empty where none was drawn. */
  readonly odds?: (places: readonly SourceRef[]) => string;
}

/** Puts segments together: what holds now is said, figures are worked out, gaps are closed up. */
export const spell = (text: ProseText, { value, odds = () => '' }: Figures): string => {
  if (typeof text === 'string') return text;
  const figure = (part: ProseFigure): string => ('value' in part ? plain(value(part.value)) : odds(part.odds));
  const said = text.map((segment) => {
    if (typeof segment === 'string') return segment;
    if (!('when' in segment)) return figure(segment);
    if (value(segment.when) === 0) return '';
    return segment.text.map((part) => (typeof part === 'string' ? part : figure(part))).join('');
  });
  return said
    .join('')
    .replace(/[ \t]{2,}/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .trim();
};

/** The slots whose figures a text shows, each once. */
export const figuresIn = (text: ProseText): readonly Slot[] => {
  if (typeof text === 'string') return [];
  const slots = (part: string | ProseFigure): readonly Slot[] =>
    typeof part === 'string' || !('value' in part) ? [] : slotsIn(part.value);
  return [
    ...new Set(
      text.flatMap((segment) => (typeof segment !== 'string' && 'when' in segment ? segment.text.flatMap(slots) : slots(segment))),
    ),
  ];
};

/** A key's words, or undefined where the locale has none. */
export const sayOf =
  (prose: Prose, value: (expr: Expr) => number, odds?: Figures['odds']) =>
  (key: string): string | undefined => {
    const text = prose[key];
    return text === undefined ? undefined : spell(text, odds === undefined ? { value } : { value, odds });
  };

/** What a scenario says of itself before anyone plays it: its words as they stand at the start of a game. */
export const sayAtStart = ({ program }: Bundle, prose: Prose): ((key: string) => string | undefined) => {
  const rules = compileProgram(program);
  const view = seenBy(rules, start(rules, seedWords(0)), 'table');
  return sayOf(prose, (expr) => valueOf(rules, view, expr));
};
