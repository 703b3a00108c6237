import { parseExpressionAt } from 'acorn';
import type { Expression } from 'acorn';
import { bad, good } from '../../engine/result.ts';
import type { Result } from '../../engine/result.ts';

/** What keeps a text from being an expression. */
export interface Unparsed {
  readonly message: string;
  /** Offset into the text. */
  readonly offset: number;
  readonly suggestion?: string;
}

/** The tree of an expression, whatever its names mean. */
export type Parse = (text: string) => Result<Expression, Unparsed>;

/** Spaces that editors and web pages put in: they look like one, and are none to the notation. */
const SPACE_LIKE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const hex = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

const LONGEST = 2000;
const DEEPEST = 40;

/** A parser that remembers: texts are written out many times by `each`, `run` and stances, and once for every language. */
export function newParse(): Parse {
  const known = new Map<string, ReturnType<Parse>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const parsed = parseExpression(text);
    known.set(text, parsed);
    return parsed;
  };
}

function parseExpression(text: string): ReturnType<Parse> {
  const broken = (message: string, offset = 0, suggestion?: string): ReturnType<Parse> =>
    bad({ message, offset, ...(suggestion === undefined ? {} : { suggestion }) });
  if (text.trim() === '') return broken('The expression is empty.');
  const gap = SPACE_LIKE.exec(text);
  if (gap !== null) return broken(`There is a space of another kind (U+${hex(gap[0])}) here.`, gap.index, 'write a plain space');
  if (text.length > LONGEST) return broken(`An expression may have ${LONGEST} characters.`);
  const open = text.split('(').length - text.split(')').length;
  if (open !== 0)
    return broken(
      open > 0 ? 'A parenthesis is not closed.' : 'A parenthesis is closed that was not opened.',
      Math.max(0, text.search(/[()]/)),
    );
  const deep = parenthesesBeyond(text);
  if (deep !== undefined) return broken(`Parentheses may stand ${DEEPEST} deep in each other.`, deep);
  const odd =
    /[^\w\s.,()+\-*<>=!&|?:]/.exec(text) ?? /!(?!=)/.exec(text) ?? /(?:===|!==|\*\*|<<|>>|\+\+|--|\?\.|\?\?|(?<![<>=!])=(?!=))/.exec(text);
  if (odd !== null) return broken(`\`${odd[0]}\` is not part of the notation.`, odd.index, HINTS[odd[0]]);
  // Acorn does not know `not`; the same length keeps every position.
  const source = text.replace(/\bnot\b/g, '!  ').replace(/\s/g, ' ');
  let tree: Expression;
  try {
    tree = parseExpressionAt(source, 0, { ecmaVersion: 2022, preserveParens: true });
  } catch (error) {
    if (error instanceof RangeError) return broken('The expression is nested too deep.');
    if (!(error instanceof SyntaxError)) throw error;
    const at = Math.min('pos' in error && typeof error.pos === 'number' ? error.pos : 0, text.length - 1);
    const what = text.slice(at).trim().split(/\s/)[0] ?? '';
    return broken(what === '' ? 'The expression breaks off.' : `The expression cannot be read from \`${what}\` on.`, at);
  }
  const rest = source.slice(tree.end).search(/\S/);
  if (rest >= 0) {
    const at = tree.end + rest;
    return broken(`\`${text.slice(at).trim()}\` is left over: an operator is missing before it.`, at);
  }
  return good(tree);
}

/** What to write instead of a sign that is not part of the notation. */
export const HINTS: Readonly<Record<string, string>> = {
  '!': 'write `not x`',
  '=': 'compare with `==`',
  '===': 'compare with `==`',
  '!==': 'compare with `!=`',
  '/': 'divide with `div(a, b)`',
  '%': 'use `mod(a, b)`',
  '"': 'names stand without quotes',
  "'": 'names stand without quotes',
  $: '`$p` needs an `each`, a `for` or a `with` around it that names `p`',
};

function parenthesesBeyond(text: string): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    if (depth > DEEPEST) return i;
  }
  return undefined;
}
