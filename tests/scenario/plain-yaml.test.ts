import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { readPlain } from '../../src/scenario/syntax/plain-yaml.ts';
import { isYamlMap, type YamlValue } from '../../src/scenario/syntax/read-yaml.ts';
import { linesOf, newTrace, type Trace } from '../../src/scenario/syntax/trace.ts';
import { runs } from '../counts.ts';
import { dice, mutate } from '../hostile/mutate.ts';

const root = join(import.meta.dirname, '..', '..');
const SHIPPED = readdirSync(join(root, 'scenarios'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, string] => [name, readFileSync(join(root, 'scenarios', name), 'utf8')]);

/** Reads a text; where that succeeds, holds it against the parser's values and places. Gives whether it succeeded. */
function readLikeParser(text: string, what: string): boolean {
  const trace = newTrace();
  const value = readPlain(linesOf('', text), trace);
  if (value === undefined) return false;
  const document = parseDocument(text, { version: '1.2', schema: 'core', strict: true, uniqueKeys: true, logLevel: 'silent' });
  const faults = [...document.errors, ...document.warnings].map(({ message }) => message);
  if (faults.length > 0) expect.unreachable(`${what}: ${faults.join('\n')}\n${text}`);
  compare(value, document.contents, trace, `${what}: `);
  return true;
}

function compare(value: YamlValue, node: unknown, trace: Trace, where: string): void {
  const differs = (): never => expect.unreachable(`${where}: ${JSON.stringify(value)}, the parser: ${String(node)}`);
  const place = (key: string | number, key_: unknown, entry: unknown): void => {
    const span = trace.span(value as object, key);
    const [keyAt] = rangeOf(key_);
    const [start, end] = rangeOf(entry);
    if (span?.key !== keyAt || span.start !== start || (isScalar(entry) && span.end !== end)) differs();
  };
  if (isScalar(node)) {
    if (!Object.is(node.value, value)) differs();
  } else if (isSeq(node)) {
    if (!Array.isArray(value) || value.length !== node.items.length) return differs();
    for (const [i, item] of node.items.entries()) {
      place(i, item, item);
      compare(value[i] as YamlValue, item, trace, `${where}.${i}`);
    }
  } else if (isMap(node)) {
    if (!isYamlMap(value) || Object.keys(value).length !== node.items.length) return differs();
    for (const { key, value: entry } of node.items) {
      const name = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')) : '';
      if (!(name in value)) return differs();
      place(name, key, entry);
      compare(value[name] as YamlValue, entry, trace, `${where}.${name}`);
    }
  } else differs();
  if (typeof value === 'object' && value !== null) {
    const text = trace.of(value);
    const at = (isMap(node) || isSeq(node)) && node.range ? node.range[0] : -1;
    if (text.line === 0 || at < 0) differs();
  }
}

const rangeOf = (node: unknown): readonly [number, number] =>
  (isScalar(node) || isMap(node) || isSeq(node)) && node.range ? [node.range[0], node.range[1]] : [-1, -1];

describe('the plain reader', () => {
  it.each(SHIPPED)('reads %s as the parser does', (name, text) => {
    expect(readLikeParser(text, name)).toBe(true);
  });

  it('reads mutants as the parser does, or not at all', { timeout: runs(120_000, 3_600_000) }, () => {
    const count = runs(4000, 400_000);
    let read = 0;
    for (let seed = 1; seed <= count; seed++) {
      const roll = dice(seed);
      const [name, whole] = SHIPPED[roll(SHIPPED.length)] ?? ['', ''];
      const lines = whole.split('\n');
      const from = roll(lines.length);
      const part = lines.slice(from, from + 2 + roll(30));
      const indent = Math.min(...part.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
      const text = part.map((line) => line.slice(Math.min(indent, line.length))).join('\n');
      if (readLikeParser(mutate(text, roll), `seed ${seed} of ${name}`)) read++;
    }
    expect(read).toBeGreaterThan(count / 20);
  });
});
