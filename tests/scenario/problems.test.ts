import { describe, expect, it } from 'vitest';
import { edit, problemsOf, TWO_DOORS } from './compile.ts';

/** What is put in place of what, and every problem that must come of it. */
type Case = readonly [name: string, from: string, to: string, ...problems: readonly string[]];

const OPEN = 'when: "open() > 0"';

const CASES: readonly Case[] = [
  [
    'a group and who speaks for it',
    'flags:\n',
    'groups:\n  friends: { name: Friends, members: [harbour], speaker: hill }\nflags:\n',
    '39:58 unknown_name: `hill` does not belong to `friends` and cannot speak for it. (name one of harbour)',
  ],
  // Shape
  [
    'an unknown key',
    'title: Two doors\n',
    'titel: Two doors\n',
    '3:3 missing: `title` is missing.',
    '4:3 unknown_key: A scenario has no `titel`. It has: id, uses, title, premise, lead, role, place_note, minutes, start, calendar, seats, readings, chart, example, without, replace, change, teaching, setup, ladder, capital, projects, stops, chapters. (did you mean `title`?)',
  ],
  [
    'a fraction',
    'by: 1\n      - choose',
    'by: 1.5\n      - choose',
    '138:17 shape: `by` must be an expression: a whole number, a name, or a text such as "rung >= rung.contact". (count in smaller units: per mille, or parts per million)',
  ],
  [
    'an op that is none',
    '      - signal: carts',
    '      - signals: carts',
    '153:9 unknown_op: `signals` is not an op; an op has one of: set, raise, lower, add, toward, chance, choose, best, if, signal, later, cancel, open, close, draw, offer, end, each, run. (did you mean `signal`?)',
  ],
  [
    'a word outside of a list',
    'stance: defer',
    'stance: defre',
    '277:17 unknown_name: There is no stance `defre`. There are: hedge, partner, align, resist, defer. (did you mean `defer`?)',
  ],
  [
    'a curve too steep for the engine',
    '[500, 60000]',
    '[500, 99999999999]',
    '53:32 shape: Entry 2 of `blockade` must be at most 1000000000.',
  ],
  [
    'a misspelt unit',
    'later: { weeks: 2 }',
    'later: { week: 2 }',
    '270:20 shape: A span of time names one unit: `{ weeks: 4 }`.',
    '270:22 unknown_key: A span of time has no `week`. It has: turns, days, weeks, months, quarters, years. (did you mean `weeks`?)',
  ],
  [
    'an op nested deep',
    'luck: plain_hears',
    'luk: plain_hears',
    '292:13 unknown_key: `chance` has no `luk`. It has: chance, reveals, then, else, luck, subject, because, claims, design. (did you mean `luck`?)',
  ],
  ['a section that is none', 'flags:\n', 'flag:\n', '38:1 unknown_section: There is no section `flag`. (did you mean `flags`?)'],
  ['an id with capitals', 'id: mend_pier', 'id: Mend', '190:5 bad_name: The id `Mend` of an act must be lower-case snake_case'],
  [
    'a stance that is none',
    'stances:\n  hedge:',
    'stances:\n  hegde:',
    '77:10 missing: The stance `hegde` says which of the five it is `like`. (did you mean `hedge`?)',
  ],
  ['a day that is none', 'start: 2020-03-02', 'start: 2020-02-30', '10:10 shape: There is no day 2020-02-30.'],
  ['a leap day in another year', 'start: 2020-03-02', 'start: 2100-02-29', '10:10 shape: There is no day 2100-02-29.'],
  ['a seat twice', 'seats: [harbour]', 'seats: [harbour, harbour]', '14:10 duplicate: A name stands twice in this list.'],
  ['a number for a text', 'title: The post\n', 'title: 7\n', '156:12 shape: `title` must be text, not a number. (put it in quotes: "7")'],
  // YAML
  ['a tag', OPEN, 'when: !letter_sent', '95:11 tag: Unresolved tag: !letter_sent (to deny a condition, write "not x" in quotes)'],
  ['an anchor', 'title: Trade }', 'title: &t Trade }', '28:52 anchor: Anchors (`&name`) are not used in scenarios.'],
  ['a key twice', 'title: The post\n', 'title: The post\n    title: Post\n', '157:5 duplicate: This key stands twice in the same map.'],
  // Expressions
  ['an unknown function', OPEN, 'when: "opn() > 0"', '95:12 unknown_name: There is no function `opn`. (did you mean `open`?)'],
  [
    'mixed operators',
    OPEN,
    'when: "open() > 0 && capital > 1 || stops > 2"',
    '95:12 expression: `&&` and `||` are mixed here; say with parentheses which binds first.',
  ],
  ['an assignment', OPEN, 'when: open() = 0', '95:18 expression: `=` is not part of the notation. (compare with `==`)'],
  ['a bang', OPEN, 'when: "!letter_sent"', '95:12 expression: `!` is not part of the notation. (write `not x`)'],
  [
    'a number for a condition',
    OPEN,
    'when: "open()"',
    '95:12 types: `when` takes a condition, and this is a number. (compare it, such as `open() > 0`)',
  ],
  ['a stroke for division', OPEN, 'when: "stops / 2 > 1"', '95:18 expression: `/` is not part of the notation. (divide with `div(a, b)`)'],
  [
    'a divisor that can be 0',
    OPEN,
    'when: "div(stops, capital) > 1"',
    '95:23 range: `capital` can be 0. (say what comes out then: `div(stops, capital, 0)`)',
  ],
  [
    'stages against causes',
    OPEN,
    'when: "rung == mood.leaving"',
    '95:12 types: `rung` counts the stages calm, watch, blocked, `mood.leaving` counts the causes of mood.',
  ],
  ['chained comparisons', OPEN, 'when: "0 < stops < 4"', '95:12 types: Comparisons do not chain. (join two with &&: `0 < stops && ...`)'],
  ['a missing operator', OPEN, 'when: "stops > 1 capital"', '95:22 expression: `capital` is left over: an operator is missing before it.'],
  ['an open parenthesis', OPEN, 'when: "(stops > 1"', '95:12 expression: A parenthesis is not closed.'],
  [
    'a hasty not',
    OPEN,
    'when: "not stops > 1"',
    '95:12 types: `not` takes only what stands directly after it. (deny the whole: `not (stops > 1)`)',
  ],
  [
    'a flag in a sum',
    OPEN,
    'when: "letter_sent + 1 > 1"',
    '95:12 types: `+` takes numbers, and `letter_sent` is a condition. (count it: `(letter_sent ? 1 : 0)`)',
  ],
  ['too many arguments', OPEN, 'when: "abs(stops, 1) > 1"', '95:12 expression: `abs` takes 1 arguments and has 2.'],
  [
    'more than 2^53',
    OPEN,
    'when: "trade * trade * trade * trade * trade * trade > 1"',
    '95:11 range: A step of this can pass 2^53 and would no longer be exact. (divide earlier, or clamp)',
  ],
  // Names
  [
    'an unknown variable',
    '- add: rung\n            by: 1',
    '- add: rang\n            by: 1',
    '137:18 unknown_name: There is no variable or flag `rang`. (did you mean `rung`?)',
  ],
  [
    'an unknown option',
    OPEN,
    'when: "chose(two_letters, answer_bth)"',
    '95:12 unknown_name: The situation `two_letters` has no option `answer_bth`. (did you mean `answer_both`?)',
  ],
  [
    'an unknown timer',
    OPEN,
    'when: "running(answer_deu)"',
    '95:12 unknown_name: There is no timer `answer_deu`. (did you mean `answer_due`?)',
  ],
  [
    'an unknown stretch',
    OPEN,
    'when: "during(sprng)"',
    '95:12 unknown_name: There is no stretch of the calendar `sprng`. (did you mean `spring`?)',
  ],
  [
    'an unknown claim',
    'claims: [ol-001]\n    does:\n      - signal',
    'claims: [ol-01]\n    does:\n      - signal',
    '151:14 unknown_name: There is no claim `ol-01`. (did you mean `ol-001`?)',
  ],
  [
    'an unknown reason',
    'claims: [ol-002]\n    does:',
    'because: habbit\n    claims: [ol-002]\n    does:',
    '207:14 unknown_name: There is no reason `habbit` under `reasons:`. (did you mean `habit`?)',
  ],
  [
    'an unknown ending',
    '- end: lost',
    '- end: last',
    '178:14 unknown_name: There is no ending `last`. (did you mean `lost`?)',
    '346:3 unreachable: Nothing leads to the ending `lost`. (a rule in the phase `endings` says `end: ...`)',
  ],
  [
    'a view for no option',
    'for: answer_both',
    'for: answer_all',
    '252:23 unknown_name: There is no option `answer_all` here to argue for.',
  ],
  [
    'an unknown viewpoint',
    'council: { for',
    'counsel: { for',
    '252:7 unknown_name: There is no viewpoint `counsel`. (did you mean `council`?)',
  ],
  [
    'an unknown stage',
    'start: calm, title: Tension',
    'start: clam, title: Tension',
    '36:50 unknown_name: `clam` is not a stage of `rung`; it has: calm, watch, blocked. (did you mean `calm`?)',
  ],
  [
    'a name in a text',
    '[if letter_sent] Yours',
    '[if leter_sent] Yours',
    '248:40 unknown_name: There is no variable, flag or stage `leter_sent`. (did you mean `letter_sent`?)',
  ],
  [
    'a placeholder nobody fills',
    'with: { who: hill }\n  - id',
    'with: { whom: hill }\n  - id',
    '86:16 unknown_name: `$who.trust` is not filled in: nothing around it names it.',
  ],
  // Texts
  ['an open passage', 'Yours was received. [/if]', 'Yours was received.', '248:36 expression: `[if ...]` without `[/if]`.'],
  [
    'a flag as a figure',
    '{= weeks_open}',
    '{= letter_sent}',
    '7:71 types: `{= }` takes a number, and this is a condition. (count it: `(letter_sent) ? 1 : 0`)',
  ],
  [
    'a loaded word',
    'Two letters lie on the desk.',
    'An aggressive letter lies here.',
    '248:10 loaded_word: "aggressive" takes sides in the narrator\'s voice; quoted or attributed it may stand. (say what was seen)',
  ],
  ['a figure from memory', 'Two letters lie on the desk.', 'Some 40 % [M] of the letters lie on the desk.', '248:17 from_memory'],
  // Chance and hidden causes
  ['a chance without a name', '            luck: plain_hears\n', '', '291:13 missing_luck'],
  [
    'two chances of one name',
    'luck: tighten',
    'luck: pride',
    '146:15 luck_collision: Two chances are named `tension/pride`; the other stands at two-doors.yaml:133. They would always be lucky together. (rename one, or give it a `subject`)',
  ],
  [
    'per mille for parts per million',
    'chance: 250000',
    'chance: 250',
    '291:21 zero_weight: 250 parts per million is less than one in a thousand. (did you mean per mille? that is 250000 ppm)',
  ],
  [
    'a hidden cause nobody reveals',
    '        reveals: [mood]\n        then',
    '        then',
    '133:56 leak: This reads the hidden cause `mood`, and what comes of it can be seen. (add `reveals: [mood]`)',
  ],
  [
    'a hidden cause in the open',
    OPEN,
    'when: "mood == mood.leaving"',
    '95:12 leak: The hidden cause `mood` may not shape what can be seen here. (let a `chance`, `choose`, `signal` or policy reveal it)',
  ],
  ['odds that do not sum up', 'odds: 600', 'odds: 500', '44:13 sum: The odds of `mood` sum to 900; they must sum to 1000.'],
  // Sense
  [
    'no source',
    '    claims: [ol-001]\n    does:\n      - end: lost',
    '    does:\n      - end: lost',
    '177:9 unsourced: This op has neither `claims` nor `design: true`, and nothing around it says so.',
  ],
  [
    'a situation nothing opens',
    '- open: the_answer',
    '- open: two_letters',
    '328:5 unreachable: Nothing opens the situation `the_answer`.',
  ],
  [
    'a deck nothing draws',
    'deck: post\n    when',
    'deck: pots\n    when',
    '301:5 unreachable: Nothing draws from the deck `pots` of `empty_store`, and nothing opens it. (did you mean `post`?)',
  ],
  [
    'a step beyond the range',
    'by: 40, vary: 250',
    'by: 5000, vary: 250',
    '200:84 never_in_range: `trade` goes from 0 to 1000: so much always leaves that range.',
  ],
  [
    'a branch without weight',
    'weight: "logistic(500 - hill.trust)"',
    'weight: 0',
    '141:21 zero_weight: This branch is never taken: its weight is 0.',
  ],
  [
    'a procedure within itself',
    'by: -1\n        - add: $who.trust',
    'by: -1\n        - run: calm_down\n        - add: $who.trust',
    '86:16 loop: The procedure `calm_down` leads back to itself.',
  ],
  [
    'a situation that opens itself',
    '    opens:\n      - add: weeks_open\n        by: -1',
    '    opens:\n      - open: two_letters',
    '255:15 loop: Opening `two_letters` leads to opening it again.',
  ],
  [
    'a weekly rate among dates',
    'during: spring\n    claims: [ol-001]\n    does:\n      - chance',
    'during: after\n    claims: [ol-001]\n    does:\n      - chance',
    '130:13 units: `after` has dates and no length of turn: a rate per month has no meaning there. (leave `per` out, or write `per: event`)',
  ],
  [
    'an option that does nothing',
    '        returns: { weeks: 2, without: [wait] }\n',
    '',
    '276:13 does_nothing: The option `wait` does nothing.',
  ],
];

describe('what an author is told', () => {
  it.each(CASES)('of %s', (_name, from, to, ...wanted) => {
    const found = problemsOf(edit(from, to)).map((line) => line.replace('two-doors.yaml:', ''));
    expect(found.map((line, i) => (line.startsWith(wanted[i] ?? '?') ? wanted[i] : line))).toEqual(wanted);
  });

  it('of every mistake at once', () => {
    const text = edit(
      '- end: lost',
      '- end: last',
      edit(OPEN, 'when: "opn() > 0"', edit('chance: 250000', 'chance: 250', edit('for: answer_both', 'for: nobody'))),
    );
    expect(problemsOf(text).length).toBeGreaterThanOrEqual(4);
  });

  it('once of a line that is written out many times', () => {
    const text = edit(
      'each: [{ add: $about.trust, by: -10, vary: 400 }]',
      'each: [{ add: $about.trst, by: -10, vary: 400 }]',
      edit('about: [hill]', 'about: [hill, hill]'),
    );
    expect(problemsOf(text).filter((line) => line.includes('hill.trst'))).toHaveLength(1);
  });

  it('of shape, name and value, many at once, in one reading', () => {
    const text = [
      ['premise: >-', 'tone: dark\n  premise: >-'],
      ['seats: [harbour]', 'seats: [harbor]'],
      ['unit: week', 'unit: wek'],
      ['start: 600, title: Trust', 'start: 6000, title: Trust'],
      ['odds: 600', 'odds: 500'],
      ['tension: [', 'tenson: ['],
      ['curves:', 'curvs:'],
      ['stance: defer', 'stance: defre'],
      ['later: { weeks: 2 }', 'later: { week: 2 }'],
      ['      - signal: carts', '      - signals: carts'],
      ['title: The post\n', 'title: 7\n'],
      ['when: "open() > 0"', 'when: "opn() > 0"'],
      ['id: mend_pier', 'id: Mend'],
      ['by: 1\n      - choose', 'by: 1.5\n      - choose'],
      ['luck: plain_hears', 'luk: plain_hears'],
    ].reduce((before, [from = '', to = '']) => edit(from, to, before), TWO_DOORS);
    expect(problemsOf(text).map((line) => line.split(':').slice(1, 3).join(':'))).toEqual([
      '5:3 unknown_key',
      '13:27 shape',
      '15:11 unknown_name',
      '30:42 range',
      '45:13 sum',
      '53:1 unknown_section',
      '96:12 unknown_name',
      '139:17 shape',
      '154:9 unknown_op',
      '157:12 shape',
      '191:5 bad_name',
      '271:20 shape',
      '271:22 unknown_key',
      '278:17 unknown_name',
      '293:13 unknown_key',
      '343:114 unknown_key',
    ]);
  });

  it('of names and types in the very item whose shape is wrong', () => {
    const text = edit(
      'stance: defer',
      'stance: defre',
      edit('later: { weeks: 2 }', 'later: 2', edit('by: 1\n      - choose', 'by: clam\n      - choose')),
    );
    expect(
      problemsOf(edit('title: The post\n', 'titel: The post\n    when: stops\n', text)).map((line) =>
        line.split(':').slice(1, 3).join(':'),
      ),
    ).toEqual(['138:17 unknown_name', '156:5 unknown_key', '157:11 types', '271:20 shape', '278:17 unknown_name']);
  });

  it('not of what follows from a broken part', () => {
    expect(problemsOf(edit('later: { weeks: 2 }', 'later: 2'))).toEqual([
      'two-doors.yaml:270:20 shape: `later` must be a map, not a number.',
    ]);
  });

  it('of nothing in a sound file', () => {
    expect(problemsOf(TWO_DOORS)).toEqual([]);
  });
});

it('tells a mistake in a situation that nothing opens, beside the fact that nothing opens it', () => {
  const attic = `  - id: attic
    title: The attic
    brief: Nobody goes there.
    design: true
    options:
      - { id: climb, stance: hedge, title: Climb, line: Dust., outcome: Dust., does: [{ add: tradee, by: 1 }] }

charges:
`;
  const problems = problemsOf(edit('\ncharges:\n', `\n${attic}`)).join('\n');
  expect(problems).toContain('`attic`');
  expect(problems).toContain('tradee');
});
