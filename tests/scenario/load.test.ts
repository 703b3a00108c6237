import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { listScenarios, loadScenario } from '../../src/disk/load-scenario.ts';
import { TWO_DOORS, withoutReasons } from './compile.ts';

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

  it('places a folder that `uses` misspells, and tells nothing of what it would have brought', () => {
    write('astray/scenario.yaml', TWO_DOORS.slice(0, split).replace('  id: two-doors\n', '  id: astray\n  uses: [twon]\n'));
    const { files, problems } = loadScenario('astray', 'scenarios', root);
    expect(problems).toMatchObject([
      { code: 'missing_file', file: 'astray/scenario.yaml', line: 4, column: 10, suggestion: 'did you mean `town`?' },
    ]);
    expect(compileScenario(files)).toMatchObject({ bundle: undefined, problems: [] });
  });

  it('reads a file that begins with a byte order mark, and one that never ends only so far', () => {
    write('marked.yaml', `\ufeff${TWO_DOORS}`);
    expect(withoutReasons(compileScenario(loadScenario('marked.yaml', 'scenarios', root).files)).problems).toEqual([]);
    write('long.yaml', '#'.repeat(4_000_001));
    expect(loadScenario('long.yaml', 'scenarios', root)).toMatchObject({
      files: { own: [] },
      problems: [{ code: 'too_large', file: 'long.yaml' }],
    });
  });

  it('says that a file is not UTF-8, and where', () => {
    mkdirSync(join(root, 'latin'), { recursive: true });
    writeFileSync(
      join(root, 'latin/scenario.yaml'),
      Buffer.from(TWO_DOORS.replace('title: Two doors', 'title: Two d\xe9\xe9rs'), 'latin1'),
    );
    expect(compileScenario(loadScenario('latin', 'scenarios', root).files).problems).toEqual([
      { code: 'character', message: 'This is not UTF-8 text; save the file as UTF-8.', file: 'latin/scenario.yaml', line: 4, column: 15 },
    ]);
  });

  it('names the file in which there is no scenario', () => {
    write('bare.yaml', '# nothing yet\n');
    expect(compileScenario(loadScenario('bare.yaml', 'scenarios', root).files).problems).toMatchObject([
      { code: 'missing', message: 'The file has no `scenario:`.', file: 'bare.yaml' },
    ]);
  });

  it.skipIf(process.platform === 'win32')('passes over linked folders, and says which link leads nowhere', () => {
    write('tangle/scenario.yaml', TWO_DOORS);
    mkdirSync(join(root, 'tangle/sub.yaml'));
    symlinkSync('..', join(root, 'tangle/sub.yaml/up'));
    symlinkSync('nowhere', join(root, 'tangle/lost.yaml'));
    symlinkSync('round.yaml', join(root, 'tangle/round.yaml'));
    const { files, problems } = loadScenario('tangle', 'scenarios', root);
    expect(files.own.map(({ file }) => file)).toEqual(['tangle/scenario.yaml']);
    expect(problems.map(({ code, file }) => `${file} ${code}`).sort()).toEqual([
      'tangle/lost.yaml unreadable_file',
      'tangle/round.yaml unreadable_file',
    ]);
  });

  it('does not read half of a folder that has too many files', () => {
    for (let i = 0; i <= 200; i++) write(`crowd/f${i}.yaml`, '');
    expect(loadScenario('crowd', 'scenarios', root)).toMatchObject({
      files: { own: [] },
      problems: [{ code: 'too_large', file: 'crowd' }],
    });
  });
});
