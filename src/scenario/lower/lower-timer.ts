import { rangeOf } from '../../engine/range.ts';
import type { Expr, Op } from '../../engine/program.ts';
import { ticksOf } from '../symbols/calendar.ts';
import { needSources, placeAt } from './origins.ts';
import { beginsCurve, mentionTimer } from '../expression/resolve-names.ts';
import { readExpression } from '../expression/expression-field.ts';
import { fillIn, filledText } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import type { OpSource } from '../schema/op-schema.ts';
import { seesOf } from '../symbols/eyes.ts';
import type { Unit } from '../symbols/units.ts';
import { complain } from '../symbols/compile-context.ts';
import type { TimerDraft, CompileContext } from '../symbols/compile-context.ts';

type Of<K extends OpSource['kind']> = Extract<OpSource, { kind: K }>['raw'];

const LONGEST = 9999;

const UNIT_OF: Readonly<Record<string, Unit | 'turn'>> = {
  turns: 'turn',
  days: 'day',
  weeks: 'week',
  months: 'month',
  quarters: 'quarter',
  years: 'year',
};

/** A span of time in ticks from now. */
export const spanTicks = (work: CompileContext, count: Expr, unit: Unit | 'turn'): Expr =>
  ticksOf(work.calendar, count, unit, (begins) => beginsCurve(work, begins));

/** A span such as `{ weeks: 4 }` in ticks from now. */
export function readSpan(work: CompileContext, scope: Scope, span: object): Expr {
  const key = Object.keys(span).find((name) => Object.hasOwn(UNIT_OF, name)) ?? 'turns';
  const count = readExpression(work, scope, span, key, { type: 'int' }).expr;
  if (typeof count === 'number' && count < 1) complain(work, 'range', 'A timer runs for at least 1.', work.trace.of(span, key));
  const ticks = spanTicks(work, count, UNIT_OF[key] ?? 'turn');
  const at = work.trace.of(span, key);
  const most = rangeOf({ slots: work.layout.specs, curves: work.curves }, ticks).high;
  if (typeof count === 'number' && most > work.calendar.ticks && work.ownFiles.has(at.file))
    complain(work, 'too_late', `This waits ${most} ticks, and the whole game has ${work.calendar.ticks}.`, at);
  return ticks;
}

/** Makes a timer with its slots; what it does is filled in by whoever defines it. `due`: as its day opens, or at the end of that turn. */
export function newTimer(
  work: CompileContext,
  id: string,
  again: TimerDraft['again'],
  copies: number,
  at: number,
  text: string,
  due: 'calendar' | 'turn_end' = 'calendar',
  seen: { readonly sees?: readonly number[] } = {},
): TimerDraft {
  const slot = (part: string, copy: number, max: number) => {
    const name = copies === 1 ? `timer.${id}.${part}` : `timer.${id}.${part}.${copy}`;
    const made = work.layout.add({ name, min: 0, max, start: 0, kind: 'timer', scale: 1, ...seen });
    work.layout.use(made);
    return made;
  };
  const timer: TimerDraft = {
    id,
    index: work.timers.size,
    again,
    ...(due === 'calendar' ? { phase: due } : {}),
    copies: Array.from({ length: copies }, (_, i) => ({ left: slot('left', i, LONGEST), origin: slot('origin', i, work.calendar.ticks) })),
    at,
    text,
    during: [],
    due: [],
  };
  work.timers.set(id, timer);
  return timer;
}

export function lowerLater(work: CompileContext, raw: Of<'later'>, scope: Scope): readonly Op[] {
  needSources(work, scope, raw);
  const turns = readSpan(work, scope, raw.later);
  const restart = raw.does === undefined && raw.during === undefined;
  const id = raw.id === undefined ? autoId(work, scope, raw) : fillIn(raw.id, scope.bindings);
  if (restart) {
    if (raw.id === undefined) {
      complain(work, 'does_nothing', 'This timer has neither `does` nor an `id` of one that has.', work.trace.of(raw));
      return [];
    }
    mentionTimer(work, id, raw, 'id');
    if (raw.again !== undefined)
      complain(work, 'shape', 'How a timer starts again is said where it says what it does.', work.trace.of(raw, 'again'));
  }
  const text = restart
    ? undefined
    : fillIn(JSON.stringify([raw.again ?? null, raw.due ?? null, raw.sees ?? null, raw.during ?? null, raw.does ?? null]), scope.bindings);
  const known = work.timers.get(id);
  if (known !== undefined && text !== undefined && known.text !== '' && known.text !== text) {
    complain(
      work,
      'duplicate',
      `The timer \`${id}\` does something else where it was started before.`,
      work.trace.of(raw, 'id'),
      'give it an id of its own, or the same ops',
    );
    return [];
  }
  const at = placeAt(work, scope, raw);
  const timer = known ?? (text === undefined ? undefined : define(work, raw, scope, id, text));
  if (timer === undefined) return [{ op: 'timer', at, timer: lateTimer(work, id), turns }];
  return [{ op: 'timer', at, timer: timer.index, turns }];
}

/** Numbers below 0 stand for timers that are started before they are defined. */
function lateTimer(work: CompileContext, id: string): number {
  const number = -1 - work.lateTimers.size;
  work.lateTimers.set(number, id);
  return number;
}

/** Index of a timer once all are known; undefined for one that nothing defines. */
export function timerNumber(work: CompileContext, number: number): number | undefined {
  if (number >= 0) return number;
  return work.timers.get(work.lateTimers.get(number) ?? '')?.index;
}

/** What only comes after a delay is there when its day is looked at; what lasts so long lasts to the end of its last turn. */
const dueOf = (raw: Of<'later'>): 'calendar' | 'turn_end' => raw.due ?? (raw.during === undefined ? 'calendar' : 'turn_end');

function define(work: CompileContext, raw: Of<'later'>, scope: Scope, id: string, text: string): TimerDraft {
  const copies = raw.again?.startsWith('stack ') === true ? Number(raw.again.slice(6)) : 1;
  const again = copies > 1 || raw.again?.startsWith('stack ') === true ? 'stack' : raw.again === 'ignore' ? 'ignore' : 'refresh';
  const named = raw.id !== undefined;
  const timer = newTimer(work, id, again, copies, placeAt(work, { ...scope, kind: 'timer' }, raw), text, dueOf(raw), seesOf(work, raw));
  const inner: Scope = {
    ...scope,
    kind: 'timer',
    rate: undefined,
    // A named timer may be started from anywhere: its luck is its own.
    ...(named ? { owner: id, trail: [], prefix: '', suffix: '', arms: new Map(), via: '' } : { trail: [...scope.trail, 'later'] }),
  };
  timer.during = work.lowerOps(work, raw.during ?? [], { ...inner, trail: [...inner.trail, 'during'] });
  timer.due = work.lowerOps(work, raw.does ?? [], inner);
  return timer;
}

/** `owner_n`, the same for the same op filled in the same way. */
function autoId(work: CompileContext, scope: Scope, raw: object): string {
  const group = `${scope.timers}|${filledText(scope)}`;
  const ids = work.timerIds.get(group) ?? new Map<object, string>();
  work.timerIds.set(group, ids);
  const known = ids.get(raw);
  if (known !== undefined) return known;
  let n = 1;
  while (work.timers.has(`${scope.timers}${scope.suffix}_${n}`)) n++;
  const id = `${scope.timers}${scope.suffix}_${n}`;
  ids.set(raw, id);
  return id;
}

export function lowerCancel(work: CompileContext, raw: Of<'cancel'>, scope: Scope): readonly Op[] {
  needSources(work, scope, raw);
  const id = fillIn(raw.cancel, scope.bindings);
  mentionTimer(work, id, raw, 'cancel');
  const timer = work.timers.get(id);
  const cancel: Op = { op: 'cancel', at: placeAt(work, scope, raw), timer: timer?.index ?? lateTimer(work, id) };
  const project = work.acts.get(id);
  const slots = work.scenario.projects === undefined ? undefined : work.variables.get(work.scenario.projects);
  if (project?.item.value.kind !== 'project' || slots === undefined) return [cancel];
  const left = work.timerMentions.get(id)?.slot ?? 0;
  const back: Op = { op: 'add', at: placeAt(work, scope, raw), slot: slots.slot, by: 1 };
  return [{ op: 'if', at: placeAt(work, scope, raw), when: ['>', ['slot', left], 0], then: [back], else: [] }, cancel];
}
