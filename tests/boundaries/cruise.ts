import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** Every import below `folder`/src that breaks a rule of `.dependency-cruiser.cjs`, as `rule: from -> to`. */
export const brokenImports = (folder: string): readonly string[] => {
  const binary = join(project, 'node_modules', '.bin', 'depcruise');
  const { stdout, stderr } = spawnSync(binary, ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
};
