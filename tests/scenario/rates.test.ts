import { describe, expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { logisticCurve, overTime, overTimeCurve } from '../../src/scenario/expression/rates.ts';
import { ratioOf } from '../../src/scenario/symbols/units.ts';
import type { Unit } from '../../src/scenario/symbols/units.ts';
import { compileText } from './compile.ts';

const TURNS = { week: 208, half_month: 96, month: 48, quarter: 16, year: 4 } as const;

/** Four years of drift in turns of one unit. */
const years = (unit: keyof typeof TURNS, does: string, per = 'week'): string => `
scenario: { id: drift, title: Drift, minutes: 1, start: 2000-01-01, calendar: [{ id: all, unit: ${unit}, turns: ${TURNS[unit] + 1} }], seats: [me], readings: [level] }
variables:
  level: { range: [0, 1000000], scale: 1, start: 800000 }
  other: { range: [0, 1000000], scale: 1, start: 300000 }
powers: { me: { name: Me } }
endings: { over: { title: Over, texts: [{ text: Over. }] } }
rules: [{ id: drift, title: Drift, phase: drift, per: ${per}, design: true, does: ${does} }]
`;

const compiled = (text: string) => {
  const { bundle, problems } = compileText(text);
  if (bundle === undefined) throw new Error(JSON.stringify(problems));
  return bundle.program;
};

const levelAfter = (unit: keyof typeof TURNS, does: string, { seed = 1, per = 'week' } = {}): number => {
  const program = compiled(years(unit, does, per));
  const rules = compileProgram(program);
  const key = seedWords(seed);
  const state = start(rules, key);
  for (let turn = 0; turn < TURNS[unit]; turn++) stepInPlace(rules, key, state, [undefined]);
  return state[program.readings[0]!.slot]!;
};

const UNITS = ['half_month', 'month', 'quarter', 'year'] as const;
const near = (a: number, b: number, share: number) => Math.abs(a - b) <= Math.abs(b) * share;

describe('turns hold whole weeks', () => {
  it.each(UNITS)('comes to the same after four years of %ss as of weeks, to the bit', (unit) => {
    for (const does of [
      '[{ add: level, by: -137 }]',
      '[{ add: level, by: -137, spread: 90, luck: weather }]',
      '[{ toward: level, to: 100000, rate: 6000 }]',
      '[{ toward: level, to: 100000, rate: "div(other, 50)" }]',
      '[{ chance: 4000, luck: c, then: [{ add: level, by: -1000 }] }]',
      '[{ choose: [{ id: up, weight: 40000, does: [{ add: level, by: 500 }] }, { id: stay, weight: 960000, does: [] }], luck: c }]',
      '[{ if: "level > 700000", then: [{ later: { weeks: 3 }, id: echo, again: ignore, does: [{ add: level, by: -5000 }] }] }]',
    ])
      expect(levelAfter(unit, does)).toBe(levelAfter('week', does));
  });

  it('runs what is said per turn once a turn', () => {
    expect(levelAfter('quarter', '[{ add: level, by: -1 }]', { per: 'turn' })).toBe(800000 - 16);
    expect(levelAfter('week', '[{ add: level, by: -1 }]', { per: 'turn' })).toBe(800000 - 208);
  });

  it('lets two weeks be two weeks, and whole turns end with a turn', () => {
    const due = (unit: keyof typeof TURNS, span: string): number[] => {
      const program = compiled(
        years(
          unit,
          `[{ if: "turn == 2 && level == 800000", then: [{ add: level, by: -1 }, { later: ${span}, id: back, does: [{ set: other, to: 7 }] }] }]`,
        ),
      );
      const rules = compileProgram(program);
      const state = start(rules, seedWords(1));
      const other = program.slots.findIndex(({ name }) => name === 'other');
      const left = program.slots.findIndex(({ name }) => name === 'timer.back.left');
      const seen: number[] = [];
      for (let turn = 0; turn < 8; turn++) {
        stepInPlace(rules, seedWords(1), state, [undefined]);
        if (state[other] === 7) return [turn + 1];
        seen.push(state[left]!);
      }
      return seen;
    };
    expect(due('week', '{ weeks: 2 }')).toEqual([4]);
    expect(due('half_month', '{ weeks: 2 }')).toEqual([3]);
    expect(due('quarter', '{ weeks: 2 }')).toEqual([3]);
    expect(due('month', '{ turns: 2 }')).toEqual([4]);
    expect(due('quarter', '{ months: 6 }')).toEqual([4]);
  });

  it('lets weeks pass between dates where a stretch says so, and one tick where it does not', () => {
    const dated = (between: string): number => {
      const program = compiled(
        years('week', '[{ add: level, by: -1 }]').replace(
          'turns: 209 }]',
          `turns: 10 }, { id: after, dates: [2000-06-24, 2001-06-23]${between} }]`,
        ),
      );
      const rules = compileProgram(program);
      const state = start(rules, seedWords(1));
      for (let turn = 0; turn < 12; turn++) stepInPlace(rules, seedWords(1), state, [undefined]);
      return 800000 - state[program.readings[0]!.slot]!;
    };
    expect(dated('')).toBe(10);
    expect(dated(', between: weeks')).toBe(10 + 15 + 52 + 1);
  });

  it('knows the stretches that have a length of turn, whatever they are called', () => {
    const text = years('week', '[{ add: level, by: 7 }]')
      .replace('turns: 209 }', 'turns: 10 }, { id: later, unit: month, turns: 5 }, { id: afterwards, dates: [2005-01-01, 2007-01-01] }')
      .replace('per: week', 'per: week, during: paced');
    expect(compiled(text).phases.drift).toMatchObject([{ op: 'if', when: ['<', ['slot', 0], 15], then: [{ op: 'add', by: 7 }] }]);
  });
});

describe('rates carry time', () => {
  it.each(['month', 'quarter', 'year'] as const)('keeps the odds of a choice of staying put that is said per %s', (per) => {
    const [op] = compiled(
      years(
        'week',
        '[{ choose: [{ id: up, weight: 20000, does: [{ set: level, to: 0 }] }, { id: down, weight: 20000, does: [{ set: level, to: 1 }] }, { id: stay, weight: 960000, does: [] }], luck: c }]',
        per,
      ),
    ).phases.drift;
    if (op?.op !== 'choose') throw new Error('no choice');
    const [up = 0, down = 0, stay = 0] = op.from.map(({ weight }) => (typeof weight === 'number' ? weight : 0));
    expect(up).toBe(down);
    expect(up + down + stay).toBeGreaterThan(999_990);
    const weeks = { month: 487 / 112, quarter: 1461 / 112, year: 1461 / 28 }[per];
    expect(near(Math.pow(stay / 1_000_000, weeks), 0.96, 0.01)).toBe(true);
  });

  it('adds over a year what is said per year, in days and in weeks', () => {
    const program = compiled(
      years('week', '[{ add: level, by: -1461 }]', 'year').replace('unit: week, turns: 209', 'unit: day, turns: 1462'),
    );
    const rules = compileProgram(program);
    const state = start(rules, seedWords(1));
    for (let turn = 0; turn < 1461; turn++) stepInPlace(rules, seedWords(1), state, [undefined]);
    expect(state[program.readings[0]!.slot]).toBe(800000 - 4 * 1461);
  });

  it('leaves numbers alone where the unit is the tick', () => {
    const drift = compiled(years('quarter', '[{ toward: level, to: 0, rate: 6001 }, { add: other, by: 3 }]')).phases.drift;
    expect(drift).toMatchObject([{ ppm: 6001 }, { by: 3 }]);
    expect(drift[1]).not.toHaveProperty('rate');
  });

  it('converts a chance, and not what follows from it', () => {
    const [op] = compiled(years('week', '[{ chance: 10000, luck: c, then: [{ add: level, by: -1 }] }]', 'year')).phases.drift;
    expect(op).toMatchObject({ op: 'chance', p: overTime(10000, ratioOf('week', 'year')) });
    expect(op?.op === 'chance' ? op.then[0] : undefined).not.toHaveProperty('rate');
  });

  it('splits a rule over stretches whose ticks differ', () => {
    const text = years('week', '[{ add: level, by: 7 }]').replace(
      'turns: 209 }',
      'turns: 10 }, { id: later, unit: day, turns: 5 }, { id: afterwards, dates: [2005-01-01, 2007-01-01] }',
    );
    expect(compiled(text).phases.drift).toMatchObject([
      { op: 'if', when: ['<', ['slot', 0], 10], then: [{ op: 'add', by: 7 }] },
      {
        op: 'if',
        when: ['and', ['>=', ['slot', 0], 10], ['<', ['slot', 0], 15]],
        then: [{ op: 'add', by: 7, rate: { num: 1, den: 7 } }],
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
