import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/disk/read-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (bytes: Uint8Array | string): string => {
  const file = join(folder, 'file');
  writeFileSync(file, bytes);
  return file;
};

describe('the text of a file that somebody names', () => {
  it('is read as UTF-8, and as UTF-16 where the file says so', () => {
    expect(readText(written('Bãi Tư Chính'))).toEqual({ ok: true, value: 'Bãi Tư Chính' });
    expect(readText(written('\ufeffB2'))).toEqual({ ok: true, value: 'B2' });
    expect(readText(written(Buffer.from('\ufeffBãi', 'utf16le')))).toEqual({ ok: true, value: 'Bãi' });
    expect(readText(written(Buffer.from('\ufeffBãi', 'utf16le').swap16()))).toEqual({ ok: true, value: 'Bãi' });
  });

  it('is asked for as UTF-8 where it is anything else', () => {
    for (const bytes of [Buffer.from('B2', 'utf16le'), Buffer.from([0xe3, 0x28, 0xff])])
      expect(readText(written(bytes))).toMatchObject({
        ok: false,
        problem: { message: expect.stringContaining('save it as UTF-8') as string },
      });
  });

  it('is none where there is a folder, a device without an end, or a pipe', () => {
    const pipe = join(folder, 'pipe');
    const pipes = process.platform !== 'win32' && spawnSync('mkfifo', [pipe]).status === 0;
    for (const file of [folder, '/dev/zero', ...(pipes ? [pipe] : []), join(folder, 'nothing')])
      expect(readText(file)).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
  });
});
