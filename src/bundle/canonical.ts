import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Program } from '../engine/program.ts';

/** One text for one value made of names and whole numbers: keys in code-unit order, no spaces. Places (`at`) say where an op stands, not what it does, and are left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const map = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(map).sort()) {
    const field = map[key];
    if (key === 'at' || field === undefined) continue;
    text += `${text === '' ? '' : ','}"${key}":${canonicalJson(field)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of a text, hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of the canonical program, hex: two programs with the same hash are the same rules. */
export const rulesHashOf = (program: Program): string => sha256Hex(canonicalJson(program));

/** First six hex digits of the SHA-256 of an English text: which version a translation was made from. */
export const textStamp = (text: string): string => sha256Hex(text.trim()).slice(0, 6);
