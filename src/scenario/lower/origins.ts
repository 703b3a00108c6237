import type { Luck, SourceRef, Slot } from '../../engine/program.ts';
import { didYouMean } from '../problem/name.ts';
import { readExpression } from '../expression/expression-field.ts';
import { fillIn, filledText } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import type { Sourced } from '../schema/op-schema.ts';
import { complain, isMissing } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** The scope with what an op or item says about its sources in place of what stood around it. */
export function withSources(work: CompileContext, scope: Scope, source: Sourced): Scope {
  const { because, claims, design } = source;
  checkSources(work, scope, source);
  const stated = claims !== undefined || design !== undefined;
  return {
    ...scope,
    because: because === undefined ? scope.because : fillIn(because, scope.bindings),
    claims: stated ? (claims ?? []).map((claim) => fillIn(claim, scope.bindings)) : scope.claims,
    design: stated ? design === true : scope.design,
  };
}

function checkSources(work: CompileContext, scope: Scope, source: Sourced): void {
  const { because, claims } = source;
  const reason = because === undefined ? undefined : fillIn(because, scope.bindings);
  if (reason !== undefined && !work.items.reasons.has(reason) && !isMissing(work, 'reason', reason)) {
    const hint = didYouMean(reason, work.items.reasons.keys()).suggestion;
    complain(work, 'unknown_name', `There is no reason \`${reason}\` under \`reasons:\`.`, work.trace.of(source, 'because'), hint);
  }
  checkClaims(work, claims, scope);
  if ((claims ?? []).length > MOST_CLAIMS)
    complain(
      work,
      'many_claims',
      `${claims?.length ?? 0} claims stand here; a place rests on at most ${MOST_CLAIMS}.`,
      work.trace.of(source, 'claims'),
      'keep those that say what happens here, and give the others ops of their own',
    );
}

/** Ids at one place: with more of them nobody can say which one acts. */
const MOST_CLAIMS = 3;

/** Reports claims that are not in the catalogue, or that rest on memory. */
export function checkClaims(work: CompileContext, claims: readonly string[] | undefined, scope?: Scope): void {
  for (const [i, raw] of (claims ?? []).entries()) {
    const id = scope === undefined ? raw : fillIn(raw, scope.bindings);
    const claim = work.items.claims.get(id);
    const at = work.trace.of(claims ?? [], i);
    if (claim === undefined) {
      if (!isMissing(work, 'claim', id))
        complain(work, 'unknown_name', `There is no claim \`${id}\`.`, at, didYouMean(id, work.items.claims.keys()).suggestion);
    } else if (claim.value.corroboration === 'memory') {
      complain(work, 'from_memory', `The claim \`${id}\` is from memory: nothing may rest on it.`, at);
    }
  }
}

/** A new place for an op at `owner` (or its entry `key`). */
export function placeAt(work: CompileContext, scope: Scope, owner: object, key?: string | number, luck?: string): SourceRef {
  const { file, line } = work.trace.of(owner, key);
  const place =
    work.places.push({
      file,
      line,
      kind: scope.kind,
      owner: scope.title,
      ...(scope.because === undefined ? {} : { because: `because.${scope.because}` }),
      claims: scope.claims,
      design: scope.design,
      ...(luck === undefined ? {} : { luck }),
    }) - 1;
  if (luck !== undefined) {
    const name = `${scope.owner}/${luck}`;
    work.chances.set(name, [...(work.chances.get(name) ?? []), place]);
  }
  return place;
}

/** Reports an op that changes something and says neither where it is from nor that it was invented. */
export function needSources(work: CompileContext, scope: Scope, owner: object): void {
  if (scope.claims.length > 0 || scope.design) return;
  complain(work, 'unsourced', 'This op has neither `claims` nor `design: true`, and nothing around it says so.', work.trace.of(owner));
}

/** Notes a change of a number that people see and that says nothing of why. */
export function needReason(work: CompileContext, scope: Scope, owner: object, name: string): void {
  if (scope.because !== undefined || work.items.variables.get(name)?.value.title === undefined) return;
  const at = work.trace.of(owner);
  if (!work.ownFiles.has(at.file)) return;
  const known = work.unreasoned.get(scope.title);
  if (known === undefined) work.unreasoned.set(scope.title, { at, names: new Set([name]) });
  else known.names.add(name);
}

/** The half of a luck name that the author gives, or the one made up where there is none. */
export interface LuckSource {
  readonly luck?: string | undefined;
  readonly subject?: string | number | boolean | undefined;
}

/**
 * The luck of a chance. `fallback` names it where the author does not: only where that cannot be mistaken for a
 * forgotten name (`vary`).
 */
export function takeLuck(
  work: CompileContext,
  scope: Scope,
  owner: LuckSource & object,
  fallback?: string,
  plus = 0,
): { readonly luck: Luck; readonly key: string } {
  const { luck, subject } = owner;
  if (luck === undefined && fallback === undefined) {
    complain(
      work,
      'missing_luck',
      'A chance needs a name, unique for its owner, so that its luck stays the same when other text moves.',
      work.trace.of(owner),
      'add `luck: ...`',
    );
  }
  const key =
    luck === undefined
      ? [...scope.trail, fillIn(fallback ?? 'unnamed', scope.bindings)].join('.') + (fallback?.includes('$') === true ? '' : scope.suffix)
      : scope.prefix + fillIn(luck, scope.bindings) + (luck.includes('$') ? '' : scope.suffix);
  const name = `${scope.owner}/${key}`;
  const number = subject === undefined ? 0 : readExpression(work, scope, owner, 'subject', { type: 'int' }).expr;
  if (typeof number !== 'number' || number < 0)
    complain(work, 'shape', '`subject` is a whole number from 0.', work.trace.of(owner, 'subject'));
  const index = (typeof number === 'number' ? number : 0) + plus;
  const { site, rival } = work.sites.allocate({ name, subject: index, arms: scope.arms, source: owner, filled: filledText(scope) });
  if (rival !== undefined) {
    const at = luck === undefined ? work.trace.of(owner) : work.trace.of(owner, 'luck');
    if (rival.name !== name) {
      complain(work, 'luck_collision', `\`${name}\` and \`${rival.name}\` come to the same number; rename one.`, at);
    } else {
      const other = work.trace.of(rival.source);
      const message = `Two chances are named \`${name}\`; the other stands at ${other.file}:${other.line}. They would always be lucky together.`;
      complain(
        work,
        'luck_collision',
        message,
        at,
        luck === undefined ? 'give this one a `luck:` of its own' : 'rename one, or give it a `subject`',
      );
    }
  }
  return { luck: { site, subject: index }, key };
}

/** A slot for what a rate leaves over until it makes a whole. */
export function nextRemainder(work: CompileContext, scope: Scope, target: string, most: number): Slot {
  const stem = `remainder.${scope.owner}.${target}`;
  let name = stem;
  for (let n = 2; work.layout.find(name) !== undefined; n++) name = `${stem}.${n}`;
  // What is left over of something unseen would tell of it.
  const of = work.variables.get(target);
  const sees = of === undefined ? undefined : work.layout.spec(of.slot).sees;
  const slot = work.layout.add({ name, min: 0, max: most, start: 0, kind: 'remainder', scale: 1, ...(sees === undefined ? {} : { sees }) });
  work.layout.use(slot);
  return slot;
}
