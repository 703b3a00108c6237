import { describe, expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start } from '../../src/engine/turn.ts';
import { seenBy } from '../../src/engine/eye.ts';
import { forecast } from '../../src/players/forecast.ts';
import { plainOdds } from '../../src/players/plain-odds.ts';
import { bundleOf, SCENARIO } from '../golden/build.ts';

const { program, catalogue, rulesHash } = bundleOf(SCENARIO);
const rules = compileProgram(program, rulesHash);
const SAMPLES = 400;

/** Every tail that names one draw, with its odds at the beginning. */
const plain = program.situations.flatMap(({ options }, situation) =>
  options.flatMap((_, option) => {
    const tail = catalogue.situations[situation]?.options[option]?.tail;
    const odds = tail && plainOdds(rules, seenBy(rules, start(rules, seedWords(5)), 0), situation, option, tail.rises);
    return tail === undefined || odds === undefined ? [] : [{ situation, option, tail, odds }];
  }),
);

describe('odds that one draw decides', () => {
  it('are known of a third of all tails and more', () => {
    expect(plain.length).toBeGreaterThan(50);
    for (const { odds } of plain) expect(odds > 0 && odds < 1_000_000).toBe(true);
  });

  it('are what a forecast comes near to', () => {
    const { situation, option, tail, odds } = plain.find((each) => program.situations[each.situation]?.id === 'hulls_in_june')!;
    const view = seenBy(rules, start(rules, seedWords(5)), 0);
    const order = { answers: [{ situation, option }], acts: [] };
    const { events } = forecast(rules, view, 0, order, { turns: tail.turns, samples: SAMPLES, events: [tail] });
    expect(Math.abs((events[0] ?? 0) - odds)).toBeLessThan(60_000);
  });

  it('are not claimed of what more than a draw bears on', () => {
    const none = program.situations.flatMap(({ options }, situation) =>
      options.flatMap((_, option) => {
        const tail = catalogue.situations[situation]?.options[option]?.tail;
        return tail !== undefined && !plain.some((each) => each.situation === situation && each.option === option) ? [tail.rises] : [];
      }),
    );
    const rung = program.slots.findIndex(({ name }) => name === 'rung');
    expect(JSON.stringify(none)).toContain(`["slot",${rung}]`);
    expect(plainOdds(rules, seenBy(rules, start(rules, seedWords(5)), 0), 0, 0, ['slot', rung])).toBeUndefined();
  });
});
