import { rangeOf } from '../../engine/range.ts';
import { ENDING, TURN } from '../../engine/program.ts';
import type { Expr, Slot } from '../../engine/program.ts';
import { DATED, duringExpr, nowSlot, PACED, segmentsNamed } from '../symbols/calendar.ts';
import type { Failure, Names } from './type-expression.ts';
import type { Meaning } from '../symbols/meaning.ts';
import { didYouMean } from '../problem/name.ts';
import { logisticCurve } from './rates.ts';
import type { SituationDraft, CompileContext } from '../symbols/compile-context.ts';
import { complain } from '../symbols/compile-context.ts';

/** Longest a timer may run, in turns. */
const LONGEST_TIMER = 9999;

const unknown = (what: string, name: string, known: Iterable<string>): Failure => ({
  code: 'unknown_name',
  message: `There is no ${what} \`${name}\`.`,
  ...didYouMean(name, known),
});

/** What names mean here. `complainLater` is told of timers that turn out to have no definition. */
export function namesOf(work: CompileContext, complainLater: (failure: Failure) => void): Names {
  const logistic = () => work.curveNumbers.get('logistic()') ?? addCurve(work, 'logistic()', logisticCurve());
  const slot = (at: Slot, type: 'int' | 'bool' = 'int', of?: string): Meaning => ({
    expr: ['slot', at],
    type,
    ...(of === undefined ? {} : { of }),
  });
  const situation = (id: string, then: (draft: SituationDraft) => Meaning | Failure): Meaning | Failure => {
    const draft = work.situations.get(id);
    if (draft !== undefined) return then(draft);
    return absent(work, 'situation', id) ?? unknown('situation', id, work.situations.keys());
  };
  const one = (args: readonly string[], callee: string, then: (name: string) => Meaning | Failure): Meaning | Failure =>
    args.length === 1 ? then(args[0] ?? '') : { code: 'expression', message: `\`${callee}\` takes one name.` };
  const truth = (expr: Expr): Meaning => ({ expr, type: 'bool' });
  return {
    name: (name) => {
      const variable = work.variables.get(name);
      if (variable !== undefined) {
        work.named.add(variable.slot);
        if (work.mode === 'rules') work.layout.read(variable.slot);
        return slot(variable.slot, variable.type, variable.of);
      }
      const constant = work.constants.get(name);
      if (constant !== undefined) return constant;
      if (name === 'turn') return slot(TURN);
      if (name === 'ended') return truth(['!=', ['slot', ENDING], 0]);
      const hidden = work.hidden.get(name);
      if (hidden !== undefined) {
        if (work.mode === 'rules') useHidden(work, name);
        return { expr: ['slot', hidden.slot], type: 'int', of: `the causes of ${name}`, hidden: [hidden.index] };
      }
      if (isBroken(work, name)) return { expr: ['slot', TURN], type: 'any' };
      return unknown('variable, flag or stage', name, everyName(work));
    },
    call: (callee, args) => {
      switch (callee) {
        case 'during':
          return one(args, callee, (id) => {
            const segments = segmentsNamed(work.calendar, id);
            if (segments.length > 0 || id === PACED || id === DATED) return truth(duringExpr(work.calendar, segments));
            return unknown('stretch of the calendar', id, [...work.calendar.segments.map((segment) => segment.id), PACED, DATED]);
          });
        case 'open':
          if (args.length === 0) return slot(openCount(work));
          return one(args, callee, (id) => situation(id, ({ status }) => truth(['!=', ['slot', status], 0])));
        case 'seen':
          return one(args, callee, (id) => situation(id, ({ seen }) => slot(seen)));
        case 'age':
          return one(args, callee, (id) =>
            situation(id, ({ since }) => ({ expr: ['-', ['slot', nowSlot(work.calendar)], ['slot', since]], type: 'int' })),
          );
        case 'answered':
          return one(args, callee, (id) => situation(id, ({ answer }) => truth(['!=', ['slot', answer], 0])));
        case 'chose':
          if (args.length !== 2) return { code: 'expression', message: '`chose` takes a situation and an option.' };
          return situation(args[0] ?? '', ({ item, answer }) => {
            const options = item.value.options.map(({ id }) => id);
            const index = options.indexOf(args[1] ?? '');
            return index < 0
              ? withoutPart(`The situation \`${item.id}\` has no option`, args[1] ?? '', options)
              : truth(['==', ['slot', answer], index + 1]);
          });
        case 'done':
          return one(args, callee, (id) => {
            const act = work.acts.get(id);
            if (act !== undefined) return slot(act.done);
            return absent(work, 'act', id) ?? unknown('act', id, work.acts.keys());
          });
        case 'left':
          return one(args, callee, (id) => slot(turnsLeft(work, id, complainLater)));
        case 'running':
          return one(args, callee, (id) => truth(['>', ['slot', turnsLeft(work, id, complainLater)], 0]));
        case 'belief': {
          if (args.length !== 2) return { code: 'expression', message: '`belief` takes a hidden cause and one of its causes.' };
          const hidden = work.hidden.get(args[0] ?? '');
          if (hidden === undefined) return unknown('hidden cause', args[0] ?? '', work.hidden.keys());
          const index = hidden.causes.indexOf(args[1] ?? '');
          if (index < 0) return withoutPart(`\`${hidden.id}\` has no cause`, args[1] ?? '', hidden.causes);
          if (work.mode === 'rules') useHidden(work, hidden.id);
          return slot(hidden.beliefs[index]!);
        }
        case 'sign':
          return one(args, callee, (id) => {
            const table = work.tables.get(id);
            return table === undefined ? unknown('table of signs', id, work.tables.keys()) : slot(table.slot, 'int', `the signs of ${id}`);
          });
        default:
          return undefined;
      }
    },
    curve: (name) => {
      const known = work.curveNumbers.get(name);
      if (known !== undefined) return known;
      const curve = work.items.curves.get(name);
      // Any other curve stands in for one whose shape is wrong: that has been told.
      if (work.broken.has(`curve.${name}`)) return logistic();
      if (curve === undefined) return unknown('curve', name, work.items.curves.keys());
      if (work.mode === 'eyes') return { code: 'leak', message: `No rule uses the curve \`${name}\`: a text cannot bring it in.` };
      const [first = [0, 0], second = [1, 0]] = curve.value;
      const step = second[0] - first[0];
      for (const [i, [x]] of curve.value.entries()) {
        if (step >= 1 && x === first[0] + i * step) continue;
        complain(work, 'shape', `The points of \`${name}\` must be evenly spaced, x rising.`, work.trace.of(curve.value, i));
        break;
      }
      return addCurve(work, name, [first[0], Math.max(1, step), ...curve.value.map(([, y]) => y)]);
    },
    logistic,
    canBeZero: (expr) => {
      const { low, high } = rangeOf({ slots: work.layout.specs, curves: work.curves }, expr);
      return low <= 0 && high >= 0;
    },
  };
}

/** Everything that a bare name can mean, for suggestions. */
const everyName = (work: CompileContext): readonly string[] => [
  ...work.variables.keys(),
  ...work.constants.keys(),
  ...work.hidden.keys(),
  'turn',
  'ended',
];

/** Whether a name belongs to an item whose shape is wrong, with or without its last part. */
const isBroken = (work: CompileContext, name: string): boolean => {
  const stem = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  return ['variable', 'flag', 'hidden'].some((kind) => work.broken.has(`${kind}.${name}`) || work.broken.has(`${kind}.${stem}`));
};

/** What is known of an item that is not here: one left out never happens, of a broken one nothing is known. */
function absent(work: CompileContext, kind: string, id: string): Meaning | undefined {
  if (work.broken.has(`${kind}.${id}`)) return { expr: ['slot', TURN], type: 'any' };
  return work.gone.has(`${kind}.${id}`) ? { expr: 0, type: 'any' } : undefined;
}

const withoutPart = (message: string, name: string, known: Iterable<string>): Failure => ({
  code: 'unknown_name',
  message: `${message} \`${name}\`.`,
  ...didYouMean(name, known),
});

/** The curve that tells how many ticks are gone when a turn begins. */
export const beginsCurve = (work: CompileContext, begins: readonly number[]): number =>
  work.curveNumbers.get('ticks()') ?? addCurve(work, 'ticks()', [0, 1, ...begins]);

export function addCurve(work: CompileContext, name: string, curve: readonly number[]): number {
  const number = work.curves.push(curve) - 1;
  work.curveNumbers.set(name, number);
  return number;
}

export function useHidden(work: CompileContext, id: string): void {
  const hidden = work.hidden.get(id);
  if (hidden === undefined) return;
  work.reached.hidden.add(hidden.index);
  work.layout.use(hidden.slot);
  for (const belief of hidden.beliefs) work.layout.use(belief);
}

/** A slot that stands for the number of open situations until it is known which can open. */
function openCount(work: CompileContext): Slot {
  const name = 'open()';
  const known = work.layout.find(name);
  if (known !== undefined) return known;
  const slot = work.layout.add({ name, min: 0, max: work.situations.size, start: 0, kind: 'system', scale: 1 });
  work.late.set(slot, () => {
    const reached = [...work.situations.values()].filter(({ item }) => work.reached.situations.has(item.id));
    return reached.map(({ status }): Expr => ['slot', status]).reduce<Expr>((sum, x) => (sum === 0 ? x : ['+', sum, x]), 0);
  });
  return slot;
}

/** A slot that stands for the turns left of a timer until all its copies are known: the most of them. */
function turnsLeft(work: CompileContext, id: string, complainLater: (failure: Failure) => void): Slot {
  let mention = work.timerMentions.get(id);
  if (mention === undefined) {
    const slot = work.layout.add({ name: `left(${id})`, min: 0, max: LONGEST_TIMER, start: 0, kind: 'timer', scale: 1 });
    mention = { slot, complain: [] };
    work.timerMentions.set(id, mention);
    work.late.set(slot, () => {
      const copies = work.timers.get(id)?.copies ?? [];
      return copies.map(({ left }): Expr => ['slot', left]).reduce<Expr>((most, x) => (most === 0 ? x : ['max', most, x]), 0);
    });
  }
  mention.complain.push(() => complainLater(unknown('timer', id, [...work.timers.keys()])));
  return mention.slot;
}

/** Notes that a timer is started or stopped by name, so that one without a definition is reported. */
export function mentionTimer(work: CompileContext, id: string, owner: object, key: string): void {
  turnsLeft(work, id, (failure) => {
    complain(work, failure.code, failure.message, work.trace.of(owner, key), failure.suggestion);
  });
}
