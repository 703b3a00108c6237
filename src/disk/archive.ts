import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPrefix } from '../engine/replay.ts';
import type { Bundle, Locale, Prose } from '../bundle/bundle.ts';

/** A past release of a scenario: the rules, catalogue and words that games of its time were played with. */
export interface Release {
  readonly bundle: Bundle;
  readonly prose: Readonly<Record<Locale, Prose>>;
}

/** Folder names in `archive/`: the first eight digits of the hash of the rules each holds. */
export const listReleases = (archive: string): readonly string[] =>
  existsSync(archive)
    ? readdirSync(archive, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && existsSync(join(archive, entry.name, 'bundle.json')))
        .map(({ name }) => name)
        .sort()
    : [];

/** A release by the beginning of its rules hash (eight digits or more); undefined where the archive has none such. */
export const readRelease = (archive: string, hash: string): Release | undefined => {
  const name = rulesPrefix(hash);
  if (!listReleases(archive).includes(name)) return undefined;
  const read = (file: string): unknown => JSON.parse(readFileSync(join(archive, name, file), 'utf8'));
  const bundle = read('bundle.json') as Bundle;
  if (!bundle.rulesHash.startsWith(hash)) return undefined;
  return { bundle, prose: { en: read('en.json') as Prose, vi: read('vi.json') as Prose } };
};
