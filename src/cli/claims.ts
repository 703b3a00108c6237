import { loadNamed } from '../disk/load-files.ts';
import type { Call } from './main.ts';

/** `claims [SCENARIO]`: which core claims of the articles stand behind something that can happen, and where. */
export const claims = ({ words, out, root }: Call): Promise<boolean> => {
  const catalogues = loadNamed(words[0], root, out)?.map(({ bundle }) => bundle.catalogue);
  if (catalogues === undefined || catalogues.length === 0) return Promise.resolve(false);

  const core = new Set(catalogues.flatMap((catalogue) => catalogue.claims.filter((claim) => claim.core).map(({ id }) => id)));
  const where = new Map<string, Set<string>>([...core].sort().map((id) => [id, new Set<string>()]));
  for (const { places } of catalogues) {
    for (const place of places) for (const id of place.claims) where.get(id)?.add(`${place.file}:${place.line}`);
  }
  const uncovered = [...where].filter(([, places]) => places.size === 0).map(([id]) => id);
  const found = Object.fromEntries([...where].filter(([, places]) => places.size > 0).map(([id, places]) => [id, [...places]]));

  out.tell({ core: core.size, covered: core.size - uncovered.length, uncovered, where: found });
  out.say(`${core.size - uncovered.length} of ${core.size} core claims act.`);
  for (const [id, places] of Object.entries(found))
    out.say(`${id}  ${places.slice(0, 3).join(', ')}${places.length > 3 ? ` and ${places.length - 3} more` : ''}`);
  if (uncovered.length > 0) out.say(`Not: ${uncovered.join(', ')}`);
  return Promise.resolve(true);
};
