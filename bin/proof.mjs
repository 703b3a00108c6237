// `npm run proof`: the property tests again, with the large counts. Hours, not minutes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

const { status } = spawnSync(join(root, 'node_modules', '.bin', 'vitest'), ['run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, BAMBOO_PROOF: '1' },
});
process.exitCode = status ?? 1;
