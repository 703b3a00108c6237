import { BONDS, SHARED } from '../../bundle/theory-case.ts';
import { z } from 'zod';
import { STANCE_KINDS } from '../../bundle/stance.ts';
import { isYamlMap } from '../syntax/read-yaml.ts';
import type { YamlMap } from '../syntax/read-yaml.ts';
import { TARGET_MEASURES } from '../../bundle/target.ts';
import { date, distinct, eyes, expression, kebab, name, names, openName, strict, text } from './scalar-schema.ts';
import { comeback, eachOf, opList } from './op-schema.ts';

const sources = { because: openName.optional(), claims: names.optional(), design: z.boolean().optional() };
const need = strict('a need', { when: expression, text });
const whole = z.int32();
/** A coordinate of a curve: the step between two is a number of the engine too. */
const coordinate = z.int().min(-1_000_000_000).max(1_000_000_000);
const bounds = z.tuple([whole, whole]);
const UNITS = ['day', 'week', 'half_month', 'month', 'quarter', 'year', 'event'] as const;
const PER = ['turn', 'day', 'week', 'month', 'quarter', 'year', 'event'] as const;

export const scenarioShape = strict('a scenario', {
  id: kebab,
  uses: z.array(text).optional(),
  title: text,
  premise: text.optional(),
  lead: text.optional(),
  role: text.optional(),
  place_note: text.optional(),
  minutes: whole.min(1).max(600),
  start: date,
  calendar: z
    .array(
      strict('a stretch of the calendar', {
        id: name,
        unit: z.enum(UNITS).optional(),
        turns: whole.min(1).max(2000).optional(),
        dates: z.array(date).min(1).optional(),
        between: z.literal('weeks').optional(),
      }),
    )
    .min(1),
  seats: distinct,
  readings: distinct,
  chart: name.optional(),
  example: z.boolean().optional(),
  without: z.array(text).optional(),
  replace: z.array(strict('a replacement', { id: text, why: text })).optional(),
  change: z
    .array(
      strict('a change', { id: text, why: text, with: z.custom<YamlMap>((value) => isYamlMap(value), 'a map of the fields to change') }),
    )
    .optional(),
  teaching: strict('`teaching`', { signals: whole.min(1), ranges: whole.min(1), acts: whole.min(1), tap: whole.min(1) }).optional(),
  setup: z
    .record(
      name,
      strict('a set-up choice', {
        one: z.array(name).min(1).optional(),
        some: z.literal('charges').optional(),
        count: whole.min(1).optional(),
        preset: name.optional(),
        title: text.optional(),
        line: text.optional(),
        options: z.record(name, strict('an option of the set-up', { title: text, line: text.optional() })).optional(),
      }),
    )
    .optional(),
  ladder: strict('`ladder`', { rung: name, faces: z.record(name, name), open: expression }).optional(),
  capital: name.optional(),
  projects: name.optional(),
  stops: name.optional(),
  chapters: z.array(strict('a chapter', { id: name, turn: whole.min(0), title: text, text: text.optional() })).optional(),
});

const variableShape = strict('a variable', {
  range: bounds.optional(),
  stages: z.array(name).min(1).optional(),
  start: z.union([whole, name], { error: () => 'a whole number, or the name of a stage' }),
  vary: whole.min(0).optional(),
  scale: whole.min(1).max(1_000_000).optional(),
  title: text.optional(),
  about: text.optional(),
  words: z.record(name, text).optional(),
  sees: eyes.optional(),
  guess: expression.optional(),
  spread: expression.optional(),
});

const flagShape = strict('a flag', {
  title: text.optional(),
  about: text.optional(),
  start: z.boolean().optional(),
  sees: eyes.optional(),
  guess: expression.optional(),
});

const perMille = whole.min(0).max(1000);
const hiddenShape = strict('a hidden cause', {
  title: text,
  causes: z.record(name, strict('a cause', { odds: perMille, title: text, meant: text.optional() })),
  sees: eyes.optional(),
  minds: z.array(strict('a mind', { eyes, odds: z.record(name, perMille).optional() })).optional(),
});

const tableShape = strict('a table of signs', {
  about: name,
  title: text.optional(),
  sees: eyes.optional(),
  signs: z.record(
    name,
    z.union([z.literal('rest'), z.record(z.string(), z.union([perMille, text]))], {
      error: () => 'per mille for each cause, such as `{ probe: 400, message: 300 }`, or `rest`',
    }),
  ),
});

const curveShape = z.array(z.tuple([coordinate, coordinate])).min(2);

const ruleShape = strict('a rule', {
  id: name,
  title: text.optional(),
  phase: z.enum(['start', 'reactions', 'drift', 'endings', 'calendar']),
  order: whole.optional(),
  per: z.enum(PER).optional(),
  during: z.union([name, z.array(name)], { error: () => 'a stretch of the calendar, or a list of them' }).optional(),
  when: expression.optional(),
  for: eachOf.optional(),
  owner: openName.optional(),
  treats: name.optional(),
  does: opList,
  ...sources,
});

/** Per mille of a frame's width or height. */
const share = whole.min(0).max(1000);
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)], {
  error: () => 'a point such as [105.85, 21.03]: longitude, latitude',
});
/** A drawing may hold the commands and numbers of a path and nothing else. */
const path = z
  .string()
  .max(4000)
  .regex(/^[MmLlHhVvCcSsQqTtAaZz0-9eE .,+-]*$/, 'a path as in SVG: letters of its commands and numbers');
const partOf = <K extends string>(key: K) => strict('a part of a mark', { [key]: path } as Record<K, typeof path>);
const markShape = z
  .array(
    z.union([partOf('fill'), partOf('paper'), partOf('line'), partOf('thin')], {
      error: () => 'one of fill, paper, line and thin, with a path',
    }),
  )
  .max(12);

const chartShape = strict('a chart', {
  centre: point,
  across: z.number().min(2).max(120),
  region: z
    .tuple([z.number().min(-180).max(180), z.number().min(-85).max(85), z.number().min(-180).max(180), z.number().min(-85).max(85)], {
      error: () => 'west, south, east and north, such as [46, -24, 162, 52]',
    })
    .optional(),
  narrow: z.tuple([share, share]).optional(),
  home: name.optional(),
  other: name.optional(),
  water: strict('a water', { name: text, local: text.optional(), at: point, narrow: point.optional() }).optional(),
});

const groupShape = strict('a group', { name: text, members: distinct, speaker: name.optional() });

const powerShape = strict('a power', {
  name: text,
  capital: text.optional(),
  about: text.optional(),
  goals: z.array(text).optional(),
  lines: z.array(strict('a red line', { when: expression.optional(), text })).optional(),
  wants: z.array(strict('a want', { when: expression.optional(), text })).optional(),
  trust: name.optional(),
  ask: name.optional(),
  offer: name.optional(),
  depth: name.optional(),
  tier: name.optional(),
  mark: name.optional(),
  tint: whole.min(0).max(7).optional(),
  bow: whole.min(-1000).max(1000).optional(),
  plate: strict('a plate', {
    side: z.enum(['left', 'right', 'top']),
    at: share,
    narrow: share.optional(),
    row: whole.min(0).max(9).optional(),
    only: z.literal('narrow').optional(),
  }).optional(),
  tie: z.enum(['party', 'trade', 'defence', 'general']).optional(),
  claims: names.optional(),
  acts: whole.min(0).max(8).optional(),
  policy: strict('a policy', {
    none: expression,
    luck: name.optional(),
    reveals: names.optional(),
    mute: expression.optional(),
    when: expression.optional(),
    answers: strict('`answers`', { pending: expression, score: expression, spread: whole.min(1).max(10_000) }).optional(),
    ...sources,
  }).optional(),
  heard: strict('`heard`', { act: name, turn: name, mood: name.optional(), welcome: name.optional() }).optional(),
});

const actShape = strict('an act', {
  id: name,
  seat: name.optional(),
  kind: z.enum(['initiative', 'project', 'move']),
  stance: name.optional(),
  answer: name.optional(),
  plain: z.boolean().optional(),
  about: z.array(name).optional(),
  title: text,
  line: text.optional(),
  reason: text.optional(),
  when: expression.optional(),
  needs: z.array(need).optional(),
  weight: expression.optional(),
  cost: expression.optional(),
  cooldown: whole.min(1).optional(),
  once: z.boolean().optional(),
  turns: whole.min(1).optional(),
  weeks: whole.min(1).optional(),
  months: whole.min(1).optional(),
  done: strict('`done`', { text: text.optional(), does: opList.optional() }).optional(),
  owner: name.optional(),
  does: opList.optional(),
  ...sources,
});

const answerKindShape = strict('a kind of answer', { title: text, least: whole.optional(), silent: z.boolean().optional() });

const stanceShape = strict('a stance', {
  title: text.optional(),
  like: z.enum(STANCE_KINDS).optional(),
  cost: expression.optional(),
  does: opList.optional(),
  each: opList.optional(),
  ...sources,
});

const optionShape = strict('an option', {
  id: name,
  stance: name,
  about: z.array(name).optional(),
  title: text,
  line: text.optional(),
  cost: expression.optional(),
  plain: z.boolean().optional(),
  needs: z.array(need).optional(),
  actual: z.union([z.boolean(), z.literal('unknown')], { error: () => 'true, false or unknown' }).optional(),
  tail: strict('a tail', { rises: expression, turns: whole.min(1), text }).optional(),
  outcome: text.optional(),
  says: expression.optional(),
  returns: comeback.optional(),
  owner: name.optional(),
  does: opList.optional(),
  ...sources,
});

const situationShape = strict('a situation', {
  id: name,
  seat: name.optional(),
  deck: name.optional(),
  weight: expression.optional(),
  when: expression.optional(),
  repeat: whole.min(0).optional(),
  at: name.optional(),
  title: text,
  brief: text.optional(),
  says: expression.optional(),
  hook: text.optional(),
  opens: opList.optional(),
  views: z.record(name, strict('a view', { for: name, text, says: expression.optional() })).optional(),
  tap: strict('a tap', { rises: expression, turns: whole.min(1), text }).optional(),
  owner: name.optional(),
  options: z.array(optionShape).min(1),
  ...sources,
});

const chargeShape = strict('a charge', {
  title: text,
  line: text.optional(),
  told: text.optional(),
  met: expression,
  partly: expression.optional(),
  tension: z.array(name).optional(),
});
const endingShape = strict('an ending', {
  early: z.boolean().optional(),
  title: text,
  texts: z.array(strict('a paragraph', { when: expression.optional(), says: expression.optional(), text })).min(1),
});
const warningShape = strict('a warning', { ending: name, when: expression, text });
const principleShape = strict('a principle', {
  variable: name,
  glyph: text,
  title: text,
  about: text.optional(),
  claims: names.optional(),
  since: expression.optional(),
});

const nameShape = strict('a name', {
  name: text,
  local: text.optional(),
  short: text.optional(),
  note: text.optional(),
  kind: name.optional(),
  front: z.boolean().optional(),
  label: z.literal('above').optional(),
  power: name.optional(),
  lon: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-90).max(90).optional(),
  when: expression.optional(),
  pressure: expression.optional(),
  own: expression.optional(),
  other: expression.optional(),
  queue: expression.optional(),
});
const viewpointShape = strict('a viewpoint', { name: text, about: text.optional(), sign: path.optional(), support: name.optional() });
/** A day, a month or a year. */
const partDate = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'a date such as 2022-11-23, 2021-01 or "2021"');
const articleShape = strict('an article', {
  title: text,
  by: text,
  where: text,
  date: partDate,
  paragraphs: whole.min(1),
});
const EPISTEMIC = [
  'asserted',
  'alleged',
  'interpretation',
  'reported-view',
  'reported-speech',
  'reported-text',
  'expectation',
  'conditional',
  'prediction',
  'proposal',
  'question',
] as const;
const claimShape = strict('a claim', {
  article: kebab,
  paragraph: whole.min(1),
  epistemic: z.enum(EPISTEMIC),
  corroboration: z.enum(['unchecked', 'supported', 'contested', 'memory']),
  core: z.boolean(),
  from: partDate.optional(),
  until: partDate.optional(),
  about: z.array(name).optional(),
  pattern: z.boolean().optional(),
  text,
});
const limits = strict('bounds', { least: z.number().optional(), most: z.number().optional() });
const policyName = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'the name of a policy');
const targetShape = strict('a target', {
  id: name,
  measure: z.enum(TARGET_MEASURES),
  policy: policyName.optional(),
  other: policyName.optional(),
  policies: z.array(policyName).min(1).optional(),
  turn: whole.min(1).optional(),
  ending: name.optional(),
  reading: name.optional(),
  stances: z
    .string()
    .regex(/^[a-z]+\/[a-z]+$/, 'two kinds of stance, such as hedge/resist')
    .optional(),
  floor: limits,
  goal: limits.optional(),
});

const wordingShape = strict('a wording', {
  locale: z.enum(['en', 'vi']),
  avoid: z.array(text.min(2).max(100)).min(1),
  instead: text.optional(),
});

const given = z.array(
  strict('an order', { turn: whole.min(0), answer: name.optional(), option: name.optional(), act: name.optional() }).refine(
    ({ answer, option, act }) => (answer === undefined) === (option === undefined) && (answer === undefined) !== (act === undefined),
    'An order has `answer` and `option`, or an `act`.',
  ),
);
const testShape = strict('a test', {
  id: name,
  orders: given,
  after: whole.min(1),
  holds: expression,
  than: given.optional(),
  is: z.enum(['higher', 'lower', 'other']).optional(),
  seeds: whole.min(1).max(10_000).optional(),
  least: whole.min(1).optional(),
});

const caseShape = strict('a case', {
  title: text,
  given: z.record(name, whole),
  shared: z.array(z.enum(SHARED)).optional(),
  reported: z.enum(BONDS).optional(),
  ally: expression.optional(),
  partner: expression.optional(),
  reads: expression.optional(),
  claims: names.optional(),
}).refine(
  ({ reported, ally, partner, reads }) =>
    (reported === undefined) === (ally === undefined) &&
    (reported === undefined) === (partner === undefined) &&
    (reported === undefined) !== (reads === undefined),
  'A case has `reported`, `ally` and `partner`, or a number that it `reads`.',
);

const cutShape = strict('a cut', {
  minutes: whole.min(10).max(240),
  stops: z
    .array(
      strict('a stop of a cut', {
        from: whole.min(0),
        about: names.optional(),
        sitting: whole.min(1).max(4).optional(),
      }),
    )
    .min(1),
});

const newsShape = strict('a news slip', { id: name, when: expression, text });
const voiceShape = strict('a voice', { id: name, article: kebab, when: expression.optional(), text, claims: names });
const peerShape = strict('a peer', {
  title: text,
  rows: z.array(strict('a row of a peer', { id: name, title: text, home: names, peer: names })).min(1),
});
const questionShape = strict('a question', { id: name, when: expression.optional(), text });

/** Form of each section of a file, and the word its items have in `without`, `replace` and messages. */
export const SECTIONS = {
  variables: { kind: 'variable', form: 'map', id: name, shape: variableShape },
  flags: { kind: 'flag', form: 'map', id: name, shape: flagShape },
  hidden: { kind: 'hidden', form: 'map', id: name, shape: hiddenShape },
  tables: { kind: 'table', form: 'map', id: name, shape: tableShape },
  curves: { kind: 'curve', form: 'map', id: name, shape: curveShape },
  rules: { kind: 'rule', form: 'list', id: name, shape: ruleShape },
  reasons: { kind: 'reason', form: 'map', id: name, shape: text },
  procedures: { kind: 'procedure', form: 'map', id: name, shape: opList },
  powers: { kind: 'power', form: 'map', id: name, shape: powerShape },
  acts: { kind: 'act', form: 'list', id: name, shape: actShape },
  answering: { kind: 'answer', form: 'map', id: name, shape: answerKindShape },
  stances: { kind: 'stance', form: 'map', id: name, shape: stanceShape },
  situations: { kind: 'situation', form: 'list', id: name, shape: situationShape },
  charges: { kind: 'charge', form: 'map', id: name, shape: chargeShape },
  endings: { kind: 'ending', form: 'map', id: name, shape: endingShape },
  warnings: { kind: 'warning', form: 'map', id: name, shape: warningShape },
  principles: { kind: 'principle', form: 'map', id: name, shape: principleShape },
  charts: { kind: 'chart', form: 'map', id: name, shape: chartShape },
  marks: { kind: 'mark', form: 'map', id: name, shape: markShape },
  groups: { kind: 'group', form: 'map', id: name, shape: groupShape },
  names: { kind: 'name', form: 'map', id: name, shape: nameShape },
  viewpoints: { kind: 'viewpoint', form: 'map', id: name, shape: viewpointShape },
  articles: { kind: 'article', form: 'map', id: kebab, shape: articleShape },
  claims: { kind: 'claim', form: 'map', id: kebab, shape: claimShape },
  tests: { kind: 'test', form: 'list', id: name, shape: testShape },
  wording: { kind: 'wording', form: 'map', id: name, shape: wordingShape },
  targets: { kind: 'target', form: 'list', id: name, shape: targetShape },
  cases: { kind: 'case', form: 'map', id: name, shape: caseShape },
  cuts: { kind: 'cut', form: 'map', id: name, shape: cutShape },
  news: { kind: 'news', form: 'list', id: name, shape: newsShape },
  voices: { kind: 'voice', form: 'list', id: name, shape: voiceShape },
  questions: { kind: 'question', form: 'list', id: name, shape: questionShape },
  peers: { kind: 'peer', form: 'map', id: name, shape: peerShape },
} as const;

export type SectionName = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];
export type Kind = (typeof SECTIONS)[SectionName]['kind'];
/** What an item of a section looks like once its shape has been checked. */
export type Shaped<S extends SectionName> = z.infer<(typeof SECTIONS)[S]['shape']>;
export type ScenarioSource = z.infer<typeof scenarioShape>;
export type OptionSource = z.infer<typeof optionShape>;
export type NeedSource = z.infer<typeof need>;
