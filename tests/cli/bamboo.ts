import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const project = join(import.meta.dirname, '..', '..');
export const DOOR = join(import.meta.dirname, 'fixtures', 'door.yaml');
export const VANGUARD = 'vanguard-bank-2019';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `bamboo` as somebody types it. `typed`: what comes on the standard input. */
export const bamboo = (args: readonly string[], typed = ''): Run =>
  spawnSync(process.execPath, [join(project, 'bin', 'bamboo.mjs'), ...args], {
    encoding: 'utf8',
    input: typed,
    maxBuffer: 64 * 1024 * 1024,
  });

/** The one JSON value a command prints with --json. */
export const json = (args: readonly string[], typed = ''): unknown => {
  const { stdout, stderr } = bamboo([...args, '--json'], typed);
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`not JSON: ${stdout.slice(0, 300)}\n${stderr.slice(0, 2000)}`);
  }
};
