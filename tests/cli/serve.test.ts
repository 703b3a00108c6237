import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../bin/serve.mjs';

const PAGE = '<!doctype html><title>Bamboo</title>';
const SCRIPT = 'export const a = 1;';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

describe('the server of the built page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  let running: Awaited<ReturnType<typeof serve>>;

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      // The raw path goes out, so that `..` reaches the server.
      const { port } = new URL(running.address);
      request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
        });
      })
        .on('error', reject)
        .end();
    });

  beforeAll(async () => {
    mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'not for you');
    writeFileSync(join(folder, 'web', 'index.html'), PAGE);
    writeFileSync(join(folder, 'web', 'assets', 'a.js'), SCRIPT);
    writeFileSync(join(folder, 'web', 'assets', 'a.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, 'web', 'assets', 'a.js.gz'), gzipSync(SCRIPT));
    running = await serve(join(folder, 'web'), 0);
  });

  afterAll(() => {
    running.server.closeAllConnections();
    running.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves the page under a policy without inline script, asking again each time', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body.toString()).toBe(PAGE);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect((await ask('/', { 'If-None-Match': String(headers['etag']) })).status).toBe(304);
  });

  it('sends what the build compressed to whoever can read it, to keep for a year', async () => {
    const plain = await ask('/assets/a.js');
    const brotli = await ask('/assets/a.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    const zipped = await ask('/assets/a.js', { 'Accept-Encoding': 'gzip' });
    expect(plain.body.toString()).toBe(SCRIPT);
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT);
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(plain.headers['cache-control']).toContain('immutable');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets', '/nothing.js', '/%', '/a%00.js'])(
    'does not find %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('names each form of a file apart, and keeps its safety headers whatever it answers', async () => {
    const tags = await Promise.all(
      ['', 'gzip', 'br'].map(async (accepted) => (await ask('/assets/a.js', { 'Accept-Encoding': accepted })).headers['etag']),
    );
    expect(new Set(tags).size).toBe(3);
    const [plain] = tags;
    for (const [path, headers, method] of [
      ['/nothing', {}, 'GET'],
      ['/', {}, 'POST'],
      ['/assets/a.js', { 'If-None-Match': String(plain) }, 'GET'],
    ] as const) {
      const answer = await ask(path, headers, method);
      expect([404, 405, 304]).toContain(answer.status);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('outlives downloads that are broken off, and leaves nothing open', async () => {
    writeFileSync(join(folder, 'web', 'assets', 'big.js'), 'x'.repeat(8_000_000));
    const open = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
    const { port } = new URL(running.address);
    const brokenOff = () =>
      new Promise<void>((resolve) => {
        const asked = request({ host: '127.0.0.1', port, path: '/assets/big.js' }, (response) => {
          response.once('data', () => asked.destroy());
          response.once('close', () => resolve());
        });
        asked.once('error', () => resolve());
        asked.end();
      });
    await brokenOff();
    const before = open();
    for (let i = 0; i < 60; i++) await brokenOff();
    await expect.poll(open, { timeout: 5000 }).toBeLessThanOrEqual(before + 3);
    expect((await ask('/')).status).toBe(200);
  });

  it('answers while what it serves is renewed', async () => {
    const file = join(folder, 'web', 'assets', 'renewed.js');
    for (let i = 0; i < 40; i++) {
      writeFileSync(file, 'y'.repeat(i * 1000));
      const [answer] = await Promise.all([ask('/assets/renewed.js'), Promise.resolve().then(() => rmSync(file, { force: true }))]);
      expect([200, 404, 503]).toContain(answer.status);
    }
    expect((await ask('/')).status).toBe(200);
  });

  it('only reads', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });
});

describe('a folder under one named assets', () => {
  it('has a first page that is asked for anew each time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serve-'));
    const web = join(folder, 'assets', 'web');
    mkdirSync(web, { recursive: true });
    writeFileSync(join(web, 'index.html'), PAGE);
    const { server, address } = await serve(web, 0, 'https://course.example.org');
    const response = await fetch(address);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors https://course.example.org');
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('npm start', () => {
  it('says that FRAME is no list of origins', () => {
    const start = join(import.meta.dirname, '..', '..', 'bin', 'start.mjs');
    const { status, stderr } = spawnSync(process.execPath, [start], {
      encoding: 'utf8',
      env: { ...process.env, FRAME: "*; script-src 'unsafe-inline'" },
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('FRAME must name origins')]);
  });

  it.each(['abc', '-1', '65536', '1.5'])('says that PORT=%s is no port', (port) => {
    const start = join(import.meta.dirname, '..', '..', 'bin', 'start.mjs');
    const { status, stderr } = spawnSync(process.execPath, [start], { encoding: 'utf8', env: { ...process.env, PORT: port } });
    expect([status, stderr.trim()]).toEqual([1, `PORT must be a whole number from 0 to 65535, not "${port}".`]);
  });
});
