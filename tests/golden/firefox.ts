import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['firefox', 'firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };
const PAGE = '<!doctype html><title>Golden</title><script type="module" src="/page.js"></script>';

/** The command of an installed Firefox. */
export const firefoxHere = (): string | undefined => NAMES.find((name) => spawnSync(name, ['--version']).status === 0);

/**
 * Replays the golden games in Firefox: it opens a page of `folder` (made by `buildGolden`), which sends back what it found.
 * `games`: the file with the games. Rejects with what the page or the browser says went wrong.
 */
export const goldenInFirefox = async (command: string, folder: string, games: string): Promise<unknown> => {
  const profile = mkdtempSync(join(tmpdir(), 'golden-firefox-'));
  let answer: (body: string) => void = () => {};
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        response.end();
        answer(body);
      });
    } else if (name === '') response.setHeader('content-type', 'text/html').end(PAGE);
    else if (/^[a-z]+\.js(?:on)?$/.test(name)) {
      response.setHeader('content-type', TYPES[name.split('.')[1] ?? ''] ?? 'text/plain');
      response.end(readFileSync(name === 'games.json' ? games : join(folder, name)));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = spawn(command, ['--headless', '--no-remote', '--profile', profile, url], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  browser.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const left = new Promise<number | null>((resolve) => browser.once('close', resolve));
  try {
    const gone = left.then((status) => {
      throw new Error(`Firefox left with ${String(status)} before it answered.\n${said}`);
    });
    gone.catch(() => {});
    const { results, error } = JSON.parse(await Promise.race([answered, gone])) as { results?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return results;
  } finally {
    browser.kill();
    // It writes to its profile until it is gone.
    await left;
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
