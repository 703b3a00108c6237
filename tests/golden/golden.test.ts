import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policiesOf } from '../../src/players/policies.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { proving } from '../counts.ts';
import { buildGolden, bundleOf, SCENARIO } from './build.ts';
import { firefoxHere, goldenInFirefox } from './firefox.ts';
import { playGolden, replayGolden, type GoldenGame } from '../../src/lab/golden.ts';
import { golden } from './replay.ts';

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

/** A changed number is meant or it is not: the file shows what it does to games. */
const CHANGED =
  'The rules play otherwise than when these games were recorded. If a rule or a number was changed on purpose, run `npm run golden` and commit tests/golden/games.json with the change; the difference in it is what the change makes.';

describe('golden games', () => {
  it('has two of every policy', () => {
    expect(games.map(({ policy, seed }) => `${policy} ${seed}`)).toEqual(
      policies.flatMap((policy) => SEEDS.map((seed) => `${policy} ${seed}`)),
    );
  });

  it.each(games.map((game) => [game.policy, game.seed, game] as const))('%s plays %s as it did', (policy, seed, game) => {
    expect(playGolden(bundle, policy, seed), CHANGED).toEqual(game);
    expect(replayGolden(bundle, game), CHANGED).toBe(game.check);
  });
});

/** A JavaScript engine as a program that runs `node.mjs`: this one, or a package of the registry that has one. */
interface Runtime {
  readonly name: string;
  readonly from: string;
  readonly command: string;
  readonly here: boolean;
}

const NODES: readonly Runtime[] = ['20', '22', '24'].map((version) => ({
  name: `Node ${version}`,
  from: `node@${version}`,
  command: 'node',
  here: process.version.startsWith(`v${version}.`),
}));
const BUN: Runtime = { name: 'JavaScriptCore (Bun)', from: 'bun@1', command: 'bun', here: false };

const options = { encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 } as const;
const runOn = ({ from, command, here }: Runtime, args: readonly string[]) =>
  here ? spawnSync(process.execPath, args, options) : spawnSync('npx', ['--yes', '--package', from, command, ...args], options);

/** Whether the runtime can be had. A registry that does not answer is asked three times. */
const canBeHad = (runtime: Runtime): boolean => [1, 2, 3].some(() => runOn(runtime, ['--version']).status === 0);

describe('golden games on other engines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const expected = golden(bundle, games);
  beforeAll(() => buildGolden(folder), 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  // Beside Node, what can be had is tried: nobody has to have it.
  const hasBun = canBeHad(BUN);
  if (!hasBun) console.warn('NOT RUN: golden games on JavaScriptCore; the package `bun` could not be had.');

  it.for([...NODES, ...(hasBun ? [BUN] : [])])('are the same on $name', { timeout: 180_000 }, (runtime, { skip }) => {
    const { name, from, command } = runtime;
    if (!canBeHad(runtime)) {
      console.warn(`NOT RUN: golden games on ${name}, which could not be had here.`);
      skip(`${name} could not be had`);
    }
    const { status, stdout, stderr } = runOn(runtime, [join(folder, 'node.mjs'), file]);
    expect(status, stderr).toBe(0);
    const { versions, results } = JSON.parse(stdout) as { versions: Readonly<Record<string, string>>; results: unknown };
    expect(`${command}@${versions[command] ?? 'none'}`).toMatch(new RegExp(`^${from}\\.`));
    expect(results).toEqual(expected);
  });

  // A browser that happens to be installed must not change what `npm cit` checks: Firefox is asked in `npm run proof`.
  const firefox = proving ? firefoxHere() : undefined;
  if (proving && firefox === undefined) console.warn('NOT RUN: golden games in Firefox; there is no firefox or firefox-esr on the path.');
  if (firefox !== undefined)
    it('are the same in Firefox', { timeout: 180_000 }, async () => {
      expect(await goldenInFirefox(firefox, folder, file)).toEqual(expected);
    });
});
