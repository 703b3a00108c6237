import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPrefix } from '../engine/replay.ts';
import type { Bundle, Locale, Prose } from '../bundle/bundle.ts';

/** A past release of a scenario: the rules, catalogue and words that games of its time were played with. */
export interface Release {
  readonly bundle: Bundle;
  readonly prose: Readonly<Record<Locale, Prose>>;
}

/** What later programs need in order to show a release that was written before them: never rules. */
interface Added {
  readonly catalogue: Partial<Bundle['catalogue']>;
  readonly en: Prose;
  readonly vi: Prose;
}
const ADDED = 'added.json';

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
  const added = existsSync(join(archive, name, ADDED)) ? (read(ADDED) as Added) : undefined;
  return {
    bundle: added === undefined ? bundle : { ...bundle, catalogue: { ...bundle.catalogue, ...added.catalogue } },
    prose: { en: { ...(read('en.json') as Prose), ...added?.en }, vi: { ...(read('vi.json') as Prose), ...added?.vi } },
  };
};
