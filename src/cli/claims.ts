import { compileProgram } from '../engine/compiled-program.ts';
import { countClaims, type Misplaced } from '../lab/claims.ts';
import { policiesOf } from '../players/policies.ts';
import { seedFromText } from '../session/seed.ts';
import { loadNamed } from '../disk/load-files.ts';
import type { Call } from './main.ts';
import { countOf, seedOf } from './options.ts';

/** Games of each policy, unless said; enough for what acts in one game of a hundred to be seen to act. */
const GAMES = 12;
const MOST_GAMES = 10_000;
const WHY: Readonly<Record<Misplaced['why'], string>> = {
  early: 'acts before it holds',
  late: 'acts after it holds, and is not marked as a pattern',
  about: 'stands where none of its powers is concerned',
};

/**
 * `claims [SCENARIO] [--games N] [--seed TEXT]`: what becomes of the articles' claims, scenario by scenario: which act in play, are told,
 * are shown as a pattern of another time, or wait for a campaign. Fails where one stands where it cannot hold.
 */
export const claims = ({ words, options, out, root }: Call): Promise<boolean> => {
  const loaded = loadNamed(words[0], root, out);
  if (loaded === undefined || loaded.length === 0) return Promise.resolve(false);
  const games = countOf(options, 'games', MOST_GAMES) ?? GAMES;
  const first = seedOf(options) ?? seedFromText('claims');

  const catalogues = loaded.map(({ bundle }) => bundle.catalogue);
  const core = new Set(catalogues.flatMap((catalogue) => catalogue.claims.filter((claim) => claim.core).map(({ id }) => id)));
  const where = new Map<string, Set<string>>([...core].sort().map((id) => [id, new Set<string>()]));
  for (const { places } of catalogues)
    for (const place of places) for (const id of place.claims) where.get(id)?.add(`${place.file}:${place.line}`);
  const uncovered = [...where].filter(([, places]) => places.size === 0).map(([id]) => id);
  const found = Object.fromEntries([...where].filter(([, places]) => places.size > 0).map(([id, places]) => [id, [...places]]));

  const scenarios = loaded
    .filter(({ bundle }) => bundle.catalogue.claims.length > 0)
    .map(({ bundle, limits }) => {
      // Greedy policies forecast at every stop; what acts, acts under the others too.
      const policies = [...policiesOf(bundle)].filter(([name]) => !name.startsWith('greedy-')).map(([, policy]) => policy);
      const count = countClaims(compileProgram(bundle.program), bundle.catalogue, limits, { policies, first, games });
      return { id: bundle.catalogue.id, ...count };
    });
  const waits = [...core].filter((id) => scenarios.every((one) => one.waits.includes(id))).sort();

  out.tell({ core: core.size, covered: core.size - uncovered.length, uncovered, where: found, scenarios, waits });
  for (const { id, acts, told, pattern, misplaced, ...rest } of scenarios) {
    const ofCore = (ids: readonly string[]) => ids.filter((one) => core.has(one)).length;
    out.say(
      `${id}: ${acts.length} claims act (${ofCore(acts)} core), ${told.length} are told (${ofCore(told)}), ${pattern.length} are patterns (${ofCore(pattern)}), ${rest.waits.length} wait (${ofCore(rest.waits)}).`,
    );
    for (const { id: claim, file, line, why } of misplaced) out.say(`${file}:${line} ${claim} ${WHY[why]}.`);
  }
  if (waits.length > 0) out.say(`Core claims that wait for a campaign: ${waits.join(', ')}`);
  return Promise.resolve(scenarios.every(({ misplaced }) => misplaced.length === 0));
};
