import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/text/en.ts';
import * as branch from '../../src/text/branch.ts';
import * as keys from '../../src/text/keys.ts';
import * as linkProblem from '../../src/text/link-problem.ts';
import * as kept from '../../src/text/kept.ts';
import * as review from '../../src/text/review.ts';
import * as theatre from '../../src/text/theatre.ts';
import { vi } from '../../src/text/vi.ts';

const english: Readonly<Record<string, string>> = en;
const vietnamese: Readonly<Record<string, string>> = vi;
const places = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((found) => found[1] ?? '').sort();

test('every key stands in both languages; Vietnamese has one plural form', () => {
  const wanted = Object.keys(english).filter((key) => !(key.endsWith('_one') && `${key.slice(0, -4)}_other` in english));
  expect(Object.keys(vietnamese).sort()).toEqual(wanted.sort());
});

test('both languages fill the same places', () => {
  const differing = Object.keys(vietnamese).filter((key) => places(vietnamese[key] ?? '').join() !== places(english[key] ?? '').join());
  expect(differing).toEqual([]);
});

test('Vietnamese is in normal form C', () => {
  expect(Object.values(vietnamese).filter((text) => text !== text.normalize('NFC'))).toEqual([]);
});

test.each([
  ['a branch', branch],
  ['kept games', kept],
  ['keys', keys],
  ['links', linkProblem],
  ['the theatre', theatre],
  ['the review', review],
] as const)('the words of %s stand in both languages, fill the same places, and are in normal form C', (_, words) => {
  const own: Readonly<Record<string, string>> = words.en;
  const other: Readonly<Record<string, string>> = words.vi;
  const wanted = Object.keys(own).filter((key) => !(key.endsWith('_one') && `${key.slice(0, -4)}_other` in own));
  expect(Object.keys(other)).toEqual(wanted);
  expect(wanted.filter((key) => places(own[key] ?? '').join() !== places(other[key] ?? '').join())).toEqual([]);
  expect(Object.values(other).filter((text) => text !== text.normalize('NFC'))).toEqual([]);
});

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => join(folder, file));

test('every key is used by the desk', () => {
  const source = [...filesUnder('src/desk'), ...filesUnder('src/telling')].map((file) => readFileSync(file, 'utf8')).join('\n');
  const stems = [...source.matchAll(/t\(`([a-z_]+\.(?:[a-z]+_)?)\$\{/gu)].map((found) => found[1] ?? '');
  const unused = [
    ...Object.keys(english),
    ...Object.keys(theatre.en),
    ...Object.keys(review.en),
    ...Object.keys(branch.en),
    ...Object.keys(kept.en),
    ...Object.keys(keys.en),
    ...Object.keys(linkProblem.en),
  ].filter((key) => {
    const stem = key.replace(/_(one|other)$/u, '');
    return !source.includes(`'${stem}'`) && !source.includes(`'${key}'`) && !stems.some((start) => key.startsWith(start));
  });
  expect(unused).toEqual([]);
});
