import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { writeProblem } from '../../src/scenario/problem/problem.ts';
import { edit, TWO_DOORS } from './compile.ts';

/** The fixture as a used folder, with a scenario of its own beside it. */
const WORLD = TWO_DOORS.slice(TWO_DOORS.indexOf('variables:'));
const HEAD = edit('  id: two-doors\n', '  id: harbour-2020\n  uses: [world]\n', TWO_DOORS.slice(0, TWO_DOORS.indexOf('variables:')));

const compile = (own: string, world = WORLD) =>
  compileScenario({
    name: 'harbour-2020',
    own: [{ file: 'own.yaml', text: own }],
    used: [{ name: 'world', files: [{ file: 'world.yaml', text: world }] }],
  });
const problems = (own: string, world = WORLD) => compile(own, world).problems.map(writeProblem);
const withKeys = (keys: string, items = '') => `${HEAD.replace('  minutes: 5\n', `  minutes: 5\n${keys}`)}${items}`;

describe('composition by whole items', () => {
  it('plays what a used folder brings along', () => {
    expect(problems(HEAD)).toEqual([]);
    expect(compile(HEAD).bundle?.program.situations.map(({ id }) => id)).toEqual(['two_letters', 'empty_store', 'the_answer']);
  });

  it('drops an item', () => {
    const { bundle } = compile(withKeys('  without: [rule.late_answer]\n'));
    expect(bundle?.program.situations.map(({ id }) => id)).toEqual(['two_letters', 'empty_store']);
    expect(bundle?.program.slots.map(({ name }) => name)).not.toContain('situation.the_answer.status');
  });

  it('lets what names a dropped situation come to nothing', () => {
    expect(problems(withKeys('  without: [situation.the_answer]\n'))).toEqual([]);
  });

  it('replaces an item, in its place, when the scenario says so', () => {
    const items = 'rules:\n  - { id: carts_seen, title: No carts, phase: reactions, design: true, does: [{ add: trade, by: 1 }] }\n';
    const { bundle, problems: found } = compile(withKeys('  replace: [{ id: rule.carts_seen, why: "no carts here" }]\n', items));
    expect(found.filter(({ code }) => code !== 'no_reason')).toEqual([]);
    expect(bundle?.program.phases.reactions).toMatchObject([{ op: 'add', by: 1 }]);
    expect(bundle?.program.tables).toEqual([]);
  });

  it('refuses the same id twice without a word about it', () => {
    const items = 'rules:\n  - { id: carts_seen, title: No carts, phase: reactions, design: true, does: [{ add: trade, by: 1 }] }\n';
    expect(problems(withKeys('', items))).toEqual([
      'own.yaml:28:5 duplicate: A rule `carts_seen` comes already from world.yaml:122. (say so under `replace`: { id: rule.carts_seen, why: "..." })',
    ]);
  });

  it('says when nothing is replaced or dropped', () => {
    expect(problems(withKeys('  replace: [{ id: rule.carts_sen, why: x }]\n  without: [late_answer]\n'))).toEqual([
      'own.yaml:11:19 composition: Nothing is replaced: `rule.carts_sen` must stand both in a used folder and in this one. (did you mean `rule.carts_seen`?)',
      'own.yaml:12:13 composition: `late_answer` does not come with `uses`; an item is written `kind.id`, such as `rule.trade_thaw`. (did you mean `rule.late_answer`?)',
    ]);
  });

  it('does not mind what it does not reach in a used folder', () => {
    const spare = '  - id: spare\n    title: Spare\n    design: true\n    options: [{ id: one, stance: hedge, title: One, does: [] }]\n';
    expect(problems(HEAD, edit('situations:\n', `situations:\n${spare}`, WORLD))).toEqual([]);
    expect(compile(HEAD, edit('situations:\n', `situations:\n${spare}`, WORLD)).bundle?.rulesHash).toBe(compile(HEAD).bundle?.rulesHash);
  });

  it('does not change its rules when a file it does not use changes', () => {
    expect(compile(HEAD, `${WORLD}\n# another scenario was written\n`).bundle?.rulesHash).toBe(compile(HEAD).bundle?.rulesHash);
  });
});
