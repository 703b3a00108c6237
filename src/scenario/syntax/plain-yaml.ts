import type { YamlValue } from './read-yaml.ts';
import type { FileText, Span, Trace } from './trace.ts';

/** Deeper files are left to the parser. */
const DEEPEST = 40;
/** From so many keys on they are not gone through one by one. */
const LONG_MAP = 32;
/** Line breaks other than \n, tabs, and lines that begin or end a document. */
const NOT_PLAIN = /[\t\r]|^(?:---|\.\.\.|%)/m;
const KEY = /[\w$][\w$.-]{0,200}:(?=[ \n]|$)/y;
const DOUBLE_QUOTED = /"[^"\\\n]*"/y;
const SINGLE_QUOTED = /'[^'\n]*'(?!')/y;
const FOLDED = />-\n/y;
/** A scalar without quotes: in a line of its own, and between brackets. */
const IN_LINE = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[\w.]))(?:[^\n:#]|:(?=[^\s])|(?<=[^\s])#)*/y;
const IN_BRACKETS = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[\w.]))(?:[^\n:#,[\]{}]|:(?=[^\s,[\]{}])|(?<=[^\s])#)*/y;
/** What begins a value that says itself where it ends. */
const CLOSED: ReadonlySet<string | undefined> = new Set(['[', '{', '"', "'"]);
const NUMBER = /^[-+]?(?:\.\d+|\d{1,15}(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** Other spellings of numbers, true, false and nothing. */
const UNSURE =
  /^(?:[-+]?\d{16,}(?:\.\d*)?(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|~|null|Null|NULL|True|TRUE|False|FALSE)$/;

/** A place in a text on the way through it. */
interface Cursor {
  readonly lines: FileText;
  readonly text: string;
  readonly trace: Trace;
  at: number;
  /** Column of the entry at `at`, once a line has been read to its end; -1 at the end of the text. */
  column: number;
  /** Where the value read last ends. */
  end: number;
}

/**
 * Reads YAML as nearly all of it is written: maps and lists by indentation, in brackets within one line, scalars within one line,
 * folded text (`>-`). Gives exactly what the parser gives, many times faster; undefined as soon as anything else stands there, be
 * it right or wrong: the parser then says what it is.
 */
export function readPlain(lines: FileText, trace: Trace): YamlValue | undefined {
  const { text } = lines;
  if (NOT_PLAIN.test(text)) return undefined;
  const cursor: Cursor = { lines, text, trace, at: 0, column: 0, end: 0 };
  toContent(cursor);
  const value = startsKey(cursor) ? readEntries(cursor, cursor.column, 0) : undefined;
  return cursor.column === -1 ? value : undefined;
}

const SPACE = 32;
const NEWLINE = 10;
const HASH = 35;
const DASH = 45;
const COMMA = 44;
const CLOSING_BRACKET = 93;
const CLOSING_BRACE = 125;

/** From the start of a line to the first thing that is neither space nor comment. */
function toContent(cursor: Cursor): void {
  const { text } = cursor;
  let start = cursor.at;
  for (;;) {
    let at = start;
    while (text.charCodeAt(at) === SPACE) at++;
    if (at >= text.length) {
      cursor.at = text.length;
      cursor.column = -1;
      return;
    }
    const letter = text.charCodeAt(at);
    if (letter === HASH) start = lineAfter(text, at);
    else if (letter === NEWLINE) start = at + 1;
    else {
      cursor.at = at;
      cursor.column = at - start;
      return;
    }
  }
}

const lineAfter = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

function skipSpaces(cursor: Cursor): number {
  while (cursor.text.charCodeAt(cursor.at) === SPACE) cursor.at++;
  return cursor.text.charCodeAt(cursor.at);
}

/** Past spaces and a comment to the next entry; false where something else stands on the line. */
function endLine(cursor: Cursor): boolean {
  const { text } = cursor;
  const letter = skipSpaces(cursor);
  const comment = letter === HASH && text.charCodeAt(cursor.at - 1) === SPACE;
  if (!comment && letter !== NEWLINE && cursor.at < text.length) return false;
  cursor.at = lineAfter(text, cursor.at);
  toContent(cursor);
  return true;
}

/** Moves past `pattern`, which is sticky; false where it does not match. */
function moved(cursor: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.at;
  const found = pattern.test(cursor.text);
  if (found) cursor.at = pattern.lastIndex;
  return found;
}

/** Moves past `pattern`; gives what it matched without the last letter, and without the first `from`. */
function take(cursor: Cursor, pattern: RegExp, from = 0): string | undefined {
  const start = cursor.at;
  return moved(cursor, pattern) ? cursor.text.slice(start + from, cursor.at - 1) : undefined;
}

function startsItem({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === SPACE;
}

function startsKey({ text, at }: Cursor): boolean {
  KEY.lastIndex = at;
  return KEY.test(text);
}

/** A map or list by indentation, from its first key or dash, which stands in `column`. */
function readBlock(cursor: Cursor, column: number, depth: number): YamlValue | undefined {
  if (depth > DEEPEST) return undefined;
  return startsItem(cursor) ? readItems(cursor, column, depth) : readEntries(cursor, column, depth);
}

function readItems(cursor: Cursor, column: number, depth: number): YamlValue | undefined {
  const begins = cursor.at;
  const list: YamlValue[] = [];
  const spans: number[] = [];
  do {
    const dash = cursor.at;
    cursor.at++;
    skipSpaces(cursor);
    const start = cursor.at;
    const nested = startsItem(cursor) || startsKey(cursor);
    const value = nested ? readBlock(cursor, column + start - dash, depth + 1) : readLine(cursor, column, depth + 1);
    if (value === undefined || cursor.column > column) return undefined;
    list.push(value);
    spans.push(start, start, cursor.end);
  } while (cursor.column === column && startsItem(cursor));
  return keepList(cursor, list, begins, spans);
}

function readEntries(cursor: Cursor, column: number, depth: number): YamlValue | undefined {
  const begins = cursor.at;
  const map = Object.create(null) as Record<string, YamlValue>;
  const names: string[] = [];
  const spans: number[] = [];
  do {
    const key = cursor.at;
    const name = take(cursor, KEY);
    if (name === undefined || name in map) return undefined;
    const inLine = !endLine(cursor);
    const start = cursor.at;
    const value = inLine ? readLine(cursor, column, depth + 1) : readBelow(cursor, column, depth + 1);
    if (value === undefined || cursor.column > column) return undefined;
    map[name] = value;
    names.push(name);
    spans.push(key, start, cursor.end);
  } while (cursor.column === column);
  return keepMap(cursor, map, names, begins, spans);
}

/** A value that begins below its key, which stands in `column`. */
function readBelow(cursor: Cursor, column: number, depth: number): YamlValue | undefined {
  // A list may stand in the column of the key it belongs to.
  if (cursor.column < column || (cursor.column === column && !startsItem(cursor))) return undefined;
  return CLOSED.has(cursor.text[cursor.at]) ? readLine(cursor, column, depth) : readBlock(cursor, cursor.column, depth);
}

/** A value that begins and, unless it is folded text, ends in this line; `column` is that of the entry it belongs to. */
function readLine(cursor: Cursor, column: number, depth: number): YamlValue | undefined {
  if (cursor.text[cursor.at] === '>') return readFolded(cursor, column);
  const value = readFlow(cursor, depth, IN_LINE);
  return value !== undefined && endLine(cursor) ? value : undefined;
}

/** A scalar, or a map or list in brackets. */
function readFlow(cursor: Cursor, depth: number, plain: RegExp): YamlValue | undefined {
  if (depth > DEEPEST) return undefined;
  switch (cursor.text[cursor.at]) {
    case '[':
      return readBracketed(cursor, depth);
    case '{':
      return readBraced(cursor, depth);
    case '"':
      return ended(cursor, take(cursor, DOUBLE_QUOTED, 1));
    case "'":
      return ended(cursor, take(cursor, SINGLE_QUOTED, 1));
    default: {
      const start = cursor.at;
      if (!moved(cursor, plain)) return undefined;
      let end = cursor.at;
      while (cursor.text.charCodeAt(end - 1) === SPACE) end--;
      return ended(cursor, meant(cursor.text.slice(start, end)), end);
    }
  }
}

function ended(cursor: Cursor, value: YamlValue | undefined, end = cursor.at): YamlValue | undefined {
  cursor.end = end;
  return value;
}

/** What a scalar without quotes stands for; undefined where the parser must say. */
function meant(written: string): YamlValue | undefined {
  if (NUMBER.test(written)) return Number(written);
  if (written === 'true') return true;
  if (written === 'false') return false;
  return UNSURE.test(written) ? undefined : written;
}

function readBracketed(cursor: Cursor, depth: number): YamlValue | undefined {
  const begins = cursor.at;
  const list: YamlValue[] = [];
  const spans: number[] = [];
  cursor.at++;
  if (skipSpaces(cursor) === CLOSING_BRACKET) cursor.at++;
  else
    for (let letter = COMMA; letter !== CLOSING_BRACKET; cursor.at++) {
      skipSpaces(cursor);
      const start = cursor.at;
      const value = readFlow(cursor, depth + 1, IN_BRACKETS);
      if (value === undefined) return undefined;
      list.push(value);
      spans.push(start, start, cursor.end);
      letter = skipSpaces(cursor);
      if (letter !== COMMA && letter !== CLOSING_BRACKET) return undefined;
    }
  return ended(cursor, keepList(cursor, list, begins, spans));
}

function readBraced(cursor: Cursor, depth: number): YamlValue | undefined {
  const begins = cursor.at;
  const map = Object.create(null) as Record<string, YamlValue>;
  const names: string[] = [];
  const spans: number[] = [];
  cursor.at++;
  if (skipSpaces(cursor) === CLOSING_BRACE) cursor.at++;
  else
    for (let letter = COMMA; letter !== CLOSING_BRACE; cursor.at++) {
      skipSpaces(cursor);
      const key = cursor.at;
      const name = take(cursor, KEY);
      if (name === undefined || name in map) return undefined;
      skipSpaces(cursor);
      const start = cursor.at;
      const value = readFlow(cursor, depth + 1, IN_BRACKETS);
      if (value === undefined) return undefined;
      map[name] = value;
      names.push(name);
      spans.push(key, start, cursor.end);
      letter = skipSpaces(cursor);
      if (letter !== COMMA && letter !== CLOSING_BRACE) return undefined;
    }
  return ended(cursor, keepMap(cursor, map, names, begins, spans));
}

/** Folded text: lines of one indentation become one line, empty lines between them breaks. */
function readFolded(cursor: Cursor, column: number): YamlValue | undefined {
  const { text } = cursor;
  if (!moved(cursor, FOLDED)) return undefined;
  const indent = indentAt(text, cursor.at);
  if (indent <= column) return undefined;
  let value = '';
  let breaks = 0;
  for (let at = cursor.at; at < text.length;) {
    const own = indentAt(text, at);
    const next = lineAfter(text, at);
    const end = text.charCodeAt(next - 1) === NEWLINE ? next - 1 : next;
    if (at + own === end) {
      if (own > 0) return undefined;
      breaks++;
    } else {
      if (own < indent) break;
      if (own > indent || text.charCodeAt(end - 1) === SPACE) return undefined;
      if (value !== '') value += breaks === 0 ? ' ' : '\n'.repeat(breaks);
      else if (breaks > 0) return undefined;
      value += text.slice(at + indent, end);
      breaks = 0;
      cursor.at = next;
    }
    at = next;
  }
  cursor.end = cursor.at;
  toContent(cursor);
  return value;
}

function indentAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SPACE) end++;
  return end - at;
}

function keepList({ lines, trace }: Cursor, list: readonly YamlValue[], begins: number, spans: readonly number[]): YamlValue {
  trace.keep(list, lines, begins, (key) => spanAt(spans, Number(key)));
  return list;
}

function keepMap(cursor: Cursor, map: YamlValue & object, names: readonly string[], begins: number, spans: readonly number[]): YamlValue {
  let order: ReadonlyMap<string | number, number> | undefined;
  cursor.trace.keep(map, cursor.lines, begins, (key) => {
    if (names.length < LONG_MAP) return spanAt(spans, names.indexOf(String(key)));
    order ??= new Map(names.map((name, nth) => [name, nth]));
    return spanAt(spans, order.get(key) ?? -1);
  });
  return map;
}

function spanAt(spans: readonly number[], nth: number): Span | undefined {
  const [key, start, end] = [spans[3 * nth], spans[3 * nth + 1], spans[3 * nth + 2]];
  return key === undefined || start === undefined || end === undefined ? undefined : { key, start, end };
}
