import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Node } from 'yaml';
import type { Problem, ProblemCode } from './problem.ts';
import { linesOf, positionOf } from './trace.ts';
import type { FileText, Span, Trace } from './trace.ts';

/** One file as it came: its path as people should see it, and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** Maps have no prototype, so that no key is special. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

export const isYamlMap = (value: unknown): value is YamlMap => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longest file, in UTF-16 units. */
const LARGEST = 1_000_000;
/** Deepest nesting of maps and lists. */
const DEEPEST = 48;
const WIDEST_INDENT = 240;
/** Characters that cannot be seen but change what is: controls, direction overrides, a byte order mark in the middle. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Reads one YAML file. Every error, warning, tag, anchor and alias of the parser is a problem. */
export function readYaml(source: SourceFile, trace: Trace, report: (problem: Problem) => void): YamlValue | undefined {
  const lines = linesOf(source.file, source.text);
  const fail = (code: ProblemCode, message: string, offset: number, suggestion?: string): undefined => {
    report({ code, message, ...positionOf(lines, offset), ...(suggestion === undefined ? {} : { suggestion }) });
    return undefined;
  };
  if (source.text.length > LARGEST)
    return fail('too_large', `A file may have ${LARGEST} characters; this one has ${source.text.length}.`, 0);
  const unseen = UNSEEN.exec(source.text);
  if (unseen !== null) return fail('character', `The character U+${hex(unseen[0])} cannot be seen; leave it out.`, unseen.index);
  const deep = tooDeep(source.text);
  if (deep !== undefined) return fail('nesting', `Maps and lists may stand ${DEEPEST} deep in each other.`, deep);
  try {
    return convert(lines, trace, fail);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail('nesting', `Maps and lists may stand ${DEEPEST} deep in each other.`, 0);
  }
}

type Fail = (code: ProblemCode, message: string, offset: number, suggestion?: string) => undefined;

function convert(lines: FileText, trace: Trace, fail: Fail): YamlValue | undefined {
  const document = parseDocument(lines.text, { version: '1.2', schema: 'core', strict: true, prettyErrors: false, logLevel: 'silent' });
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    if (code === 'DUPLICATE_KEY') fail('duplicate', 'This key stands twice in the same map.', pos[0]);
    else fail(code === 'TAG_RESOLVE_FAILED' ? 'tag' : 'syntax', message, pos[0], code === 'TAG_RESOLVE_FAILED' ? TAG_HINT : undefined);
  }
  let sound = document.errors.length === 0 && document.warnings.length === 0;
  visit(document, (_key, node) => {
    if (isAlias(node)) {
      sound = false;
      fail('anchor', 'Aliases (`*name`) are not used in scenarios; write the value out.', node.range?.[0] ?? 0);
    } else if (isMap(node) || isSeq(node) || isScalar(node)) {
      if (node.anchor !== undefined) {
        sound = false;
        fail('anchor', 'Anchors (`&name`) are not used in scenarios.', node.range?.[0] ?? 0);
      }
      if (node.tag?.startsWith('tag:') === true && isTagged(lines.text, node)) {
        sound = false;
        fail('tag', `Tags (\`${node.tag}\`) are not used in scenarios.`, node.range?.[0] ?? 0, TAG_HINT);
      }
    }
  });
  if (!sound || document.contents === null) return undefined;
  return valueOf(document.contents, 0, lines, trace, fail);
}

const TAG_HINT = 'to deny a condition, write "not x" in quotes';

/** The parser also names the tags it worked out by itself; only written ones have text before the value. */
const isTagged = (text: string, node: Node): boolean => {
  const start = node.range?.[0] ?? 0;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return text[start] === '!' || /(?:^|[\s[{,:-])!\S*\s*$/.test(text.slice(lineStart, start));
};

function valueOf(node: unknown, depth: number, lines: FileText, trace: Trace, fail: Fail): YamlValue | undefined {
  if (isScalar(node)) return scalarOf(node.value);
  const start = (isMap(node) || isSeq(node) ? node.range?.[0] : undefined) ?? 0;
  if (depth > DEEPEST) return fail('nesting', `Maps and lists may stand ${DEEPEST} deep in each other.`, start);
  const entries = new Map<string, Span>();
  if (isSeq(node)) {
    const list: YamlValue[] = [];
    for (const [i, item] of node.items.entries()) {
      const [from, to] = rangeOf(item, start);
      entries.set(String(i), { key: from, start: from, end: to });
      list.push(valueOf(item, depth + 1, lines, trace, fail) ?? null);
    }
    trace.keep(list, lines, start, entries);
    return list;
  }
  if (!isMap(node)) return null;
  const map = Object.create(null) as Record<string, YamlValue>;
  for (const { key, value } of node.items) {
    const [keyStart, keyEnd] = rangeOf(key, start);
    if (!isScalar(key)) {
      fail('syntax', 'A key is a plain name.', keyStart);
      continue;
    }
    const name = typeof key.value === 'string' ? key.value : lines.text.slice(keyStart, keyEnd);
    const [from, to] = value === null ? [keyStart, keyEnd] : rangeOf(value, keyStart);
    entries.set(name, { key: keyStart, start: from, end: to });
    map[name] = valueOf(value, depth + 1, lines, trace, fail) ?? null;
  }
  trace.keep(map, lines, start, entries);
  return map;
}

const rangeOf = (node: unknown, otherwise: number): readonly [number, number] => {
  const range = isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [otherwise, otherwise];
};

const scalarOf = (value: unknown): YamlValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const hex = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Where brackets or indentation stand deeper than any scenario needs; looked for before parsing, which recurses. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let column = 0;
  let structure = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') {
      column = 0;
      structure = true;
      continue;
    }
    column++;
    if (structure && c !== ' ' && c !== '-' && c !== '?' && c !== ':' && c !== '\t') structure = false;
    if (structure && column > WIDEST_INDENT) return i;
    if (c === '[' || c === '{') depth++;
    else if ((c === ']' || c === '}') && depth > 0) depth--;
    if (depth > DEEPEST * 2) return i;
  }
  return undefined;
}
