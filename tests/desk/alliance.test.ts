import { beforeAll, expect, test } from 'vitest';
import { IN_CLASS, type WeighedCase } from '../../src/bundle/theory-case.ts';
import { expects, fitOf, fitOfLens, RULES } from '../../src/desk/lesson/alliance.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { lensesOf } from '../../src/bundle/lens.ts';
import { weighedCases } from '../../src/lab/theory.ts';
import { compileScenario } from '../../src/scenario/compile.ts';

let cases: readonly WeighedCase[];

beforeAll(() => {
  const { bundle, cases: told } = compileScenario(loadScenario('scenarios/vanguard-bank-2019', 'scenarios').files);
  if (bundle === undefined) throw new Error('the scenario does not compile');
  cases = weighedCases(bundle.program, told, lensesOf(bundle.program));
}, 60_000);

test('seven cases, of which four in class part every single rule from both together', () => {
  expect(cases).toHaveLength(7);
  const first = cases.slice(0, IN_CLASS);
  expect(RULES.map((rule) => fitOf(rule, first))).toEqual([4, 3, 3, 2]);
  expect(RULES.map((rule) => fitOf(rule, cases))).toEqual([7, 5, 5, 3]);
});

test('gate and obstacles fit all seven alike, the threat alone does not', () => {
  expect(['gate', 'obstacles', 'threat'].map((lens) => fitOfLens(lens, cases))).toEqual([7, 7, 5]);
});

test('a rule expects what it says', () => {
  const of = (...shared: WeighedCase['shared'][number][]) => RULES.map((rule) => expects(rule, { shared }));
  expect([of('interests', 'values'), of('interests'), of('values'), of()]).toEqual([
    [true, true, true, true],
    [false, true, false, true],
    [false, false, true, true],
    [false, false, false, false],
  ]);
});
