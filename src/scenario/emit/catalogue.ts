import { rangeOf } from '../../engine/range.ts';
import { STANCE_KINDS } from '../../bundle/stance.ts';
import { stanceIds } from '../lower/stances.ts';
import type { Expr, Op, Program, Slot } from '../../engine/program.ts';
import { didYouMean } from '../problem/name.ts';
import { checkClaims } from '../lower/origins.ts';
import { checkPowers } from '../lower/acts.ts';
import { cutsOf } from './cuts.ts';
import type { Finish } from '../prose/compile-prose.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import type {
  Catalogue,
  ChartInfo,
  LadderInfo,
  Locale,
  MarkInfo,
  OptionInfo,
  PlaceInfo,
  PlateInfo,
  PowerInfo,
  SituationInfo,
  VariableInfo,
} from '../../bundle/bundle.ts';
import type { CheckSeen } from './eyes.ts';
import { playableEyes } from '../symbols/eyes.ts';
import { complain, isMissing } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

interface Made {
  readonly program: Program;
  readonly finish: Finish;
  /** Final number of a variable's slot; undefined for one that no rule touches. */
  readonly slotOf: (name: string) => Slot | undefined;
  readonly check: CheckSeen;
}

const TEACHING = { signals: 1, ranges: 1, acts: 1, tap: 1 } as const;

/** Everything eyes need beside the rules. */
export function makeCatalogue(work: CompileContext, made: Made, locales: readonly Locale[]): Catalogue {
  const { program, finish, slotOf, check } = made;
  const { scenario, items, trace } = work;
  const all = playableEyes(work);
  const read = (owner: object, key: string, type: 'int' | 'bool' | 'any'): Expr => {
    const expr = finish(readExpression(work, EYES, owner, key, { type }).expr);
    // What a text takes for granted is asked by the lab, which sees all.
    if (key !== 'says') check(expr, all, trace.of(owner, key), `\`${key}\``);
    return expr;
  };
  /** A variable that eyes name; reported when there is none. */
  const named = (owner: object, key: string, name: string): Slot | undefined => {
    if (!work.variables.has(name))
      complain(
        work,
        'unknown_name',
        `There is no variable \`${name}\`.`,
        trace.of(owner, key),
        didYouMean(name, work.variables.keys()).suggestion,
      );
    const slot = slotOf(name);
    if (slot !== undefined) check(['slot', slot], all, trace.of(owner, key), `What all are shown as \`${key}\``);
    return slot;
  };
  const maxOf = (slot: Slot) => program.slots[slot]?.max ?? 0;
  const principles = [...items.principles.values()].flatMap(({ id, value }) => {
    checkClaims(work, value.claims);
    const slot = named(value, 'variable', value.variable);
    return slot === undefined
      ? []
      : [{ id, slot, since: value.since === undefined ? 1 : read(value, 'since', 'bool'), glyph: value.glyph }];
  });
  const strains = (ops: readonly Op[]) =>
    strained(
      program,
      ops,
      principles.map(({ slot }) => slot),
    );
  const capital = scenario.capital === undefined ? undefined : named(scenario, 'capital', scenario.capital);
  const free = scenario.projects === undefined ? undefined : named(scenario, 'projects', scenario.projects);
  const stops = scenario.stops === undefined ? undefined : named(scenario, 'stops', scenario.stops);
  const ladder = ladderOf(work, read, named);
  return {
    id: scenario.id,
    locales,
    played: work.played.length,
    minutes: scenario.minutes,
    ...(scenario.example === true ? { example: true } : {}),
    places: work.places,
    situations: program.situations.map(({ id, options }) =>
      situationInfo(
        work,
        id,
        options.map(({ does }) => strains(does)),
        read,
      ),
    ),
    acts: program.acts.map(({ id, does }) => {
      const value = work.acts.get(id)?.item.value;
      checkClaims(work, value?.claims);
      const timer = value?.kind === 'project' ? program.timers.find((one) => one.id === id) : undefined;
      const turns = does.flatMap((op) =>
        op.op === 'timer' && program.timers[op.timer] === timer && typeof op.turns === 'number' ? [op.turns] : [],
      )[0];
      const left = timer?.copies[0]?.left;
      return {
        id,
        claims: value?.claims ?? [],
        strains: strains(does),
        ...(left === undefined ? {} : { timer: { left, turns: turns ?? 1 } }),
        ...(value?.answer === undefined
          ? {}
          : { answer: { kind: value.answer, silent: items.answering.get(value.answer)?.value.silent === true } }),
      };
    }),
    powers: [...items.powers.values()].map(({ id, value }) => {
      checkClaims(work, value.claims);
      for (const line of value.lines ?? []) if (line.when !== undefined) read(line, 'when', 'bool');
      return powerInfo(work, id, value, (key, name) => named(value, key, name));
    }),
    viewpoints: [...items.viewpoints.values()].map(({ id, value }) => {
      const support = value.support === undefined ? undefined : named(value, 'support', value.support);
      return { id, ...(support === undefined ? {} : { support }), ...(value.sign === undefined ? {} : { sign: value.sign }) };
    }),
    answering: [...items.answering.values()].map(({ id, value }) => ({ id, silent: value.silent === true })),
    addressed: work.addressed,
    stances: [...items.stances.values()].flatMap(({ id, value }) => {
      const kind = STANCE_KINDS.find((one) => one === id);
      if (kind !== undefined && value.like === undefined) return [];
      if (value.like === undefined)
        complain(
          work,
          'missing',
          `The stance \`${id}\` says which of the five it is \`like\`.`,
          trace.of(value),
          didYouMean(id, STANCE_KINDS).suggestion ?? `like: ${STANCE_KINDS.join(', ')}`,
        );
      return [{ id, like: value.like ?? 'hedge' }];
    }),
    groups: [...items.groups.values()].map(({ id, value }) => {
      checkPowers(work, value, value.members);
      const { members, speaker = members[0] ?? '' } = value;
      if (items.powers.has(id)) complain(work, 'duplicate', `\`${id}\` is a power and a group.`, trace.of(value));
      if (!members.includes(speaker))
        complain(
          work,
          'unknown_name',
          `\`${speaker}\` does not belong to \`${id}\` and cannot speak for it.`,
          trace.of(value, 'speaker'),
          didYouMean(speaker, members).suggestion ?? `name one of ${members.join(', ')}`,
        );
      return { id, members, speaker };
    }),
    marks: Object.fromEntries(
      [...items.marks.values()].map(({ id, value }) => [
        id,
        value.flatMap((part) => Object.entries(part).map(([key, path]) => ({ part: key as MarkInfo[number]['part'], path }))),
      ]),
    ),
    principles,
    variables: variableInfos(work, slotOf),
    ...(ladder === undefined ? {} : { ladder }),
    ...(capital === undefined ? {} : { capital: { slot: capital, max: maxOf(capital) } }),
    ...(free === undefined ? {} : { projects: { free, max: maxOf(free) } }),
    charges: [...items.charges.values()].map(({ id, value }) => {
      for (const [i, other] of (value.tension ?? []).entries()) {
        if (items.charges.has(other)) continue;
        complain(
          work,
          'unknown_name',
          `There is no charge \`${other}\`.`,
          trace.of(value.tension ?? value, i),
          didYouMean(other, items.charges.keys()).suggestion,
        );
      }
      return { id, tension: value.tension ?? [] };
    }),
    endings: program.endings.map(({ id, early }) => ({
      id,
      early,
      texts: (items.endings.get(id)?.value.texts ?? []).map((paragraph) => ({
        ...(paragraph.when === undefined ? {} : { when: read(paragraph, 'when', 'bool') }),
        ...says(paragraph, read),
      })),
    })),
    warnings: [...items.warnings.values()].flatMap(({ id, value }) => {
      const ending = items.endings.get(value.ending);
      if (ending === undefined)
        complain(
          work,
          'unknown_name',
          `There is no ending \`${value.ending}\`.`,
          trace.of(value, 'ending'),
          didYouMean(value.ending, items.endings.keys()).suggestion,
        );
      const when = read(value, 'when', 'bool');
      return program.endings.some((one) => one.id === value.ending) ? [{ id, ending: value.ending, when }] : [];
    }),
    teaching: scenario.teaching ?? TEACHING,
    ...(stops === undefined ? {} : { stops }),
    chart: chartOf(work, read),
    claims: [...items.claims.values()].map(({ id, value }) => {
      const article = items.articles.get(value.article);
      if (article === undefined)
        complain(
          work,
          'unknown_name',
          `There is no article \`${value.article}\`.`,
          trace.of(value, 'article'),
          didYouMean(value.article, items.articles.keys()).suggestion,
        );
      else if (value.paragraph > article.value.paragraphs)
        complain(work, 'range', `\`${value.article}\` has ${article.value.paragraphs} paragraphs.`, trace.of(value, 'paragraph'));
      const { epistemic, corroboration, core, paragraph } = value;
      return { id, article: value.article, paragraph, epistemic, corroboration, core };
    }),
    articles: [...items.articles.values()].map(({ id, value }) => ({ id, date: value.date, paragraphs: value.paragraphs })),
    chapters: (scenario.chapters ?? []).map(({ id, turn }) => ({ id, turn })),
    news: [...items.news.values()].map(({ id, value }) => ({ id, when: read(value, 'when', 'bool') })),
    wants: [...items.powers.values()].flatMap(({ id, value: { wants = [] } }) =>
      wants.length === 0 ? [] : [{ power: id, when: wants.map((want) => (want.when === undefined ? 1 : read(want, 'when', 'bool'))) }],
    ),
    voices: [...items.voices.values()].map(({ id, value }) => {
      checkClaims(work, value.claims);
      checkVoice(work, value);
      return {
        id,
        article: value.article,
        claims: value.claims,
        ...(value.when === undefined ? {} : { when: read(value, 'when', 'bool') }),
      };
    }),
    questions: [...items.questions.values()].map(({ id, value }) => ({
      id,
      ...(value.when === undefined ? {} : { when: read(value, 'when', 'bool') }),
    })),
    ...(items.peers.size === 0
      ? {}
      : {
          peers: [...items.peers.values()].map(({ id, value }) => ({
            id,
            rows: value.rows.map(({ id: row, home, peer }) => {
              checkClaims(work, home);
              checkClaims(work, peer);
              return { id: row, home, peer };
            }),
          })),
        }),
    ...cutsOf(work, program),
  };
}

const EYES = newScope('eyes', 'eyes', 'scenario.title');

type Read = (owner: object, key: string, type: 'int' | 'bool' | 'any') => Expr;
type Named = (owner: object, key: string, name: string) => Slot | undefined;

/** A voice rests on its own article alone. */
function checkVoice(work: CompileContext, voice: { readonly article: string; readonly claims: readonly string[] }): void {
  const { articles, claims } = work.items;
  if (!articles.has(voice.article)) {
    const hint = didYouMean(voice.article, articles.keys()).suggestion;
    complain(work, 'unknown_name', `There is no article \`${voice.article}\`.`, work.trace.of(voice, 'article'), hint);
  }
  for (const id of voice.claims) {
    const claim = claims.get(id)?.value;
    if (claim === undefined || claim.article === voice.article) continue;
    const message = `\`${id}\` is a claim of \`${claim.article}\`, and this voice is that of \`${voice.article}\`.`;
    complain(work, 'unsourced', message, work.trace.of(voice, 'claims'), 'cite a claim of its own article');
  }
}

/** What a text takes for granted, if it says so. */
const says = (owner: object & { readonly says?: unknown }, read: Read): { readonly says?: Expr } =>
  owner.says === undefined ? {} : { says: read(owner, 'says', 'bool') };

function situationInfo(work: CompileContext, id: string, strains: readonly (readonly number[])[], read: Read): SituationInfo {
  const value = work.situations.get(id)?.item.value;
  if (value === undefined) return { id, claims: [], deck: undefined, views: [], options: [] };
  checkClaims(work, value.claims);
  for (const viewpoint of Object.keys(value.views ?? {})) {
    if (work.items.viewpoints.has(viewpoint)) continue;
    const hint = didYouMean(viewpoint, work.items.viewpoints.keys()).suggestion;
    complain(work, 'unknown_name', `There is no viewpoint \`${viewpoint}\`.`, work.trace.ofKey(value.views ?? value, viewpoint), hint);
  }
  if (value.at !== undefined && !work.items.names.has(value.at))
    complain(
      work,
      'unknown_name',
      `There is no name \`${value.at}\`.`,
      work.trace.of(value, 'at'),
      didYouMean(value.at, work.items.names.keys()).suggestion,
    );
  // Views appear in the order in which the world lists its viewpoints.
  const views = [...work.items.viewpoints.keys()].flatMap((viewpoint): SituationInfo['views'] => {
    const view = value.views?.[viewpoint];
    if (view === undefined) return [];
    const option = value.options.find((one) => one.id === view.for);
    if (option !== undefined) return [{ viewpoint, stance: option.stance, option: option.id, ...says(view, read) }];
    const stance = stanceIds(work).find((one) => one === view.for);
    if (stance !== undefined) return [{ viewpoint, stance, ...says(view, read) }];
    const hint = didYouMean(
      view.for,
      value.options.map((one) => one.id),
    ).suggestion;
    complain(work, 'unknown_name', `There is no option \`${view.for}\` here to argue for.`, work.trace.of(view, 'for'), hint);
    return [];
  });
  return {
    id,
    claims: value.claims ?? [],
    deck: value.deck,
    views,
    ...(value.tap === undefined ? {} : { tap: { rises: read(value.tap, 'rises', 'any'), turns: value.tap.turns } }),
    options: value.options.map((option, i): OptionInfo => ({
      id: option.id,
      claims: option.claims ?? [],
      actual: option.actual ?? 'unknown',
      ...(option.tail === undefined ? {} : { tail: { rises: read(option.tail, 'rises', 'any'), turns: option.tail.turns } }),
      strains: strains[i] ?? [],
      ...says(option, read),
    })),
    ...(value.at === undefined ? {} : { place: value.at }),
    ...says(value, read),
  };
}

/** Colours that the desk has for powers. */
const TINTS = 8;

const plateOf = ({ side, at, narrow, row, only }: NonNullable<PowerSource['plate']>): PlateInfo => ({
  ...{ side, at, narrow: narrow ?? at, row: row ?? 0 },
  ...(only === undefined ? {} : { only }),
});

/** Where the capital of a power lies: the name of kind `capital` that says whose it is. */
function capitalOf(work: CompileContext, power: string): Pick<PowerInfo, 'at'> {
  const capital = [...work.items.names.values()].find(({ value }) => value.kind === CAPITAL && value.power === power)?.value;
  return capital?.lon === undefined || capital.lat === undefined ? {} : { at: { lon: capital.lon, lat: capital.lat } };
}
const CAPITAL = 'capital';

type PowerSource = CompileContext['items']['powers'] extends ReadonlyMap<string, { readonly value: infer V }> ? V : never;

function powerInfo(
  work: CompileContext,
  id: string,
  value: PowerSource,
  slotOf: (key: string, name: string) => Slot | undefined,
): PowerInfo {
  const slots: Record<string, Slot> = {};
  for (const key of ['trust', 'ask', 'offer', 'depth', 'tier'] as const) {
    const name = value[key];
    const slot = name === undefined ? undefined : slotOf(key, name);
    if (slot !== undefined) slots[key] = slot;
  }
  const act = value.heard === undefined ? undefined : slotOf('heard', value.heard.act);
  const turn = value.heard === undefined ? undefined : slotOf('heard', value.heard.turn);
  const mood = value.heard?.mood === undefined ? undefined : slotOf('heard', value.heard.mood);
  const welcome = value.heard?.welcome === undefined ? undefined : slotOf('heard', value.heard.welcome);
  return {
    id,
    ...slots,
    ...(act === undefined || turn === undefined
      ? {}
      : { heard: { act, turn, ...(mood === undefined ? {} : { mood }), ...(welcome === undefined ? {} : { welcome }) } }),
    goals: value.goals?.length ?? 0,
    lines: value.lines?.length ?? 0,
    claims: value.claims ?? [],
    mark: value.mark ?? id,
    tie: value.tie ?? 'general',
    tint: value.tint ?? [...work.items.powers.keys()].indexOf(id) % TINTS,
    ...capitalOf(work, id),
    bow: value.bow ?? 0,
    ...(value.plate === undefined ? {} : { plate: plateOf(value.plate) }),
  };
}

function variableInfos(work: CompileContext, slotOf: (name: string) => Slot | undefined): readonly VariableInfo[] {
  return [...work.items.variables.values(), ...work.items.flags.values()].flatMap(({ id, value }): VariableInfo[] => {
    const slot = slotOf(id);
    if (slot === undefined) return [];
    const stages = 'stages' in value ? value.stages : undefined;
    const scale = 'scale' in value ? value.scale : undefined;
    return [
      {
        name: id,
        slot,
        title: value.title !== undefined,
        scale: scale ?? (stages === undefined && 'range' in value ? 1000 : 1),
        ...(stages === undefined ? {} : { stages }),
      },
    ];
  });
}

function ladderOf(work: CompileContext, read: Read, named: Named): LadderInfo | undefined {
  const { ladder } = work.scenario;
  if (ladder === undefined) return undefined;
  for (const power of Object.keys(ladder.faces)) {
    if (work.items.powers.has(power) || isMissing(work, 'power', power)) continue;
    const hint = didYouMean(power, work.items.powers.keys()).suggestion;
    complain(work, 'unknown_name', `There is no power \`${power}\`.`, work.trace.ofKey(ladder.faces, power), hint);
  }
  const rung = named(ladder, 'rung', ladder.rung);
  const faces = Object.entries(ladder.faces).flatMap(([power, name]) => {
    const slot = named(ladder.faces, power, name);
    return slot === undefined ? [] : [{ power, slot }];
  });
  return rung === undefined ? undefined : { rung, faces, open: read(ladder, 'open', 'bool') };
}

/** Share of a chart's width that is drawn beyond each of its edges where no region is named: frames are not all alike. */
const BEYOND = 0.7;
/** Height of a usual frame as a share of its width. */
const HEIGHT = 0.68;

function chartOf(work: CompileContext, read: Read): ChartInfo {
  const { scenario, items, trace } = work;
  const home = work.played[0] ?? '';
  const named = scenario.chart === undefined ? undefined : items.charts.get(scenario.chart);
  if (scenario.chart !== undefined && named === undefined && !isMissing(work, 'chart', scenario.chart))
    complain(
      work,
      'unknown_name',
      `There is no chart \`${scenario.chart}\`.`,
      trace.of(scenario, 'chart'),
      didYouMean(scenario.chart, items.charts.keys()).suggestion,
    );
  const chart = (named ?? [...items.charts.values()][0])?.value;
  for (const key of ['home', 'other'] as const) if (chart?.[key] !== undefined) checkPowers(work, chart, [chart[key]]);
  const at = capitalOf(work, chart?.home ?? home).at ?? { lon: 0, lat: 0 };
  const [lon, lat] = chart?.centre ?? [at.lon, at.lat];
  const across = chart?.across ?? WIDE;
  const beside = across * BEYOND;
  const water = chart?.water;
  return {
    centre: { lon, lat },
    across,
    region: chart?.region ?? [
      Math.max(-180, lon - across / 2 - beside),
      Math.max(-85, lat - (across * HEIGHT) / 2 - beside / 2),
      Math.min(180, lon + across / 2 + beside),
      Math.min(85, lat + (across * HEIGHT) / 2 + beside / 2),
    ],
    narrow: chart?.narrow ?? [500, 500],
    home: chart?.home ?? home,
    ...(chart?.other === undefined ? {} : { other: chart.other }),
    ...(water === undefined ? {} : { water: { at: water.at, narrow: water.narrow ?? water.at } }),
    places: [...items.names.values()].flatMap(({ id, value }): PlaceInfo[] => {
      const { kind, front, label } = value;
      if (value.lon === undefined || value.lat === undefined || kind === CAPITAL) return [];
      if (kind === undefined) complain(work, 'missing', `\`${id}\` stands on the chart and needs a \`kind\`.`, trace.of(value));
      else if (items.marks.size > 0 && !items.marks.has(kind) && !isMissing(work, 'mark', kind))
        complain(
          work,
          'unknown_name',
          `There is no mark \`${kind}\` to draw \`${id}\` with.`,
          trace.of(value, 'kind'),
          didYouMean(kind, [CAPITAL, ...items.marks.keys()]).suggestion ?? 'add it under `marks:`',
        );
      const optional = (key: 'when' | 'pressure' | 'own' | 'other' | 'queue', type: 'int' | 'bool') =>
        value[key] === undefined ? {} : { [key]: read(value, key, type) };
      return [
        {
          ...{ id, kind: kind ?? '', lon: value.lon, lat: value.lat },
          ...(front === true ? { front } : {}),
          ...(label === undefined ? {} : { label }),
          ...optional('when', 'bool'),
          ...optional('pressure', 'int'),
          ...optional('own', 'int'),
          ...optional('other', 'int'),
          ...optional('queue', 'int'),
        },
      ];
    }),
  };
}
/** Degrees across a chart that says nothing of it. */
const WIDE = 40;

/** Which of these slots the ops here, or those they set off later, lower whatever else holds: what hangs on a condition or on luck is none. */
function strained(program: Program, ops: readonly Op[], slots: readonly Slot[]): readonly number[] {
  const low = new Set<Slot>();
  const started = new Set<number>();
  const visit = (op: Op): void => {
    if (op.op === 'set' || op.op === 'toward') low.add(op.slot);
    else if (op.op === 'add' && (op.spread !== undefined || rangeOf(program, op.by).low < 0)) low.add(op.slot);
    else if (op.op === 'timer' && !started.has(op.timer)) {
      started.add(op.timer);
      const timer = program.timers[op.timer];
      if (timer !== undefined) for (const later of [timer.during, timer.due]) later.forEach(visit);
    }
  };
  ops.forEach(visit);
  return slots.flatMap((slot, i) => (low.has(slot) ? [i] : []));
}
