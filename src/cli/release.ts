import { join, relative } from 'node:path';
import { loadNamed } from '../disk/load-files.ts';
import { writeRelease } from '../disk/release.ts';
import { playGolden } from '../lab/golden.ts';
import { policiesOf } from '../players/policies.ts';
import { seedFromText } from '../session/seed.ts';
import { openOutput } from './output.ts';

/** Whoever plays a release is played by each of these once; greedy ones take long and prove nothing more. */
const isPlain = (policy: string): boolean => !policy.startsWith('greedy-');

/** Archives the rules and words of every bundled scenario whose rules have changed since the last release. Gives the status to end with. */
export const release = (root: string): number => {
  const out = openOutput(false);
  const archive = join(root, 'archive');
  for (const { bundle, prose } of loadNamed(undefined, root, out) ?? []) {
    const { id } = bundle.program;
    const { en = {}, vi = {} } = prose;
    const policies = [...policiesOf(bundle).keys()].filter(isPlain);
    const games = policies.map((policy) => playGolden(bundle, policy, seedFromText(`release ${id} ${policy}`)));
    const folder = writeRelease(archive, { bundle, prose: { en, vi } }, games);
    out.say(folder === undefined ? `${id}: its rules are in the archive already.` : `${id}: ${relative(root, folder)}`);
  }
  return 0;
};
