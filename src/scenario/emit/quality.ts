import type { Expr, Op, Program, Slot } from '../../engine/program.ts';
import type { Prose } from '../../bundle/bundle.ts';
import { reads } from '../../engine/expression.ts';
import { rangeOf } from '../../engine/range.ts';
import { truthOf } from '../expression/truth.ts';
import { didYouMean } from '../problem/name.ts';
import { reportAnswering, reportTreated } from './answering.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** What is not wrong but cannot be meant: parts of the scenario that play never comes to. */
export function reportQuality(work: CompileContext, program: Program, prose: Prose): void {
  // With parts missing, what they lead to seems out of reach.
  if (work.broken.size > 0) return;
  for (const { item } of work.situations.values()) {
    if (!item.own || work.reached.situations.has(item.id)) continue;
    const { deck } = item.value;
    const message =
      deck === undefined
        ? `Nothing opens the situation \`${item.id}\`.`
        : `Nothing draws from the deck \`${deck}\` of \`${item.id}\`, and nothing opens it.`;
    const hint = deck === undefined ? undefined : didYouMean(deck, work.reached.decks).suggestion;
    complain(work, 'unreachable', message, item.at, hint);
  }
  for (const [index, id] of work.endings.entries()) {
    const item = work.items.endings.get(id);
    if (item?.own !== true || work.reached.endings.has(index) || index === 0) continue;
    complain(work, 'unreachable', `Nothing leads to the ending \`${id}\`.`, item.at, 'a rule in the phase `endings` says `end: ...`');
  }
  for (const item of work.items.procedures.values()) {
    if (item.own && !work.reached.procedures.has(item.id))
      complain(work, 'unreachable', `Nothing runs the procedure \`${item.id}\`.`, item.at);
  }
  for (const item of work.items.flags.values()) {
    const flag = work.variables.get(item.id);
    if (item.own && flag !== undefined && !work.layout.isUsed(flag.slot))
      complain(work, 'unreachable', `Nothing raises or lowers the flag \`${item.id}\`.`, item.at);
  }
  reportLocked(work, program);
  reportTexts(work, prose);
  reportLimits(work, program);
  reportUnused(work);
  reportReasons(work);
  reportAnswering(work, program);
  reportTreated(work);
  for (const { id, needs } of program.acts) {
    const item = work.acts.get(id)?.item;
    if (item?.own === true && needs.some(({ when }) => when === 0))
      complain(work, 'unreachable', `A need of the act \`${id}\` can never be met.`, item.at);
  }
}

/** A place where a situation may be opened, and the situations that must have been met before it can. */
interface Opener {
  readonly opens: number;
  readonly after: ReadonlySet<number>;
}

/**
 * Situations that wait for one another. A condition waits for a situation when it cannot hold while that one has never been open; what no
 * chain of openers leads to from the beginning of the game stays shut for ever.
 */
function reportLocked(work: CompileContext, program: Program): void {
  const untouched = program.situations.map(({ status, seen, answer }) => {
    const slots = [...program.slots];
    for (const slot of [status, seen, answer]) slots[slot] = { ...program.slots[slot]!, min: 0, max: 0 };
    return { own: new Set<Slot>([status, seen, answer]), known: { slots, curves: program.curves } };
  });
  const waitsFor = (when: Expr): number[] =>
    typeof when === 'number'
      ? []
      : untouched.flatMap(({ own, known }, i) => (reads(when, (slot) => own.has(slot)) && !truthOf(known, when).canHold ? [i] : []));
  const openers: Opener[] = [];
  const visit = (ops: readonly Op[], after: ReadonlySet<number>): void => {
    for (const op of ops) {
      if (op.op === 'situation' && op.to === 'open') openers.push({ opens: op.situation, after });
      else if (op.op === 'if') {
        visit(op.then, new Set([...after, ...waitsFor(op.when)]));
        visit(op.else, new Set([...after, ...waitsFor(['not', op.when])]));
      } else if (op.op === 'chance') {
        visit(op.then, after);
        visit(op.else, after);
      } else if (op.op === 'choose') {
        for (const { when, does } of op.from) visit(does, when === undefined ? after : new Set([...after, ...waitsFor(when)]));
      }
    }
  };
  const none: ReadonlySet<number> = new Set();
  const { phases } = program;
  for (const ops of [program.start, phases.reactions, phases.drift, phases.endings, phases.calendar]) visit(ops, none);
  for (const { does } of program.acts) visit(does, none);
  for (const { during, due } of program.timers) {
    visit(during, none);
    visit(due, none);
  }
  for (const [i, { options }] of program.situations.entries()) for (const { does } of options) visit(does, new Set([i]));
  const met = new Set<number>();
  for (let size = -1; size !== met.size;) {
    size = met.size;
    for (const { opens, after } of openers) if ([...after].every((i) => met.has(i))) met.add(opens);
  }
  for (const [i, { id }] of program.situations.entries()) {
    const item = work.situations.get(id)?.item;
    if (met.has(i) || item?.own !== true) continue;
    const waits = [
      ...new Set(openers.filter(({ opens }) => opens === i).flatMap(({ after }) => [...after].filter((each) => !met.has(each)))),
    ];
    const names = waits.map((each) => `\`${program.situations[each]?.id ?? ''}\``).join(', ');
    complain(work, 'unreachable', `The situation \`${id}\` never opens: it waits for ${names || 'itself'}, which waits too.`, item.at);
  }
}

/** Texts that a player would miss. */
function reportTexts(work: CompileContext, prose: Prose): void {
  const need = (own: boolean, key: string, owner: object, field: string, what: string): void => {
    if (own && prose[key] === undefined)
      complain(work, 'missing_text', `${what} has no \`${field}\`: nothing would be said there.`, work.trace.of(owner));
  };
  for (const { item } of work.situations.values()) {
    if (!work.reached.situations.has(item.id)) continue;
    need(item.own, `situation.${item.id}.brief`, item.value, 'brief', `The situation \`${item.id}\``);
    for (const option of item.value.options)
      need(item.own, `situation.${item.id}.option.${option.id}.outcome`, option, 'outcome', `The option \`${option.id}\``);
  }
  for (const key of ['premise', 'role'] as const) need(true, `scenario.${key}`, work.scenario, key, 'The scenario');
  for (const { id, own, value } of work.items.rules.values()) need(own, `rule.${id}.title`, value, 'title', `The rule \`${id}\``);
  for (const { id, own, value } of work.items.acts.values())
    if (value.kind === 'project') need(own, `act.${id}.done`, value, 'done', `The project \`${id}\``);
  const readings = work.scenario.readings.flatMap((id) => work.items.variables.get(id) ?? []);
  for (const { id, own, value } of readings) need(own, `reading.${id}.name`, value, 'title', `The reading \`${id}\``);
}

/** Numbers that nothing can reach: prices, delays, dates. */
function reportLimits(work: CompileContext, program: Program): void {
  const budget = program.seats[0]?.budget;
  const purse = budget === undefined ? undefined : (program.slots[budget.slot]?.max ?? 0) - budget.floor;
  const price = (cost: Expr, owner: object, what: string): void => {
    const least = rangeOf(program, cost).low;
    if (purse !== undefined && least > purse)
      complain(
        work,
        'never_paid',
        `${what} costs ${least} at least, and there can never be more than ${purse} to spend.`,
        work.trace.of(owner),
      );
  };
  for (const { id, options } of program.situations) {
    const item = work.situations.get(id)?.item;
    if (item?.own !== true) continue;
    for (const [i, { cost }] of options.entries()) {
      const option = item.value.options[i];
      if (option !== undefined) price(cost, option, `The option \`${option.id}\``);
    }
  }
  for (const { id, seat, cost } of program.acts) {
    const item = work.acts.get(id)?.item;
    if (item?.own === true && seat === 0) price(cost, item.value, `The act \`${id}\``);
  }
  for (const { id, turn } of work.scenario.chapters ?? []) {
    const chapter = work.scenario.chapters?.find((each) => each.id === id);
    if (turn >= work.calendar.turns && chapter !== undefined)
      complain(
        work,
        'too_late',
        `The chapter \`${id}\` begins on turn ${turn}, and the game has ${work.calendar.turns}, from 0.`,
        work.trace.of(chapter, 'turn'),
      );
  }
}

/** Changes that the why-tree could show a number for and no reason: one hint an item. */
function reportReasons(work: CompileContext): void {
  for (const { at, names } of work.unreasoned.values()) {
    const what = [...names].map((name) => `\`${name}\``).join(', ');
    complain(work, 'no_reason', `This changes ${what} and gives no reason.`, at, 'add `because:` here or around it');
  }
}

/** Variables of the scenario's own that no rule and no text ever names. */
function reportUnused(work: CompileContext): void {
  for (const item of work.items.variables.values()) {
    const variable = work.variables.get(item.id);
    if (!item.own || variable === undefined || work.layout.isUsed(variable.slot) || work.named.has(variable.slot)) continue;
    complain(work, 'unused', `Nothing reads or writes the variable \`${item.id}\`.`, item.at);
  }
}
