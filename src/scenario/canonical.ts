import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Program } from '../engine/program.ts';

/** One text for one value: keys in code-unit order, no spaces. Places (`at`) say where an op stands, not what it does, and are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([key, field]) => key !== 'at' && field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of the canonical program, hex: two programs with the same hash are the same rules. */
export const rulesHashOf = (program: Program): string => sha256Hex(canonicalJson(program));

/** First six hex digits of the SHA-256 of an English text: which version a translation was made from. */
export const textStamp = (text: string): string => sha256Hex(text.trim()).slice(0, 6);
