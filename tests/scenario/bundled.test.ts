import { describe, expect, it } from 'vitest';
import { parseProgram } from '../../src/engine/program-check.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { listScenarios, loadScenario } from '../../src/disk/load-scenario.ts';
import { writeProblem } from '../../src/scenario/problem/problem.ts';

describe.each(listScenarios('scenarios'))('the bundled scenario %s', (id) => {
  const { files, problems } = loadScenario(`scenarios/${id}`, 'scenarios');
  const compiled = compileScenario(files);

  it('has no problem', () => {
    expect([...problems, ...compiled.problems].map(writeProblem)).toEqual([]);
  });

  it('makes a program that passes the check for programs from outside', () => {
    expect(parseProgram(JSON.parse(JSON.stringify(compiled.bundle?.program)))).toMatchObject({ ok: true });
  });

  it('has the same words in every language', () => {
    expect(Object.keys(compiled.prose.vi ?? {}).sort()).toEqual(Object.keys(compiled.prose.en ?? {}).sort());
  });

  it('can say every place and reason in words', () => {
    const en = compiled.prose.en ?? {};
    const silent = (compiled.bundle?.catalogue.places ?? []).flatMap(({ owner, because, file, line }) =>
      [owner, because].flatMap((key) => (key === undefined || en[key] !== undefined ? [] : [`${file}:${line} ${key}`])),
    );
    expect([...new Set(silent)]).toEqual([]);
  });

  it('is the same however often it is compiled', () => {
    expect(compileScenario(files).bundle?.rulesHash).toBe(compiled.bundle?.rulesHash);
  });
});
