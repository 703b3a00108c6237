import { expect, test } from 'vitest';
import { lensIn } from '../../src/bundle/lens.ts';
import { ENDING } from '../../src/engine/program.ts';
import { endsOf, gameOfEnd, optionPlaces } from '../../src/lab/ends.ts';
import { labDataOf, openLab } from '../../src/lab/lab-scenario.ts';
import { ownBeginnings, placeOf, shiftablesOf, stepJobsOf, stepsOf, sweepablesOf } from '../../src/lab/sweep.ts';
import { stateNow } from '../../src/session/game.ts';
import { shipped } from '../playthrough/shipped.ts';

const bundle = shipped('customs-queue-2021');
const scenario = openLab(labDataOf(bundle));

test.each([['gate'], [undefined]] as const)('a game that was simulated can be watched: it comes out the same (%s)', (lens) => {
  for (const policy of ['random', 'hedge', 'align-china']) {
    const { ends } = endsOf(scenario, { policy, first: '000000ZZZZ', from: 3, to: 8, ...(lens === undefined ? {} : { lens }) });
    expect(ends).toHaveLength(5);
    for (const end of ends) {
      const state = stateNow(gameOfEnd({ bundle, lens }, end));
      expect(bundle.program.readings.map(({ slot }) => state[slot])).toEqual(end.readings);
      expect(state[ENDING]! - 1).toBe(end.ending);
    }
  }
});

test('answers are counted: as many as the games themselves gave, each at its own option', () => {
  const { ends, options } = endsOf(scenario, { policy: 'random', first: '000000ZZZZ', from: 0, to: 6 });
  const places = optionPlaces(bundle.program);
  const counted = new Int32Array(options.length);
  for (const end of ends)
    for (const [seat] of gameOfEnd({ bundle }, end).record.lines[0]!.orders)
      for (const { situation, option } of seat?.answers ?? []) counted[places[situation]! + option]!++;
  expect(counted.some((times) => times > 0)).toBe(true);
  expect(options).toEqual(counted);
});

test('a beginning is shifted from one bound to the other, and where it is the own one nothing changes', () => {
  const job = { policy: 'hedge', first: '000000ZZZZ', from: 0, to: 20 };
  const [shifted] = shiftablesOf(bundle);
  const { slot } = shifted!;
  const { min, max } = bundle.program.slots[slot]!;
  const beginnings = stepJobsOf(bundle, shifted!).map(({ beginning }) => beginning!);
  expect(beginnings.map(({ value }) => value)).toEqual([min, 250, 500, 750, max]);
  const parts = beginnings.map((beginning) => endsOf(scenario, { ...job, beginning }));
  const own = parts[0]!.shifted!.own;
  expect(ownBeginnings(parts)).toEqual([Math.min(...own), Math.max(...own)]);
  const played = endsOf(scenario, job).ends;
  for (const [from, value] of own.entries())
    expect(endsOf(scenario, { ...job, from, to: from + 1, beginning: { slot, value } }).ends).toEqual([played[from]]);

  const steps = stepsOf(bundle, [...parts].reverse(), 0);
  expect(steps.map(({ at, games }) => [at, games])).toEqual(beginnings.map(({ value }) => [value, 20]));
  expect(steps.at(-1)!.spread.p50).toBeGreaterThan(steps[0]!.spread.p50);
  const early = parts[0]!.ends.filter(({ ending }) => bundle.program.endings[ending]!.early).length;
  expect(steps[0]!.early).toBe(early);
});

test('every lens is a step, on the same seeds, and the step of the own one is the games as they are', () => {
  const [of] = sweepablesOf(bundle);
  const jobs = stepJobsOf(bundle, of!);
  expect(jobs).toEqual(['gate', 'obstacles', 'threat'].map((lens) => ({ lens })));
  const job = { policy: 'align-china', first: '000000ZZZZ', from: 0, to: 20 };
  const parts = jobs.map((step) => endsOf(scenario, { ...job, ...step }));
  expect(parts.map((part) => placeOf(bundle, part))).toEqual([0, 1, 2]);
  expect(stepsOf(bundle, [...parts].reverse(), 0).map(({ at, games }) => [at, games])).toEqual([0, 1, 2].map((at) => [at, 20]));
  const plain = endsOf(scenario, job);
  const own = jobs.findIndex(({ lens }) => lens === lensIn(bundle.program, []));
  expect(parts[own]!.ends).toEqual(plain.ends);
  for (const [i, { ends }] of parts.entries()) {
    if (i !== own) expect(ends).not.toEqual(plain.ends);
    expect(ends.map(({ seed }) => seed)).toEqual(plain.ends.map(({ seed }) => seed));
  }
  expect(stepsOf(bundle, [plain], 0)).toEqual([]);
});
