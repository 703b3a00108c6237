import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policiesOf } from '../../src/players/policies.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { buildGolden, bundleOf, SCENARIO } from './build.ts';
import type { GoldenGame } from './game.ts';
import { golden, playGolden, replayGolden } from './replay.ts';

const file = join(import.meta.dirname, 'games.json');
const bundle = bundleOf(SCENARIO);
const policies = [...policiesOf(bundle).keys()];
const SEEDS = ['golden one', 'golden two'].map(seedFromText);

/** `npm run golden` plays the games anew; the difference in the file is the difference a change makes. */
if (process.env['BAMBOO_GOLDEN'] === 'write') {
  const played = policies.flatMap((policy) => SEEDS.map((seed) => playGolden(bundle, policy, seed)));
  writeFileSync(file, `${JSON.stringify(played, null, 2)}\n`);
}
const games = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly GoldenGame[]) : [];

describe('golden games', () => {
  it('has two of every policy', () => {
    expect(games.map(({ policy, seed }) => `${policy} ${seed}`)).toEqual(
      policies.flatMap((policy) => SEEDS.map((seed) => `${policy} ${seed}`)),
    );
  });

  it.each(games.map((game) => [game.policy, game.seed, game] as const))('%s plays %s as it did', (policy, seed, game) => {
    expect(playGolden(bundle, policy, seed)).toEqual(game);
    expect(replayGolden(bundle, game)).toBe(game.check);
  });
});

describe('golden games on other versions of Node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const expected = golden(bundle, games);
  beforeAll(() => buildGolden(folder));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.for(['20', '22', '24'])('are the same on Node %s', { timeout: 180_000 }, (version, { skip }) => {
    const here = process.version.startsWith(`v${version}.`);
    const node = [join(folder, 'node.mjs'), file];
    const options = { encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 } as const;
    const { status, stdout, stderr } = here
      ? spawnSync(process.execPath, node, options)
      : spawnSync('npx', ['--yes', '--package', `node@${version}`, 'node', ...node], options);
    if (status !== 0 && process.env['CI'] === undefined) {
      console.warn(`NOT RUN: golden games on Node ${version}, which could not be had here.\n${stderr}`);
      skip(`Node ${version} could not be had`);
    }
    expect(stderr.includes('Error') ? stderr : '').toBe('');
    const { version: ran, results } = JSON.parse(stdout) as { version: string; results: unknown };
    expect(ran).toMatch(new RegExp(`^v${version}\\.`));
    expect(results).toEqual(expected);
  });
});
