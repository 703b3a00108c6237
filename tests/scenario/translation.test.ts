import { describe, expect, it } from 'vitest';
import { textStamp } from '../../src/bundle/canonical.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { compileText, edit, TWO_DOORS } from './compile.ts';

const BRIEF = 'Hai lá thư nằm trên bàn. [if letter_sent] Thư của ta đã tới nơi. [/if] Xe đã đếm hai lần.';
const found = (vi: string, text = TWO_DOORS) => compileText(text, vi).problems.filter(({ code }) => code !== 'untranslated');

describe('Vietnamese beside the English', () => {
  it('is compiled with its conditions', () => {
    const { prose } = compileText(TWO_DOORS, `situation.two_letters.brief: { vi: "${BRIEF}" }\n`);
    expect(prose.vi?.['situation.two_letters.brief']).toMatchObject([
      'Hai lá thư nằm trên bàn.',
      { text: [' Thư của ta đã tới nơi.'] },
      ' Xe đã đếm hai lần.',
    ]);
  });

  it('falls back to English, and says what is missing', () => {
    const { prose, problems, bundle } = compileText(TWO_DOORS, 'scenario.title: Hai cửa\n');
    expect(prose.vi?.['scenario.title']).toBe('Hai cửa');
    expect(prose.vi?.['charge.quiet_quay.title']).toBe('A quiet quay');
    expect(problems.map(({ code }) => code)).toEqual(['untranslated']);
    expect(problems[0]?.message).toMatch(/^\d+ of \d+ texts have no Vietnamese yet/);
    expect(bundle).toBeDefined();
  });

  it('is not asked for where nobody has begun', () => {
    const { prose, bundle } = compileText(TWO_DOORS);
    expect(prose.vi).toBeUndefined();
    expect(bundle?.catalogue.locales).toEqual(['en']);
  });

  it('is stale once the English has changed', () => {
    const stamp = textStamp('Two doors');
    expect(found(`scenario.title: { of: ${stamp}, vi: Hai cửa }\n`)).toEqual([]);
    expect(found(`scenario.title: { of: ${stamp}, vi: Hai cửa }\n`, edit('title: Two doors\n', 'title: Three doors\n'))).toMatchObject([
      { code: 'stale_translation', file: 'vi.yaml', line: 1, column: 1 },
    ]);
  });

  it('may have a stamp of digits only, or one that looks like a number', () => {
    expect(found('scenario.title: { of: 123456, vi: Hai cửa }\n')).toMatchObject([{ code: 'stale_translation' }]);
    expect(found('scenario.title: { of: 12e456, vi: Hai cửa }\n')).toMatchObject([{ code: 'stale_translation' }]);
  });

  it('has the conditions of the English', () => {
    expect(found('situation.two_letters.brief: { vi: "Hai lá thư nằm trên bàn." }\n')).toMatchObject([
      {
        code: 'unlike_translation',
        message: 'The conditions of `situation.two_letters.brief` differ from the English: `if letter_sent` is missing.',
      },
    ]);
  });

  it('has keys that exist', () => {
    expect(found('situation.two_letter.brief: { vi: x }\n')).toMatchObject([
      { code: 'unknown_translation', suggestion: 'did you mean `situation.two_letters.brief`?' },
    ]);
  });

  it('is neutral too, in its own words', () => {
    expect(
      found('situation.the_answer.brief: { vi: "Tàu lạ ngang nhiên đi vào vùng tranh chấp." }\n').map(({ code, column }) => [code, column]),
    ).toEqual([
      ['loaded_word', 43],
      ['loaded_word', 62],
    ]);
    expect(found('situation.the_answer.brief: { vi: "Báo viết: “ngang nhiên”." }\n')).toEqual([]);
  });

  it('takes the name of a reading from its variable', () => {
    const { prose, problems } = compileText(TWO_DOORS, 'variable.safety.name: An toàn\n');
    expect(prose.vi?.['reading.safety.name']).toBe('An toàn');
    expect(problems.map(({ message }) => message)).not.toContain('`reading.safety.name` has no Vietnamese.');
  });

  it('of what a scenario changed in a used folder is its own', () => {
    const heading = /^scenario:[\s\S]*?(?=\nvariables:)/m.exec(TWO_DOORS)![0];
    const changed = heading.replace(
      '  minutes: 5',
      '  uses: [world]\n  minutes: 5\n  change: [{ id: power.hill, why: later, with: { name: The High Hill } }]',
    );
    const compiled = (own: string) =>
      compileScenario({
        name: 'two-doors',
        own: [
          { file: 'scenario.yaml', text: changed },
          { file: 'vi.yaml', text: own },
        ],
        used: [
          {
            name: 'world',
            files: [
              { file: 'world/rules.yaml', text: edit(heading, '') },
              { file: 'world/vi.yaml', text: `power.hill.name: { of: ${textStamp('The Hill')}, vi: Đồi }\n` },
            ],
          },
        ],
      });
    const { prose, problems } = compiled('power.hill.name: Đồi Cao\n');
    expect(prose.vi?.['power.hill.name']).toBe('Đồi Cao');
    expect(problems.filter(({ code }) => code !== 'untranslated')).toEqual([]);
    expect(compiled('scenario.title: Hai cửa\n').problems.map(({ code }) => code)).toContain('stale_translation');
  });
});
