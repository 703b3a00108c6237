import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TargetInfo } from '../../src/bundle/target.ts';
import { asksForCharges, bestShare, cellsOf, otherEndings, winnersEverywhere } from '../../src/lab/cells.ts';
import { insideOf } from '../../src/lab/inside.ts';
import { labDataOf, openLab, type LabData, type LabScenario } from '../../src/lab/lab-scenario.ts';
import { lackingOf } from '../../src/lab/lacking.ts';
import type { LensGames } from '../../src/lab/lenses.ts';
import { alikeMoves } from '../../src/lab/moves.ts';
import { datesOf } from '../../src/lab/openings.ts';
import { pickedIn, type Picked } from '../../src/lab/strangers.ts';
import { closelyFor, studiesFor, targetsOf } from '../../src/lab/targets.ts';
import { runLab } from '../../src/lab/threads.ts';
import { compileScenario } from '../../src/scenario/compile.ts';

const FIRST = '000000ZZZZ';
const GAMES = 40;

const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i];
  if (found === undefined) throw new Error(`nothing at ${i}`);
  return found;
};

describe('how much of what came lies inside a forecast', () => {
  it('is eight tenths in the mean for one more of the futures, however many are equal', () => {
    for (const futures of [
      Array.from({ length: 79 }, (_, i) => i),
      Array.from({ length: 80 }, (_, i) => i % 3),
      Array<number>(80).fill(7),
    ]) {
      const mean = futures.reduce((sum, came, i) => sum + insideOf(futures.toSpliced(i, 1), came), 0) / futures.length;
      expect(mean).toBeCloseTo(800, -1);
    }
  });

  it('is nothing outside of all futures', () => {
    expect(insideOf(Array<number>(80).fill(7), 8)).toBe(0);
    expect(insideOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toBe(1000);
  });
});

describe('moves of two games', () => {
  const move = (power: string, kind: string, turn: number) => ({ power, kind, turn });

  it('are alike by power and kind, a turn apart at most, and none counts twice', () => {
    const one = [move('mill', 'protest', 3), move('mill', 'protest', 4), move('mill', 'note', 9)];
    expect(alikeMoves(one, one)).toBe(3);
    expect(alikeMoves(one, [move('mill', 'protest', 2)])).toBe(1);
    expect(alikeMoves(one, [move('mill', 'protest', 5), move('mill', 'protest', 6)])).toBe(1);
    expect(alikeMoves(one, [move('weir', 'protest', 3), move('mill', 'court', 4), move('mill', 'note', 7)])).toBe(0);
  });
});

describe('cells of charges and lenses', () => {
  /** One lens after another: taken, met, ending. */
  const seed = (...games: (readonly [number, number, number])[]) => games.map(([taken, met, ending]) => ({ taken, met, ending }));
  const games = new Map<string, LensGames>([
    ['steady', [seed([0b011, 0b001, 1], [0b011, 0b001, 1]), seed([0b110, 0b001, 1], [0b110, 0b000, 2])]],
    ['daring', [seed([0b011, 0b110, 1], [0b011, 0b100, 2]), seed([0b110, 0b000, 1], [0b110, 0b000, 1])]],
  ]);

  it('tell who meets the most of every set that was taken, whatever a game itself had taken', () => {
    expect(cellsOf(games, false)).toEqual([
      { lens: 0, charges: 0b011, best: ['steady'] },
      { lens: 0, charges: 0b110, best: ['daring'] },
      { lens: 1, charges: 0b011, best: ['steady'] },
      { lens: 1, charges: 0b110, best: ['daring'] },
    ]);
    expect(bestShare(cellsOf(games, false))).toBe(0.5);
    expect(winnersEverywhere(cellsOf(games, false), ['steady', 'daring', 'absent'])).toBe(2);
  });

  it('count only games that had taken a set where the rules ask for it, and share a tie', () => {
    const cells = cellsOf(games, true);
    expect(cells.map(({ best }) => best)).toEqual([['steady', 'daring'], ['steady', 'daring'], ['steady'], ['steady', 'daring']]);
    expect(bestShare(cells)).toBe(2.5 / 4);
    expect(winnersEverywhere(cells.slice(0, 3), ['steady', 'daring'])).toBe(1);
  });

  it('count pairs of lenses under which a game ends otherwise', () => {
    expect(otherEndings([...games.values()])).toEqual({ pairs: 4, other: 2 });
  });
});

describe('studies of a scenario whose answers are known', () => {
  let data: LabData;
  let lab: LabScenario;
  const situation = (id: string) => lab.rules.program.situations.findIndex((each) => each.id === id);
  const target = (id: string, measure: TargetInfo['measure'], more: Partial<TargetInfo> = {}): TargetInfo => ({
    id,
    measure,
    floor: { least: 0 },
    ...more,
  });
  const run = (targets: readonly TargetInfo[], policies: readonly string[]) =>
    runLab({ data, policies, games: GAMES, first: FIRST, workers: 1, targets, thread: '' });
  const valuesOf = async (targets: readonly TargetInfo[], policies: readonly string[]) => {
    const { runs, studied } = await run(targets, policies);
    const told = targetsOf(lab.rules, targets, new Map(runs.map((each) => [each.policy, each])), studied);
    return Object.fromEntries(told.map(({ id, value }) => [id, value]));
  };

  beforeAll(() => {
    const text = readFileSync(new URL('./fixtures/sluice.yaml', import.meta.url), 'utf8');
    const { bundle, prose } = compileScenario({ name: 'sluice', own: [{ file: 'sluice.yaml', text }], used: [] });
    if (bundle === undefined) throw new Error('the fixture has no rules');
    data = labDataOf(bundle, prose.en);
    lab = openLab(data);
  });

  it('know what comes on a date', () => {
    const dates = datesOf(lab.rules.program);
    expect(at(dates, situation('the_gate'))).toEqual([{ from: 0, to: 0, once: true }]);
    expect(at(dates, situation('the_fair'))).toEqual([{ from: 5, to: Infinity, once: true }]);
    expect(at(dates, situation('the_flood'))).toEqual([]);
    expect(at(dates, situation('the_visit'))).toEqual([]);
  });

  it('tell what was opened by something done', async () => {
    const { runs, studied } = await run([target('deeds', 'opened_by_deeds')], ['random']);
    const { opened, byDeed } = studied.get({ study: 'deeds', policy: 'random' })!;
    const chosen = (id: string, option: number) => runs[0]!.tally.options[situation(id)]![option]!;
    const floods = chosen('the_gate', 0);
    // It comes back until it is answered, within the year: the visits beyond the first were brought about by shrugging.
    const visits = chosen('the_visit', 0) + chosen('the_visit', 1);
    expect(floods).toBeGreaterThan(5);
    expect(visits).toBeGreaterThan(GAMES + 5);
    const expected = lab.rules.program.situations.map(({ id }) => (id === 'the_flood' ? floods : id === 'the_visit' ? visits : 0));
    expect(opened).toEqual(expected);
    expect(byDeed).toEqual(expected.map((times, i) => (i === situation('the_visit') ? times - GAMES : times)));
  });

  it('tell how alike a seed is under two policies', async () => {
    const twins = (id: string, policy: string, other: string) => [
      target(id, 'alike', { policy, other }),
      target(`${id}_situations`, 'situations_alike', { policy, other }),
    ];
    const policies = ['hedge', 'cautious', 'reckless'];
    expect(await valuesOf([...twins('same', 'hedge', 'hedge'), ...twins('other', 'hedge', 'reckless')], policies)).toEqual({
      same: 100,
      same_situations: 100,
      other: 0,
      other_situations: 50,
    });
    expect(await valuesOf(twins('other', 'hedge', 'reckless'), ['hedge'])).toEqual({ other: null, other_situations: null });
  });

  it('tell what forecasts tell apart, and whether they come true', async () => {
    const targets = [
      target('told_apart', 'told_apart', { policy: 'reckless' }),
      target('telling_cells', 'telling_cells', { policy: 'reckless' }),
      target('coverage', 'coverage_differences', { policy: 'reckless' }),
      target('coverage_water', 'coverage_differences', { policy: 'reckless', reading: 'water' }),
    ];
    const { studied } = await run(targets, ['reckless']);
    const found = studied.get({ study: 'outlooks', policy: 'reckless' })!;
    // The gate moves the grain by a hundred; the ditch and the sack move something by ten; the stranger moves nothing.
    expect(found.apart.map((times, i) => [at(lab.rules.program.situations, i).id, times, at(found.stops, i)])).toEqual([
      ['the_gate', GAMES, GAMES],
      ['the_flood', 0, GAMES],
      ['the_fair', 0, GAMES],
      ['the_visit', 0, GAMES],
    ]);
    expect(
      lackingOf(lab.rules.program, [target('told_apart', 'told_apart', { policy: 'reckless', floor: { least: 10 } })], studied),
    ).toEqual({
      told_apart: ['the_flood', 'the_fair', 'the_visit'].map((id) => ({ situation: id, counted: 0, of: GAMES })),
    });
    expect(await valuesOf(targets, ['reckless'])).toEqual({ told_apart: 25, telling_cells: 50, coverage: 80, coverage_water: 80 });
  });

  it('tell whether a stranger picks the answer that was given', async () => {
    const { studied } = await run([target('identifiable', 'identifiable')], ['random']);
    const found = studied.get({ study: 'strangers', policy: 'random' })!;
    const ids = ({ counted, of }: Picked) =>
      Object.fromEntries(lab.rules.program.situations.map(({ id }, i) => [id, [at(counted, i), at(of, i)]]));
    const own = pickedIn(found, 'own');
    // The wheel turns after one answer to the gate and stands after the other; nothing follows any other stop that its answers bring about.
    expect(ids(own)['the_gate']).toEqual([GAMES, GAMES]);
    expect(ids(own)['the_fair']).toEqual([GAMES / 2, GAMES]);
    // Nobody hears anything there: what is known of an answer does not come of hearing.
    expect(pickedIn(found, 'placebo')).toEqual(own);
    const [right = NaN, asked = NaN] = ids(pickedIn(found, 'shuffled'))['the_gate'] ?? [];
    expect(asked).toBe(GAMES);
    expect(Math.abs(right / asked - 0.5)).toBeLessThan(0.25);
  });

  it('tell which line of conduct wins where, and what a lens ends', async () => {
    expect(asksForCharges(lab.rules.program)).toBe(false);
    const targets = [
      target('best_share', 'best_share'),
      target('wins', 'posture_wins', { policies: ['hedge', 'cautious'] }),
      target('unknown', 'posture_wins', { policies: ['hedge', 'partner-all'] }),
      target('lens_endings', 'lens_endings'),
    ];
    // Both keep the sluice shut: each set is met by both or by neither.
    expect(await valuesOf(targets, ['hedge', 'cautious', 'reckless'])).toEqual({
      best_share: 50,
      wins: 2,
      unknown: null,
      lens_endings: 100,
    });
    expect(await valuesOf(targets, ['hedge'])).toEqual({ best_share: null, wins: null, unknown: null, lens_endings: 100 });
  });

  it('tell when a cause is as good as known, and what is read twice', async () => {
    const targets = [
      target('early', 'odds_early', { turn: 4 }),
      target('later', 'odds_early', { turn: 5 }),
      target('of_nobody', 'odds_early', { turn: 5, policy: 'hedge' }),
      target('twice', 'texts_twice'),
      target('false', 'says_false'),
    ];
    const { runs } = await run(targets, ['random']);
    const visits = runs[0]!.tally.options[situation('the_visit')]!.reduce((sum, times) => sum + times, 0);
    expect(await valuesOf(targets, ['random'])).toEqual({ early: 0, later: 100, of_nobody: null, twice: visits - GAMES, false: 0 });
  });

  it('are made once for all targets that read them, and only where the policies tell', () => {
    const targets = [target('a', 'told_apart'), target('b', 'telling_cells'), target('c', 'moves_differ'), target('d', 'stops')];
    expect(studiesFor(targets, ['random', 'hedge']).map(({ study, policy }) => `${study} ${policy}`)).toEqual([
      'outlooks random',
      'pairs random',
    ]);
    expect(studiesFor(targets, ['hedge'])).toEqual([]);
    expect(studiesFor([target('e', 'best_share')], ['random', 'hedge', 'greedy-grain']).map(({ policy }) => policy)).toEqual(['hedge']);
    expect(closelyFor([target('f', 'pivotal'), target('g', 'coverage'), target('h', 'coverage')], 'hedge')).toEqual([
      'pivotal',
      'coverage',
    ]);
    expect(closelyFor([target('f', 'pivotal')], 'greedy-grain')).toEqual([]);
    expect(closelyFor(targets, 'hedge')).toEqual([]);
  });
});
