import { describe, expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { logisticCurve, overTime, overTimeCurve } from '../../src/scenario/expression/rates.ts';
import { ratioOf } from '../../src/scenario/symbols/units.ts';
import type { Unit } from '../../src/scenario/symbols/units.ts';
import { compileText } from './compile.ts';

const TURNS = { week: 209, month: 48, quarter: 16, year: 4 } as const;

/** Four years of drift in turns of one unit. */
const years = (unit: keyof typeof TURNS, does: string): string => `
scenario: { id: drift, title: Drift, minutes: 1, start: 2000-01-01, calendar: [{ id: all, unit: ${unit}, turns: ${TURNS[unit] + 1} }], seats: [me], readings: [level] }
variables:
  level: { range: [0, 1000000], scale: 1, start: 800000 }
  other: { range: [0, 1000000], scale: 1, start: 300000 }
powers: { me: { name: Me } }
endings: { over: { title: Over, texts: [{ text: Over. }] } }
rules: [{ id: drift, title: Drift, phase: drift, per: week, design: true, does: ${does} }]
`;

const levelAfter = (unit: keyof typeof TURNS, does: string, seed = 1): number => {
  const { bundle, problems } = compileText(years(unit, does));
  if (bundle === undefined) throw new Error(JSON.stringify(problems));
  const rules = compileProgram(bundle.program);
  const key = seedWords(seed);
  const state = start(rules, key);
  for (let turn = 0; turn < TURNS[unit]; turn++) stepInPlace(rules, key, state, [undefined]);
  return state[bundle.program.readings[0]!.slot]!;
};

const UNITS = ['month', 'quarter', 'year'] as const;
const near = (a: number, b: number, share: number) => Math.abs(a - b) <= Math.abs(b) * share;

describe('rates carry time', () => {
  it.each(UNITS)('adds as much in four years of %ss as of weeks', (unit) => {
    const does = '[{ add: level, by: -137 }]';
    expect(near(800000 - levelAfter(unit, does), 800000 - levelAfter('week', does), 0.01)).toBe(true);
  });

  it.each(UNITS)('moves as far towards a goal in four years of %ss as of weeks', (unit) => {
    const does = '[{ toward: level, to: 100000, rate: 6000 }]';
    expect(near(levelAfter(unit, does), levelAfter('week', does), 0.01)).toBe(true);
  });

  it.each(UNITS)('moves as far at a rate that is worked out, in %ss', (unit) => {
    const does = '[{ toward: level, to: 100000, rate: "div(other, 50)" }]';
    expect(near(levelAfter(unit, does), levelAfter('week', does), 0.01)).toBe(true);
  });

  it.each(UNITS)('lets a yearly chance happen as often in %ss as in weeks', (unit) => {
    const never = (p: number, turns: number) => Math.pow(1 - p / 1_000_000, turns);
    const perTurn = overTime(4000, ratioOf(unit, 'week'));
    expect(near(never(perTurn, TURNS[unit]), never(4000, 208.71), 0.01)).toBe(true);
  });

  it.each(UNITS)('keeps the odds of a choice of staying put, in %ss', (unit) => {
    const choose = (up: string) =>
      `[{ choose: [{ id: up, weight: ${up}, does: [{ set: level, to: 0 }] }, { id: down, weight: ${up}, does: [{ set: level, to: 1 }] }, { id: stay, weight: 996000, does: [] }], luck: c }]`;
    const bundle = compileText(years(unit, choose('2000'))).bundle!;
    const op = bundle.program.phases.drift[0];
    if (op?.op !== 'choose') throw new Error('no choice');
    const [up = 0, down = 0, stay = 0] = op.from.map(({ weight }) => (typeof weight === 'number' ? weight : 0));
    expect(up).toBe(down);
    expect(up + down + stay).toBeGreaterThan(999_990);
    expect(near(Math.pow(stay / 1_000_000, TURNS[unit]), Math.pow(0.996, 208.71), 0.01)).toBe(true);
  });

  it('leaves numbers alone where the unit is the turn', () => {
    const { bundle } = compileText(years('week', '[{ toward: level, to: 0, rate: 6001 }, { add: other, by: 3 }]'));
    expect(bundle?.program.phases.drift).toMatchObject([{ ppm: 6001 }, { by: 3 }]);
    expect(bundle?.program.phases.drift[1]).not.toHaveProperty('rate');
  });

  it('converts a chance, and not what follows from it', () => {
    const { bundle } = compileText(years('year', '[{ chance: 10000, luck: c, then: [{ add: level, by: -1 }] }]'));
    const op = bundle?.program.phases.drift[0];
    expect(op).toMatchObject({ op: 'chance', p: overTime(10000, ratioOf('year', 'week')) });
    expect(op?.op === 'chance' ? op.then[0] : undefined).not.toHaveProperty('rate');
  });

  it('splits a rule over stretches of different length', () => {
    const text = years('week', '[{ add: level, by: 7 }]').replace(
      'turns: 210 }',
      'turns: 10 }, { id: later, unit: month, turns: 5 }, { id: dated, dates: [2005-01-01, 2007-01-01] }',
    );
    const { bundle, problems } = compileText(text);
    expect(problems).toEqual([]);
    expect(bundle?.program.phases.drift).toMatchObject([
      { op: 'if', when: ['<', ['slot', 0], 10], then: [{ op: 'add', by: 7 }] },
      {
        op: 'if',
        when: ['and', ['>=', ['slot', 0], 10], ['<', ['slot', 0], 15]],
        then: [{ op: 'add', by: 7, rate: { num: 487, den: 112 } }],
      },
    ]);
  });

  it.each([
    ['week', 'month', 112, 487],
    ['quarter', 'week', 1461, 112],
    ['year', 'month', 12, 1],
    ['year', 'quarter', 4, 1],
    ['month', 'day', 487, 16],
  ] satisfies [Unit, Unit, number, number][])('knows how many of a %s are in a %s', (turn, per, num, den) => {
    expect(ratioOf(turn, per)).toEqual({ num, den });
  });
});

describe('curves made by the compiler', () => {
  it('follow the logistic function within 200 ppm', () => {
    const [from = 0, step = 1, ...ys] = logisticCurve();
    for (const [i, y] of ys.entries()) {
      const x = (from + i * step) / 1000;
      expect(Math.abs(y - 1_000_000 / (1 + Math.exp(-x)))).toBeLessThanOrEqual(1);
    }
    const middle = (x: number) => 1_000_000 / (1 + Math.exp(-x / 1000));
    for (let i = 0; i + 1 < ys.length; i++) {
      const x = from + i * step + step / 2;
      expect(Math.abs((ys[i]! + ys[i + 1]!) / 2 - middle(x))).toBeLessThan(200);
    }
  });

  it('follow 1 - (1 - p)^n to a part per million at their points', () => {
    const ratio = ratioOf('month', 'week');
    const [, step = 1, ...ys] = overTimeCurve(ratio);
    for (const [i, y] of ys.entries()) {
      const p = Math.min(1, (i * step) / 1_000_000);
      expect(Math.abs(y - 1_000_000 * (1 - Math.pow(1 - p, ratio.num / ratio.den)))).toBeLessThanOrEqual(1);
    }
  });
});
