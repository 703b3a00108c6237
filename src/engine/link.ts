import { bad, good } from './result.ts';
import type { Result } from './result.ts';

/**
 * Bytes as text that can stand in an address: `B`, the format (1 or 2), then strict base64url. Inside: length, bytes, CRC-32 of all
 * that precedes it, the two letters included. There is one text for given bytes, so every changed letter is noticed.
 */
const MARK = 'B';
/** The format that is written. Format 1 is read for ever. */
export const LINK_FORMAT = 2;
const FORMATS = [1, 2] as const;
export type LinkFormat = (typeof FORMATS)[number];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CRC_BYTES = 4;
const MOST_BYTES = 16_383;

/** Why a text is no link of ours. */
export type LinkFault =
  | { readonly code: 'foreign' }
  | { readonly code: 'newer-format'; readonly format: number }
  | { readonly code: 'cut' }
  | { readonly code: 'damaged' };

/** CRC-32 as in IEEE 802.3, unsigned. */
export function crc32(bytes: readonly number[]): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

const lettersOf = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const fourBytes = (word: number): number[] => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255];

export function makeLink(bytes: readonly number[], format: LinkFormat = LINK_FORMAT): string {
  const head = `${MARK}${format}`;
  const length = bytes.length < 128 ? [bytes.length] : [128 | (bytes.length >>> 7), bytes.length & 127];
  const sealed = [...length, ...bytes];
  return head + toLetters([...sealed, ...fourBytes(crc32([...lettersOf(head), ...sealed]))]);
}

export function readLink(text: string): Result<{ readonly format: LinkFormat; readonly bytes: readonly number[] }, LinkFault> {
  if (!text.startsWith(MARK)) return bad({ code: 'foreign' });
  const told = '0123456789'.indexOf(text.charAt(1));
  if (text.length < 2) return bad({ code: 'cut' });
  if (told > LINK_FORMAT) return bad({ code: 'newer-format', format: told });
  const format = FORMATS.find((known) => known === told);
  const letters = Array.from(text.slice(2), (letter) => LETTERS.indexOf(letter));
  if (format === undefined || letters.includes(-1)) return bad({ code: 'damaged' });
  const bytes = fromLetters(letters);
  const [first, second] = bytes;
  if (first === undefined || (first >= 128 && second === undefined)) return bad({ code: 'cut' });
  const head = first < 128 ? 1 : 2;
  const length = first < 128 ? first : ((first & 127) << 7) | (second ?? 0);
  const whole = head + length + CRC_BYTES;
  if (bytes.length < whole) return bad({ code: 'cut' });
  const sealed = bytes.slice(0, head + length);
  const sum = bytes.slice(head + length);
  const crc = fourBytes(crc32([...lettersOf(text.slice(0, 2)), ...sealed]));
  const same = sum.length === CRC_BYTES && sum.every((byte, i) => byte === crc[i]);
  const body = sealed.slice(head);
  return same && body.length <= MOST_BYTES && makeLink(body, format) === text ? good({ format, bytes: body }) : bad({ code: 'damaged' });
}

function toLetters(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const four = [a >>> 2, ((a & 3) << 4) | (b >>> 4), ((b & 15) << 2) | (c >>> 6), c & 63];
    const used = bytes.length - i >= 3 ? 4 : bytes.length - i + 1;
    for (const six of four.slice(0, used)) text += LETTERS.charAt(six);
  }
  return text;
}

/** Whole bytes of a run of six-bit letters; what is left over at the end is dropped and noticed by writing it again. */
function fromLetters(letters: readonly number[]): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const six of letters) {
    held = ((held << 6) | six) & 0x3fff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
  }
  return bytes;
}
