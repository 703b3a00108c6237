/** Where something stands in the source. Line and column from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The text of a file and where its lines begin. */
export interface FileText {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Where an entry of a map or list stands, as offsets into the text. */
export interface Span {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

interface Origin {
  readonly text: FileText;
  readonly start: number;
  readonly spanOf: (key: string | number) => Span | undefined;
}

/** Remembers for every map and list that was read where it and its entries stand. */
export interface Trace {
  readonly keep: (value: object, text: FileText, start: number, spanOf: Origin['spanOf']) => void;
  /** After entries of a list were taken out: which they were before. */
  readonly renumber: (list: object, before: readonly number[]) => void;
  /** A map put together from others stands where they do: its entries where the first of them has them. */
  readonly alias: (value: object, ...from: readonly object[]) => void;
  /** Of a map or list, or of the value under `key` (of the map itself where there is none). */
  readonly of: (owner: object, key?: string | number) => Position;
  readonly ofKey: (owner: object, key: string | number) => Position;
  /** Of `fragment` within the scalar under `key`; `from` counts occurrences to pass over. The scalar's own place if it is not found. */
  readonly inside: (owner: object, key: string | number, fragment: string, from?: number) => Position;
  /** The file and the offsets of the entry under `key`. */
  readonly span: (owner: object, key: string | number) => (Span & { readonly text: FileText }) | undefined;
  /** The scalar under `key` as it was written. */
  readonly written: (owner: object, key: string | number) => string;
}

const NOWHERE: Position = { file: '', line: 0, column: 0 };

export function newTrace(): Trace {
  const origins = new Map<object, Origin>();
  const aliases = new Map<object, readonly object[]>();
  /** Where an entry of a map stands; of one put together, that of the map which has it. */
  const originOf = (owner: object, key?: string | number): Origin | undefined => {
    const own = origins.get(owner);
    if (own !== undefined) return own;
    const found = (aliases.get(owner) ?? []).map((from) => originOf(from, key)).filter((origin) => origin !== undefined);
    return found.find((origin) => key !== undefined && origin.spanOf(key) !== undefined) ?? found[0];
  };
  const spanOf = (owner: object, key: string | number) => originOf(owner, key)?.spanOf(key);
  const at = (owner: object, offset: number | undefined, key?: string | number): Position => {
    const origin = originOf(owner, key);
    return origin === undefined ? NOWHERE : positionOf(origin.text, offset ?? origin.start);
  };
  return {
    keep: (value, text, start, find) => void origins.set(value, { text, start, spanOf: find }),
    renumber: (list, before) => {
      const origin = origins.get(list);
      if (origin !== undefined) origins.set(list, { ...origin, spanOf: (key) => origin.spanOf(before[Number(key)] ?? -1) });
    },
    alias: (value, ...from) => {
      aliases.set(value, from);
    },
    of: (owner, key) => at(owner, key === undefined ? undefined : spanOf(owner, key)?.start, key),
    ofKey: (owner, key) => at(owner, spanOf(owner, key)?.key, key),
    inside: (owner, key, fragment, from = 0) => {
      const origin = originOf(owner, key);
      const span = spanOf(owner, key);
      if (origin === undefined || span === undefined) return at(owner, undefined, key);
      const source = origin.text.text.slice(span.start, span.end);
      let found = -1;
      for (let i = 0; i <= from; i++) {
        const next = source.indexOf(fragment, found + 1);
        if (next < 0) break;
        found = next;
      }
      return positionOf(origin.text, found < 0 ? span.start : span.start + found);
    },
    span: (owner, key) => {
      const origin = originOf(owner, key);
      const span = spanOf(owner, key);
      return origin === undefined || span === undefined ? undefined : { ...span, text: origin.text };
    },
    written: (owner, key) => {
      const origin = originOf(owner, key);
      const span = spanOf(owner, key);
      return origin === undefined || span === undefined ? '' : origin.text.text.slice(span.start, span.end);
    },
  };
}

export function positionOf({ file, lineStarts }: FileText, offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { file, line: low + 1, column: offset - lineStarts[low]! + 1 };
}

export function linesOf(file: string, text: string): FileText {
  const lineStarts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lineStarts.push(i + 1);
  return { file, text, lineStarts };
}
