/** A piece of an authored text: words, a passage shown on a condition, a number worked out, or the odds of a chance. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'value'; readonly expression: string }
  | { readonly kind: 'odds'; readonly luck: string }
  | { readonly kind: 'if'; readonly expression: string; readonly inner: readonly Exclude<Piece, { kind: 'if' }>[] };

/** What is wrong with the marks of a text, and the mark. */
export interface MarkProblem {
  readonly message: string;
  readonly mark: string;
}

/** No mark holds the sign that begins one: whatever stands there, a text is gone through once. */
const MARK = /\[if\s([^\][]*)\]|\[\/if\]|\{=([^{}]*)\}|\{odds\s([^{}]*)\}/g;

/** Splits a text at `[if expr]`, `[/if]`, `{= expr}` and `{odds luck}`. Anything else is words, whatever it looks like. */
export function splitText(text: string, report: (problem: MarkProblem) => void): readonly Piece[] {
  const pieces: Piece[] = [];
  let open: { readonly expression: string; readonly inner: Exclude<Piece, { kind: 'if' }>[] } | undefined;
  let last = 0;
  const words = (part: string) => {
    if (part !== '') (open?.inner ?? pieces).push({ kind: 'words', text: part });
  };
  for (const match of text.matchAll(MARK)) {
    words(text.slice(last, match.index));
    last = match.index + match[0].length;
    if (match[1] !== undefined) {
      if (open !== undefined) report({ message: '`[if]` does not stand inside another `[if]`.', mark: match[0] });
      else open = { expression: match[1].trim(), inner: [] };
    } else if (match[2] !== undefined) {
      (open?.inner ?? pieces).push({ kind: 'value', expression: match[2].trim() });
    } else if (match[3] !== undefined) {
      (open?.inner ?? pieces).push({ kind: 'odds', luck: match[3].trim() });
    } else if (open === undefined) {
      report({ message: '`[/if]` without an `[if ...]` before it.', mark: match[0] });
    } else {
      pieces.push({ kind: 'if', ...open });
      open = undefined;
    }
  }
  words(text.slice(last));
  if (open !== undefined) {
    report({ message: '`[if ...]` without `[/if]`.', mark: '[if' });
    pieces.push({ kind: 'if', ...open });
  }
  return closeGaps(pieces);
}

/**
 * A passage takes the space before it along, so that none is left over when it is not shown; one that begins a paragraph
 * takes the space behind it.
 */
function closeGaps(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  /** Whether there have been passages only in this paragraph. */
  let first = true;
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'if') {
      const leads = piece.kind === 'words' && out.length > 0 && first;
      first = false;
      out.push(leads ? { kind: 'words', text: piece.text.trimStart() } : piece);
      continue;
    }
    const before = out.at(-1);
    const breaks = before?.kind === 'words' && /\n\s*$/.test(before.text);
    if (breaks) first = true;
    const after = pieces[i + 1];
    const gapBefore = before?.kind === 'words' && /\s$/.test(before.text);
    const gapAfter = after?.kind === 'if' || (after?.kind === 'words' && /^\s/.test(after.text));
    if (before?.kind === 'words' && gapBefore)
      out[out.length - 1] = { kind: 'words', text: `${before.text.trimEnd()}${breaks ? '\n' : ''}` };
    const [lead, trail] = edges(piece.inner);
    const left = !first && (gapBefore || lead) ? SPACE : [];
    const right = after !== undefined && (first ? gapAfter || trail : trail && !gapAfter) ? SPACE : [];
    out.push({ ...piece, inner: joinWords([...left, ...trimmed(piece.inner), ...right]) });
  }
  return out.filter((piece) => piece.kind !== 'words' || piece.text !== '');
}

type Inner = Exclude<Piece, { kind: 'if' }>;

const SPACE: readonly Inner[] = [{ kind: 'words', text: ' ' }];

/** Whether a passage begins and ends with space. */
function edges(inner: readonly Inner[]): readonly [boolean, boolean] {
  const [first, last] = [inner[0], inner.at(-1)];
  return [first?.kind === 'words' && /^\s/.test(first.text), last?.kind === 'words' && /\s$/.test(last.text)];
}

const trimmed = (inner: readonly Inner[]): readonly Inner[] =>
  inner.map((part, k) => {
    if (part.kind !== 'words') return part;
    const left = k === 0 ? part.text.trimStart() : part.text;
    return { kind: 'words', text: k === inner.length - 1 ? left.trimEnd() : left };
  });

/** Neighbouring words as one. */
function joinWords(pieces: readonly Inner[]): readonly Inner[] {
  const out: Inner[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.kind === 'words' && last?.kind === 'words') out[out.length - 1] = { kind: 'words', text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}

/** The expressions of a text, sorted, spaces evened out: a translation must have the same. */
export const expressionsOf = (pieces: readonly Piece[]): readonly string[] =>
  pieces
    .flatMap((piece) => {
      if (piece.kind !== 'if') return figureOf(piece);
      return [`if ${piece.expression}`, ...piece.inner.flatMap(figureOf)];
    })
    .map((expression) => expression.replace(/\s+/g, ' '))
    .sort();

const figureOf = (piece: Inner): readonly string[] =>
  piece.kind === 'words' ? [] : [piece.kind === 'value' ? `= ${piece.expression}` : `odds ${piece.luck}`];
