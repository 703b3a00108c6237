import { describe, expect, it } from 'vitest';
import { parseProgram } from '../../src/engine/program-check.ts';
import { rulesHashOf } from '../../src/bundle/canonical.ts';
import { compileText, edit, problemsOf, TWO_DOORS } from './compile.ts';

/** A masked variable with its guess, and a masked flag. */
const masked = (more: string, text = TWO_DOORS): string =>
  edit(
    '  stops: { range: [0, 99], scale: 1, start: 0 }',
    `  stops: { range: [0, 99], scale: 1, start: 0 }\n  stores: { range: [0, 90], scale: 1, start: 40, ${more} }`,
    text,
  );
const used = (text: string): string =>
  edit('rules:', 'rules:\n  - { id: eats, title: Stores are eaten, phase: drift, design: true, does: [{ add: stores, by: -1 }] }', text);
const fine = used(masked('sees: [harbour], guess: "trade > 400 ? 50 : 20", spread: 10'));

describe('sees', () => {
  it('leaves rules without it as they were: no eyes, no minds, no masks', () => {
    const { bundle } = compileText(TWO_DOORS);
    expect(JSON.stringify(bundle?.program)).not.toMatch(/"sees"|"eyes"|"minds"|"guess"/);
  });

  it('makes a mask of the seat and all its chairs, with a guess for those who are left out', () => {
    expect(problemsOf(fine)).toEqual(problemsOf(TWO_DOORS));
    const { bundle } = compileText(fine);
    const program = bundle!.program;
    expect(program.eyes).toEqual(['harbour', 'hill', 'harbour/council', 'table']);
    const stores = program.slots.find(({ name }) => name === 'stores');
    expect(stores?.sees).toEqual([0, 2]);
    expect(stores?.guess).toMatchObject({ value: ['if', expect.anything(), 50, 20], spread: 10 });
    expect(parseProgram(JSON.parse(JSON.stringify(program))).ok).toBe(true);
    expect(rulesHashOf(program)).not.toBe(compileText(TWO_DOORS).bundle?.rulesHash);
  });

  it('gives odds of their own to those who see a sign that others do not', () => {
    const { bundle } = compileText(edit('  carts:\n    about: mood', '  carts:\n    about: mood\n    sees: [harbour/council]'));
    const { minds, eyes, hidden } = bundle!.program;
    expect(minds?.map((mind) => mind.map((eye) => eyes?.[eye]))).toEqual([['harbour', 'harbour/council']]);
    expect(hidden[0]?.minds?.[0]?.priors).toEqual(hidden[0]?.priors);
  });

  it('gives odds of their own to minds that begin otherwise', () => {
    const { bundle, problems } = compileText(
      edit(
        '    causes: { testing: { odds: 600,',
        '    sees: [hill]\n    minds: [{ eyes: [harbour], odds: { testing: 300, leaving: 700 } }]\n    causes: { testing: { odds: 600,',
      ),
    );
    expect(problems).toEqual([]);
    const { minds, hidden, slots } = bundle!.program;
    expect(minds).toEqual([[0, 2]]);
    expect(hidden[0]?.minds?.[0]?.priors).toEqual([300_000, 700_000]);
    expect(slots[hidden[0]!.slot]?.sees).toEqual([1]);
  });

  it.each<[string, string, string]>([
    [
      'a seat that is not there',
      masked('sees: [harbor], guess: 3'),
      'unknown_name: There is no seat or chair `harbor`. (did you mean `harbour`?)',
    ],
    [
      'a chair that is not there',
      masked('sees: [harbour/council_x], guess: 3'),
      'unknown_name: There is no seat or chair `harbour/council_x`.',
    ],
    ['the table', masked('sees: [table], guess: 3'), 'unseen: What the table shows, all see.'],
    ['no guess', used(masked('sees: [harbour]')), 'missing: Those who do not see `stores` need a `guess`'],
    ['a guess about what all see', used(masked('guess: 3')), 'unseen: All eyes see `stores`: there is nothing to guess.'],
    [
      'a guess that reads a mask',
      used(masked('sees: [harbour], guess: "stores + 1"')),
      'unseen: A guess may only read what all eyes see, and this reads `stores`.',
    ],
    [
      'odds that do not sum',
      edit('causes: { testing: { odds: 600,', 'minds: [{ eyes: [harbour], odds: { testing: 300 } }]\n    causes: { testing: { odds: 600,'),
      'sum: The odds of a mind about `mood` must sum to 1000.',
    ],
  ])('tells of %s', (_, text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });

  it.each<[string, string, string]>([
    ['a need', edit('when: "hill.trust >= 300"', 'when: "stores >= 3"', fine), 'reads `stores`'],
    [
      'a cost',
      edit('title: Buy grain\n        cost: 1', 'title: Buy grain\n        cost: "stores > 3 ? 1 : 0"', fine),
      'The cost of the option',
    ],
    ['a text', edit('{= weeks_open}', '{= stores}', fine), 'The text `'],
    [
      'a warning',
      edit('near: { ending: lost, when: "rung == rung.blocked"', 'near: { ending: lost, when: "stores < 3"', fine),
      '`when` reads `stores`',
    ],
  ])('tells when a playable eye reads what it cannot see: %s', (_, text, problem) => {
    // Seen by the Hill alone, whom nobody plays here.
    const blind = edit('sees: [harbour]', 'sees: [hill]', text);
    const found = problemsOf(blind).filter((line) => line.includes(' unseen: '));
    expect(found.join('\n')).toContain(problem);
    expect(found.join('\n')).toMatch(/two-doors\.yaml:[1-9]\d*:\d+ unseen: .*which `harbour(?:\/council)?` does not see\. \(add `harbour/);
    expect(problemsOf(text).filter((line) => line.includes(' unseen: '))).toEqual([]);
  });
});
