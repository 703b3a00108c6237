import headings from 'virtual:bamboo/index';
import loaders from 'virtual:bamboo/loaders';
import { rulesPrefix } from '../engine/record.ts';
import type { Bundle, Locale, Prose, ScenarioHeading } from '../scenario/story.ts';

/** The bundled scenarios, in the order of their start. */
export const scenarios = (): readonly ScenarioHeading[] =>
  [...headings].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));

const loaderOf = (id: string) => {
  const loader = loaders[id];
  return loader === undefined ? Promise.reject(new Error(`no scenario ${id}`)) : Promise.resolve(loader);
};

/** Rules and catalogue of a bundled scenario. Rejects for an id there is none of, or when the file cannot be fetched. */
export const loadBundle = async (id: string): Promise<Bundle> => (await loaderOf(id)).bundle();

/** Its words in one language. Rejects like `loadBundle`. */
export const loadProse = async (id: string, locale: Locale): Promise<Prose> => (await loaderOf(id))[locale]();

/** The bundled rules whose hash begins with a link's prefix. */
export const findRules = async (prefix: string): Promise<Bundle | undefined> => {
  const heading = scenarios().find(({ rulesHash }) => rulesPrefix(rulesHash) === prefix);
  return heading === undefined ? undefined : loadBundle(heading.id);
};
