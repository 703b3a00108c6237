import type { Expr, Op } from '../../engine/program.ts';
import { nowSlot } from '../symbols/calendar.ts';
import { simplify } from '../expression/fold.ts';
import { didYouMean } from '../problem/name.ts';
import { needSources, placeAt, withSources } from './origins.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import { complain, isMissing } from '../symbols/compile-context.ts';
import type { SituationDraft, CompileContext } from '../symbols/compile-context.ts';

/** Whether a situation may come: it is closed, its `when` holds, and it was never seen or `repeat` turns have passed. */
export function canOpen(work: CompileContext, draft: SituationDraft): Expr {
  const { value, id } = draft.item;
  const scope = newScope(id, 'situation', `situation.${id}.title`);
  const when = value.when === undefined ? 1 : readExpression(work, scope, value, 'when', { type: 'bool' }).expr;
  const closed: Expr = ['==', ['slot', draft.status], 0];
  const fresh: Expr = ['==', ['slot', draft.seen], 0];
  const rested: Expr =
    value.repeat === undefined
      ? fresh
      : ['or', fresh, ['>=', ['-', ['slot', nowSlot(work.calendar)], ['slot', draft.since]], value.repeat]];
  return simplify(['and', when, simplify(['and', closed, rested])]);
}

/** The ops of a situation that opens: it stands open, afresh, and its `opens` run. */
export function opened(
  work: CompileContext,
  draft: SituationDraft,
  owner: object,
  key: string,
  scope: Scope,
  afresh = true,
): readonly Op[] {
  const { value, id } = draft.item;
  reach(work, draft);
  const inside = `situation ${id}`;
  if (scope.inside.includes(inside)) {
    complain(work, 'loop', `Opening \`${id}\` leads to opening it again.`, work.trace.of(owner, key));
    return [];
  }
  const own = withSources(
    work,
    { ...newScope(value.owner ?? id, 'situation', `situation.${id}.title`), inside: [...scope.inside, inside] },
    value,
  );
  const ops: Op[] = [{ op: 'situation', at: placeAt(work, scope, owner, key), situation: draft.index, to: 'open' }];
  if (afresh && value.options.some(({ returns }) => returns !== undefined))
    ops.push({ op: 'set', at: placeAt(work, scope, owner, key), slot: draft.returned, to: 0 });
  return [...ops, ...work.lowerOps(work, value.opens ?? [], own)];
}

/** `open:` in a rule: nothing happens unless the situation may come. */
export function openSituation(work: CompileContext, id: string, owner: object, key: string, scope: Scope): readonly Op[] {
  const draft = work.situations.get(id);
  if (draft === undefined) {
    if (!isMissing(work, 'situation', id))
      complain(
        work,
        'unknown_name',
        `There is no situation \`${id}\`.`,
        work.trace.of(owner, key),
        didYouMean(id, work.situations.keys()).suggestion,
      );
    return [];
  }
  needSources(work, scope, owner);
  const when = canOpen(work, draft);
  if (when === 0) return [];
  return [{ op: 'if', at: placeAt(work, scope, owner, key), when, then: opened(work, draft, owner, key, scope), else: [] }];
}

/** Marks a situation as one that can open; its slots stay. */
export function reach(work: CompileContext, { item, status, seen, answer, since, returned }: SituationDraft): void {
  if (work.reached.situations.has(item.id)) return;
  work.reached.situations.add(item.id);
  for (const slot of [status, seen, answer, since]) work.layout.use(slot);
  if (item.value.options.some(({ returns }) => returns !== undefined)) work.layout.use(returned);
}
