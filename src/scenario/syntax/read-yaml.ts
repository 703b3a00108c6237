import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { ErrorCode } from 'yaml';
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
/** Characters that cannot be seen but change what is: controls, marks of width zero, direction overrides, a byte order mark in the middle; and those that were lost. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]/;
const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a space of width zero',
  '\u200c': 'a joiner of width zero',
  '\u200d': 'a joiner of width zero',
  '\u202e': 'a mark that turns the direction of writing',
  '\ufeff': 'a byte order mark',
  '\u001b': 'the escape sign of terminals',
  '\u0000': 'a sign of value zero',
};
const unseenWords = (letter: string): string =>
  `The character U+${hex(letter)}${letter in NAMES ? ` (${NAMES[letter] ?? ''})` : ''} cannot be seen; leave it out.`;

/** What the parser's complaints come to, for somebody who has never read its manual. */
const FAULTS: Readonly<Partial<Record<ErrorCode, readonly [message: string, suggestion?: string]>>> = {
  TAB_AS_INDENT: ['A line begins with a tab.', 'indent with spaces'],
  BAD_INDENT: ['This line is indented otherwise than its neighbours.', 'give entries of one list or map the same indent'],
  BLOCK_AS_IMPLICIT_KEY: [
    'There is a colon within this text, or the line after it is indented too far.',
    'quote a text with a colon: "A knock: at night"',
  ],
  MULTILINE_IMPLICIT_KEY: ['A key has to end with a colon on its own line.', 'is there a colon missing, or a line indented too little?'],
  MISSING_CHAR: ['A quote or a bracket that was opened here is not closed.', 'close it, or quote the whole text'],
  UNEXPECTED_TOKEN: [
    'This stands where nothing of its kind can stand.',
    'look for a bracket, a quote or a comma too many, or quote the text',
  ],
  BAD_SCALAR_START: ['A text cannot begin with this sign.', 'quote the text'],
  BLOCK_IN_FLOW: ['A list or map by lines cannot stand within brackets.', 'write it within brackets as well, or all of it by lines'],
};
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
  else if (unseen !== null) fail('character', unseenWords(unseen[0]), unseen.index);
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

/** Where in the line of a fault, or the one before, a space stands that looks like one and indents nothing. */
function unusualSpace(text: string, at: number): number | undefined {
  const from = text.lastIndexOf('\n', text.lastIndexOf('\n', at - 1) - 1) + 1;
  const end = text.indexOf('\n', at);
  const found = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.exec(text.slice(from, end < 0 ? undefined : end));
  return found === null ? undefined : from + found.index;
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
  // The first errors say it; the parser stumbles on after them, most of all after one that we have words for.
  const all = [...document.errors, ...document.warnings];
  const known = all.findIndex(({ code }) => FAULTS[code] !== undefined);
  for (const { code, message, pos } of known >= 0 ? all.slice(0, known + 1) : all.slice(0, MOST_ERRORS)) {
    const odd = unusualSpace(lines.text, pos[0]);
    if (odd !== undefined) {
      fail('character', `There is a space of another kind (U+${hex(lines.text.charAt(odd))}) in this line.`, odd, 'write plain spaces');
      break;
    }
    const words = FAULTS[code];
    if (words !== undefined) fail('syntax', words[0], pos[0], words[1]);
    else if (code === 'TAG_RESOLVE_FAILED') fail('tag', message, pos[0], TAG_HINT);
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
  if (isScalar(node)) {
    // Written as an escape it was not seen in the file's text.
    const unseen = typeof node.value === 'string' ? UNSEEN.exec(node.value) : null;
    if (unseen !== null) fail('character', unseenWords(unseen[0]), start);
    return scalarOf(node.value);
  }
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
