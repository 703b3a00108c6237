import { describe, expect, it } from 'vitest';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { seedWords } from '../../src/engine/chance.ts';
import { ENDING } from '../../src/engine/program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { menu } from '../../src/engine/menu.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import { compileText, problemsOf, TWO_DOORS } from './compile.ts';

describe('the small complete scenario', () => {
  it('compiles without a problem', () => {
    expect(problemsOf(TWO_DOORS)).toEqual([]);
  });

  it('passes the check for programs from outside', () => {
    const { bundle } = compileText(TWO_DOORS);
    expect(parseProgram(JSON.parse(JSON.stringify(bundle?.program)))).toMatchObject({ ok: true });
  });

  it('plays to an ending from every seed, answering whatever stands open', () => {
    const program = compileText(TWO_DOORS).bundle!.program;
    const rules = compileProgram(program);
    const endings = new Set<number>();
    for (let seed = 1; seed <= 200; seed++) {
      const key = seedWords(seed);
      const state = start(rules, key);
      for (let turn = 0; turn < 40 && state[ENDING] === 0; turn++) {
        const { situations, acts } = menu(rules, state, 0);
        const answers = situations.flatMap(({ situation, options }) => {
          const legal = options.filter((option) => option.legal);
          const pick = legal[(seed + turn) % legal.length];
          return pick === undefined ? [] : [{ situation, option: pick.option }];
        });
        stepInPlace(rules, key, state, [{ answers, acts: acts.filter(({ legal }) => legal).map(({ act }) => act) }]);
      }
      endings.add(state[ENDING]!);
    }
    expect([...endings]).not.toContain(0);
  });
});
