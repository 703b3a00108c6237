import { expect, test } from 'vitest';
import { ENDING } from '../../src/engine/program.ts';
import { endsOf, gameOfEnd } from '../../src/lab/ends.ts';
import { labDataOf, openLab } from '../../src/lab/lab-scenario.ts';
import { stateNow } from '../../src/session/game.ts';
import { shipped } from '../playthrough/shipped.ts';

const bundle = shipped('customs-queue-2021');
const scenario = openLab(labDataOf(bundle));

test.each([['gate'], [undefined]] as const)('a game that was simulated can be watched: it comes out the same (%s)', (lens) => {
  for (const policy of ['random', 'hedge', 'align-china']) {
    const ends = endsOf(scenario, { policy, first: '000000ZZZZ', from: 3, to: 8, ...(lens === undefined ? {} : { lens }) });
    expect(ends).toHaveLength(5);
    for (const end of ends) {
      const state = stateNow(gameOfEnd({ bundle, lens }, end));
      expect(bundle.program.readings.map(({ slot }) => state[slot])).toEqual(end.readings);
      expect(state[ENDING]! - 1).toBe(end.ending);
    }
  }
});
