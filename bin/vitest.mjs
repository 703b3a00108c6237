// Vitest with a setting of ours: `proof` repeats the property tests with the large counts (hours, not minutes), `golden` plays the golden games anew.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

const SETTINGS = {
  proof: { env: { BAMBOO_PROOF: '1' }, only: [] },
  golden: { env: { BAMBOO_GOLDEN: 'write' }, only: ['tests/golden'] },
};

const [name, ...rest] = process.argv.slice(2);
const { env, only } = SETTINGS[name];
const { status } = spawnSync(join(root, 'node_modules', '.bin', 'vitest'), ['run', ...only, ...rest], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ...env },
});
process.exitCode = status ?? 1;
