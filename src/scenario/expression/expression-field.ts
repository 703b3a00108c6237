import { reads } from '../../engine/expression.ts';
import type { Expr, Slot } from '../../engine/program.ts';
import { rangeOf } from '../../engine/range.ts';
import { truthOf } from './truth.ts';
import { compileExpression } from './type-expression.ts';
import type { Compiled, Failure } from './type-expression.ts';
import { namesOf } from './resolve-names.ts';
import { fillIn } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

export interface ReadOptions {
  readonly type: 'int' | 'bool' | 'any';
  /** Hidden causes that may shape it; none unless said. */
  readonly reveals?: ReadonlySet<number>;
  /** What takes it, in a message: the key unless said. */
  readonly taker?: string;
}

const TYPE_WORDS = { int: 'a number', bool: 'a condition' } as const;

/** Compiles the expression under `key`, reporting every problem at its place. */
export function readExpression(work: CompileContext, scope: Scope, owner: object, key: string | number, options: ReadOptions): Compiled {
  const raw = (owner as Readonly<Record<string | number, unknown>>)[key];
  if (typeof raw === 'number') return checked(work, { expr: raw, type: 'int' }, owner, key, options, String(raw));
  if (typeof raw === 'boolean') return checked(work, { expr: raw ? 1 : 0, type: 'bool' }, owner, key, options, String(raw));
  const text = fillIn(typeof raw === 'string' ? raw : '', scope.bindings);
  return readText(work, text, owner, key, options);
}

/** The same for text taken out of a longer one. */
export function readText(work: CompileContext, text: string, owner: object, key: string | number, options: ReadOptions): Compiled {
  const fail = (failure: Failure, offset: number, fragment: string) => {
    complain(work, failure.code, failure.message, placeOf(work, text, owner, key, offset, fragment), failure.suggestion);
  };
  const hidden = new Set<number>();
  const names = namesOf(work, (failure) => fail(failure, 0, text));
  const compiled = compileExpression(text, work.parse, names, fail, hidden);
  if (options.type === 'bool') checkTruth(work, compiled, owner, key, text);
  for (const index of hidden) {
    if (options.reveals?.has(index) === true) continue;
    const id = [...work.hidden.values()][index]?.id ?? '';
    const message =
      options.reveals === undefined
        ? `The hidden cause \`${id}\` may not shape what can be seen here.`
        : `This reads the hidden cause \`${id}\`, and what comes of it can be seen.`;
    const hint = options.reveals === undefined ? 'let a `chance`, `choose`, `signal` or policy reveal it' : `add \`reveals: [${id}]\``;
    fail({ code: 'leak', message, suggestion: hint }, Math.max(0, text.indexOf(id)), id);
  }
  return checked(work, compiled, owner, key, options, text);
}

/** Reports a condition of the scenario's own that can never hold: most often a number that its variable cannot have. */
function checkTruth(work: CompileContext, { expr, type }: Compiled, owner: object, key: string | number, text: string): void {
  if (typeof expr === 'number' || type === 'any') return;
  const at = work.trace.of(owner, key);
  if (!work.ownFiles.has(at.file) || truthOf({ slots: work.layout.specs, curves: work.curves }, expr).canHold) return;
  complain(work, 'never_true', `This never holds: ${boundsIn(work, expr)}.`, placeOf(work, text, owner, key, 0, text));
}

/** The bounds of what a condition reads, in words. */
function boundsIn(work: CompileContext, expr: Expr): string {
  const read = new Set<Slot>();
  reads(expr, (slot) => {
    read.add(slot);
    return false;
  });
  const told = [...read].slice(0, 3).map((slot) => {
    const { name, min, max, stages } = work.layout.spec(slot);
    return stages === undefined ? `\`${name}\` goes from ${min} to ${max}` : `\`${name}\` is one of ${stages.join(', ')}`;
  });
  return told.length === 0 ? 'it is the same on every turn' : told.join(', ');
}

function checked(
  work: CompileContext,
  compiled: Compiled,
  owner: object,
  key: string | number,
  options: ReadOptions,
  text: string,
): Compiled {
  const { type, taker = String(key) } = options;
  if (type !== 'any' && compiled.type !== 'any' && compiled.type !== type) {
    const hint = type === 'bool' ? `compare it, such as \`${text} > 0\`` : `count it: \`(${text}) ? 1 : 0\``;
    const message = `\`${taker}\` takes ${TYPE_WORDS[type]}, and this is ${TYPE_WORDS[compiled.type]}.`;
    complain(work, 'types', message, placeOf(work, text, owner, key, 0, text), text.length < 60 ? hint : undefined);
    return { expr: compiled.expr, type };
  }
  const wide: unknown[] = [];
  rangeOf({ slots: work.layout.specs, curves: work.curves }, compiled.expr, (part) => wide.push(part));
  if (wide.length > 0)
    complain(
      work,
      'range',
      'A step of this can pass 2^53 and would no longer be exact.',
      work.trace.of(owner, key),
      'divide earlier, or clamp',
    );
  return compiled;
}

/** Place in the file of an offset into an expression: the fragment is looked for in the source, which may fold lines. */
function placeOf(work: CompileContext, text: string, owner: object, key: string | number, offset: number, fragment: string) {
  const needle = fragment.split(/\s{2,}|\n/)[0] ?? '';
  if (needle === '') return work.trace.of(owner, key);
  let before = 0;
  for (let i = text.indexOf(needle); i >= 0 && i < offset; i = text.indexOf(needle, i + 1)) before++;
  return work.trace.inside(owner, key, needle, before);
}
