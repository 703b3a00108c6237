import type { BranchSpec, Expr, Op } from '../../engine/program.ts';
import { simplify } from '../expression/fold.ts';
import { nowSlot } from '../symbols/calendar.ts';
import { needSources, placeAt, takeLuck } from './origins.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import type { OpSource } from '../schema/op-schema.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** Weight of an act that does not say. */
const USUAL_WEIGHT = 100;

/** Clears earlier marks, then draws up to n acts without repetition among those that could be done. */
export function lowerOffer(work: CompileContext, raw: Extract<OpSource, { kind: 'offer' }>['raw'], scope: Scope): readonly Op[] {
  needSources(work, scope, raw);
  const seat = work.played[0];
  const acts = [...work.acts.values()].filter((act) => act.seat === seat);
  const ops: Op[] = acts.map((act) => {
    work.layout.use(act.offered);
    return { op: 'set', at: placeAt(work, scope, raw), slot: act.offered, to: 0 };
  });
  const conditions = acts.map((act) => simplify(['and', actCanShow(work, act.item.id), ['==', ['slot', act.offered], 0]]));
  const weights = acts.map(({ item: { id, value } }) => {
    const own = newScope(id, 'act', `act.${id}.title`);
    return value.weight === undefined ? USUAL_WEIGHT : readExpression(work, own, value, 'weight', { type: 'int' }).expr;
  });
  for (let round = 0; round < Math.min(raw.offer, acts.length); round++) {
    const { luck, key } = takeLuck(work, scope, raw, undefined, round);
    const at = placeAt(work, scope, raw, undefined, key);
    const from = acts.map((act, i): BranchSpec => ({
      at: placeAt(work, { ...scope, kind: 'branch' }, raw),
      when: conditions[i] ?? 0,
      weight: weights[i] ?? 0,
      does: [{ op: 'set', at: placeAt(work, scope, raw), slot: act.offered, to: 1 }],
    }));
    ops.push({ op: 'choose', at, mode: 'weighted', luck, from, reveals: [] });
  }
  return ops;
}

/** Whether an act may be shown, offered or not: its `when`, `once` and `cooldown`, and that its project is not running. */
export function actCanShow(work: CompileContext, id: string): Expr {
  const act = work.acts.get(id);
  if (act === undefined) return 0;
  const { value } = act.item;
  const own = newScope(id, 'act', `act.${id}.title`);
  let when: Expr = value.when === undefined ? 1 : readExpression(work, own, value, 'when', { type: 'bool' }).expr;
  const also = (condition: Expr) => {
    when = simplify(['and', when, condition]);
  };
  if (value.once === true) also(['==', ['slot', act.done], 0]);
  if (value.cooldown !== undefined) also(['>=', ['slot', nowSlot(work.calendar)], ['slot', act.ready]]);
  if (value.kind === 'project') {
    const left = work.timers.get(id)?.copies[0]?.left;
    if (left !== undefined) also(['==', ['slot', left], 0]);
  }
  return when;
}
