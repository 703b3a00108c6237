import { TURN } from '../../engine/program.ts';
import type { Expr, Op, Phases } from '../../engine/program.ts';
import { DATED, duringExpr, PACED, rateGroups, segmentsNamed, TICK } from '../symbols/calendar.ts';
import type { Segment } from '../symbols/calendar.ts';
import type { Item } from '../schema/compose.ts';
import { simplify } from '../expression/fold.ts';
import { didYouMean } from '../problem/name.ts';
import { placeAt, withSources } from './origins.ts';
import { readExpression } from '../expression/expression-field.ts';
import { beginsCurve } from '../expression/resolve-names.ts';
import { bind, fillIn, inArm, newScope, roundsOf } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import type { Shaped } from '../schema/schema.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

type Rule = Shaped<'rules'>;

const FIRST_ORDER = 50;

/** All rules by phase, in their order; equal orders in the order in which they were read. */
export function lowerRules(work: CompileContext): Phases & { readonly start: readonly Op[] } {
  const sorted = [...work.items.rules.values()].sort((a, b) => (a.value.order ?? FIRST_ORDER) - (b.value.order ?? FIRST_ORDER));
  const phases: Record<Rule['phase'], Op[]> = { start: [], reactions: [], drift: [], endings: [], calendar: [] };
  for (const item of sorted) {
    for (const round of item.value.for === undefined ? [undefined] : roundsOf(item.value.for)) {
      phases[item.value.phase].push(...lowerRule(work, item, round));
    }
  }
  return phases;
}

function lowerRule(work: CompileContext, item: Item<Rule>, round: ReadonlyMap<string, string> | undefined): readonly Op[] {
  const { value } = item;
  const id = round === undefined ? item.id : `${item.id}_${[...round.values()].join('_')}`;
  const bare = newScope(id, 'rule', `rule.${item.id}.title`);
  // The round is in the owner's name: chances inside need no suffix.
  const filled = round === undefined ? bare : { ...bind(bare, round), suffix: '' };
  const owner = value.owner === undefined ? id : fillIn(value.owner, filled.bindings);
  const scope = withSources(work, { ...filled, owner, timers: id }, value);
  const segments = segmentsOf(work, value);
  const when = value.when === undefined ? 1 : readExpression(work, scope, value, 'when', { type: 'bool' }).expr;
  if (when === 0 && item.own) complain(work, 'unreachable', `The rule \`${id}\` never runs.`, work.trace.of(value, 'when'));
  if (value.does.length === 0) complain(work, 'does_nothing', `The rule \`${id}\` does nothing.`, item.at);
  if (value.phase === 'start' || segments === undefined) return guarded(work, value, scope, when, work.lowerOps(work, value.does, scope));
  const { per } = value;
  if (per === undefined || per === 'event' || per === 'turn') {
    const here = simplify(['and', duringExpr(work.calendar, segments), per === 'turn' ? simplify(['and', firstTick(work), when]) : when]);
    return guarded(work, value, scope, here, work.lowerOps(work, value.does, scope));
  }
  return rateGroups(segments, per).flatMap(({ ratio, segments: members }, i) => {
    const here = { ...inArm(scope, value, String(i)), rate: ratio };
    return guarded(work, value, here, simplify(['and', duringExpr(work.calendar, members), when]), work.lowerOps(work, value.does, here));
  });
}

/** Whether this is the tick in which the orders of a turn are carried out. */
const firstTick = (work: CompileContext): Expr =>
  work.calendar.begins === undefined ? 1 : ['==', ['slot', TICK], ['curve', beginsCurve(work, work.calendar.begins), ['slot', TURN]]];

function guarded(work: CompileContext, value: Rule, scope: Scope, when: Expr, ops: readonly Op[]): readonly Op[] {
  if (ops.length === 0 || when === 0) return [];
  if (when === 1) return ops;
  return [{ op: 'if', at: placeAt(work, scope, value), when, then: ops, else: [] }];
}

/** The stretches a rule runs in; undefined for all of them where nothing depends on their length. */
function segmentsOf(work: CompileContext, value: Rule): readonly Segment[] | undefined {
  const { segments } = work.calendar;
  if (value.during === undefined) return value.per === undefined || value.per === 'event' ? undefined : segments;
  const ids = typeof value.during === 'string' ? [value.during] : value.during;
  const unpaced = value.per === undefined || value.per === 'event' || value.per === 'turn';
  for (const [i, id] of ids.entries()) {
    const found = segments.find((segment) => segment.id === id);
    if (id === PACED || (id === DATED && unpaced)) continue;
    const at = typeof value.during === 'string' ? work.trace.of(value, 'during') : work.trace.of(value.during, i);
    if (found === undefined) {
      const known = [...segments.map((segment) => segment.id), PACED, DATED];
      complain(work, 'unknown_name', `There is no stretch \`${id}\` in the calendar.`, at, didYouMean(id, known).suggestion);
    } else if (found.unit === undefined && !unpaced) {
      complain(
        work,
        'units',
        `\`${id}\` has dates and no length of turn: a rate per ${value.per} has no meaning there.`,
        at,
        'leave `per` out, or write `per: event`',
      );
    }
  }
  return segments.filter((segment) => ids.some((id) => segmentsNamed(work.calendar, id).includes(segment)));
}
