/** Text of WebAssembly as bytes, after the binary format of its core specification. Only what the rules of a scenario need. */

export type Word = 'i32' | 'i64';
export type Bytes = readonly number[];

export const TYPE: Readonly<Record<Word, number>> = { i32: 0x7f, i64: 0x7e };

/** Instructions by their byte. */
export const CODE = {
  i32: 0x41,
  i64: 0x42,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  call: 0x10,
  load: 0x28,
  store: 0x36,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  /** The type of a block that leaves nothing. */
  nothing: 0x40,
  select: 0x1b,
  wrap: 0xa7,
  extend: 0xac,
  /** By type: 32 bits, 64 bits. */
  operation: {
    add: [0x6a, 0x7c],
    sub: [0x6b, 0x7d],
    mul: [0x6c, 0x7e],
    div: [0x6d, 0x7f],
    rem: [0x6f, 0x81],
    and: [0x71, 0x83],
    or: [0x72, 0x84],
    xor: [0x73, 0x85],
    shr: [0x75, 0x87],
    shrUnsigned: [0x76, 0x88],
    zero: [0x45, 0x50],
    '==': [0x46, 0x51],
    '!=': [0x47, 0x52],
    '<': [0x48, 0x53],
    '>': [0x4a, 0x55],
    '<=': [0x4c, 0x57],
    '>=': [0x4e, 0x59],
  },
} as const;

export type Operation = keyof typeof CODE.operation;
export const operation = (name: Operation, type: Word): number => CODE.operation[name][type === 'i32' ? 0 : 1];

/** A number from 0 in LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    const low = rest % 128;
    if (rest < 128) return [...bytes, low];
    bytes.push(low + 128);
  }
}

/** A whole number of up to 53 bits in signed LEB128. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    const low = Number(rest & 127n);
    const sign = (low & 64) !== 0;
    if ((rest >= -64n && rest < 0n && sign) || (rest >= 0n && rest < 64n && !sign)) return [...bytes, low];
    bytes.push(low + 128);
  }
}

export const constant = (type: Word, value: number): number[] => [CODE[type], ...signed(type === 'i32' ? value | 0 : value)];
export const getLocal = (local: number): number[] => [CODE.get, ...unsigned(local)];
export const setLocal = (local: number): number[] => [CODE.set, ...unsigned(local)];
export const teeLocal = (local: number): number[] => [CODE.tee, ...unsigned(local)];
export const call = (index: number): number[] => [CODE.call, ...unsigned(index)];
export const { select: SELECT, wrap: WRAP, extend: EXTEND } = CODE;

/** A word of memory at a fixed byte. */
export const loadWord = (at: number): number[] => [CODE.i32, 0, CODE.load, 2, ...unsigned(at)];
export const storeWord = (at: number, value: Bytes): number[] => [CODE.i32, 0, ...value, CODE.store, 2, ...unsigned(at)];

/** `type`: that of the value both arms leave; undefined for none. */
export const branch = (when: Bytes, type: Word | undefined, yes: Bytes, no: Bytes): number[] => [
  ...when,
  CODE.if,
  type === undefined ? CODE.nothing : TYPE[type],
  ...yes,
  ...(no.length > 0 ? [CODE.else, ...no] : []),
  CODE.end,
];

/** From 32 bits to 64 without the sign; `WRAP` goes from 64 to 32, `EXTEND` back. */
export const EXTEND_UNSIGNED = 0xad;

export interface FunctionText {
  readonly takes: readonly Word[];
  readonly gives: readonly Word[];
  /** Types of its locals beside what it takes. */
  readonly locals: readonly Word[];
  readonly body: Bytes;
}

const vector = (items: readonly Bytes[]): number[] => [...unsigned(items.length), ...items.flat()];
const name = (text: string): number[] => [...unsigned(text.length), ...Array.from(text, (letter) => letter.charCodeAt(0))];
const FUNCTION = 0;
const MEMORY = 2;

/**
 * A module: memory and one function of the caller's (`env.memory`, `env.call`, which takes a word) come in, the functions go out
 * under their numbers. Function 0 is the caller's, so function i of the list has the index i + 1.
 */
export function moduleBytes(functions: readonly FunctionText[], pages: number): Uint8Array<ArrayBuffer> {
  const shapes: string[] = [];
  const types: Bytes[] = [];
  const typeOf = (takes: readonly Word[], gives: readonly Word[]): number => {
    const shape = `${takes.join()}:${gives.join()}`;
    if (!shapes.includes(shape)) {
      shapes.push(shape);
      types.push([0x60, ...vector(takes.map((type) => [TYPE[type]])), ...vector(gives.map((type) => [TYPE[type]]))]);
    }
    return shapes.indexOf(shape);
  };
  const callType = typeOf(['i32'], []);
  const declared = functions.map(({ takes, gives }) => unsigned(typeOf(takes, gives)));
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, TYPE[type]])), ...body, CODE.end];
    return [...unsigned(code.length), ...code];
  });
  const section = (id: number, content: Bytes): number[] => [id, ...unsigned(content.length), ...content];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(
      2,
      vector([
        [...name('env'), ...name('memory'), MEMORY, 0, ...unsigned(pages)],
        [...name('env'), ...name('call'), FUNCTION, ...unsigned(callType)],
      ]),
    ),
    ...section(3, vector(declared)),
    ...section(7, vector(functions.map((_, i) => [...name(String(i)), FUNCTION, ...unsigned(i + 1)]))),
    ...section(10, vector(bodies)),
  ]);
}
