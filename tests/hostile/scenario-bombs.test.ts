import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/scenario/problem/problem.ts';
import { compileText, edit, problemsOf, TWO_DOORS } from '../scenario/compile.ts';

const codesOf = (text: string): readonly string[] => compileText(text).problems.map(({ code }) => code);
const OPEN = 'when: "open() > 0"';
const when = (expression: string) => codesOf(edit(OPEN, `when: ${JSON.stringify(expression)}`));

describe('files that mean harm', () => {
  it.each([
    [
      'a bomb of aliases',
      `a: &a [x, x, x, x]\n${'bcdefghij'.replace(/./g, (c, i: number) => `${c}: &${c} [${`*${'abcdefghij'[i]!}, `.repeat(9)}]\n`)}`,
      'anchor',
    ],
    ['a merge key', 'base: &b { a: 1 }\nrules:\n  - <<: *b\n', 'anchor'],
    ['ten thousand open brackets', `a: ${'['.repeat(10_000)}`, 'nesting'],
    ['ten thousand open braces', `a: ${'{a: '.repeat(10_000)}`, 'nesting'],
    ['ten thousand dashes', `a:\n${'- '.repeat(10_000)}x`, 'nesting'],
    ['stairs of indentation', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'nesting'],
    ['brackets that stay within one line each', `a: ${'['.repeat(60)}${']'.repeat(60)}`, 'nesting'],
    ['more than a million characters', `# ${'x'.repeat(1_000_001)}`, 'too_large'],
    ['a character that turns text around', 'a: "\u202eabc"', 'character'],
    ['a NUL', 'a: "\u0000"', 'character'],
    ['a function', 'a: !!js/function "() => 1"', 'tag'],
    ['a binary', 'a: !!binary aGVsbG8=', 'tag'],
    ['two documents', `${TWO_DOORS}\n---\n${TWO_DOORS}`, 'syntax'],
    ['a list', '- a\n- b\n', 'shape'],
    ['a word', 'hello', 'shape'],
  ])('are refused: %s', (_name, text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it('are refused when empty', () => {
    expect(codesOf('')).toEqual(['missing']);
    expect(codesOf('# nothing\n')).toEqual(['missing']);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    'cannot reach an object by the name %s',
    (name) => {
      const hints = new Set(codesOf(TWO_DOORS));
      expect(codesOf(TWO_DOORS.replaceAll('never_touched', name)).filter((code) => code !== 'bad_name' && !hints.has(code))).toEqual([]);
      expect(codesOf(edit('flags:\n', `${name}: { polluted: true }\nflags:\n`))).toContain('unknown_section');
      expect(codesOf(edit('  minutes: 5', `  minutes: 5\n  ${name}: { polluted: true }`))).toContain('unknown_key');
      expect(codesOf(edit('- raise: letter_sent', `- raise: ${name}`)).length).toBeGreaterThan(0);
      expect(when(`${name} > 1`).length).toBeGreaterThan(0);
      expect(when(`${name}(1) > 1`).length).toBeGreaterThan(0);
      expect(when(`rung.${name} > 1`).length).toBeGreaterThan(0);
      expect(when(`seen(${name}) > 1`).length).toBeGreaterThan(0);
      expect(Object.keys({})).toEqual([]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it.each([
    'process.exit(1)',
    'globalThis',
    'this.constructor',
    '(() => 1)()',
    'new Date()',
    'open`x`',
    'a[0]',
    '`${1}`',
    'x = 1',
    'x => x',
    'await x',
    'import("fs")',
    '/x/.test(1)',
    'class {}',
    'function(){}',
    '1; 2',
    '1, 2',
    '{ a: 1 }',
    '[1]',
    '"a" == "a"',
    "'a'",
    'null',
    'undefined',
    'NaN == 1',
    '1n > 0',
    '0x10 > 1',
    '1e3 > 1',
    '1.5 > 1',
    '.5 > 1',
    '1 << 3 > 1',
    '1 ** 9 > 1',
    'stops++ > 1',
    '~stops > 1',
    'typeof stops',
    'void 0',
    'delete stops',
    '#x in stops',
    'stops ?? 1',
    'stops?.x',
    '...stops',
    '\\u0061 > 1',
  ])('cannot run or smuggle in code: %s', (expression) => {
    const { problems, bundle } = compileText(edit(OPEN, `when: ${JSON.stringify(expression)}`));
    expect(problems.length).toBeGreaterThan(0);
    expect(bundle).toBeUndefined();
  });

  it.each([
    ['parentheses', `${'('.repeat(500)}1${')'.repeat(500)} > 0`],
    ['a long sum', `${'stops + '.repeat(240)}1 > 0`],
    ['a long denial', `${'not '.repeat(400)}letter_sent`],
    ['a long minus', `${'- '.repeat(900)}1 > 0`],
    ['a long ladder of ?', `${'letter_sent ? 1 : '.repeat(100)}2 > 0`],
    ['too long a text', `${'stops + '.repeat(5000)}1 > 0`],
    ['calls in calls', `${'abs('.repeat(300)}1${')'.repeat(300)} > 0`],
    ['dots', `${'a.'.repeat(900)}a > 0`],
  ])('cannot exhaust the stack with %s', (_name, expression) => {
    for (const code of when(expression)) expect(PROBLEM_CODES).toContain(code);
  });

  it.each([
    ['by: -40', 'by: 99999999999999999999'],
    ['by: -40', 'by: 1e999'],
    ['by: -40', 'by: .nan'],
    ['by: -40', 'by: -.inf'],
    ['start: 7 }', 'start: 99999999999 }'],
    ['range: [0, 10], scale', 'range: [0, 99999999999], scale'],
    ['range: [0, 10], scale', 'range: [10, 0], scale'],
    ['turns: 10', 'turns: 100000000'],
    ['weeks: 3', 'weeks: 100000000000000000000'],
    ['later: { weeks: 2 }', 'later: { weeks: 99999999999999999 }'],
    ['offer: 2', 'offer: 1000000'],
    ['chance: 250000', 'chance: -1'],
    ['chance: 250000', 'chance: 99999999'],
    ['rate: 24000', 'rate: -5'],
    ['rate: 24000', 'rate: 2000000'],
    ['odds: 600', 'odds: 1e9'],
    ['cooldown: 3', 'cooldown: -3'],
  ])('cannot bring in numbers out of bounds: %s -> %s', (from, to) => {
    expect(codesOf(edit(from, to)).length).toBeGreaterThan(0);
  });

  it('cannot write out without end', () => {
    const five = '[a1, a2, a3, a4, a5, a6, a7, a8, a9]';
    const nest = (depth: number): string =>
      depth === 0 ? '{ add: trade, by: 1 }' : `{ each: { p${depth}: ${five} }, does: [${nest(depth - 1)}] }`;
    expect(codesOf(edit('- raise: letter_sent', `- ${nest(8)}`))).toContain('too_large');
  });

  it('cannot double a procedure thirty times', () => {
    const procedures = Array.from({ length: 30 }, (_, i) => `  p${i}: [{ run: p${i + 1} }, { run: p${i + 1} }]\n`).join('');
    const text = edit(
      'procedures:\n',
      `procedures:\n${procedures}  p30: [{ add: trade, by: 1, design: true }]\n`,
      edit('- raise: letter_sent', '- run: p0'),
    );
    expect(codesOf(text).some((code) => code === 'too_large' || code === 'loop')).toBe(true);
  });

  it('keep markup as text', () => {
    const { prose, problems } = compileText(edit('title: Two letters', 'title: "<img src=x onerror=alert(1)> & <b>two</b>"'));
    expect(problems).toEqual([]);
    expect(prose.en?.['situation.two_letters.title']).toBe('<img src=x onerror=alert(1)> & <b>two</b>');
  });

  it('get every problem with a place in the file', () => {
    for (const line of problemsOf(edit(OPEN, 'when: "constructor(1)"'))) expect(line).toMatch(/^two-doors\.yaml:\d+:\d+ /);
  });
});
