import { rangeOf, type Range } from '../../engine/range.ts';
import type { Expr, Program } from '../../engine/program.ts';
import { branch, call, constant, EXTEND, getLocal, loadWord, operation, SELECT, setLocal, teeLocal, WRAP } from './bytes.ts';
import type { Bytes, Word } from './bytes.ts';
import { HELPER } from './helpers.ts';
import type { Layout } from './linked.ts';

/** A function while it is written. */
export interface Draft {
  readonly program: Program;
  readonly layout: Layout;
  readonly locals: Word[];
  /** Parts already worked out: their local by `keyOf`. */
  readonly known: Map<string, number>;
  /** Ranges by expression. */
  readonly ranges: Map<Expr, Range>;
}

const LOWEST = -2_147_483_648;
const HIGHEST = 2_147_483_647;
/** Something this small is worked out rather than jumped over. */
const SMALL = 8;

export const slotAt = ({ layout }: Pick<Draft, 'layout'>, slot: number): number => layout.state + 4 * slot;

export const newLocal = (draft: Draft, type: Word): number => draft.locals.push(type) - 1;

export const keyOf = (expr: Expr): string => JSON.stringify(expr);

export function rangeIn({ program, ranges }: Draft, expr: Expr): Range {
  const found = ranges.get(expr) ?? rangeOf(program, expr);
  if (typeof expr !== 'number') ranges.set(expr, found);
  return found;
}

/** Every value of an expression fits 53 bits (the program was checked); most fit 32. */
export const wordOf = (draft: Draft, expr: Expr): Word => wordFor(rangeIn(draft, expr));
export const wordFor = ({ low, high }: Range): Word => (low >= LOWEST && high <= HIGHEST ? 'i32' : 'i64');

export const converted = (from: Word, to: Word, bytes: Bytes): Bytes => (from === to ? bytes : [...bytes, from === 'i32' ? EXTEND : WRAP]);

/** The value of an expression as a word of this type, which must hold it. */
export const valueAs = (draft: Draft, expr: Expr, to: Word): Bytes =>
  typeof expr === 'number' ? constant(to, expr) : converted(wordOf(draft, expr), to, valueOf(draft, expr));

const size = (expr: Expr): number => partsOf(expr).reduce<number>((sum, part) => sum + size(part), 1);

/** The expressions an expression is made of. */
export function partsOf(expr: Expr): readonly Expr[] {
  if (typeof expr === 'number') return [];
  switch (expr[0]) {
    case 'slot':
      return [];
    case 'curve':
      return [expr[2]];
    case 'not':
    case 'abs':
    case 'neg':
      return [expr[1]];
    case 'if':
    case 'div':
    case 'mod':
      return [expr[1], expr[2], expr[3]];
    default:
      return [expr[1], expr[2]];
  }
}

/** The value of an expression as a word of `wordOf` it. Draws nothing and writes nothing but locals. */
function valueOf(draft: Draft, expr: Expr): Bytes {
  if (typeof expr === 'number') return constant(wordOf(draft, expr), expr);
  const known = draft.known.size > 0 ? draft.known.get(keyOf(expr)) : undefined;
  if (known !== undefined) return getLocal(known);
  const type = wordOf(draft, expr);
  switch (expr[0]) {
    case 'slot':
      return loadWord(slotAt(draft, expr[1]));
    case '+':
      return combined(draft, type, 'add', expr[1], expr[2]);
    case '-':
      return combined(draft, type, 'sub', expr[1], expr[2]);
    case '*':
      return combined(draft, type, 'mul', expr[1], expr[2]);
    case 'min':
    case 'max':
      return chosen(draft, type, expr[0] === 'min' ? '<' : '>', expr[1], expr[2]);
    case '<':
    case '<=':
    case '==':
    case '!=':
    case '>=':
    case '>':
    case 'and':
    case 'or':
    case 'not':
      return truthOf(draft, expr);
    case 'neg':
      return [...constant(type, 0), ...valueAs(draft, expr[1], type), operation('sub', type)];
    case 'abs': {
      const wide = type === 'i32' ? wordOf(draft, expr[1]) : type;
      const local = newLocal(draft, wide);
      const value = [
        ...constant(wide, 0),
        ...valueAs(draft, expr[1], wide),
        ...teeLocal(local),
        operation('sub', wide),
        ...getLocal(local),
        ...getLocal(local),
        ...constant(wide, 0),
        operation('<', wide),
        SELECT,
      ];
      return converted(wide, type, value);
    }
    case 'if': {
      const when = truthOf(draft, expr[1]);
      const [yes, no] = [valueAs(draft, expr[2], type), valueAs(draft, expr[3], type)];
      if (size(expr[2]) + size(expr[3]) <= 2) return [...yes, ...no, ...when, SELECT];
      return branch(when, type, yes, no);
    }
    case 'div':
    case 'mod':
      return divided(draft, type, expr[0], expr[1], expr[2], expr[3]);
    case 'curve': {
      const curve = draft.program.curves[expr[1]]!;
      const at = draft.layout.curves[expr[1]]!;
      const x = valueAs(draft, expr[2], 'i64');
      const value = [...constant('i32', at), ...constant('i32', curve.length - 1), ...x, ...call(HELPER.curve)];
      return converted('i64', type, value);
    }
  }
}

function combined(draft: Draft, type: Word, name: 'add' | 'sub' | 'mul', left: Expr, right: Expr): Bytes {
  const wide = widest(type, wordOf(draft, left), wordOf(draft, right));
  return converted(wide, type, [...valueAs(draft, left, wide), ...valueAs(draft, right, wide), operation(name, wide)]);
}

const widest = (...words: readonly Word[]): Word => (words.includes('i64') ? 'i64' : 'i32');

function chosen(draft: Draft, type: Word, by: '<' | '>', left: Expr, right: Expr): Bytes {
  const wide = widest(wordOf(draft, left), wordOf(draft, right));
  const [a, b] = [newLocal(draft, wide), newLocal(draft, wide)];
  const value = [
    ...valueAs(draft, left, wide),
    ...teeLocal(a),
    ...valueAs(draft, right, wide),
    ...teeLocal(b),
    ...getLocal(a),
    ...getLocal(b),
    operation(by, wide),
    SELECT,
  ];
  return converted(wide, type, value);
}

/** Shift that divides by `divisor`, or -1. */
const shiftOf = (divisor: number): number => {
  for (let shift = 0; shift < 31; shift++) if (2 ** shift === divisor) return shift;
  return -1;
};

function divided(draft: Draft, type: Word, name: 'div' | 'mod', left: Expr, right: Expr, zero: Expr): Bytes {
  const wide = widest(type, wordOf(draft, left), wordOf(draft, right));
  const a = valueAs(draft, left, wide);
  if (typeof right === 'number' && right !== 0) {
    const shift = shiftOf(right);
    if (name === 'div' && shift >= 0) return converted(wide, type, [...a, ...constant(wide, shift), operation('shr', wide)]);
    if (name === 'div' && right > 0) {
      const local = newLocal(draft, wide);
      const k = constant(wide, right);
      const below = [...getLocal(local), ...k, operation('rem', wide), ...constant(wide, 0), operation('<', wide)];
      const whole = [...a, ...teeLocal(local), ...k, operation('div', wide), ...converted('i32', wide, below), operation('sub', wide)];
      return converted(wide, type, whole);
    }
    const helper = name === 'div' ? HELPER.floorDiv[wide] : HELPER.modulo[wide];
    return converted(wide, type, [...a, ...constant(wide, right), ...call(helper)]);
  }
  const by = newLocal(draft, wide);
  const helper = name === 'div' ? HELPER.floorDiv[wide] : HELPER.modulo[wide];
  const quotient = converted(wide, type, [...a, ...getLocal(by), ...call(helper)]);
  const isZero = [...valueAs(draft, right, wide), ...teeLocal(by), operation('zero', wide)];
  return branch(isZero, type, valueAs(draft, zero, type), quotient);
}

const COMPARES = { '<': '<', '<=': '<=', '==': '==', '!=': '!=', '>=': '>=', '>': '>' } as const;

/** Whether an expression is not 0, as a word of 32 bits that is 0 or 1. */
export function truthOf(draft: Draft, expr: Expr): Bytes {
  if (typeof expr === 'number') return constant('i32', expr === 0 ? 0 : 1);
  const known = draft.known.size > 0 ? draft.known.get(keyOf(expr)) : undefined;
  const type = wordOf(draft, expr);
  if (known === undefined) {
    switch (expr[0]) {
      case '<':
      case '<=':
      case '==':
      case '!=':
      case '>=':
      case '>': {
        const wide = widest(wordOf(draft, expr[1]), wordOf(draft, expr[2]));
        return [...valueAs(draft, expr[1], wide), ...valueAs(draft, expr[2], wide), operation(COMPARES[expr[0]], wide)];
      }
      case 'and':
      case 'or': {
        const [a, b] = [truthOf(draft, expr[1]), truthOf(draft, expr[2])];
        const isAnd = expr[0] === 'and';
        if (size(expr[2]) <= SMALL) return [...a, ...b, operation(isAnd ? 'and' : 'or', 'i32')];
        return isAnd ? branch(a, 'i32', b, constant('i32', 0)) : branch(a, 'i32', constant('i32', 1), b);
      }
      case 'not':
        return [...truthOf(draft, expr[1]), operation('zero', 'i32')];
      default:
    }
  }
  const { low, high } = rangeIn(draft, expr);
  const value = valueOf(draft, expr);
  return low >= 0 && high <= 1 ? converted(type, 'i32', value) : [...value, ...constant(type, 0), operation('!=', type)];
}

/** `clamp`: only those of the two bounds are looked at that the value can pass. `value` is of `wordFor(range)`; the result is a word of 32 bits. */
export function clamped(draft: Draft, value: Bytes, range: Range, low: number, high: number): Bytes {
  const type = wordFor(range);
  let bytes: Bytes = value;
  for (const [bound, by, needed] of [
    [low, '<', range.low < low],
    [high, '>', range.high > high],
  ] as const) {
    if (!needed) continue;
    const local = newLocal(draft, type);
    bytes = [
      ...constant(type, bound),
      ...bytes,
      ...teeLocal(local),
      ...getLocal(local),
      ...constant(type, bound),
      operation(by, type),
      SELECT,
    ];
  }
  return converted(type, 'i32', bytes);
}

/** Works out what stands more than once in these expressions, where it is read whatever else holds. Gives the bytes; later reads take the local. */
export function shared(draft: Draft, exprs: readonly Expr[]): Bytes {
  const counts = new Map<string, number>();
  const count = (expr: Expr): void => {
    if (typeof expr === 'number') return;
    const key = keyOf(expr);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const part of partsOf(expr)) count(part);
  };
  exprs.forEach(count);
  const bytes: number[] = [];
  /** Only what is read in any case: the condition of an `if`, not its arms. */
  const always = (expr: Expr): void => {
    if (typeof expr === 'number' || draft.known.has(keyOf(expr))) return;
    const parts = expr[0] === 'if' ? [expr[1]] : expr[0] === 'div' || expr[0] === 'mod' ? [expr[1], expr[2]] : partsOf(expr);
    parts.forEach(always);
    const key = keyOf(expr);
    if (counts.get(key)! < 2) return;
    const local = newLocal(draft, wordOf(draft, expr));
    bytes.push(...valueOf(draft, expr), ...setLocal(local));
    draft.known.set(key, local);
  };
  exprs.forEach(always);
  return bytes;
}
