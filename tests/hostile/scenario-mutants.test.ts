import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProgram } from '../../src/engine/program-check.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { fixScenario } from '../../src/scenario/fix.ts';
import { PROBLEM_CODES } from '../../src/scenario/problem/problem.ts';
import { runs } from '../counts.ts';
import { dice, mutate } from './mutate.ts';

const SMALL = readFileSync(new URL('./small.yaml', import.meta.url), 'utf8');
const VI = 'scenario.title: { of: 123456, vi: Nhỏ }\nsituation.letters.brief: { vi: "Hai lá. [if sent] Đã tới. [/if] {= face}." }\n';

const filesOf = (text: string, vi: string) => ({
  name: 'small',
  own: [
    { file: 'small.yaml', text },
    { file: 'vi.yaml', text: vi },
  ],
  used: [],
});

describe('mutated scenario files', () => {
  it('start from one that is sound', () => {
    expect(compileScenario({ name: 'small', own: [{ file: 'small.yaml', text: SMALL }], used: [] }).problems).toEqual([]);
    expect(SMALL.length).toBeLessThanOrEqual(8192);
  });

  it(
    'never crash the compiler, hang it, or give a program that is not one',
    () => {
      const count = runs(2000, 100_000);
      let sound = 0;
      for (let seed = 1; seed <= count; seed++) {
        const roll = dice(seed);
        const text = mutate(SMALL, roll);
        const vi = roll(4) === 0 ? mutate(VI, roll) : VI;
        const { bundle, problems } = compileScenario(filesOf(text, vi));
        for (const { code, line, column, file, message } of problems) {
          const known = PROBLEM_CODES.includes(code) && message !== '' && Number.isInteger(line) && Number.isInteger(column) && file !== '';
          if (!known) expect.unreachable(`seed ${seed}: ${JSON.stringify({ code, line, column, file, message })}`);
        }
        if (bundle === undefined) expect(problems.length).toBeGreaterThan(0);
        else {
          sound++;
          const opened = parseProgram(JSON.parse(JSON.stringify(bundle.program)));
          if (!opened.ok) expect.unreachable(`seed ${seed}: ${JSON.stringify(opened.problem)}`);
        }
        if (seed % 10 === 0) fixScenario(filesOf(text, vi));
      }
      expect(sound).toBeGreaterThan(count / 100);
    },
    runs(120_000, 3_600_000),
  );
});
