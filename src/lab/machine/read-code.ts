import { CODE, type Bytes, type Operation } from './bytes.ts';

/** One instruction of a function as `bytes.ts` writes it. */
export type Instruction =
  | { readonly does: 'constant'; readonly value: number }
  | { readonly does: 'get' | 'set' | 'tee'; readonly local: number }
  /** A word of memory, by its byte. */
  | { readonly does: 'load' | 'store'; readonly at: number }
  /** `index`: of the function called. */
  | { readonly does: 'call'; readonly index: number }
  /** `gives`: whether each arm leaves a value. */
  | { readonly does: 'if'; readonly gives: boolean; readonly yes: readonly Instruction[]; readonly no: readonly Instruction[] }
  /** `same`: from 32 bits to 64; `wrap`: from 64 to 32. */
  | { readonly does: 'select' | 'same' | 'wrap' | 'zero' }
  | { readonly does: 'both'; readonly and: boolean }
  | { readonly does: 'compare'; readonly by: '==' | '!=' | '<' | '>' | '<=' | '>=' }
  /** `wide`: words of 64 bits. */
  | { readonly does: 'operate'; readonly by: 'add' | 'sub' | 'mul' | 'div' | 'rem' | 'shr'; readonly wide: boolean };

interface Reader {
  readonly bytes: Bytes;
  at: number;
}

/** Reads what `bytes.ts` can write and a function of the rules uses. Throws an Error for anything else. */
export const readCode = (bytes: Bytes): readonly Instruction[] => {
  const reader = { bytes, at: 0 };
  const code = readBlock(reader);
  if (reader.at < bytes.length) throw new Error('a block of the rules ends too early');
  return code;
};

/** Up to an `else`, an `end` or the end of all; these are left to whoever asked. */
function readBlock(reader: Reader): readonly Instruction[] {
  const code: Instruction[] = [];
  while (reader.at < reader.bytes.length && reader.bytes[reader.at] !== CODE.else && reader.bytes[reader.at] !== CODE.end)
    code.push(readOne(reader));
  return code;
}

function readOne(reader: Reader): Instruction {
  const byte = reader.bytes[reader.at++]!;
  switch (byte) {
    case CODE.i32:
    case CODE.i64:
      return { does: 'constant', value: Number(readNumber(reader, true)) };
    case CODE.get:
      return { does: 'get', local: Number(readNumber(reader, false)) };
    case CODE.set:
      return { does: 'set', local: Number(readNumber(reader, false)) };
    case CODE.tee:
      return { does: 'tee', local: Number(readNumber(reader, false)) };
    case CODE.load:
    case CODE.store:
      reader.at++;
      return { does: byte === CODE.load ? 'load' : 'store', at: Number(readNumber(reader, false)) };
    case CODE.call:
      return { does: 'call', index: Number(readNumber(reader, false)) };
    case CODE.if: {
      const gives = reader.bytes[reader.at++] !== CODE.nothing;
      const yes = readBlock(reader);
      let no: readonly Instruction[] = [];
      if (reader.bytes[reader.at] === CODE.else) {
        reader.at++;
        no = readBlock(reader);
      }
      reader.at++;
      return { does: 'if', gives, yes, no };
    }
    case CODE.select:
      return { does: 'select' };
    case CODE.extend:
      return { does: 'same' };
    case CODE.wrap:
      return { does: 'wrap' };
    default:
      return operationOf(byte);
  }
}

/** LEB128. */
function readNumber(reader: Reader, signed: boolean): bigint {
  let value = 0n;
  let shift = 0n;
  for (;;) {
    const byte = reader.bytes[reader.at++]!;
    value |= BigInt(byte & 127) << shift;
    shift += 7n;
    if (byte < 128) return signed && (byte & 64) !== 0 ? value - (1n << shift) : value;
  }
}

interface Named {
  readonly name: Operation;
  readonly wide: boolean;
}

const isOperation = (name: string): name is Operation => Object.hasOwn(CODE.operation, name);

const BY_BYTE: ReadonlyMap<number, Named> = new Map(
  Object.entries(CODE.operation).flatMap(([name, bytes]) =>
    isOperation(name) ? bytes.map((byte, i): [number, Named] => [byte, { name, wide: i === 1 }]) : [],
  ),
);

function operationOf(byte: number): Instruction {
  const found = BY_BYTE.get(byte);
  switch (found?.name) {
    case 'zero':
      return { does: 'zero' };
    case 'and':
    case 'or':
      return { does: 'both', and: found.name === 'and' };
    case '==':
    case '!=':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return { does: 'compare', by: found.name };
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'rem':
    case 'shr':
      return { does: 'operate', by: found.name, wide: found.wide };
    default:
      throw new Error(`no function of the rules holds byte ${String(byte)}`);
  }
}
