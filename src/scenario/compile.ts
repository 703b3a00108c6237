import type { Expr, HiddenSpec, Op, Program, Slot } from '../engine/program.ts';
import { siteOf } from '../engine/chance.ts';
import { checkPowers, declareProjects, lowerActs } from './lower/acts.ts';
import { rulesHashOf } from '../bundle/canonical.ts';
import { makeCatalogue } from './emit/catalogue.ts';
import { compose } from './schema/compose.ts';
import type { Composition, Recovered, ScenarioFiles } from './schema/compose.ts';
import { TICK } from './symbols/calendar.ts';
import { declare } from './symbols/declare.ts';
import { lowerCharges, lowerStarts, readStructure } from './lower/frame.ts';
import { allocateSlots } from './symbols/layout.ts';
import { lowerOps } from './lower/lower-ops.ts';
import { timerNumber } from './lower/lower-timer.ts';
import { isFatal, sortProblems } from './problem/problem.ts';
import type { Problem, ProblemCode } from './problem/problem.ts';
import { compileProse } from './prose/compile-prose.ts';
import { checkMenus, readersOf, readGuesses, seenChecker, withEyes } from './emit/eyes.ts';
import { reportQuality } from './emit/quality.ts';
import { renumberExpr, renumberOps } from './emit/renumber.ts';
import type { Renumbering } from './emit/renumber.ts';
import { lowerRules } from './lower/rules.ts';
import { lowerSeats } from './lower/seats.ts';
import { lowerSituations } from './lower/situations.ts';
import type { Bundle, Locale, Prose } from '../bundle/bundle.ts';
import type { ClaimLimits } from '../bundle/claim-limits.ts';
import type { TargetInfo } from '../bundle/target.ts';
import { didYouMean } from './problem/name.ts';
import { keepGiven, lowerCases } from './emit/cases.ts';
import { lowerTests } from './emit/tests.ts';
import type { ScenarioTest } from '../bundle/scenario-test.ts';
import type { TheoryCase } from '../bundle/theory-case.ts';
import { newTrace } from './syntax/trace.ts';
import { wordsOf } from './prose/authored-texts.ts';
import { complain } from './symbols/compile-context.ts';
import type { CompileContext } from './symbols/compile-context.ts';

/** What came of a scenario's files. */
export interface Compiled {
  /** Undefined while a problem stands that leaves no rules (`isFatal`). */
  readonly bundle: Bundle | undefined;
  readonly prose: Readonly<Partial<Record<Locale, Prose>>>;
  /** What the lab measures the scenario by. */
  readonly targets: readonly TargetInfo[];
  /** When and of whom its claims hold. */
  readonly limits: readonly ClaimLimits[];
  /** What the scenario says must come of certain orders. */
  readonly tests: readonly ScenarioTest[];
  /** What the lenses are held against. */
  readonly cases: readonly TheoryCase[];
  /** All that is wrong, by file and line; a scenario is fit to be shipped when there are none. */
  readonly problems: readonly Problem[];
}

/** From files to rules, catalogue and words. Never throws for what the files say; tells every problem with its place. */
export function compileScenario(files: ScenarioFiles): Compiled {
  const problems = new Map<string, Problem>();
  const report = (problem: Problem) => {
    // The same line can be written out many times (`each`, `for`, stances): it is told once.
    problems.set(`${problem.file}:${problem.line}:${problem.column}:${problem.message}`, problem);
  };
  const trace = newTrace();
  const composition = compose(files, trace, report, true);
  const ofShape = new Set(problems.values());
  const work = composition === undefined ? undefined : declare(composition, trace, report, lowerOps);
  const made = composition === undefined || work === undefined ? undefined : build(composition, work);
  if (composition !== undefined && work !== undefined) checkUnreached(work, declare(composition, trace, report, lowerOps));
  const follows = followsFrom(composition?.recovered ?? [], ofShape);
  const all = sortProblems([...problems.values()].filter((problem) => !follows(problem)));
  return {
    bundle: all.some(isFatal) ? undefined : made?.bundle,
    prose: made?.prose ?? {},
    targets: made?.targets ?? [],
    limits: made?.limits ?? [],
    tests: made?.tests ?? [],
    cases: made?.cases ?? [],
    problems: all,
  };
}

/** What may be said of an item only because parts of it were of the wrong shape and left out. */
const FOLLOWS: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['missing', 'shape', 'units', 'range', 'sum', 'leak']);

/** Which problems found after the shapes may only follow from what was left out; those of the shapes have been told. */
function followsFrom(salvaged: readonly Recovered[], told: ReadonlySet<Problem>): (problem: Problem) => boolean {
  const within = ({ file, line, column }: Problem) =>
    salvaged.some(
      ({ from, to }) =>
        file === from.file &&
        (line > from.line || (line === from.line && column >= from.column)) &&
        (line < to.line || (line === to.line && column <= to.column)),
    );
  return (problem) => {
    if (salvaged.length === 0 || told.has(problem)) return false;
    if (problem.code === 'too_late' || problem.code === 'never_true') return true;
    if (problem.code.endsWith('translated') || problem.code.endsWith('translation')) return true;
    return (!isFatal(problem) || FOLLOWS.has(problem.code)) && within(problem);
  };
}

/**
 * Writes out once more, with nothing kept, what nothing leads to: a mistake in a situation that cannot open yet is told now and not on
 * the day it can. Costs nothing where everything can be reached.
 */
function checkUnreached({ situations, reached }: CompileContext, again: CompileContext): void {
  const unreached = [...situations.values()].filter(({ item }) => item.own && !reached.situations.has(item.id));
  if (unreached.length === 0) return;
  declareProjects(again);
  lowerRules(again);
  lowerActs(again);
  for (const { item } of unreached) again.reached.situations.add(item.id);
  lowerSituations(again);
}

function build(
  composition: Composition,
  work: CompileContext,
): Pick<Compiled, 'bundle' | 'prose' | 'targets' | 'limits' | 'tests' | 'cases'> {
  const { scenario, items, layout } = work;
  declareProjects(work);
  const structure = readStructure(work);
  const rules = lowerRules(work);
  const acts = lowerActs(work);
  const charges = lowerCharges(work);
  const seats = lowerSeats(work, acts);
  const situations = lowerSituations(work);
  const starts = lowerStarts(work);
  for (const [id, { complain: tell }] of work.timerMentions) {
    if (work.timers.has(id) || work.broken.size > 0 || startsSomewhere(items, id)) continue;
    for (const one of tell) one();
  }
  const endings = work.endings
    .map((id, index) => ({ id, index, item: items.endings.get(id) }))
    .filter(({ index, item }) => index === 0 || item?.own === true || work.reached.endings.has(index));
  if (endings.length === 0) complain(work, 'missing', 'A scenario needs at least one ending.', composition.scenarioAt);
  const hidden = [...work.hidden.values()].filter(({ index }) => work.reached.hidden.has(index));
  const tables = [...work.tables.values()].filter(({ index }) => work.reached.tables.has(index));
  keepGiven(work);
  const guesses = readGuesses(work);
  const settled = allocateSlots(layout);
  const to: Renumbering = {
    read: (slot): Expr => {
      const late = work.late.get(slot);
      if (late !== undefined) return renumberExpr(late(), to);
      const number = settled.number(slot);
      return number === undefined ? layout.spec(slot).start : ['slot', number];
    },
    slot: (slot) => settled.number(slot) ?? 0,
    situation: (index) => situations.findIndex((one) => one.index === index),
    ending: (index) => endings.findIndex((one) => one.index === index),
    timer: (index) => timerNumber(work, index),
    table: (index) => tables.findIndex((one) => one.index === index),
    hidden: (index) => hidden.findIndex((one) => one.index === index),
  };
  const slotsWith = (found: typeof guesses): Program['slots'] => {
    const slots = [...settled.slots];
    for (const [provisional, { value, spread, luck }] of found) {
      const slot = settled.number(provisional);
      const spec = slot === undefined ? undefined : slots[slot];
      if (slot === undefined || spec === undefined) continue;
      slots[slot] = { ...spec, guess: { value: x(value), ...(spread === undefined ? {} : { spread: x(spread) }), luck } };
    }
    return slots;
  };
  const ops = (list: readonly Op[]) => renumberOps(list, to);
  const x = (expr: Expr) => renumberExpr(expr, to);
  const needs = <N extends { readonly when: Expr }>(list: readonly N[]) => list.map((need) => ({ ...need, when: x(need.when) }));
  const made: Program = {
    format: 1,
    id: scenario.id,
    slots: slotsWith(guesses),
    setup: structure.setup.map((one) => ({ ...one, slots: one.slots.map(to.slot) })),
    calendar: work.calendar.spec,
    ...(work.calendar.begins === undefined ? {} : { tick: to.slot(TICK) }),
    seats: seats.map(({ budget, policy, ...seat }) => ({
      ...seat,
      ...(budget === undefined ? {} : { budget: { ...budget, slot: to.slot(budget.slot) } }),
      ...(policy === undefined
        ? {}
        : {
            policy: {
              ...policy,
              none: x(policy.none),
              weights: policy.weights.map(x),
              reveals: policy.reveals.map(to.hidden),
              ...(policy.mute === undefined ? {} : { mute: x(policy.mute) }),
            },
          }),
    })),
    situations: situations.map(({ spec }) => ({
      ...spec,
      ...{ status: to.slot(spec.status), seen: to.slot(spec.seen), answer: to.slot(spec.answer), since: to.slot(spec.since) },
      options: spec.options.map((option) => ({ ...option, needs: needs(option.needs), cost: x(option.cost), does: ops(option.does) })),
    })),
    acts: acts.map((act) => ({
      ...act,
      when: x(act.when),
      needs: needs(act.needs),
      cost: x(act.cost),
      done: to.slot(act.done),
      does: ops(act.does),
    })),
    timers: [...work.timers.values()].map(({ id, at, again, phase, copies, during, due }) => ({
      ...{ id, at, again, ...(phase === undefined ? {} : { phase }) },
      copies: copies.map(({ left, origin }) => ({ left: to.slot(left), origin: to.slot(origin) })),
      during: ops(during),
      due: ops(due),
    })),
    hidden: hidden.map(({ id, slot, causes, priors, beliefs }): HiddenSpec => ({
      ...{ id, slot: to.slot(slot), causes, priors, beliefs: beliefs.map(to.slot) },
      luck: { site: siteOf(`${id}/cause`), subject: 0 },
    })),
    tables: tables.map(({ id, hidden: cause, slot, signs, odds }) => ({
      id,
      hidden: to.hidden(cause.index),
      slot: to.slot(slot),
      signs,
      odds,
    })),
    curves: work.curves,
    readings: structure.readings.map(({ id, slot }) => ({ id, slot: to.slot(slot) })),
    charges: charges.map((charge) => ({ ...charge, taken: to.slot(charge.taken), met: x(charge.met), partly: x(charge.partly) })),
    endings: endings.map(({ id, item }) => ({ id, early: item?.value.early === true })),
    start: ops([...starts, ...rules.start]),
    phases: {
      reactions: ops([...rules.reactions, ...work.prepared]),
      drift: ops(rules.drift),
      endings: ops(rules.endings),
      calendar: ops(rules.calendar),
    },
  };
  const program = withEyes(work, made);
  const check = seenChecker(work, program);
  checkMenus(work, program, check);
  work.mode = 'eyes';
  const own = composition.translations.some((translation) => translation.own);
  const slotOf = (name: string): Slot | undefined => {
    const variable = work.variables.get(name);
    return variable === undefined ? undefined : settled.number(variable.slot);
  };
  const live = liveItems(work, program);
  const catalogue = makeCatalogue(work, { program, finish: x, slotOf, check }, own ? ['en', 'vi'] : ['en']);
  const prose = compileProse(
    work,
    composition,
    wordsOf(composition),
    (of) => live(of),
    x,
    (expr, key, at) => check(expr, readersOf(work, program, key), at, `The text \`${key}\``),
  );
  reportQuality(work, program, prose.en ?? {});
  checkName(work, composition);
  return {
    bundle: { program, rulesHash: rulesHashOf(program), catalogue },
    prose,
    targets: targetsOf(work, program),
    limits: limitsOf(work),
    tests: lowerTests(work, program, x),
    cases: lowerCases(work, x, slotOf),
  };
}

/** A folder and the scenario in it have one name: it is what commands and links call it by. */
function checkName(work: CompileContext, { scenario, folder }: Composition): void {
  if (folder === undefined || folder === scenario.id) return;
  const message = `The scenario is called \`${scenario.id}\`, and its folder \`${folder}\`.`;
  complain(work, 'misnamed', message, work.trace.of(scenario, 'id'), 'give both one name');
}

/** Limits of the claims that have some; powers that a claim names are looked up. */
const limitsOf = (work: CompileContext): readonly ClaimLimits[] =>
  [...work.items.claims.values()].flatMap(({ id, own, value }) => {
    const { from, until, about, pattern } = value;
    if (own) checkPowers(work, value, about);
    if (from !== undefined && until !== undefined && from > until)
      complain(work, 'range', `The claim \`${id}\` ends before it begins.`, work.trace.of(value, 'until'));
    return from === undefined && until === undefined && about === undefined && pattern !== true
      ? []
      : [{ id, from, until, about: about ?? [], pattern: pattern === true }];
  });

/** Targets, with the endings and readings they name looked up. */
function targetsOf(work: CompileContext, program: Program): readonly TargetInfo[] {
  return [...work.items.targets.values()].map(({ value }) => {
    for (const [key, known] of [
      ['ending', program.endings],
      ['reading', program.readings],
    ] as const) {
      const named = value[key];
      if (named === undefined || known.some(({ id }) => id === named)) continue;
      const ids = known.map(({ id }) => id);
      complain(work, 'unknown_name', `There is no ${key} \`${named}\`.`, work.trace.of(value, key), didYouMean(named, ids).suggestion);
    }
    return value as TargetInfo;
  });
}

/** Which texts belong to something that can be met in play. */
function liveItems(work: CompileContext, program: Program): (of: string) => boolean {
  const situations = new Set(program.situations.map(({ id }) => id));
  const acts = new Set(program.acts.map(({ id }) => id));
  const endings = new Set(program.endings.map(({ id }) => id));
  return (of) => {
    const dot = of.indexOf('.');
    const id = of.slice(dot + 1);
    switch (dot < 0 ? of : of.slice(0, dot)) {
      case 'situation':
        return situations.has(id);
      case 'act':
        return acts.has(id);
      case 'ending':
        return endings.has(id);
      case 'warning':
        return endings.has(work.items.warnings.get(id)?.value.ending ?? '');
      default:
        return true;
    }
  };
}

/** Whether any op of any item, reached or not, starts a timer that could have this id. */
function startsSomewhere(items: Composition['items'], id: string): boolean {
  const seen = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(seen);
    if (typeof value !== 'object' || value === null) return false;
    if (
      'later' in value &&
      'id' in value &&
      ('does' in value || 'during' in value) &&
      typeof value.id === 'string' &&
      couldBe(value.id, id)
    )
      return true;
    return Object.values(value).some(seen);
  };
  const acts = [...items.acts.values()].some((act) => act.id === id && act.value.kind === 'project');
  return (
    acts ||
    [items.rules, items.procedures, items.situations, items.acts, items.stances].some((section) =>
      [...section.values()].some(({ value }) => seen(value)),
    )
  );
}

const couldBe = (pattern: string, id: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\$[a-z][a-z0-9_]*/g, '[a-z0-9_.]+')}$`).test(id);
