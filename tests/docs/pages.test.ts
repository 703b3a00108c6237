import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { writeProblem } from '../../src/scenario/problem/problem.ts';

const root = resolve(import.meta.dirname, '../..');
const bamboo = join(root, 'bin', 'bamboo.mjs');
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

/** The code blocks of a page in order: what stands after the three marks, and the text. */
const blocksOf = (text: string): readonly { readonly info: string; readonly body: string }[] =>
  [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => ({ info, body }));

it('the first example of the scenario format is a whole scenario', () => {
  const [first] = blocksOf(page('scenario-format.md'));
  const { bundle, problems } = compileScenario({ name: 'example', own: [{ file: 'example.yaml', text: first?.body ?? '' }], used: [] });
  expect(problems.map(writeProblem)).toEqual([]);
  expect(bundle?.program.situations).toHaveLength(1);
});

/** Starts the preview, waits until it says where it is, and stops it as people do. */
const preview = (args: readonly string[], cwd: string): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [bamboo, ...args, '--port', '4391'], { cwd });
    let said = '';
    const hear = (chunk: Buffer): void => {
      const told = said.includes('Stop with Ctrl+C');
      said += chunk.toString();
      if (!told && said.includes('Stop with Ctrl+C')) child.kill('SIGINT');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', fail);
    const hangs = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.on('exit', (code) => {
      clearTimeout(hangs);
      done(`${said}ended ${String(code)}`);
    });
  });

describe('the tutorial', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bamboo-tutorial-'));
  // The first call builds the command line, and says so.
  beforeAll(() => void spawnSync(process.execPath, [bamboo, 'help']), 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('works as it is written: every file, every command', { timeout: 240_000 }, async () => {
    const ran: string[] = [];
    for (const { info, body } of blocksOf(page('tutorial.md'))) {
      const [kind, file] = info.split(' ');
      if (kind === 'yaml' && file !== undefined) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), body);
        continue;
      }
      expect(kind).toBe('sh');
      for (const line of body.trim().split('\n')) {
        const [npx, name, ...args] = line.split(' ');
        expect([npx, name]).toEqual(['npx', 'bamboo']);
        ran.push(args[0] ?? '');
        if (args[0] === 'preview') {
          const said = await preview(args, folder);
          expect(said, line).toContain('my-helsinki is at http');
          expect(said, line).toMatch(/ended 0$/u);
          expect(said, line).not.toContain('cannot be played');
          continue;
        }
        const { status, stdout, stderr } = spawnSync(process.execPath, [bamboo, ...args], { cwd: folder, encoding: 'utf8' });
        expect([status, stderr], `${line}\n${stdout}`).toEqual([0, '']);
        // Hints may be left once a translation has begun, nothing else.
        if (args[0] === 'check' && !line.includes('--fix')) expect(stdout).toContain('No problems.');
        if (args[0] === 'lab') expect(stdout).not.toMatch(/^Never opened/m);
      }
    }
    expect(new Set(ran)).toEqual(new Set(['check', 'play', 'preview', 'lab']));
  });
});
