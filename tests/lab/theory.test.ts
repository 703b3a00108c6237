import { describe, expect, it } from 'vitest';
import { choicesIn } from '../../src/lab/choices.ts';
import { lensesOf } from '../../src/bundle/lens.ts';
import { theoryOf } from '../../src/lab/theory.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { compileScenario } from '../../src/scenario/compile.ts';

const { files } = loadScenario('scenarios/vanguard-bank-2019', 'scenarios');
const { bundle, cases } = compileScenario(files);
const { program, catalogue } = bundle!;
const lenses = lensesOf(program);
const theory = theoryOf(program, cases, lenses);
const wrong = (lens: string) => theory.cases.filter(({ reported, lenses: by }) => by[lens] !== reported).map(({ id }) => id);

describe('the cases that the articles tell', () => {
  it('are seven, and come out as reported under both readings', () => {
    expect(theory.cases.map(({ id }) => id)).toEqual([
      'china_1954',
      'china_1975',
      'moscow_1954',
      'moscow_1991',
      'laos_1977',
      'quad_2022',
      'china_2022',
    ]);
    expect(wrong('gate')).toEqual([]);
    expect(wrong('obstacles')).toEqual([]);
  });

  it('and threat alone gets two of them wrong', () => {
    expect(wrong('threat')).toEqual(['moscow_1991', 'quad_2022']);
  });

  it('part the readings where it was registered: on depth, and on what the web of partners does to it', () => {
    const depth = (id: string, lens: string): number => theory.difference.find((each) => each.id === id)?.lenses[lens] ?? Number.NaN;
    expect(depth('depth_us_2022', 'gate')).toBeGreaterThan(depth('depth_china_2022', 'gate'));
    expect(depth('depth_us_2022', 'obstacles')).toBeLessThan(depth('depth_china_2022', 'obstacles'));
    expect(depth('depth_us_full_web', 'gate')).toBe(depth('depth_us_no_web', 'gate'));
    expect(depth('depth_us_full_web', 'obstacles')).toBeGreaterThan(depth('depth_us_no_web', 'obstacles') + 100);
  });

  it('are worked out by the rules: other values, other bonds', () => {
    const quarrelled = cases.map((each) =>
      each.id === 'china_1954' ? { ...each, given: cases.find(({ id }) => id === 'china_1975')!.given } : each,
    );
    const [first] = theoryOf(program, quarrelled, lenses).cases;
    expect(first?.lenses).toEqual({ gate: 'none', obstacles: 'none', threat: 'none' });
  });
});

describe('what may be chosen', () => {
  const choices = choicesIn(bundle!);

  it('is counted for each power and group that does not play itself', () => {
    const ids = [...catalogue.powers, ...catalogue.groups].map(({ id }) => id).filter((id) => id !== program.seats[0]?.id);
    expect(Object.keys(choices)).toEqual(ids);
    const about = program.acts.filter(({ seat, stance, about: whom }) => seat === 0 && stance === 'align' && whom.includes('quad'));
    expect(choices['quad']?.align.acts).toBe(about.length);
  });

  it('holds an act of each of three stances towards each', () => {
    for (const [id, by] of Object.entries(choices))
      for (const stance of ['hedge', 'partner', 'align'] as const) expect(by[stance].acts, `${id} ${stance}`).toBeGreaterThan(0);
  });
});
