/** A piece of an authored text: words, a passage shown on a condition, or a number worked out. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'value'; readonly expression: string }
  | { readonly kind: 'if'; readonly expression: string; readonly inner: readonly Exclude<Piece, { kind: 'if' }>[] };

/** What is wrong with the marks of a text, and the mark. */
export interface MarkProblem {
  readonly message: string;
  readonly mark: string;
}

const MARK = /\[if\s+([^\]]*)\]|\[\/if\]|\{=\s*([^}]*)\}/g;

/** Splits a text at `[if expr]`, `[/if]` and `{= expr}`. Anything else is words, whatever it looks like. */
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

/** A passage takes the space before it along, so that none is left over when it is not shown. */
function closeGaps(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'if') {
      out.push(piece);
      continue;
    }
    const before = out.at(-1);
    const after = pieces[i + 1];
    const spaced =
      before === undefined ? after?.kind !== 'words' || /^\s/.test(after.text) : before.kind === 'words' && /\s$/.test(before.text);
    if (!spaced) {
      out.push(piece);
      continue;
    }
    if (before?.kind === 'words') out[out.length - 1] = { kind: 'words', text: before.text.trimEnd() };
    const inner = piece.inner.map((part, k) => {
      if (part.kind !== 'words') return part;
      const left = k === 0 ? part.text.trimStart() : part.text;
      return { kind: 'words' as const, text: k === piece.inner.length - 1 ? left.trimEnd() : left };
    });
    const space = { kind: 'words' as const, text: ' ' };
    // At the very start the space goes behind.
    out.push({ ...piece, inner: joinWords(before === undefined ? [...inner, space] : [space, ...inner]) });
  }
  if (out[0]?.kind === 'if' && out[1]?.kind === 'words') out[1] = { kind: 'words', text: out[1].text.trimStart() };
  return out.filter((piece) => piece.kind !== 'words' || piece.text !== '');
}

function joinWords<T extends Piece>(pieces: readonly (T | Extract<Piece, { kind: 'words' }>)[]): (T | Extract<Piece, { kind: 'words' }>)[] {
  const out: (T | Extract<Piece, { kind: 'words' }>)[] = [];
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
      if (piece.kind === 'words') return [];
      const inner = piece.kind === 'if' ? piece.inner.flatMap((part) => (part.kind === 'value' ? [`= ${part.expression}`] : [])) : [];
      return [piece.kind === 'if' ? `if ${piece.expression}` : `= ${piece.expression}`, ...inner];
    })
    .map((expression) => expression.replace(/\s+/g, ' '))
    .sort();
