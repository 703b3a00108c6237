import { describe, expect, it } from 'vitest';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { keyOf, makeSeed } from '../../src/engine/seed.ts';
import { newLedger } from '../../src/engine/ledger.ts';
import { start, step } from '../../src/engine/turn.ts';
import { rowsFor } from '../../src/engine/eye.ts';
import { seenBy } from '../../src/engine/eye.ts';
import { saidTexts, watchTexts, type FalseText } from '../../src/lab/watch-texts.ts';
import { failedTests } from '../../src/disk/load-files.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { severityOf, writeProblem } from '../../src/scenario/problem/problem.ts';
import { tellerOf } from '../../src/telling/teller.ts';
import { compileText, edit, problemsOf, TWO_DOORS, withoutReasons } from './compile.ts';

/** `code: message` of what is found. */
const found = (text: string): readonly string[] => problemsOf(text).map((line) => line.replace(/^\S+ /, ''));

describe('holes that were silent are told, with their place', () => {
  it.each([
    [
      'a turn that never comes',
      edit('when: "not letter_sent"', 'when: x', TWO_DOORS.replace('when: weeks_open <= 3', 'when: "not letter_sent"')).replace(
        'when: x',
        'when: "turn >= 50"',
      ),
      'never_true: This never holds: `turn` goes from 0 to 12.',
    ],
    [
      'a number a variable cannot have',
      edit('when: weeks_open <= 3', 'when: "safety > 1000"'),
      'never_true: This never holds: `safety` goes from 0 to 1000.',
    ],
    [
      'a charge that cannot be met',
      edit('met: weeks_open >= 4', 'met: weeks_open >= 40'),
      'never_true: This never holds: `weeks_open` goes from 0 to 20.',
    ],
    [
      'an answer without an outcome',
      edit('        outcome: Both answers leave by noon. [if rung > rung.calm] The road is watched. [/if]\n', ''),
      'missing_text: The option `answer_both` has no `outcome`: nothing would be said there.',
    ],
    [
      'a price nobody can have',
      edit('title: Buy grain\n        cost: 1', 'title: Buy grain\n        cost: 40'),
      'never_paid: The option `buy` costs 40 at least, and there can never be more than 10 to spend.',
    ],
    [
      'a delay beyond the end',
      edit('- later: { weeks: 2 }', '- later: { weeks: 60 }'),
      'too_late: This waits 60 ticks, and the whole game has 12.',
    ],
    [
      'a chapter after the end',
      edit('{ id: first, turn: 0, title: The first weeks }', '{ id: first, turn: 30, title: The first weeks }'),
      'too_late: The chapter `first` begins on turn 30, and the game has 12, from 0.',
    ],
    [
      'per cent meant as parts per million',
      edit('rate: 24000', 'rate: 4'),
      'range: `rate` is in parts per million: 4 moves nothing in a game. (write 40000 for 4 per cent)',
    ],
    [
      'a variable of no use',
      edit('  never_touched: {', '  nobody: { range: [0, 3], start: 1 }\n  never_touched: {'),
      'unused: Nothing reads or writes the variable `nobody`.',
    ],
    [
      'a text that ends at a number sign',
      edit('title: Buy grain', 'title: Buy grain at store #1'),
      'lost_text: The text ends before ` #1`: what follows a space and `#` is a comment. (quote the text, or write a space after `#` where a comment is meant)',
    ],
    [
      'more claims at one place than anybody can read',
      edit('claims: [ol-001]\n    views', 'claims: [ol-001, ol-002, ol-001, ol-002]\n    views'),
      'many_claims: 4 claims stand here; a place rests on at most 3. (keep those that say what happens here, and give the others ops of their own)',
    ],
    [
      'a lens that a rule forgets',
      edit('    title: The road tightens\n', '    title: The road tightens\n    treats: lens\n').replace(
        'logistic(500 - hill.trust)',
        'lens == lens.ledger ? 9000 : logistic(500 - hill.trust)',
      ),
      'untreated: The rule `tension` treats `lens` and says nothing of its option `plain_words`. (name `lens.plain_words` in the rule, or take the option out of `one`)',
    ],
  ])('%s', (_, text, problem) => {
    expect(found(text)).toContain(problem);
  });

  it.each([
    ['a comment', edit('title: Buy grain', 'title: Buy grain # later: rye')],
    ['a comment without a space after a text in quotes', edit('title: Buy grain', 'title: "Buy grain" #later')],
    ['a number sign in a text in quotes', edit('title: Buy grain', 'title: "Buy grain at #1"')],
    ['a number sign without a space before it', edit('title: Buy grain', 'title: Buy grain at store no.#1')],
  ])('%s loses nothing', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('changes without a reason, one hint an item', () => {
    const { problems } = compileScenario({ name: 'x', own: [{ file: 'x.yaml', text: TWO_DOORS }], used: [] });
    const missing = problems.filter(({ code }) => code === 'no_reason');
    expect(new Set(missing.map(severityOf))).toEqual(new Set(['hint']));
    expect(missing.map(writeProblem)).toContainEqual(
      expect.stringMatching(
        /^x\.yaml:\d+:17 no_reason: This changes `trade`, `hill\.trust` and gives no reason\. \(add `because:` here or around it\)$/,
      ),
    );
    const told = edit('outcome: The Hill is told first.\n', 'outcome: The Hill is told first.\n        because: answer\n');
    const { problems: fewer } = compileScenario({ name: 'x', own: [{ file: 'x.yaml', text: told }], used: [] });
    expect(fewer).toHaveLength(problems.length - 1);
  });

  it('two situations that wait for each other', () => {
    const text = edit('when: weeks_open <= 3', 'when: "answered(the_answer) && weeks_open <= 3"').replace(
      'when: "chose(two_letters, answer_both) && left(answer_due) == 0"',
      'when: "answered(empty_store)"',
    );
    expect(found(text).filter((line) => line.startsWith('unreachable'))).toEqual([
      'unreachable: The situation `empty_store` never opens: it waits for `the_answer`, which waits too.',
      'unreachable: The situation `the_answer` never opens: it waits for `empty_store`, which waits too.',
    ]);
  });

  it('a folder that has another name than the scenario in it', () => {
    const { problems } = withoutReasons(
      compileScenario({ name: 'three-doors', folder: true, own: [{ file: 'scenario.yaml', text: TWO_DOORS }], used: [] }),
    );
    expect(problems.map(writeProblem)).toEqual([
      'scenario.yaml:3:7 misnamed: The scenario is called `two-doors`, and its folder `three-doors`. (give both one name)',
    ]);
  });
});

/** The fixture with a Hill that hears of partners and answers them. */
const ANSWERING = [
  [
    'policy: { none: 300,',
    'heard: { act: heard, turn: heard_turn }\n    policy: { answers: { pending: "heard > 0", score: welcome, spread: 100 }, none: 300,',
  ],
  [
    'flags:\n',
    '  heard: { range: [0, 99], scale: 1, start: 0 }\n  heard_turn: { range: [0, 99], scale: 1, start: 0 }\n  welcome: { range: [-1000, 1000], start: 0 }\nflags:\n',
  ],
  ['stances:\n', 'answering:\n  thanks: { title: thanks, least: 0 }\n  silence: { title: no word, silent: true }\nstances:\n'],
  [
    'does: [{ add: trade, by: 15, vary: 400 }] }',
    'does: [{ add: trade, by: 15, vary: 400 }], each: [{ set: heard, to: $self }, { set: welcome, to: 50 }] }',
  ],
  ['    title: Send carts\n', '    title: Send carts\n    answer: thanks\n'],
  ['    about: [harbour]\n', '    about: [harbour]\n    answer: silence\n'],
].reduce((text, [from = '', to = '']) => edit(from, to, text), TWO_DOORS);

describe('where powers answer', () => {
  const of = (code: string, text: string) => found(text).filter((line) => line.startsWith(code));
  it('a stance that they never hear of is told', () => {
    expect(of('no_answer', ANSWERING)).toEqual([
      'no_answer: `hill` answers what is aimed at it, and never hears of the stance `hedge`. (let `each:` of the stance write what `hill` answers by, as its other stances do)',
    ]);
  });

  it('a kind of answer without a move is told', () => {
    expect(of('no_answer', edit('    answer: thanks\n', '', ANSWERING))[0]).toBe(
      'no_answer: `hill` has no move for the answer `thanks`: what calls for it would pass without one. (add an act with seat: hill, kind: move, answer: thanks)',
    );
  });

  it('whatever does not say whom it concerns is told, and may say that it concerns nobody', () => {
    const silent = of('no_addressee', ANSWERING);
    expect(silent).toContain(
      'no_addressee: The option `wait` does not say whom it concerns, and there are powers that answer. (add `about: [...]`, or `about: []` where it concerns nobody)',
    );
    expect(silent.some((line) => line.includes('The project `mend_pier`'))).toBe(true);
    expect(silent.some((line) => line.includes('The initiative `quiet_word`'))).toBe(true);
    expect(of('no_addressee', edit('stance: defer\n', 'stance: defer\n        about: []\n', ANSWERING))).toHaveLength(silent.length - 1);
    expect(of('no_addressee', TWO_DOORS)).toEqual([]);
  });

  it('a lens of which a rule that treats lenses says nothing is told', () => {
    const treating = edit('    title: Carts on the road\n', '    title: Carts on the road\n    treats: lens\n');
    expect(of('untreated', treating)).toEqual([
      'untreated: The rule `carts_seen` treats `lens` and says nothing of its option `plain_words`. (name `lens.plain_words` in the rule, or take the option out of `one`)',
      'untreated: The rule `carts_seen` treats `lens` and says nothing of its option `ledger`. (name `lens.ledger` in the rule, or take the option out of `one`)',
    ]);
  });
});

describe('severity', () => {
  it('parts what leaves no rules from what is wrong and what is unfinished', () => {
    const of = (text: string, vi?: string) => compileText(text, vi).problems.map(severityOf);
    expect(of(edit('- end: lost', '- end: last'))).toContain('error');
    expect(new Set(of(edit('when: weeks_open <= 3', 'when: "safety > 1000"')))).toEqual(new Set(['warning']));
    expect(of(TWO_DOORS, 'scenario.title: Hai cánh cửa')).toEqual(['hint']);
  });

  it('counts a translation that has begun, and plays it with English where it ends', () => {
    const { bundle, prose, problems } = compileText(TWO_DOORS, 'scenario.title: Hai cánh cửa');
    expect(bundle).toBeDefined();
    expect(prose.vi?.['scenario.title']).toBe('Hai cánh cửa');
    expect(prose.vi?.['scenario.role']).toBe(prose.en?.['scenario.role']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^\d+ of \d+ texts have no Vietnamese yet and stand in English: `scenario.premise`/) as string,
    ]);
  });
});

describe('changing an item of a used folder', () => {
  const world = {
    name: 'world',
    files: [{ file: 'world/rules.yaml', text: edit(/^scenario:[\s\S]*?(?=\nvariables:)/m.exec(TWO_DOORS)![0], '') }],
  };
  const heading = /^scenario:[\s\S]*?(?=\nvariables:)/m.exec(TWO_DOORS)![0];
  const using = (change: string) =>
    compileScenario({
      name: 'two-doors',
      own: [{ file: 'scenario.yaml', text: heading.replace('  minutes: 5', `  uses: [world]\n  minutes: 5\n  change: ${change}`) }],
      used: [world],
    });

  it('puts one field in the place of its own and leaves the others', () => {
    const { bundle, problems } = using('[{ id: power.hill, why: calmer, with: { policy: { none: 900 } } }]');
    expect(problems.map(writeProblem)).toEqual([]);
    const policy = bundle?.program.seats.find(({ id }) => id === 'hill')?.policy;
    expect(policy).toMatchObject({ reveals: [0] });
    expect(JSON.stringify(policy?.none)).toContain('900');
  });

  it.each([
    ['[{ id: power.hil, why: x, with: { name: Hill } }]', 'composition: There is no `power.hil` to change. (did you mean `power.hill`?)'],
    ['[{ id: power.hill, why: x, with: { nam: Hill } }]', 'unknown_key: A power has no `nam`'],
    ['[{ id: power.hill, why: x, with: { policy: { none: many } } }]', 'unknown_name: There is no variable, flag or stage `many`.'],
  ])('tells of %s at its place', (change, problem) => {
    const [first] = using(change).problems.map(writeProblem);
    expect(first).toMatch(/^scenario\.yaml:\d+:\d+ /);
    expect(first).toContain(problem);
  });
});

describe('what a scenario says of itself', () => {
  const withTest = (test: string) => compileText(`${TWO_DOORS}tests:\n  - ${test}\n`);
  it('is played on many seeds', () => {
    const good = withTest(
      '{ id: siding_pleases, orders: [{ turn: 0, answer: two_letters, option: side_with_hill }], after: 1, than: [{ turn: 0, answer: two_letters, option: answer_both }], holds: hill.trust, is: higher, seeds: 60 }',
    );
    expect(good.problems.map(writeProblem)).toEqual([]);
    expect(good.tests).toHaveLength(1);
    const bad = withTest('{ id: calm, orders: [], after: 8, holds: "rung == rung.calm", seeds: 60 }');
    const [failed] = failedTests(bad);
    expect(failed).toMatchObject({ code: 'test_failed', file: 'two-doors.yaml' });
    expect(failed?.message).toMatch(/^The test `calm` held in \d+ of 60 seeds; not with [0-9A-Z]{10}\.$/);
  });

  it('names what it orders', () => {
    expect(
      withTest('{ id: x, orders: [{ turn: 0, answer: two_letters, option: sidewith }], after: 1, holds: "true" }').problems.map(
        ({ message }) => message,
      ),
    ).toEqual(['There is no option `sidewith`.']);
  });

  it('is asked wherever its texts are shown', () => {
    const { bundle, problems } = compileText(edit('title: The empty store\n', 'title: The empty store\n    says: weeks_open > 3\n'));
    expect(problems.map(writeProblem)).toEqual([]);
    const rules = compileProgram(bundle!.program);
    const untrue = new Map<string, FalseText>();
    const at = rules.program.situations.findIndex(({ id }) => id === 'empty_store');
    const watch = watchTexts(rules, saidTexts(rules, bundle!.catalogue), '0000000000', untrue);
    const state = start(rules, keyOf(makeSeed(1n)));
    state[rules.program.situations[at]!.status] = 1;
    watch.turn(state, { answers: [], acts: [] });
    expect([...untrue.values()]).toMatchObject([{ text: 'situation.empty_store.brief', times: 1, seed: '0000000000' }]);
  });
});

describe('odds in a text', () => {
  const text = edit('outcome: The Hill is told first.', 'outcome: The Plain had {odds plain_hears} of hearing.');
  it('are those of the rule, as they stood when it was drawn', () => {
    const { bundle, prose, problems } = compileText(text);
    expect(problems.map(writeProblem)).toEqual([]);
    const rules = compileProgram(bundle!.program);
    const key = keyOf(makeSeed(3n));
    const state = start(rules, key);
    const situation = rules.program.situations.findIndex(({ id }) => id === 'two_letters');
    state[rules.program.situations[situation]!.status] = 1;
    const option = rules.program.situations[situation]!.options.findIndex(({ id }) => id === 'side_with_hill');
    const ledger = newLedger();
    const after = step(rules, key, state, [{ answers: [{ situation, option }], acts: [] }], ledger);
    const teller = tellerOf(bundle!, rules, seenBy(rules, after, 0), prose.en!, 'en');
    expect(teller.sayOf('situation.two_letters.option.side_with_hill.outcome', rowsFor(rules, ledger, 0))).toBe(
      'The Plain had about 1 in 4 of hearing.',
    );
  });

  it('must be those of a chance there is', () => {
    expect(found(text.replace('{odds plain_hears}', '{odds plain_heard}'))).toEqual([
      'unknown_name: There is no chance `two_letters/plain_heard`. (did you mean `two_letters/plain_hears`?)',
    ]);
  });
});
