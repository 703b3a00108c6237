import { textStamp } from '../bundle/canonical.ts';
import { compose } from './schema/compose.ts';
import type { Composition, ScenarioFiles } from './schema/compose.ts';
import { isYamlMap } from './syntax/read-yaml.ts';
import type { SourceFile } from './syntax/read-yaml.ts';
import { newTrace } from './syntax/trace.ts';
import type { Trace } from './syntax/trace.ts';
import { wordsOf } from './prose/authored-texts.ts';

/** Text to put in place of `start` to `end` of a file. */
interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What can be put right without asking: every translation is stamped with the English it belongs to (`of`), and every
 * chance without a name gets one. Comments and layout stay. Gives the files that change; none while a file cannot be read.
 */
export function fixScenario(files: ScenarioFiles): readonly SourceFile[] {
  const trace = newTrace();
  const composition = compose(files, trace, () => undefined, false);
  if (composition === undefined) return [];
  const edits = [...stampEdits(composition, trace), ...luckEdits(composition, trace)];
  return [...files.own, ...files.used.flatMap((folder) => folder.files)].flatMap(({ file, text }) => {
    const mine = edits.filter((edit) => edit.file === file).sort((a, b) => b.start - a.start);
    const fixed = mine.reduce((before, { start, end, text: put }) => before.slice(0, start) + put + before.slice(end), text);
    return fixed === text ? [] : [{ file, text: fixed }];
  });
}

function stampEdits(composition: Composition, trace: Trace): readonly Edit[] {
  const english = new Map(wordsOf(composition).map((words) => [words.key, words]));
  const mine = new Set(composition.translations.flatMap(({ own, entries }) => (own ? Object.keys(entries) : [])));
  return composition.translations.flatMap(({ own, entries }) =>
    Object.entries(entries).flatMap(([key, entry]): readonly Edit[] => {
      const words = english.get(key);
      // What this scenario words anew says nothing of the words that others meet in the shared files.
      if (words === undefined || (!own && (words.own || mine.has(key)))) return [];
      const stamp = textStamp(words.text);
      if (isYamlMap(entry)) return stampMap(entry, stamp, trace);
      const span = trace.span(entries, key);
      const written = span?.text.text.slice(span.start, span.end) ?? '';
      // A text of several lines would need new indentation: it is left as it is.
      if (span === undefined || typeof entry !== 'string' || written.includes('\n') || /^[|>]/.test(written)) return [];
      const value = /^["']/.test(written) ? written : JSON.stringify(entry);
      return [{ file: span.text.file, start: span.start, end: span.end, text: `{ of: ${stamp}, vi: ${value} }` }];
    }),
  );
}

function stampMap(entry: object, stamp: string, trace: Trace): readonly Edit[] {
  const before = trace.span(entry, 'of');
  if (before !== undefined) {
    const { text, start, end } = before;
    return text.text.slice(start, end) === stamp ? [] : [{ file: text.file, start, end, text: stamp }];
  }
  return insertKey(entry, 'vi', 'of', stamp, 'before', trace);
}

/** Puts `name: value` beside an entry of a map, in the map's own style. */
function insertKey(map: object, beside: string, name: string, value: string, where: 'before' | 'after', trace: Trace): readonly Edit[] {
  const span = trace.span(map, beside);
  if (span === undefined) return [];
  const { text, key, end } = span;
  const lineStart = text.text.lastIndexOf('\n', key - 1) + 1;
  const lead = text.text.slice(lineStart, key);
  const block = /^[\s-]*$/.test(lead);
  const at = where === 'before' ? key : end;
  if (!block) return [{ file: text.file, start: at, end: at, text: where === 'before' ? `${name}: ${value}, ` : `, ${name}: ${value}` }];
  const indent = ' '.repeat(key - lineStart);
  if (where === 'before') return [{ file: text.file, start: at, end: at, text: `${name}: ${value}\n${indent}` }];
  // A comment may follow on the same line: the new key goes below it.
  const lineEnd = text.text.indexOf('\n', at);
  const below = lineEnd < 0 ? text.text.length : lineEnd;
  return [{ file: text.file, start: below, end: below, text: `\n${indent}${name}: ${value}` }];
}

const CHANCES = ['chance', 'choose', 'best', 'signal', 'draw', 'offer'] as const;

function luckEdits(composition: Composition, trace: Trace): readonly Edit[] {
  const { items } = composition;
  const edits: Edit[] = [];
  const visit = (value: unknown, taken: Set<string>): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, taken);
      return;
    }
    if (!isYamlMap(value)) return;
    const kind = CHANCES.find((key) => key in value);
    if (kind !== undefined && !('luck' in value) && isOp(value, kind)) {
      const name = freshName(stemOf(value, kind), taken);
      const list = typeof value[kind] === 'object';
      edits.push(...insertKey(value, kind, 'luck', name, list ? 'before' : 'after', trace));
    }
    for (const part of Object.values(value)) visit(part, taken);
  };
  for (const section of [items.rules, items.procedures, items.situations, items.acts, items.stances]) {
    for (const { value, own } of section.values()) if (own) visit(value, lucksIn(value));
  }
  return edits;
}

const isOp = (value: object, kind: (typeof CHANCES)[number]): boolean =>
  kind !== 'best' || ('best' in value && Array.isArray(value.best) && value.best.some((branch) => isYamlMap(branch) && 'noise' in branch));

/** Named after what it first moves. */
function stemOf(value: Readonly<Record<string, unknown>>, kind: string): string {
  const then: unknown = value['then'];
  const first: unknown = Array.isArray(then) ? then[0] : undefined;
  if (isYamlMap(first)) {
    const target = first['add'] ?? first['set'] ?? first['raise'] ?? first['open'] ?? first['toward'];
    if (typeof target === 'string') return target.replace(/[^a-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
  }
  const own = value[kind];
  return typeof own === 'string' && /^[a-z_]+$/.test(own) ? own : kind;
}

function freshName(stem: string, taken: Set<string>): string {
  let name = stem;
  for (let n = 2; taken.has(name); n++) name = `${stem}_${n}`;
  taken.add(name);
  return name;
}

function lucksIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (!Array.isArray(part) && 'luck' in part && typeof part.luck === 'string') found.add(part.luck);
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(value);
  return found;
}
