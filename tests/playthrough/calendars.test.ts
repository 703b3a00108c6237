import { expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { TURN } from '../../src/engine/program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { runs } from '../counts.ts';

const YEARS = 3;
const TURNS = { week: 52, half_month: 24, month: 12, quarter: 4, year: 1 } as const;
type Unit = keyof typeof TURNS;

const { files } = loadScenario('scenarios/vanguard-bank-2019', 'scenarios');

/** The shared world and nothing else, for some years in turns of one unit. */
const worldIn = (unit: Unit) => {
  const text = `
scenario:
  id: long-years
  uses: [world]
  title: Long years
  minutes: 1
  start: 2019-06-01
  calendar: [{ id: whatever, unit: ${unit}, turns: ${YEARS * TURNS[unit] + 1} }]
  seats: [hanoi]
  readings: [sovereignty, security, prosperity, regime, autonomy]
  setup:
    lens: { one: [gate, obstacles, threat], preset: gate }
  capital: capital
  projects: project_slots
endings: { over: { title: Over, texts: [{ text: Over. }] } }
`;
  const { bundle, problems } = compileScenario({ name: 'long-years', own: [{ file: 'long-years.yaml', text }], used: files.used });
  if (bundle === undefined) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return compileProgram(bundle.program);
};

/** Every number of the world at each year's end, but for the count of turns. */
const yearEnds = (unit: Unit, seed: number): Readonly<Record<string, number>>[] => {
  const rules = worlds[unit];
  const key = seedWords(seed);
  const state = start(rules, key);
  return Array.from({ length: YEARS }, () => {
    for (let turn = 0; turn < TURNS[unit]; turn++) stepInPlace(rules, key, state, []);
    return Object.fromEntries(
      rules.program.slots.flatMap(({ name }, slot) => (slot === TURN || name === 'tick' ? [] : [[name, state[slot]!]])),
    );
  });
};

const worlds = Object.fromEntries((Object.keys(TURNS) as Unit[]).map((unit) => [unit, worldIn(unit)])) as Record<
  Unit,
  ReturnType<typeof worldIn>
>;

it.each(['half_month', 'month', 'quarter', 'year'] as const)('the world in turns of a %s is the world in weeks, to the bit', (unit) => {
  let moved = 0;
  for (let seed = 0; seed < runs(20, 400); seed++) {
    const weekly = yearEnds('week', seed);
    expect(yearEnds(unit, seed)).toEqual(weekly);
    if (weekly[1]?.['ending'] === 0 && weekly[0]?.['pressure'] !== weekly[1]['pressure']) moved++;
  }
  expect(moved).toBeGreaterThan(0);
});
