import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { bad, good } from '../engine/result.ts';
import type { Result } from '../engine/result.ts';

/** Bytes: no game that was exported comes near. */
const MOST = 16 << 20;

const unreadable = (why: string): Result<string> => bad({ code: 'unreadable', message: `The file cannot be read (${why}).` });

/**
 * The text of a file that somebody named: UTF-8, or UTF-16 with its byte order mark. A device, a pipe or a folder is no file and is refused at once; so is
 * what is longer than any game, and what is text of another kind.
 */
export const readText = (file: string): Result<string> => {
  let handle: number | undefined;
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return unreadable('it is a device, a pipe or a folder');
    if (stat.size > MOST) return unreadable(`it has more than ${MOST} bytes`);
    handle = openSync(file, 'r');
    const bytes = Buffer.alloc(stat.size);
    const got = readSync(handle, bytes, 0, stat.size, 0);
    return textOf(bytes.subarray(0, got));
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};

const textOf = (bytes: Buffer): Result<string> => {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return good(text);
  } catch {
    // Not text of that kind; said below.
  }
  return bad({ code: 'unreadable', message: 'The file is not text in UTF-8; save it as UTF-8.' });
};
