import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Scalar } from 'yaml';
import { readPlain } from './plain-yaml.ts';
import type { Problem, ProblemCode } from '../problem/problem.ts';
import { linesOf, positionOf } from './trace.ts';
import type { FileText, Trace } from './trace.ts';

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
export const LARGEST = 1_000_000;
/** Deepest nesting of maps and lists. */
const DEEPEST = 48;
const WIDEST_INDENT = 240;
/** What stands where bytes were not UTF-8. */
const NOT_UTF8 = '\ufffd';
/** Characters that cannot be seen but change what is: controls, direction overrides, a byte order mark in the middle; and those that were lost. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/;
const MOST_ERRORS = 3;
const TOO_DEEP = `Maps and lists may stand ${DEEPEST} deep in each other.`;
const TAG_HINT = 'to deny a condition, write "not x" in quotes';

/** A file on its way from text to values. */
interface Reading {
  readonly lines: FileText;
  readonly trace: Trace;
  readonly fail: (code: ProblemCode, message: string, offset: number, suggestion?: string) => void;
}

/** Reads one YAML file. Every error, warning, tag, anchor and alias of the parser is a problem; undefined after any. */
export function readYaml(source: SourceFile, trace: Trace, report: (problem: Problem) => void): YamlValue | undefined {
  const lines = linesOf(source.file, source.text);
  const faults: Problem[] = [];
  const fail: Reading['fail'] = (code, message, offset, suggestion) => {
    const problem = { code, message, ...positionOf(lines, offset), ...(suggestion === undefined ? {} : { suggestion }) };
    faults.push(problem);
    report(problem);
  };
  const unseen = UNSEEN.exec(source.text);
  const deep = tooDeep(source.text);
  if (source.text.length > LARGEST) fail('too_large', `A file may have ${LARGEST} characters; this one has ${source.text.length}.`, 0);
  else if (unseen?.[0] === NOT_UTF8) fail('character', 'This is not UTF-8 text; save the file as UTF-8.', unseen.index);
  else if (unseen !== null) fail('character', `The character U+${hex(unseen[0])} cannot be seen; leave it out.`, unseen.index);
  else if (deep !== undefined) fail('nesting', TOO_DEEP, deep);
  if (faults.length > 0) return undefined;
  const plain = readPlain(lines, trace);
  if (plain !== undefined) return plain;
  try {
    const value = parse({ lines, trace, fail });
    return faults.length > 0 ? undefined : value;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fail('nesting', TOO_DEEP, 0);
    return undefined;
  }
}

function parse(reading: Reading): YamlValue {
  const { lines, fail } = reading;
  // Keys are checked below: the parser compares each with all before it, which a long map feels.
  const document = parseDocument(lines.text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  // The first errors say it; the parser stumbles on after them.
  for (const { code, message, pos } of [...document.errors, ...document.warnings].slice(0, MOST_ERRORS)) {
    if (code === 'TAG_RESOLVE_FAILED') fail('tag', message, pos[0], TAG_HINT);
    else if (code === 'MULTIPLE_DOCS') fail('syntax', 'A file holds one YAML document.', pos[0], 'leave out the line `---`');
    else fail('syntax', message, pos[0]);
  }
  return document.errors.length > 0 ? null : valueOf(document.contents, 0, 0, reading);
}

function valueOf(node: unknown, depth: number, near: number, reading: Reading): YamlValue {
  const { lines, trace, fail } = reading;
  if (isAlias(node)) fail('anchor', 'Aliases (`*name`) are not used in scenarios; write the value out.', node.range?.[0] ?? near);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  const start = node.range?.[0] ?? near;
  if (node.anchor !== undefined) fail('anchor', 'Anchors (`&name`) are not used in scenarios.', start);
  if (node.tag?.startsWith('tag:') === true) fail('tag', `Tags (\`${node.tag}\`) are not used in scenarios.`, start, TAG_HINT);
  if (isScalar(node)) return scalarOf(node.value);
  if (depth > DEEPEST) {
    fail('nesting', TOO_DEEP, start);
    return null;
  }
  // Where an entry stands is looked up when someone asks: few are ever wrong.
  if (isSeq(node)) {
    const list = node.items.map((item) => valueOf(item, depth + 1, start, reading));
    trace.keep(list, lines, start, (key) => {
      const item = node.items[Number(key)];
      if (item === undefined) return undefined;
      const [from, to] = rangeOf(item, start);
      return { key: from, start: from, end: to };
    });
    return list;
  }
  const map = Object.create(null) as Record<string, YamlValue>;
  for (const { key, value } of node.items) {
    const keyStart = rangeOf(key, start)[0];
    if (!isScalar(key)) {
      fail('syntax', 'A key is a plain name.', keyStart);
      continue;
    }
    valueOf(key, depth + 1, keyStart, reading);
    const name = nameOf(key, lines);
    if (name in map) fail('duplicate', 'This key stands twice in the same map.', keyStart);
    map[name] = valueOf(value, depth + 1, keyStart, reading);
  }
  trace.keep(map, lines, start, (name) => {
    const pair = node.items.find(({ key }) => isScalar(key) && nameOf(key, lines) === name);
    if (pair === undefined) return undefined;
    const [keyStart, keyEnd] = rangeOf(pair.key, start);
    const [from, to] = pair.value === null ? [keyStart, keyEnd] : rangeOf(pair.value, keyStart);
    return { key: keyStart, start: from, end: to };
  });
  return map;
}

/** A key as it was written, should it look like a number. */
const nameOf = (key: Scalar, lines: FileText): string =>
  typeof key.value === 'string' ? key.value : lines.text.slice(key.range?.[0] ?? 0, key.range?.[1] ?? 0);

const rangeOf = (node: unknown, otherwise: number): readonly [number, number] => {
  const range = isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [otherwise, otherwise];
};

const scalarOf = (value: unknown): YamlValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const hex = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Where brackets or indentation stand deeper than any scenario needs; looked for before parsing, which recurses. */
function tooDeep(text: string): number | undefined {
  const indented = new RegExp(`^[ \\t?:-]{${WIDEST_INDENT}}`, 'm').exec(text);
  if (indented !== null) return indented.index;
  let depth = 0;
  for (const match of text.matchAll(/[[\]{}]+/g)) {
    for (const bracket of match[0]) {
      if (bracket === '[' || bracket === '{') depth++;
      else if (depth > 0) depth--;
      if (depth > DEEPEST * 2) return match.index;
    }
  }
  return undefined;
}
