import { rangeOf } from '../../engine/range.ts';
import type { BranchSpec, Expr, Op } from '../../engine/program.ts';
import { simplify } from '../expression/fold.ts';
import { canOpen, opened } from './open-op.ts';
import { didYouMean } from '../problem/name.ts';
import { needSources, placeAt, takeLuck, withSources } from './origins.ts';
import { convertPpm } from '../expression/rate-expression.ts';
import { weightsOverTime } from '../expression/rates.ts';
import { useHidden } from '../expression/resolve-names.ts';
import { readExpression } from '../expression/expression-field.ts';
import { fillIn, inArm, newScope } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import type { OpSource } from '../schema/op-schema.ts';
import { complain, isMissing } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

type Of<K extends OpSource['kind']> = Extract<OpSource, { kind: K }>['raw'];

const MILLION = 1_000_000;
/** Of a situation or act that does not say. */
const USUAL_WEIGHT = 100;

/** The hidden causes an op lists under `reveals`. */
export function revealed(work: CompileContext, owner: object & { readonly reveals?: readonly string[] | undefined }): ReadonlySet<number> {
  const causes = new Set<number>();
  for (const [i, id] of (owner.reveals ?? []).entries()) {
    const hidden = work.hidden.get(id);
    if (hidden === undefined) {
      if (!isMissing(work, 'hidden', id))
        complain(
          work,
          'unknown_name',
          `There is no hidden cause \`${id}\`.`,
          work.trace.of(owner.reveals ?? owner, i),
          didYouMean(id, work.hidden.keys()).suggestion,
        );
      continue;
    }
    useHidden(work, id);
    causes.add(hidden.index);
  }
  return causes;
}

/** Inside a chance the rates are no longer converted: the chance has been. */
const within = (scope: Scope, node: object, arm: string, name?: string): Scope => ({
  ...inArm(scope, node, arm),
  rate: undefined,
  trail: name === undefined ? scope.trail : [...scope.trail, name],
});

export function lowerChance(work: CompileContext, raw: Of<'chance'>, scope: Scope): readonly Op[] {
  const reveals = revealed(work, raw);
  const p = readExpression(work, scope, raw, 'chance', { type: 'int', reveals }).expr;
  const { low, high } = rangeOf({ slots: work.layout.specs, curves: work.curves }, p);
  if (high <= 0) complain(work, 'zero_weight', 'This chance is never taken: its probability is 0.', work.trace.of(raw, 'chance'));
  else if (low >= MILLION)
    complain(
      work,
      'zero_weight',
      'This always happens: probabilities are in parts per million.',
      work.trace.of(raw, 'chance'),
      'write the ops without `chance`',
    );
  else if (typeof p === 'number' && p < 1000)
    complain(
      work,
      'zero_weight',
      `${p} parts per million is less than one in a thousand.`,
      work.trace.of(raw, 'chance'),
      `did you mean per mille? that is ${p * 1000} ppm`,
    );
  const { luck, key } = takeLuck(work, scope, raw);
  const at = placeAt(work, scope, raw, undefined, key);
  if ((raw.then ?? []).length === 0 && (raw.else ?? []).length === 0)
    complain(work, 'does_nothing', 'Nothing depends on this chance.', work.trace.of(raw));
  const then = work.lowerOps(work, raw.then ?? [], within(scope, raw, 'then', raw.luck));
  const otherwise = work.lowerOps(work, raw.else ?? [], within(scope, raw, 'else', raw.luck));
  return [{ op: 'chance', at, p: convertPpm(work, scope, p), luck, then, else: otherwise, reveals: [...reveals] }];
}

export function lowerChoose(work: CompileContext, raw: Of<'choose'>, scope: Scope): readonly Op[] {
  const reveals = revealed(work, raw);
  const { luck, key } = takeLuck(work, scope, raw);
  const at = placeAt(work, scope, raw, undefined, key);
  const branches = raw.choose.map((branch, i) => {
    const inner = withSources(work, scope, branch);
    const weight = readExpression(work, inner, branch, 'weight', { type: 'int', reveals }).expr;
    if (rangeOf({ slots: work.layout.specs, curves: work.curves }, weight).high <= 0)
      complain(work, 'zero_weight', 'This branch is never taken: its weight is 0.', work.trace.of(branch, 'weight'));
    const when = branch.when === undefined ? 1 : readExpression(work, inner, branch, 'when', { type: 'bool', reveals }).expr;
    const name = [raw.luck, branch.id ?? String(i)].filter((part) => part !== undefined).join('.');
    const does = work.lowerOps(work, branch.does, within(inner, raw, String(i), name));
    return { at: placeAt(work, { ...inner, kind: 'branch' }, branch), when, weight, does };
  });
  const from = convertBranches(work, scope, branches).map(({ when, ...branch }): BranchSpec => (when === 1 ? branch : { ...branch, when }));
  return [{ op: 'choose', at, mode: 'weighted', luck, from, reveals: [...reveals] }];
}

interface Branch {
  readonly at: number;
  readonly when: Expr;
  readonly weight: Expr;
  readonly does: readonly Op[];
}

/** Weights per the rule's `per` as weights per turn. Conditions move into the weights, which depend on each other. */
function convertBranches(work: CompileContext, scope: Scope, branches: readonly Branch[]): readonly Branch[] {
  if (scope.rate === undefined || scope.rate.num === scope.rate.den || branches.length < 2) return branches;
  const weights = branches.map(({ when, weight }): Expr => (when === 1 ? weight : simplify(['if', when, weight, 0])));
  const converted = weightsOverTime(weights, (ppm) => convertPpm(work, scope, ppm));
  return branches.map((branch, i) => ({ ...branch, weight: converted[i] ?? branch.weight }));
}

export function lowerBest(work: CompileContext, raw: Of<'best'>, scope: Scope): readonly Op[] {
  const noisy = raw.best.some(({ noise }) => noise !== undefined);
  const { luck, key } = takeLuck(work, scope, raw, noisy ? undefined : 'best');
  const at = placeAt(work, scope, raw, undefined, noisy ? key : undefined);
  const from = raw.best.map((branch, i): BranchSpec => {
    const inner = withSources(work, scope, branch);
    const weight = readExpression(work, inner, branch, 'weight', { type: 'int' }).expr;
    const noise = branch.noise === undefined ? undefined : readExpression(work, inner, branch, 'noise', { type: 'int' }).expr;
    const when = branch.when === undefined ? 1 : readExpression(work, inner, branch, 'when', { type: 'bool' }).expr;
    const name = [raw.luck, branch.id ?? String(i)].filter((part) => part !== undefined).join('.');
    const does = work.lowerOps(work, branch.does, within(inner, raw, String(i), name));
    return {
      at: placeAt(work, { ...inner, kind: 'branch' }, branch),
      weight,
      does,
      ...(noise === undefined ? {} : { noise }),
      ...(when === 1 ? {} : { when }),
    };
  });
  return [{ op: 'choose', at, mode: 'best', luck, from, reveals: [] }];
}

export function lowerSignal(work: CompileContext, raw: Of<'signal'>, scope: Scope): readonly Op[] {
  const id = fillIn(raw.signal, scope.bindings);
  const table = work.tables.get(id);
  if (table === undefined) {
    if (!isMissing(work, 'table', id))
      complain(
        work,
        'unknown_name',
        `There is no table of signs \`${id}\`.`,
        work.trace.of(raw, 'signal'),
        didYouMean(id, work.tables.keys()).suggestion,
      );
    return [];
  }
  needSources(work, scope, raw);
  useHidden(work, table.hidden.id);
  work.reached.tables.add(table.index);
  work.layout.use(table.slot);
  const { luck, key } = takeLuck(work, scope, raw);
  return [{ op: 'signal', at: placeAt(work, scope, raw, undefined, key), table: table.index, luck }];
}

/** Opens one situation of a deck: those whose `when` holds and that may come, by weight. */
export function lowerDraw(work: CompileContext, raw: Of<'draw'>, scope: Scope): readonly Op[] {
  const deck = fillIn(raw.draw, scope.bindings);
  const members = [...work.situations.values()].filter(({ item }) => item.value.deck === deck);
  work.reached.decks.add(deck);
  if (members.length === 0) {
    const decks = new Set([...work.situations.values()].flatMap(({ item }) => item.value.deck ?? []));
    complain(work, 'unknown_name', `No situation has \`deck: ${deck}\`.`, work.trace.of(raw, 'draw'), didYouMean(deck, decks).suggestion);
    return [];
  }
  needSources(work, scope, raw);
  const { luck, key } = takeLuck(work, scope, raw);
  const at = placeAt(work, scope, raw, undefined, key);
  const from = members.map((draft): BranchSpec => {
    const own = newScope(draft.item.id, 'situation', `situation.${draft.item.id}.title`);
    const weight =
      draft.item.value.weight === undefined ? USUAL_WEIGHT : readExpression(work, own, draft.item.value, 'weight', { type: 'int' }).expr;
    return {
      at: placeAt(work, { ...scope, kind: 'branch' }, raw),
      when: canOpen(work, draft),
      weight,
      does: opened(work, draft, raw, 'draw', inArm(scope, raw, draft.item.id)),
    };
  });
  return [{ op: 'choose', at, mode: 'weighted', luck, from, reveals: [] }];
}
