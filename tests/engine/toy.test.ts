import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { newLedger } from '../../src/engine/ledger.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { toyHash, toyProgram } from './toy-program.ts';
import type { ToyData } from './toy-program.ts';

const data = JSON.parse(readFileSync(new URL('../../bench/toy/data.json', import.meta.url), 'utf8')) as ToyData;
const program = toyProgram(data);
const rules = compileProgram(program);

const GOLDEN = [
  3249383451, 453038299, 3675702195, 2963124192, 2411660506, 1816761955, 3370672566, 1957109219, 4255827305, 2387348133, 3197627866,
  2307929554, 2401095295, 1511136334, 1556582143, 96405645, 4027513206, 1047368389, 1122028810, 157600216,
];
const TURNS_OF_SEED_1 = [
  1403433389, 918622060, 4250219512, 1942193316, 2826183730, 3017416776, 1912211811, 1975069790, 3289737126, 1931823810,
];

function play(seed: number, logged = false): number {
  const key = seedWords(seed);
  const state = start(rules, key);
  for (let turn = 0; turn < data.turns; turn++) stepInPlace(rules, key, state, [], logged ? newLedger() : undefined);
  return toyHash(state);
}

test('the toy gives its published hashes for seeds 1 to 20', () => {
  expect(GOLDEN.map((_, i) => play(i + 1))).toEqual(GOLDEN);
});

test('the toy gives the same hashes with a ledger', () => {
  expect(GOLDEN.map((_, i) => play(i + 1, true))).toEqual(GOLDEN);
});

test('the toy of seed 1 has the published hash after each of its first turns', () => {
  const key = seedWords(1);
  const state = start(rules, key);
  const hashes = TURNS_OF_SEED_1.map(() => {
    stepInPlace(rules, key, state, []);
    return toyHash(state);
  });
  expect(hashes.filter((hash, i) => hash !== TURNS_OF_SEED_1[i])).toEqual([]);
});

test('seeds 1 to 2000 of the toy fold to the published number', () => {
  let fold = 0;
  for (let seed = 1; seed <= 2000; seed++) fold = (Math.imul(fold, 31) + play(seed)) | 0;
  expect(fold >>> 0).toBe(3328065203);
});

test('the toy passes the check of programs read from outside', () => {
  expect(parseProgram(JSON.parse(JSON.stringify(program))).ok).toBe(true);
});
