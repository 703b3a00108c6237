import type { Expression, Node } from 'acorn';
import { TURN } from '../../engine/program.ts';
import type { Expr } from '../../engine/program.ts';
import { simplify } from './fold.ts';
import { NAME, nearest } from '../problem/name.ts';
import type { Meaning } from '../symbols/meaning.ts';
import { HINTS } from '../syntax/parse-expression.ts';
import type { Parse } from '../syntax/parse-expression.ts';
import type { ProblemCode } from '../problem/problem.ts';

export interface Failure {
  readonly code: ProblemCode;
  readonly message: string;
  readonly suggestion?: string;
}

/** Gives meaning to names and to the functions that take names. */
export interface Names {
  readonly name: (name: string) => Meaning | Failure;
  /** A function of names: `open(lights)`. Undefined when there is no such function. */
  readonly call: (callee: string, args: readonly string[]) => Meaning | Failure | undefined;
  /** Index of a curve. */
  readonly curve: (name: string) => number | Failure;
  readonly logistic: () => number;
  /** Whether an expression can be 0, for divisors. */
  readonly canBeZero: (expr: Expr) => boolean;
}

export interface Compiled {
  readonly expr: Expr;
  readonly type: 'int' | 'bool' | 'any';
  readonly of?: string;
}

/** Reports a failure at an offset into the text of the expression; `fragment` is the text that is wrong. */
export type FailAt = (failure: Failure, offset: number, fragment: string) => void;

/**
 * Compiles the text of an expression. Every failure is reported; what is returned then still has the right type, so that
 * one mistake is not told twice. `hidden` collects the hidden causes read.
 */
export function compileExpression(text: string, parse: Parse, names: Names, fail: FailAt, hidden: Set<number>): Compiled {
  const parsed = parse(text);
  if (parsed.ok) return walk(parsed.value, { text, names, fail, hidden });
  const { offset, ...failure } = parsed.problem;
  fail({ code: 'expression', ...failure }, offset, text.slice(offset, offset + 20));
  return POISON;
}

/** Not a constant, so that nothing is worked out from a mistake. */
const POISON: Compiled = { expr: ['slot', TURN], type: 'any' };

interface Walk {
  readonly text: string;
  readonly names: Names;
  readonly fail: FailAt;
  readonly hidden: Set<number>;
}

function walk(node: Expression | Node, w: Walk): Compiled {
  const tree = node as Expression;
  switch (tree.type) {
    case 'ParenthesizedExpression':
      return walk(tree.expression, w);
    case 'Literal':
      return literal(tree.value, tree.raw, node, w);
    case 'Identifier':
    case 'MemberExpression': {
      const name = nameOf(tree);
      return name === undefined ? wrong(w, node, 'expression', 'A name has letters, digits, _ and dots only.') : named(name, node, w);
    }
    case 'UnaryExpression': {
      if (tree.operator === '!') {
        const x = expect('bool', tree.argument, w, `\`not\` takes a condition`);
        return fold(['not', x.expr], 'bool');
      }
      if (tree.operator !== '-') return wrong(w, node, 'expression', `\`${tree.operator}\` is not part of the notation.`);
      return fold(['neg', expect('int', tree.argument, w, '`-` takes a number').expr], 'int');
    }
    case 'BinaryExpression':
      return binary(tree.operator, tree.left, tree.right, node, w);
    case 'LogicalExpression': {
      if (tree.operator !== '&&' && tree.operator !== '||')
        return wrong(w, node, 'expression', `\`${tree.operator}\` is not part of the notation.`);
      for (const side of [tree.left, tree.right]) {
        if (side.type === 'LogicalExpression' && side.operator !== tree.operator)
          wrong(w, side, 'expression', '`&&` and `||` are mixed here; say with parentheses which binds first.');
      }
      const left = expect('bool', tree.left, w, `\`${tree.operator}\` takes conditions`);
      const right = expect('bool', tree.right, w, `\`${tree.operator}\` takes conditions`);
      return fold([tree.operator === '&&' ? 'and' : 'or', left.expr, right.expr], 'bool');
    }
    case 'ConditionalExpression': {
      const when = expect('bool', tree.test, w, '`?` takes a condition before it');
      const yes = walk(tree.consequent, w);
      const no = walk(tree.alternate, w);
      if (!alike(yes, no)) return wrong(w, node, 'types', 'Both sides of `:` must be numbers, or both conditions.');
      const type = yes.type === 'any' ? no.type : yes.type;
      return fold(['if', when.expr, yes.expr, no.expr], type, yes.of === no.of ? yes.of : undefined);
    }
    case 'CallExpression':
      return call(tree.callee, tree.arguments, node, w);
    default:
      return wrong(w, node, 'expression', `\`${part(w, node)}\` is not part of the notation.`);
  }
}

const part = (w: Walk, node: Node) => w.text.slice(node.start, node.end);

function wrong(w: Walk, node: Node, code: ProblemCode, message: string, suggestion?: string): Compiled {
  w.fail({ code, message, ...(suggestion === undefined ? {} : { suggestion }) }, node.start, part(w, node));
  return POISON;
}

function literal(value: unknown, raw: string | undefined, node: Node, w: Walk): Compiled {
  if (typeof value === 'boolean') return { expr: value ? 1 : 0, type: 'bool' };
  if (typeof value === 'number' && /^\d[\d_]*$/.test(raw ?? '') && Number.isSafeInteger(value)) return { expr: value, type: 'int' };
  return wrong(
    w,
    node,
    'expression',
    `\`${part(w, node)}\` is not a whole number.`,
    'count in smaller units: per mille, or parts per million',
  );
}

/** `a.b.c` as it was written; undefined for anything but names and dots. */
function nameOf(node: Expression | Node): string | undefined {
  const tree = node as Expression;
  if (tree.type === 'ParenthesizedExpression') return undefined;
  if (tree.type === 'Identifier') return tree.name;
  if (tree.type !== 'MemberExpression' || tree.computed) return undefined;
  const owner = tree.object.type === 'Super' ? undefined : nameOf(tree.object);
  return owner === undefined || tree.property.type !== 'Identifier' ? undefined : `${owner}.${tree.property.name}`;
}

function named(name: string, node: Node, w: Walk): Compiled {
  if (!NAME.test(name)) return wrong(w, node, 'bad_name', `\`${name}\` is not a name: lower-case letters, digits, _ and dots.`);
  return meant(w.names.name(name), node, w);
}

function meant(meaning: Meaning | Failure, node: Node, w: Walk): Compiled {
  if ('code' in meaning) {
    w.fail(meaning, node.start, part(w, node));
    return POISON;
  }
  for (const cause of meaning.hidden ?? []) w.hidden.add(cause);
  return { expr: meaning.expr, type: meaning.type, ...(meaning.of === undefined ? {} : { of: meaning.of }) };
}

const WORDS = { int: 'a number', bool: 'a condition', any: 'anything' } as const;

function expect(type: 'int' | 'bool', node: Expression | Node, w: Walk, what: string): Compiled {
  const x = walk(node, w);
  if (x.type === type || x.type === 'any') return x;
  const hint =
    type === 'int' ? `count it: \`(${part(w, node)} ? 1 : 0)\`` : x.of === undefined ? `compare it: \`${part(w, node)} > 0\`` : undefined;
  wrong(w, node, 'types', `${what}, and \`${part(w, node)}\` is ${WORDS[x.type]}.`, hint);
  return { expr: x.expr, type };
}

const alike = (a: Compiled, b: Compiled) => a.type === b.type || a.type === 'any' || b.type === 'any';

const ORDER = ['<', '<=', '>=', '>'] as const;
const ARITHMETIC = ['+', '-', '*'] as const;

function binary(operator: string, left: Expression | Node, right: Expression | Node, node: Node, w: Walk): Compiled {
  const sum = ARITHMETIC.find((one) => one === operator);
  if (sum !== undefined) {
    const a = expect('int', left, w, `\`${operator}\` takes numbers`);
    const b = expect('int', right, w, `\`${operator}\` takes numbers`);
    return fold([sum, a.expr, b.expr], 'int');
  }
  const order = ORDER.find((one) => one === operator);
  if (order === undefined && operator !== '==' && operator !== '!=')
    return wrong(w, node, 'expression', `\`${operator}\` is not part of the notation.`, HINTS[operator]);
  const denied = [left, right].find((side) => (side as Expression).type === 'UnaryExpression' && part(w, side).startsWith('not'));
  if (denied !== undefined)
    return wrong(
      w,
      node,
      'types',
      '`not` takes only what stands directly after it.',
      `deny the whole: \`not (${part(w, node).replace(/\bnot\s+/, '')})\``,
    );
  const chained = [left, right].find((side) => {
    const inner = side as Expression;
    return inner.type === 'BinaryExpression' && (ORDER as readonly string[]).includes(inner.operator);
  });
  if (chained !== undefined) return wrong(w, node, 'types', 'Comparisons do not chain.', `join two with &&: \`${part(w, left)} && ...\``);
  const a = order === undefined ? walk(left, w) : expect('int', left, w, `\`${operator}\` compares numbers`);
  const b = order === undefined ? walk(right, w) : expect('int', right, w, `\`${operator}\` compares numbers`);
  if (!alike(a, b)) return wrong(w, node, 'types', `\`${part(w, left)}\` is ${WORDS[a.type]} and \`${part(w, right)}\` ${WORDS[b.type]}.`);
  if (a.of !== undefined && b.of !== undefined && a.of !== b.of)
    return wrong(w, node, 'types', `\`${part(w, left)}\` counts ${a.of}, \`${part(w, right)}\` counts ${b.of}.`);
  if (order !== undefined) return fold([order, a.expr, b.expr], 'bool');
  return fold([operator === '==' ? '==' : '!=', a.expr, b.expr], 'bool');
}

/** Functions of numbers: fewest and most arguments. */
const FUNCTIONS: Readonly<Record<string, readonly [number, number]>> = {
  div: [2, 3],
  mod: [2, 3],
  min: [2, 8],
  max: [2, 8],
  abs: [1, 1],
  clamp: [3, 3],
  logistic: [1, 1],
  curve: [2, 2],
};
/** Everything that can be called, for suggestions. */
export const CALLABLE = [
  ...Object.keys(FUNCTIONS),
  ...['during', 'open', 'seen', 'age', 'answered', 'chose', 'done', 'left', 'running', 'belief', 'sign'],
];

function call(calleeNode: Expression | Node, args: readonly (Expression | Node)[], node: Node, w: Walk): Compiled {
  const callee = nameOf(calleeNode);
  if (callee === undefined) return wrong(w, node, 'expression', `\`${part(w, node)}\` is not part of the notation.`);
  const arity = Object.hasOwn(FUNCTIONS, callee) ? FUNCTIONS[callee] : undefined;
  if (arity === undefined) {
    const written = args.map((arg) => nameOf(arg));
    const meaning = w.names.call(
      callee,
      written.map((name) => name ?? ''),
    );
    if (meaning === undefined) return wrong(w, calleeNode, 'unknown_name', `There is no function \`${callee}\`.`, suggestCall(callee));
    const odd = written.findIndex((name) => name === undefined);
    if (odd >= 0) return wrong(w, args[odd] ?? node, 'expression', `\`${callee}\` takes names, not \`${part(w, args[odd] ?? node)}\`.`);
    return meant(meaning, node, w);
  }
  const [fewest, most] = arity;
  if (args.length < fewest || args.length > most) {
    const wanted = fewest === most ? String(fewest) : `${fewest} to ${most}`;
    return wrong(w, node, 'expression', `\`${callee}\` takes ${wanted} arguments and has ${args.length}.`);
  }
  if (callee === 'curve') {
    const [first = node, second = node] = args;
    const curve = w.names.curve(nameOf(first) ?? '');
    const x = expect('int', second, w, '`curve` takes a number');
    if (typeof curve === 'number') return fold(['curve', curve, x.expr], 'int');
    w.fail(curve, first.start, part(w, first));
    return POISON;
  }
  const [a = 0, b = 0, c = 0] = args.map((arg) => expect('int', arg, w, `\`${callee}\` takes numbers`).expr);
  switch (callee) {
    case 'abs':
      return fold(['abs', a], 'int');
    case 'logistic':
      return fold(['curve', w.names.logistic(), a], 'int');
    case 'clamp':
      return fold(['min', ['max', a, b], c], 'int');
    case 'min':
    case 'max': {
      const all = args.map((arg) => walk(arg, { ...w, fail: () => undefined }).expr);
      const [first = 0, ...rest] = all;
      return fold(
        rest.reduce<Expr>((x, y) => [callee, x, y], first),
        'int',
      );
    }
    default: {
      const operator = callee === 'div' ? 'div' : 'mod';
      if (args.length === 2 && w.names.canBeZero(b))
        return wrong(
          w,
          args[1] ?? node,
          'range',
          `\`${part(w, args[1] ?? node)}\` can be 0.`,
          `say what comes out then: \`${operator}(${part(w, args[0] ?? node)}, ${part(w, args[1] ?? node)}, 0)\``,
        );
      return fold([operator, a, b, c], 'int');
    }
  }
}

const suggestCall = (callee: string): string | undefined => {
  const near = nearest(callee, CALLABLE) ?? CALLABLE.find((one) => one.startsWith(callee) || callee.startsWith(one));
  return near === undefined ? `functions: ${CALLABLE.join(', ')}` : `did you mean \`${near}\`?`;
};

const fold = (expr: Expr, type: Compiled['type'], of?: string): Compiled => ({
  expr: simplify(expr),
  type,
  ...(of === undefined ? {} : { of }),
});
