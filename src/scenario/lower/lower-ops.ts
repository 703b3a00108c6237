import { rangeOf } from '../../engine/range.ts';
import type { Expr, Op, RateSpec } from '../../engine/program.ts';
import { assertNever } from '../../engine/result.ts';
import { lowerBest, lowerChance, lowerChoose, lowerDraw, lowerSignal } from './lower-chance.ts';
import { lowerOffer } from './lower-offer.ts';
import { openSituation } from './open-op.ts';
import { lowerCancel, lowerLater } from './lower-timer.ts';
import { didYouMean } from '../problem/name.ts';
import { needReason, needSources, nextRemainder, placeAt, takeLuck, withSources } from './origins.ts';
import { convertPpm } from '../expression/rate-expression.ts';
import { readExpression } from '../expression/expression-field.ts';
import { bind, fillIn, inArm, roundsOf } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import { opOf } from '../schema/op-schema.ts';
import type { OpSource, RawOp } from '../schema/op-schema.ts';
import type { Variable, CompileContext } from '../symbols/compile-context.ts';
import { complain, isMissing } from '../symbols/compile-context.ts';

/** Ops written out in one scenario, at most: repetition inside repetition must end somewhere. */
const MOST_OPS = 20_000;
/** Procedures and situations inside each other, at most. */
const DEEPEST = 24;

/** Writes a list of ops out for the engine: repetitions, procedures and names are gone. */
export function lowerOps(work: CompileContext, ops: readonly unknown[], scope: Scope): readonly Op[] {
  return ops.flatMap((raw) => {
    const op = opOf(raw as RawOp);
    if (op === undefined) return [];
    work.written++;
    if (work.written > MOST_OPS) {
      if (work.written === MOST_OPS + 1) {
        const message = `Written out, the scenario has more than ${MOST_OPS} ops.`;
        complain(work, 'too_large', message, work.trace.of(op.raw), 'repeat less inside `each`, `for` and `run`');
      }
      return [];
    }
    return lowerOp(work, op, withSources(work, scope, op.raw));
  });
}

type Of<K extends OpSource['kind']> = Extract<OpSource, { kind: K }>['raw'];

function lowerOp(work: CompileContext, op: OpSource, scope: Scope): readonly Op[] {
  switch (op.kind) {
    case 'set':
      return lowerSet(work, op.raw, scope);
    case 'raise':
      return lowerFlag(work, op.raw, 'raise', op.raw.raise, 1, scope);
    case 'lower':
      return lowerFlag(work, op.raw, 'lower', op.raw.lower, 0, scope);
    case 'add':
      return lowerAdd(work, op.raw, scope);
    case 'toward':
      return lowerToward(work, op.raw, scope);
    case 'if':
      return lowerIf(work, op.raw, scope);
    case 'chance':
      return lowerChance(work, op.raw, scope);
    case 'choose':
      return lowerChoose(work, op.raw, scope);
    case 'best':
      return lowerBest(work, op.raw, scope);
    case 'signal':
      return lowerSignal(work, op.raw, scope);
    case 'later':
      return lowerLater(work, op.raw, scope);
    case 'cancel':
      return lowerCancel(work, op.raw, scope);
    case 'open':
      return openSituation(work, fillIn(op.raw.open, scope.bindings), op.raw, 'open', scope);
    case 'close':
      return lowerClose(work, op.raw, scope);
    case 'draw':
      return lowerDraw(work, op.raw, scope);
    case 'offer':
      return lowerOffer(work, op.raw, scope);
    case 'end':
      return lowerEnd(work, op.raw, scope);
    case 'each':
      return roundsOf(op.raw.each).flatMap((round) => work.lowerOps(work, op.raw.does, bind(scope, round)));
    case 'run':
      return lowerRun(work, op.raw, scope);
    default:
      return assertNever(op);
  }
}

/** The variable an op writes, or nothing after saying what is wrong with its name. */
function target(
  work: CompileContext,
  scope: Scope,
  owner: object,
  key: string,
  raw: string,
): { readonly name: string; readonly variable: Variable } | undefined {
  const name = fillIn(raw, scope.bindings);
  const variable = work.variables.get(name);
  if (variable !== undefined) {
    work.layout.use(variable.slot);
    return { name, variable };
  }
  const at = work.trace.of(owner, key);
  if (isMissing(work, 'variable', name) || isMissing(work, 'flag', name)) return undefined;
  if (work.hidden.has(name)) complain(work, 'leak', `\`${name}\` is a hidden cause: it is drawn once and never written.`, at);
  else if (work.constants.has(name))
    complain(
      work,
      'types',
      `\`${name}\` is a number, not a variable.`,
      at,
      `did you mean \`set: ${name.slice(0, name.lastIndexOf('.'))}\`?`,
    );
  else if (name.includes('$')) complain(work, 'unknown_name', `\`${name}\` is not filled in: nothing around it names it.`, at);
  else complain(work, 'unknown_name', `There is no variable or flag \`${name}\`.`, at, didYouMean(name, work.variables.keys()).suggestion);
  return undefined;
}

const ranged = (work: CompileContext, expr: Expr) => rangeOf({ slots: work.layout.specs, curves: work.curves }, expr);

function lowerSet(work: CompileContext, raw: Of<'set'>, scope: Scope): readonly Op[] {
  needSources(work, scope, raw);
  const found = target(work, scope, raw, 'set', raw.set);
  const to = readExpression(work, scope, raw, 'to', { type: found?.variable.type ?? 'any' });
  if (found === undefined) return [];
  const { variable, name } = found;
  needReason(work, scope, raw, name);
  if (to.of !== undefined && variable.of !== undefined && to.of !== variable.of)
    complain(work, 'types', `\`${name}\` has other stages than this.`, work.trace.of(raw, 'to'));
  const { min, max } = work.layout.spec(variable.slot);
  const { low, high } = ranged(work, to.expr);
  if (low > max || high < min)
    complain(work, 'never_in_range', `\`${name}\` goes from ${min} to ${max}; this is never within.`, work.trace.of(raw, 'to'));
  return [{ op: 'set', at: placeAt(work, scope, raw), slot: variable.slot, to: to.expr }];
}

function lowerFlag(work: CompileContext, raw: object, key: string, name: string, to: 0 | 1, scope: Scope): readonly Op[] {
  needSources(work, scope, raw);
  const found = target(work, scope, raw, key, name);
  if (found === undefined) return [];
  if (found.variable.type !== 'bool')
    complain(
      work,
      'types',
      `\`${found.name}\` is a number, not a flag.`,
      work.trace.of(raw, key),
      `write \`set: ${found.name}\` with \`to:\``,
    );
  return [{ op: 'set', at: placeAt(work, scope, raw), slot: found.variable.slot, to }];
}

function lowerAdd(work: CompileContext, raw: Of<'add'>, scope: Scope): readonly Op[] {
  needSources(work, scope, raw);
  const found = target(work, scope, raw, 'add', raw.add);
  const by = readExpression(work, scope, raw, 'by', { type: 'int' }).expr;
  if (raw.vary !== undefined && raw.spread !== undefined)
    complain(work, 'shape', '`vary` (per mille of the amount) and `spread` (units) do not go together.', work.trace.ofKey(raw, 'spread'));
  const spread =
    raw.vary === undefined
      ? raw.spread === undefined
        ? 0
        : readExpression(work, scope, raw, 'spread', { type: 'int' }).expr
      : spreadOf(by, raw.vary);
  if (raw.luck !== undefined && raw.vary === undefined && raw.spread === undefined)
    complain(work, 'shape', '`luck` without `vary` or `spread`: nothing is drawn here.', work.trace.ofKey(raw, 'luck'));
  if (found === undefined) return [];
  const { variable, name } = found;
  needReason(work, scope, raw, name);
  if (variable.type === 'bool') {
    complain(work, 'types', `\`${name}\` is a flag.`, work.trace.of(raw, 'add'), `write \`raise: ${name}\` or \`lower: ${name}\``);
    return [];
  }
  if (by === 0 && spread === 0) complain(work, 'does_nothing', 'This adds nothing.', work.trace.of(raw, 'by'));
  const { min, max } = work.layout.spec(variable.slot);
  const { low, high } = ranged(work, by);
  if (scope.rate === undefined && (low > max - min || high < min - max))
    complain(work, 'never_in_range', `\`${name}\` goes from ${min} to ${max}: so much always leaves that range.`, work.trace.of(raw, 'by'));
  const drawn = spread === 0 ? undefined : takeLuck(work, scope, raw, raw.add);
  return [
    {
      op: 'add',
      at: placeAt(work, scope, raw, undefined, drawn?.key),
      slot: variable.slot,
      by,
      ...(drawn === undefined ? {} : { spread, luck: drawn.luck }),
      ...rateFor(work, scope, name),
    },
  ];
}

const spreadOf = (by: Expr, perMille: number): Expr =>
  typeof by === 'number'
    ? Math.floor((Math.abs(by) * perMille) / 1000)
    : perMille === 0
      ? 0
      : ['div', ['*', ['abs', by], perMille], 1000, 0];

function rateFor(work: CompileContext, scope: Scope, name: string): { readonly rate?: RateSpec } {
  if (scope.rate === undefined || scope.rate.num === scope.rate.den) return {};
  const { num, den } = scope.rate;
  return { rate: { num, den, remainder: nextRemainder(work, scope, name, den - 1) } };
}

const MILLION = 1_000_000;
/** A smaller share of a distance was meant as per cent or per mille. */
const LEAST_RATE = 100;

function lowerToward(work: CompileContext, raw: Of<'toward'>, scope: Scope): readonly Op[] {
  needSources(work, scope, raw);
  const found = target(work, scope, raw, 'toward', raw.toward);
  const to = readExpression(work, scope, raw, 'to', { type: 'int' }).expr;
  const rate = readExpression(work, scope, raw, 'rate', { type: 'int' }).expr;
  if (found === undefined) return [];
  if (found.variable.type === 'bool') {
    complain(work, 'types', `\`${found.name}\` is a flag and cannot move towards anything.`, work.trace.of(raw, 'toward'));
    return [];
  }
  needReason(work, scope, raw, found.name);
  const { low, high } = ranged(work, rate);
  if (high <= 0 || low > MILLION)
    complain(work, 'range', '`rate` is in parts per million of the distance: 1 to 1000000.', work.trace.of(raw, 'rate'));
  else if (typeof rate === 'number' && rate < LEAST_RATE)
    complain(
      work,
      'range',
      `\`rate\` is in parts per million: ${rate} moves nothing in a game.`,
      work.trace.of(raw, 'rate'),
      `write ${rate * 10_000} for ${rate} per cent`,
    );
  return [
    {
      op: 'toward',
      at: placeAt(work, scope, raw),
      slot: found.variable.slot,
      to,
      ppm: convertPpm(work, scope, rate),
      remainder: nextRemainder(work, scope, found.name, MILLION - 1),
    },
  ];
}

function lowerIf(work: CompileContext, raw: Of<'if'>, scope: Scope): readonly Op[] {
  const when = readExpression(work, scope, raw, 'if', { type: 'bool' }).expr;
  if ((raw.then ?? []).length === 0 && (raw.else ?? []).length === 0)
    complain(work, 'does_nothing', 'This `if` has nothing to do.', work.trace.of(raw));
  const at = placeAt(work, scope, raw);
  const then = work.lowerOps(work, raw.then ?? [], inArm(scope, raw, 'then'));
  const otherwise = work.lowerOps(work, raw.else ?? [], inArm(scope, raw, 'else'));
  if (typeof when === 'number') return when !== 0 ? then : otherwise;
  return then.length === 0 && otherwise.length === 0 ? [] : [{ op: 'if', at, when, then, else: otherwise }];
}

function lowerClose(work: CompileContext, raw: Of<'close'>, scope: Scope): readonly Op[] {
  const id = fillIn(raw.close, scope.bindings);
  const draft = work.situations.get(id);
  if (draft === undefined) {
    if (!isMissing(work, 'situation', id))
      complain(
        work,
        'unknown_name',
        `There is no situation \`${id}\`.`,
        work.trace.of(raw, 'close'),
        didYouMean(id, work.situations.keys()).suggestion,
      );
    return [];
  }
  needSources(work, scope, raw);
  return [{ op: 'situation', at: placeAt(work, scope, raw), situation: draft.index, to: 'close' }];
}

function lowerEnd(work: CompileContext, raw: Of<'end'>, scope: Scope): readonly Op[] {
  const id = fillIn(raw.end, scope.bindings);
  const ending = work.endings.indexOf(id);
  if (ending < 0) {
    if (!isMissing(work, 'ending', id))
      complain(work, 'unknown_name', `There is no ending \`${id}\`.`, work.trace.of(raw, 'end'), didYouMean(id, work.endings).suggestion);
    return [];
  }
  needSources(work, scope, raw);
  work.reached.endings.add(ending);
  return [{ op: 'end', at: placeAt(work, scope, raw), ending }];
}

function lowerRun(work: CompileContext, raw: Of<'run'>, scope: Scope): readonly Op[] {
  const id = fillIn(raw.run, scope.bindings);
  const procedure = work.items.procedures.get(id);
  if (procedure === undefined) {
    if (!isMissing(work, 'procedure', id))
      complain(
        work,
        'unknown_name',
        `There is no procedure \`${id}\`.`,
        work.trace.of(raw, 'run'),
        didYouMean(id, work.items.procedures.keys()).suggestion,
      );
    return [];
  }
  if (scope.inside.includes(`procedure ${id}`) || scope.inside.length >= DEEPEST) {
    complain(work, 'loop', `The procedure \`${id}\` leads back to itself.`, work.trace.of(raw, 'run'));
    return [];
  }
  work.reached.procedures.add(id);
  const given = Object.entries(raw.with ?? {}).map(([name, value]): [string, string] => [name, fillIn(value, scope.bindings)]);
  const prefix = raw.luck === undefined ? scope.prefix : `${scope.prefix}${fillIn(raw.luck, scope.bindings)}.`;
  return work.lowerOps(work, procedure.value, {
    ...scope,
    bindings: new Map([...scope.bindings, ...given]),
    prefix,
    trail: raw.luck === undefined ? [...scope.trail, id] : [...scope.trail, fillIn(raw.luck, scope.bindings), id],
    via: `${scope.via}/${work.trace.of(raw).file}:${work.trace.of(raw).line}:${work.trace.of(raw).column}`,
    inside: [...scope.inside, `procedure ${id}`],
  });
}
