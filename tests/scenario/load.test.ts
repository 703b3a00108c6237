import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { listScenarios, loadScenario } from '../../src/scenario/load.ts';
import { TWO_DOORS } from './compile.ts';

const root = mkdtempSync(join(tmpdir(), 'bamboo-'));
afterAll(() => rmSync(root, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
};
const split = TWO_DOORS.indexOf('variables:');
write('scenarios/harbour/scenario.yaml', TWO_DOORS.slice(0, split).replace('  id: two-doors\n', '  id: harbour\n  uses: [town]\n'));
write('scenarios/town/frame.yaml', TWO_DOORS.slice(split, TWO_DOORS.indexOf('rules:')));
write('scenarios/town/play/rules.yaml', TWO_DOORS.slice(TWO_DOORS.indexOf('rules:')));
write('scenarios/town/notes.txt', 'not read');
write('alone.yaml', TWO_DOORS);
write('lost/scenario.yaml', 'scenario: { uses: [nowhere] }\n');

describe('reading a scenario from disk', () => {
  it('reads a folder, its subfolders and the folders it uses', () => {
    const { files, problems } = loadScenario('scenarios/harbour', 'scenarios', root);
    expect(problems).toEqual([]);
    expect(files.used.map(({ name, files: used }) => [name, used.map(({ file }) => file)])).toEqual([
      ['town', ['scenarios/town/frame.yaml', 'scenarios/town/play/rules.yaml']],
    ]);
    expect(compileScenario(files).problems).toEqual([]);
  });

  it('reads a single file', () => {
    const { files } = loadScenario('alone.yaml', 'scenarios', root);
    expect(files.name).toBe('alone');
    expect(compileScenario(files).bundle?.program.id).toBe('two-doors');
  });

  it('lists the folders that are scenarios', () => {
    expect(listScenarios(join(root, 'scenarios'))).toEqual(['harbour']);
    expect(listScenarios(join(root, 'none'))).toEqual([]);
  });

  it('says what is not there', () => {
    expect(loadScenario('gone', 'scenarios', root).problems).toMatchObject([{ code: 'missing_file', file: 'gone' }]);
    expect(loadScenario('lost', 'scenarios', root).problems).toMatchObject([
      { message: '`uses` names `nowhere`, and there is no such folder.' },
    ]);
  });
});
