import headings from 'virtual:bamboo/index';
import loaders from 'virtual:bamboo/loaders';
import { rulesPrefix } from '../engine/record.ts';
import type { Bundle, Locale, Prose, ScenarioHeading } from '../bundle/bundle.ts';
import { fillPlaces, unpackBundle } from '../bundle/unpack.ts';

/** The bundled scenarios, in the order of their start. */
export const scenarios = (): readonly ScenarioHeading[] =>
  [...headings].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));

const loaderOf = (id: string) => {
  const loader = loaders[id];
  return loader === undefined ? Promise.reject(new Error(`no scenario ${id}`)) : Promise.resolve(loader);
};

type Filled = ReturnType<typeof unpackBundle>;
const bundles = new Map<string, Promise<Filled>>();

/** A bundled scenario, always the same one for an id. */
const bundleOf = (id: string): Promise<Filled> => {
  const known = bundles.get(id);
  if (known !== undefined) return known;
  const coming = loaderOf(id).then(async (loader) => unpackBundle(await loader.bundle()));
  bundles.set(id, coming);
  coming.catch(() => bundles.delete(id));
  return coming;
};

/**
 * Rules and catalogue of a bundled scenario; its places come with `loadProse`. Rejects for an id there is none of, or when
 * the file cannot be fetched.
 */
export const loadBundle = (id: string): Promise<Bundle> => bundleOf(id);

/** The words in one language that the first decision needs. Rejects like `loadBundle`. */
export const loadFirstProse = async (id: string, locale: Locale): Promise<Prose> => (await loaderOf(id))[locale].first();

/** All its words in one language; from then on its bundle has its places as well. Rejects like `loadBundle`. */
export const loadProse = async (id: string, locale: Locale): Promise<Prose> => {
  const loader = await loaderOf(id);
  const words = loader[locale];
  const [bundle, packed, first, rest] = await Promise.all([bundleOf(id), loader.places(), words.first(), words.rest()]);
  fillPlaces(bundle.catalogue.places, packed);
  return { ...first, ...rest };
};

/** The bundled rules whose hash begins with a link's prefix. */
export const findRules = async (prefix: string): Promise<Bundle | undefined> => {
  const heading = scenarios().find(({ rulesHash }) => rulesPrefix(rulesHash) === prefix);
  return heading === undefined ? undefined : loadBundle(heading.id);
};
