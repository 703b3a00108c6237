import type { Expr, Op, Stance } from '../../engine/program.ts';
import { withSources } from './origins.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import { SELF } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import { STANCE_KINDS } from '../../bundle/stance.ts';
import { didYouMean } from '../problem/name.ts';
import { complain, isMissing } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** The stances there are here: the five that every scenario has, and those it adds. */
export const stanceIds = (work: CompileContext): readonly string[] => [...new Set([...STANCE_KINDS, ...work.items.stances.keys()])];

/** Reports a stance that nobody declared. */
export function checkStance(work: CompileContext, owner: object, stance: Stance | undefined): void {
  const known = stanceIds(work);
  if (stance === undefined || known.includes(stance) || isMissing(work, 'stance', stance)) return;
  const message = `There is no stance \`${stance}\`. There are: ${known.join(', ')}.`;
  complain(
    work,
    'unknown_name',
    message,
    work.trace.of(owner, 'stance'),
    didYouMean(stance, known).suggestion ?? 'or add it under `stances:`',
  );
}

/** What a stance does for an option or act that carries it, once and for each power concerned. */
export function stanceOps(work: CompileContext, stance: Stance | undefined, about: readonly string[], scope: Scope): readonly Op[] {
  const item = stance === undefined ? undefined : work.items.stances.get(stance);
  if (stance === undefined || item === undefined) return [];
  const inner: Scope = {
    ...withSources(work, scope, item.value),
    prefix: `${scope.prefix}${stance}.`,
    trail: [...scope.trail, stance],
    via: `${scope.via}/${stance}`,
  };
  const each = item.value.each ?? [];
  return [
    ...work.lowerOps(work, item.value.does ?? [], inner),
    ...about.flatMap((power) => {
      const bindings = new Map([...inner.bindings, ['about', power] as const]);
      return work.lowerOps(work, each, { ...inner, bindings, suffix: `${inner.suffix}_${power}` });
    }),
  ];
}

/** What an option or act costs: its own say, else that of its stance, else nothing. */
export function costOf(
  work: CompileContext,
  owner: object & { readonly cost?: unknown; readonly stance?: Stance | undefined },
  scope: Scope,
): Expr {
  if (owner.cost !== undefined) return readExpression(work, scope, owner, 'cost', { type: 'int' }).expr;
  const stance = owner.stance === undefined ? undefined : work.items.stances.get(owner.stance)?.value;
  if (stance?.cost === undefined) return 0;
  return readExpression(work, newScope(scope.owner, scope.kind, scope.title), stance, 'cost', { type: 'int' }).expr;
}

/** The scope in which an option or act is carried out: `$self` is its code there. */
export function asSelf(work: CompileContext, scope: Scope, id: string): Scope {
  const known = work.addressed.indexOf(id);
  const code = known >= 0 ? known + 1 : work.addressed.push(id);
  return { ...scope, bindings: new Map([...scope.bindings, [SELF, String(code)] as const]) };
}
