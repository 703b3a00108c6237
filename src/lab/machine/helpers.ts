import { branch, call, constant, EXTEND, EXTEND_UNSIGNED, getLocal, loadWord, operation, setLocal, WRAP } from './bytes.ts';
import type { FunctionText, Operation, Word } from './bytes.ts';

/** Where the functions stand that every module has; the first function of a module has index 1. */
export const HELPER = { draw: 1, floorDiv: { i32: 2, i64: 3 }, modulo: { i32: 4, i64: 5 }, curve: 6, stir: 7 } as const;

const i32 = (name: Operation): number => operation(name, 'i32');
const i64 = (name: Operation): number => operation(name, 'i64');

/** `x` stirred: x * 1664525 + 1013904223. */
const STIR: FunctionText = {
  takes: ['i32'],
  gives: ['i32'],
  locals: [],
  body: [...getLocal(0), ...constant('i32', 1_664_525), i32('mul'), ...constant('i32', 1_013_904_223), i32('add')],
};

/** `drawBelow` of `engine/chance.ts`: site, subject, n give 0..n-1. `luck`: byte at which the six words of the turn's luck begin. */
const draw = (luck: number): FunctionText => {
  const [site, subject, n, a, b, c, d] = [0, 1, 2, 3, 4, 5, 6];
  const folded = (x: number): number[] => [...getLocal(x), ...getLocal(x), ...constant('i32', 16), i32('shrUnsigned'), i32('xor')];
  /** x + y * z, into x. */
  const fold = (x: number, start: number[], y: number[], z: number[]): number[] => [
    ...start,
    ...y,
    ...z,
    i32('mul'),
    i32('add'),
    ...setLocal(x),
  ];
  return {
    takes: ['i32', 'i32', 'i64'],
    gives: ['i64'],
    locals: ['i32', 'i32', 'i32', 'i32'],
    body: [
      ...fold(
        a,
        [...loadWord(luck), ...getLocal(site), i32('xor'), ...call(HELPER.stir)],
        [...loadWord(luck + 4), ...getLocal(subject), i32('xor'), ...call(HELPER.stir), 0x22, b],
        loadWord(luck + 20),
      ),
      ...fold(b, getLocal(b), loadWord(luck + 16), getLocal(a)),
      ...fold(c, loadWord(luck + 16), getLocal(a), getLocal(b)),
      ...fold(d, loadWord(luck + 20), getLocal(b), getLocal(c)),
      ...folded(a),
      ...folded(b),
      ...folded(d),
      i32('mul'),
      i32('add'),
      ...setLocal(a),
      ...folded(a),
      EXTEND_UNSIGNED,
      ...getLocal(n),
      i64('mul'),
      ...constant('i64', 32),
      i64('shrUnsigned'),
    ],
  };
};

/** a / b rounded down; b is not 0. */
const floorDiv = (type: Word): FunctionText => {
  const [a, b, rest] = [0, 1, 2];
  const is = (name: Operation): number => operation(name, type);
  return {
    takes: [type, type],
    gives: [type],
    locals: [type],
    body: [
      ...getLocal(a),
      ...getLocal(b),
      is('div'),
      ...getLocal(a),
      ...getLocal(b),
      is('rem'),
      ...setLocal(rest),
      // One less where something is left over whose sign is not the divisor's.
      ...getLocal(rest),
      ...constant(type, 0),
      is('!='),
      ...getLocal(rest),
      ...getLocal(b),
      is('xor'),
      ...constant(type, 0),
      is('<'),
      i32('and'),
      ...(type === 'i64' ? [EXTEND] : []),
      is('sub'),
    ],
  };
};

/** What `floorDiv` leaves over, with the sign of b; b is not 0. */
const modulo = (type: Word): FunctionText => {
  const [a, b] = [0, 1];
  return {
    takes: [type, type],
    gives: [type],
    locals: [],
    body: [
      ...getLocal(a),
      ...getLocal(a),
      ...getLocal(b),
      ...call(HELPER.floorDiv[type]),
      ...getLocal(b),
      operation('mul', type),
      operation('sub', type),
    ],
  };
};

/** `curveAt` of `engine/curve.ts`: byte at which the curve begins, index of its last entry, and x. Entries are words of 64 bits. */
const CURVE: FunctionText = (() => {
  const [at, last, x, step, from, left, y] = [0, 1, 2, 3, 4, 5, 6];
  const entry = (index: number[]): number[] => [...getLocal(at), ...index, ...constant('i32', 8), i32('mul'), i32('add'), 0x29, 3, 0];
  const leftIndex = [...getLocal(left), WRAP];
  return {
    takes: ['i32', 'i32', 'i64'],
    gives: ['i64'],
    locals: ['i64', 'i64', 'i64', 'i64'],
    body: [
      ...entry(constant('i32', 1)),
      ...setLocal(step),
      ...getLocal(x),
      ...entry(constant('i32', 0)),
      i64('sub'),
      ...setLocal(from),
      ...branch([...getLocal(from), ...constant('i64', 0), i64('<=')], 'i64', entry(constant('i32', 2)), [
        ...getLocal(from),
        ...getLocal(step),
        i64('div'),
        ...constant('i64', 2),
        i64('add'),
        ...setLocal(left),
        ...branch([...getLocal(left), ...getLocal(last), EXTEND, i64('>=')], 'i64', entry(getLocal(last)), [
          ...entry(leftIndex),
          ...setLocal(y),
          ...getLocal(y),
          ...entry([...leftIndex, ...constant('i32', 1), i32('add')]),
          ...getLocal(y),
          i64('sub'),
          ...getLocal(from),
          ...getLocal(left),
          ...constant('i64', 2),
          i64('sub'),
          ...getLocal(step),
          i64('mul'),
          i64('sub'),
          i64('mul'),
          ...getLocal(step),
          ...call(HELPER.floorDiv.i64),
          i64('add'),
        ]),
      ]),
    ],
  };
})();

/** In the order of `HELPER`. */
export const helpers = (luck: number): readonly FunctionText[] => [
  draw(luck),
  floorDiv('i32'),
  floorDiv('i64'),
  modulo('i32'),
  modulo('i64'),
  CURVE,
  STIR,
];
