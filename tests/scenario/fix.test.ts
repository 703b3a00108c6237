import { describe, expect, it } from 'vitest';
import { fixScenario } from '../../src/scenario/fix.ts';
import { textStamp } from '../../src/bundle/canonical.ts';
import { edit, problemsOf, TWO_DOORS } from './compile.ts';

const fix = (text: string, vi?: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fixScenario({
      name: 'two-doors',
      own: [{ file: 'two-doors.yaml', text }, ...(vi === undefined ? [] : [{ file: 'vi.yaml', text: vi }])],
      used: [],
    }).map((file) => [file.file, file.text]),
  );

describe('putting right what can be put right', () => {
  it('changes nothing where nothing is missing', () => {
    expect(fix(TWO_DOORS)).toEqual({});
  });

  it('names a chance and leaves comments and layout alone', () => {
    const broken = edit('- chance: 250000\n            luck: plain_hears', '- chance: 250000 # one in four');
    expect(fix(broken)['two-doors.yaml']).toBe(
      edit('- chance: 250000\n            luck: plain_hears', '- chance: 250000 # one in four\n            luck: trade'),
    );
  });

  it('names choices and draws in either style', () => {
    const broken = edit('- draw: post\n            luck: next', '- { draw: post }', edit('        luck: pride\n', ''));
    const fixed = fix(broken)['two-doors.yaml'] ?? '';
    expect(fixed).toContain('{ draw: post, luck: post }');
    expect(problemsOf(fixed)).toEqual([]);
  });

  it('leaves the stamp of a used folder where a scenario changed the words and translates them itself', () => {
    const heading = /^scenario:[\s\S]*?(?=\nvariables:)/m.exec(TWO_DOORS)![0];
    const change = '  uses: [world]\n  minutes: 5\n  change: [{ id: power.hill, why: later, with: { name: The High Hill } }]';
    const fixed = fixScenario({
      name: 'two-doors',
      own: [
        { file: 'scenario.yaml', text: heading.replace('  minutes: 5', change) },
        { file: 'vi.yaml', text: 'power.hill.name: Đồi Cao\n' },
      ],
      used: [
        {
          name: 'world',
          files: [
            { file: 'world/rules.yaml', text: edit(heading, '') },
            { file: 'world/vi.yaml', text: 'power.hill.name: { of: 123456, vi: Đồi }\n' },
          ],
        },
      ],
    });
    expect(fixed.map(({ file }) => file)).toEqual(['vi.yaml']);
  });

  it('stamps translations with the English they belong to', () => {
    const stamp = textStamp('Two doors');
    const vi =
      'scenario.title: { vi: Hai cửa } # tạm\nsituation.two_letters.title:\n  vi: >-\n    Hai lá thư\ncharge.quiet_quay.title: Bến yên\n';
    const fixed = fix(TWO_DOORS, vi)['vi.yaml'];
    expect(fixed).toBe(
      `scenario.title: { of: ${stamp}, vi: Hai cửa } # tạm\n` +
        `situation.two_letters.title:\n  of: ${textStamp('Two letters')}\n  vi: >-\n    Hai lá thư\n` +
        `charge.quiet_quay.title: { of: ${textStamp('A quiet quay')}, vi: "Bến yên" }\n`,
    );
    expect(fix(TWO_DOORS, fixed)).toEqual({});
  });

  it('replaces a stamp that is out of date', () => {
    expect(fix(TWO_DOORS, 'scenario.title: { of: 000000, vi: Hai cửa }\n')['vi.yaml']).toBe(
      `scenario.title: { of: ${textStamp('Two doors')}, vi: Hai cửa }\n`,
    );
  });

  it('stamps shared translations too, but not of words that the scenario has in its own way', () => {
    const at = TWO_DOORS.indexOf('variables:');
    const keys = '  uses: [world]\n  replace: [{ id: flag.letter_sent, why: another letter }]\n';
    const own = `${edit('  id: two-doors\n', `  id: two-doors\n${keys}`, TWO_DOORS.slice(0, at))}flags:\n  letter_sent: { title: Two letters went }\n`;
    const vi = 'variable.rung.name: { vi: Bậc }\nvariable.letter_sent.name: { vi: Đã gửi thư }\n';
    const files = [
      { file: 'world/world.yaml', text: TWO_DOORS.slice(at) },
      { file: 'world/vi.yaml', text: vi },
    ];
    const fixed = fixScenario({ name: 'two-doors', own: [{ file: 'own.yaml', text: own }], used: [{ name: 'world', files }] });
    expect(fixed.map(({ file, text }) => `${file}\n${text}`)).toEqual([
      `world/vi.yaml\n${vi.replace('{ vi: Bậc', `{ of: ${textStamp('Tension')}, vi: Bậc`)}`,
    ]);
  });
});
