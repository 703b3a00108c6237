import { describe, expect, test } from 'vitest';
import { FIELDS, LONGEST, reasonsCsv, reasonsFrom, REASONS_COLUMNS, wordsWritten, type Reasons } from '../../src/telling/reasons.ts';

const written = (change: Partial<Reasons> = {}): Reasons => ({
  ...{ alias: 3, task: 'first', scenario: 's', decision: 'A door', card: 2, source: '' },
  fields: { reason: 'Two words', prediction: '', objection: '' },
  ...change,
});
const nameOf = (alias: number): string => `Lotus ${String(alias)}`;

describe('what is written in a class', () => {
  test('is a line for every decision and alias, in their order', () => {
    const lines = reasonsCsv([written({ alias: 4, task: 'home' }), written({ task: 'exit' }), written()], nameOf).split('\r\n');
    expect(lines[0]).toBe(`\ufeff${REASONS_COLUMNS.join(',')}`);
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['Lotus 3', 'first'],
      ['Lotus 3', 'exit'],
      ['Lotus 4', 'home'],
      [''],
    ]);
    expect(lines[1]).toBe('Lotus 3,first,s,A door,2,,,Two words,,,,,,2');
  });

  test('is no formula to a spreadsheet, and markup stays a text', () => {
    const fields = { reason: '=HYPERLINK("x")', prediction: '<b>bold</b>', objection: ' +1' };
    const [, line = ''] = reasonsCsv([written({ fields })], nameOf).split('\r\n');
    expect(line).toContain(`"'=HYPERLINK(""x"")"`);
    expect(line).toContain('<b>bold</b>');
    expect(line).toContain(`"' +1"`);
  });

  test('is read from a store that anyone may have written, or left out', () => {
    expect(reasonsFrom(JSON.parse(JSON.stringify(written())))).toEqual(written());
    expect(reasonsFrom({ task: 'first', alias: -1, card: 'x', fields: { reason: 'a'.repeat(LONGEST + 5), other: 'x' } })).toEqual(
      written({ alias: 0, card: 0, scenario: '', decision: '', fields: { reason: 'a'.repeat(LONGEST), prediction: '', objection: '' } }),
    );
    for (const bad of [null, [], 'x', { task: 'second-to-none' }]) expect(reasonsFrom(bad)).toBeUndefined();
  });

  test('counts the words of its own fields', () => {
    expect(wordsWritten(written())).toBe(2);
    expect(wordsWritten({ task: 'exit', fields: { answer_1: 'one – two', reason: 'not of it' } })).toBe(2);
    expect(new Set(Object.values(FIELDS).flat()).size).toBe(7);
  });
});
