import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPrefix } from '../engine/replay.ts';
import type { GoldenGame } from '../lab/golden.ts';
import { listReleases, type Release } from './archive.ts';

/**
 * Puts a scenario's present rules, catalogue and words into the archive, with games to prove by that they still play as they did.
 * undefined, and nothing written, where its rules are there already: a release is never written again.
 */
export const writeRelease = (archive: string, { bundle, prose }: Release, games: readonly GoldenGame[]): string | undefined => {
  const name = rulesPrefix(bundle.rulesHash);
  if (listReleases(archive).includes(name)) return undefined;
  const folder = join(archive, name);
  mkdirSync(folder, { recursive: true });
  const put = (file: string, value: unknown, space?: number) =>
    writeFileSync(join(folder, file), `${JSON.stringify(value, null, space)}\n`);
  put('en.json', prose.en);
  put('vi.json', prose.vi);
  put('games.json', games, 2);
  // Last: a folder without it is no release.
  put('bundle.json', bundle);
  return folder;
};
