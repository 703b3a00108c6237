import { ENDING, TURN } from '../../engine/program.ts';
import type { SlotSpec } from '../../engine/program.ts';
import { layCalendar, TICK } from './calendar.ts';
import type { Composition, Item } from '../schema/compose.ts';
import type { Meaning } from './meaning.ts';
import { newLayout } from './layout.ts';
import type { Layout } from './layout.ts';
import { didYouMean } from '../problem/name.ts';
import { newParse } from '../syntax/parse-expression.ts';
import type { Problem } from '../problem/problem.ts';
import type { Shaped } from '../schema/schema.ts';
import { newDrawIds } from './draw-ids.ts';
import type { Trace } from '../syntax/trace.ts';
import { seesOf } from './eyes.ts';
import { complain } from './compile-context.ts';
import type { ActDraft, HiddenDraft, SituationDraft, TableDraft, Variable, CompileContext } from './compile-context.ts';

/** Most times that anything is counted. */
const MOST_TIMES = 9999;
const INT32 = 2_147_483_647;

/** Gives every declared thing its names and provisional slots, before any op is read. */
export function declare(
  composition: Composition,
  trace: Trace,
  report: (problem: Problem) => void,
  lowerOps: CompileContext['lowerOps'],
): CompileContext {
  const { scenario, items, gone, broken, ownFiles } = composition;
  const calendar = layCalendar(scenario, (i, message) => {
    report({ code: 'shape', message, ...trace.of(scenario.calendar, i) });
  });
  const layout = newLayout();
  const variables = new Map<string, Variable>();
  const constants = new Map<string, Meaning>();
  const endings = orderEndings(items.endings);
  const work: CompileContext = {
    ...{ trace, report, scenario, items, gone, broken, ownFiles, calendar, layout, variables, constants, endings, lowerOps },
    parse: newParse(),
    played: scenario.seats,
    seats: seatsOf(composition),
    hidden: new Map<string, HiddenDraft>(),
    tables: new Map<string, TableDraft>(),
    situations: new Map<string, SituationDraft>(),
    acts: new Map<string, ActDraft>(),
    curves: [],
    curveNumbers: new Map(),
    timers: new Map(),
    lateTimers: new Map(),
    timerIds: new Map(),
    late: new Map(),
    timerMentions: new Map(),
    places: [],
    sites: newDrawIds(),
    chances: new Map(),
    unreasoned: new Map(),
    named: new Set(),
    addressed: [],
    prepared: [],
    reached: { situations: new Set(), endings: new Set(), hidden: new Set(), tables: new Set(), procedures: new Set(), decks: new Set() },
    offers: mentionsOffer(items),
    mode: 'rules',
    written: 0,
  };
  const own = (name: string, max: number): SlotSpec => ({ name, min: 0, max, start: 0, kind: 'system', scale: 1 });
  layout.use(layout.add(own('turn', calendar.turns)));
  layout.use(layout.add(own('ending', endings.length)));
  const tick = layout.add(own('tick', calendar.ticks));
  if (calendar.begins !== undefined) layout.use(tick);
  if (layout.find('turn') !== TURN || layout.find('ending') !== ENDING || tick !== TICK) throw new Error('the first slots are fixed');
  const take = (name: string, variable: Variable, item: { readonly at: Item<unknown>['at'] }) => {
    if (RESERVED.has(name)) complain(work, 'bad_name', `\`${name}\` has a meaning of its own in expressions.`, item.at);
    else if (variables.has(name) || constants.has(name)) complain(work, 'duplicate', `\`${name}\` is declared twice.`, item.at);
    else variables.set(name, variable);
  };
  for (const item of items.variables.values()) declareVariable(work, layout, item, take, constants);
  for (const [id, item] of items.flags) {
    const spec: SlotSpec = {
      name: id,
      min: 0,
      max: 1,
      start: item.value.start === true ? 1 : 0,
      kind: 'flag',
      scale: 1,
      ...seesOf(work, item.value),
    };
    take(id, { slot: layout.add(spec), type: 'bool' }, item);
  }
  declareSetup(work, layout, take, constants);
  for (const item of items.hidden.values()) declareHidden(work, layout, item, constants);
  for (const item of items.tables.values()) declareTable(work, layout, item, constants);
  for (const [id, item] of items.situations) {
    const slot = (part: string, max: number) => layout.add(own(`situation.${id}.${part}`, max));
    (work.situations as Map<string, SituationDraft>).set(id, {
      item,
      index: work.situations.size,
      status: slot('status', 1),
      seen: slot('seen', MOST_TIMES),
      answer: slot('answer', item.value.options.length),
      since: slot('since', calendar.ticks),
      returned: slot('returned', item.value.options.length),
    });
  }
  for (const [id, item] of items.acts) {
    const slot = (part: string, max: number) => layout.add(own(`act.${id}.${part}`, max));
    const seat = item.value.seat ?? scenario.seats[0] ?? '';
    const draft: ActDraft = { item, seat, done: slot('done', MOST_TIMES), offered: slot('offered', 1), ready: slot('ready', MOST_TIMES) };
    (work.acts as Map<string, ActDraft>).set(id, draft);
  }
  return work;
}

const RESERVED = new Set(['turn', 'ended', 'true', 'false', 'not']);

/** Early endings last, so that a game which runs its course ends with the first of the others. */
const orderEndings = (endings: ReadonlyMap<string, Item<Shaped<'endings'>>>): readonly string[] => {
  const all = [...endings.values()];
  return [...all.filter(({ value }) => value.early !== true), ...all.filter(({ value }) => value.early === true)].map(({ id }) => id);
};

function seatsOf({ scenario, items }: Composition): readonly string[] {
  const others = [...items.powers.values()].filter(({ id, value }) => value.policy !== undefined && !scenario.seats.includes(id));
  return [...scenario.seats, ...others.map(({ id }) => id)];
}

const mentionsOffer = (items: Composition['items']): boolean => {
  const seen = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(seen);
    if (typeof value !== 'object' || value === null) return false;
    return ('offer' in value && 'luck' in value && typeof value.offer === 'number') || Object.values(value).some(seen);
  };
  return [items.rules, items.procedures, items.situations, items.acts].some((section) =>
    [...section.values()].some(({ value }) => seen(value)),
  );
};

type Take = (name: string, variable: Variable, item: { readonly at: Item<unknown>['at'] }) => void;

function declareVariable(
  work: CompileContext,
  layout: Layout,
  item: Item<Shaped<'variables'>>,
  take: Take,
  constants: Map<string, Meaning>,
): void {
  const { id, value } = item;
  const { range, stages, start, scale } = value;
  if (stages !== undefined) {
    const index = typeof start === 'number' ? start : stages.indexOf(start);
    const at = work.trace.of(value, 'start');
    if (range !== undefined) complain(work, 'shape', `\`${id}\` has both a range and stages.`, work.trace.ofKey(value, 'range'));
    if (index < 0 || index >= stages.length) {
      const message = `\`${String(start)}\` is not a stage of \`${id}\`; it has: ${stages.join(', ')}.`;
      complain(work, 'unknown_name', message, at, didYouMean(String(start), stages).suggestion);
    }
    for (const word of Object.keys(value.words ?? {})) {
      if (stages.includes(word)) continue;
      const message = `\`${word}\` is not a stage of \`${id}\`.`;
      complain(work, 'unknown_name', message, work.trace.ofKey(value.words ?? value, word), didYouMean(word, stages).suggestion);
    }
    const spec: SlotSpec = {
      name: id,
      min: 0,
      max: stages.length - 1,
      start: Math.max(0, index),
      kind: 'stage',
      scale: 1,
      stages,
      ...seesOf(work, value),
    };
    const of = `the stages ${stages.join(', ')}`;
    take(id, { slot: layout.add(spec), type: 'int', of }, item);
    for (const [i, stage] of stages.entries()) constants.set(`${id}.${stage}`, { expr: i, type: 'int', of });
    return;
  }
  if (range === undefined) complain(work, 'missing', `The variable \`${id}\` needs a \`range\` or \`stages\`.`, item.at);
  const [min, max] = range ?? [0, 1000];
  if (min > max || min < -INT32 || max > INT32)
    complain(work, 'range', `The range of \`${id}\` must rise and stay within 32 bits.`, work.trace.of(value, 'range'));
  if (typeof start !== 'number') {
    complain(work, 'shape', `\`start\` of \`${id}\` must be a whole number.`, work.trace.of(value, 'start'));
  } else if (start < min || start > max) {
    complain(work, 'range', `\`${id}\` starts at ${start}, outside of ${min} to ${max}.`, work.trace.of(value, 'start'));
  }
  const number = typeof start === 'number' ? start : min;
  take(
    id,
    { slot: layout.add({ name: id, min, max, start: number, kind: 'number', scale: scale ?? 1000, ...seesOf(work, value) }), type: 'int' },
    item,
  );
}

function declareSetup(work: CompileContext, layout: Layout, take: Take, constants: Map<string, Meaning>): void {
  const { scenario, items, trace } = work;
  for (const id of items.charges.keys()) {
    const at = items.charges.get(id);
    if (at === undefined) continue;
    take(
      `charge.${id}`,
      { slot: layout.add({ name: `charge.${id}`, min: 0, max: 1, start: 0, kind: 'flag', scale: 1 }), type: 'bool' },
      at,
    );
  }
  const setup = scenario.setup ?? {};
  for (const [id, choice] of Object.entries(setup)) {
    const at = trace.ofKey(setup, id);
    if ((choice.one === undefined) === (choice.some === undefined))
      complain(work, 'shape', `The set-up choice \`${id}\` has \`one\` or \`some\`.`, at);
    if (choice.one === undefined) {
      if ((choice.count ?? 1) > items.charges.size)
        complain(work, 'range', `There are only ${items.charges.size} charges to choose from.`, at);
      if (choice.preset !== undefined && !items.charges.has(choice.preset)) {
        const hint = didYouMean(choice.preset, items.charges.keys()).suggestion;
        complain(work, 'unknown_name', `There is no charge \`${choice.preset}\`.`, trace.of(choice, 'preset'), hint);
      }
      continue;
    }
    const stages = choice.one;
    const of = `the options ${stages.join(', ')}`;
    const preset = choice.preset === undefined ? 0 : stages.indexOf(choice.preset);
    if (preset < 0)
      complain(work, 'unknown_name', `\`${choice.preset ?? ''}\` is not among the options of \`${id}\`.`, trace.of(choice, 'preset'));
    for (const option of Object.keys(choice.options ?? {})) {
      if (stages.includes(option)) continue;
      complain(
        work,
        'unknown_name',
        `\`${option}\` is not among \`one\`.`,
        trace.ofKey(choice.options ?? choice, option),
        didYouMean(option, stages).suggestion,
      );
    }
    const spec: SlotSpec = { name: id, min: 0, max: stages.length - 1, start: Math.max(0, preset), kind: 'stage', scale: 1, stages };
    take(id, { slot: layout.add(spec), type: 'int', of }, { at });
    for (const [i, stage] of stages.entries()) constants.set(`${id}.${stage}`, { expr: i, type: 'int', of });
  }
}

const PER_MILLE = 1000;

function declareHidden(work: CompileContext, layout: Layout, item: Item<Shaped<'hidden'>>, constants: Map<string, Meaning>): void {
  const { id, value } = item;
  const causes = Object.keys(value.causes);
  const sum = Object.values(value.causes).reduce((total, { odds }) => total + odds, 0);
  if (sum !== PER_MILLE)
    complain(work, 'sum', `The odds of \`${id}\` sum to ${sum}; they must sum to 1000.`, work.trace.of(value, 'causes'));
  const priors = Object.values(value.causes).map(({ odds }) => odds * 1000);
  const of = `the causes of ${id}`;
  const slot = layout.add({
    name: id,
    min: 0,
    max: Math.max(0, causes.length - 1),
    start: 0,
    kind: 'hidden',
    scale: 1,
    stages: causes,
    ...seesOf(work, value),
  });
  const beliefs = causes.map((cause, i) =>
    layout.add({ name: `belief.${id}.${cause}`, min: 0, max: 1_000_000, start: priors[i]!, kind: 'belief', scale: 1_000_000 }),
  );
  for (const [i, cause] of causes.entries()) constants.set(`${id}.${cause}`, { expr: i, type: 'int', of });
  (work.hidden as Map<string, HiddenDraft>).set(id, { id, index: work.hidden.size, slot, causes, priors, beliefs });
}

function declareTable(work: CompileContext, layout: Layout, item: Item<Shaped<'tables'>>, constants: Map<string, Meaning>): void {
  const { id, value } = item;
  const { trace } = work;
  const hidden = work.hidden.get(value.about);
  if (hidden === undefined) {
    const message = `There is no hidden cause \`${value.about}\`.`;
    complain(work, 'unknown_name', message, trace.of(value, 'about'), didYouMean(value.about, work.hidden.keys()).suggestion);
    return;
  }
  const signs = Object.keys(value.signs);
  const columns = hidden.causes.map(() => 0);
  const rows = signs.map((sign) => {
    const row = value.signs[sign];
    if (row === undefined || row === 'rest') return undefined;
    for (const key of Object.keys(row)) {
      if (key === 'title' || hidden.causes.includes(key)) continue;
      const message = `\`${key}\` is not a cause of \`${hidden.id}\`; causes: ${hidden.causes.join(', ')}.`;
      complain(work, 'unknown_name', message, trace.ofKey(row, key), didYouMean(key, hidden.causes).suggestion);
    }
    return hidden.causes.map((cause, i) => {
      const odds = row[cause];
      const number = typeof odds === 'number' ? odds : 0;
      columns[i] = columns[i]! + number;
      return number * 1000;
    });
  });
  const rests = signs.filter((_, i) => rows[i] === undefined);
  if (rests.length > 1) complain(work, 'shape', 'Only one sign can be the `rest`.', item.at);
  for (const [i, cause] of hidden.causes.entries()) {
    const sum = columns[i]!;
    if (sum > PER_MILLE || (sum < PER_MILLE && rests.length === 0))
      complain(work, 'sum', `The signs under \`${cause}\` sum to ${sum}; they must sum to 1000, or a sign must be \`rest\`.`, item.at);
  }
  const odds = rows.map((row) => row ?? columns.map((sum) => Math.max(0, PER_MILLE - sum) * 1000));
  const stages = ['none', ...signs];
  const slot = layout.add({
    name: `sign.${id}`,
    min: 0,
    max: signs.length,
    start: 0,
    kind: 'stage',
    scale: 1,
    stages,
    ...seesOf(work, value),
  });
  for (const [i, sign] of signs.entries()) constants.set(`sign.${id}.${sign}`, { expr: i + 1, type: 'int', of: `the signs of ${id}` });
  (work.tables as Map<string, TableDraft>).set(id, { id, index: work.tables.size, hidden, slot, signs, odds });
}
