import type { ActSpec, Expr, Op } from '../../engine/program.ts';
import { simplify } from '../expression/fold.ts';
import { actCanShow } from './lower-offer.ts';
import { newTimer, spanTicks } from './lower-timer.ts';
import { nowSlot } from '../symbols/calendar.ts';
import { didYouMean } from '../problem/name.ts';
import { placeAt, withSources } from './origins.ts';
import { mentionTimer } from '../expression/resolve-names.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import type { NeedSource } from '../schema/schema.ts';
import { asSelf, checkStance, costOf, stanceOps } from './stances.ts';
import { complain, isMissing } from '../symbols/compile-context.ts';
import type { ActDraft, CompileContext } from '../symbols/compile-context.ts';

const scopeOf = (work: CompileContext, { item }: ActDraft): Scope => {
  const { id, value } = item;
  return withSources(work, { ...newScope(value.owner ?? id, 'act', `act.${id}.title`), timers: id }, value);
};

/** Gives every project its timer before anything can ask how long it still takes. */
export function declareProjects(work: CompileContext): void {
  for (const draft of work.acts.values()) {
    const { id, value } = draft.item;
    if (value.kind !== 'project' || !work.seats.includes(draft.seat)) continue;
    mentionTimer(work, id, value, 'id');
    newTimer(work, id, 'refresh', 1, placeAt(work, { ...scopeOf(work, draft), kind: 'timer' }, value), '');
  }
}

/** All acts of the seats of this scenario, in order. */
export function lowerActs(work: CompileContext): readonly ActSpec[] {
  const acts: ActSpec[] = [];
  for (const draft of work.acts.values()) {
    const { item, seat } = draft;
    const number = work.seats.indexOf(seat);
    if (number < 0) {
      const powers = [...work.items.powers.keys()];
      const message = `The act \`${item.id}\` belongs to \`${seat}\`, which neither plays here nor has a policy.`;
      if (item.own || !powers.includes(seat)) complain(work, 'unreachable', message, item.at, didYouMean(seat, work.seats).suggestion);
      continue;
    }
    acts.push(lowerAct(work, draft, number));
  }
  return acts;
}

/** The scope of the game's own books (when an act is ready again, slots of projects): no claim says anything of them. */
const keptOf = (scope: Scope): Scope => ({ ...scope, claims: [], design: true });

function lowerAct(work: CompileContext, draft: ActDraft, seat: number): ActSpec {
  const { item } = draft;
  const { id, value } = item;
  const played = draft.seat === work.played[0];
  const scope = played ? asSelf(work, scopeOf(work, draft), id) : scopeOf(work, draft);
  const at = placeAt(work, scope, value);
  work.layout.use(draft.done);
  checkAbout(work, value, value.about);
  checkStance(work, value, value.stance);
  if (value.answer !== undefined && !work.items.answering.has(value.answer))
    complain(
      work,
      'unknown_name',
      `There is no kind of answer \`${value.answer}\`.`,
      work.trace.of(value, 'answer'),
      didYouMean(value.answer, work.items.answering.keys()).suggestion,
    );
  if (value.kind === 'move' && value.reason === undefined)
    complain(work, 'missing', `The move \`${id}\` needs a \`reason\`: what the power says of it.`, item.at);
  const shown = actCanShow(work, id);
  if (shown === 0 && item.own) complain(work, 'unreachable', `The act \`${id}\` can never be done.`, work.trace.of(value, 'when'));
  if (work.offers && played) work.layout.use(draft.offered);
  const when = work.offers && played ? simplify(['and', shown, ['!=', ['slot', draft.offered], 0]]) : shown;
  const before: Op[] = [];
  if (value.cooldown !== undefined) {
    work.layout.use(draft.ready);
    before.push({
      op: 'set',
      at: placeAt(work, keptOf(scope), value),
      slot: draft.ready,
      to: ['+', ['slot', nowSlot(work.calendar)], value.cooldown],
    });
  }
  const slots = value.kind === 'project' && work.scenario.projects !== undefined ? work.variables.get(work.scenario.projects) : undefined;
  const project = value.kind === 'project' ? startProject(work, draft, scope, slots?.slot) : [];
  const effects = played && value.plain !== true ? stanceOps(work, value.stance, value.about ?? [], scope) : [];
  const does = [...project, ...effects, ...work.lowerOps(work, value.does ?? [], scope)];
  if (does.length === 0) complain(work, 'does_nothing', `The act \`${id}\` does nothing.`, item.at);
  if (value.weight === 0)
    complain(work, 'zero_weight', `The act \`${id}\` is never chosen: its weight is 0.`, work.trace.of(value, 'weight'));
  const free: ActSpec['needs'] =
    slots === undefined ? [] : [{ at: placeAt(work, { ...scope, kind: 'project_slot' }, value), when: ['>', ['slot', slots.slot], 0] }];
  return {
    id,
    at,
    seat,
    kind: value.kind,
    ...(value.stance === undefined ? {} : { stance: value.stance }),
    about: value.about ?? [],
    when,
    needs: [...needsOf(work, scope, value.needs), ...free],
    cost: played ? costOf(work, value, scope) : 0,
    done: draft.done,
    does: [...before, ...does],
  };
}

/** Takes a project slot and starts the timer; when it is due the slot comes back and `done` runs. */
function startProject(work: CompileContext, { item }: ActDraft, scope: Scope, slots: number | undefined): readonly Op[] {
  const { id, value } = item;
  const timer = work.timers.get(id);
  if (timer === undefined) return [];
  const turns = lengthOf(work, item.value, item.at);
  const moveSlot = (by: number): readonly Op[] => {
    if (slots === undefined) return [];
    work.layout.use(slots);
    return [{ op: 'add', at: placeAt(work, keptOf(scope), value), slot: slots, by }];
  };
  const done = { ...scope, kind: 'timer', owner: id, trail: ['done'] };
  timer.due = [...moveSlot(1), ...work.lowerOps(work, value.done?.does ?? [], done)];
  return [...moveSlot(-1), { op: 'timer', at: placeAt(work, keptOf(scope), value), timer: timer.index, turns }];
}

function lengthOf(
  work: CompileContext,
  value: { readonly turns?: number | undefined; readonly weeks?: number | undefined; readonly months?: number | undefined },
  at: ActDraft['item']['at'],
): Expr {
  const { turns, weeks, months } = value;
  if ([turns, weeks, months].filter((one) => one !== undefined).length !== 1)
    complain(work, 'missing', 'A project says how long it takes: `weeks`, `months` or `turns`.', at);
  if (weeks !== undefined) return spanTicks(work, weeks, 'week');
  if (months !== undefined) return spanTicks(work, months, 'month');
  return spanTicks(work, turns ?? 1, 'turn');
}

/** Conditions of an option or act, each with the place that explains why not. */
export function needsOf(work: CompileContext, scope: Scope, needs: readonly NeedSource[] | undefined): ActSpec['needs'] {
  return (needs ?? []).map((need) => ({
    at: placeAt(work, { ...scope, kind: 'need' }, need),
    when: readExpression(work, scope, need, 'when', { type: 'bool' }).expr,
  }));
}

/** Reports powers and groups that nobody declared. */
export function checkAbout(work: CompileContext, owner: object, about: readonly string[] | undefined): void {
  const { powers, groups } = work.items;
  for (const [i, id] of (about ?? []).entries()) {
    if (powers.has(id) || groups.has(id) || isMissing(work, 'power', id) || isMissing(work, 'group', id)) continue;
    const hint = didYouMean(id, [...powers.keys(), ...groups.keys()]).suggestion;
    complain(
      work,
      'unknown_name',
      `There is no power \`${id}\` under \`powers:\`, and no such group.`,
      work.trace.of(about ?? owner, i),
      hint,
    );
  }
}

/** Reports powers that nobody declared. */
export function checkPowers(work: CompileContext, owner: object, about: readonly string[] | undefined): void {
  for (const [i, power] of (about ?? []).entries()) {
    if (work.items.powers.has(power) || isMissing(work, 'power', power)) continue;
    const hint = didYouMean(power, work.items.powers.keys()).suggestion;
    complain(work, 'unknown_name', `There is no power \`${power}\` under \`powers:\`.`, work.trace.of(about ?? owner, i), hint);
  }
}
