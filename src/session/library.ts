import headings from 'virtual:bamboo/index';
import loaders from 'virtual:bamboo/loaders';
import preview from 'virtual:bamboo/preview';
import releases from 'virtual:bamboo/releases';
import { rulesPrefix } from '../engine/replay.ts';
import type { Bundle, Locale, PackedPlaces, Prose, ScenarioHeading } from '../bundle/bundle.ts';
import type { Coast } from '../bundle/chart-units.ts';
import { fillPlaces, unpackBundle } from '../bundle/unpack.ts';

/** What fetches the parts of one edition. */
export interface Loader {
  readonly bundle: () => Promise<Bundle>;
  readonly places: () => Promise<PackedPlaces>;
  readonly coast: () => Promise<Coast>;
  readonly en: WordsLoader;
  readonly vi: WordsLoader;
}

interface WordsLoader {
  /** What the first decision needs. */
  readonly first: () => Promise<Prose>;
  readonly rest: () => Promise<Prose>;
}

/**
 * A scenario as it stands in this release, named by its id, or as it stood in a past one, named by the first eight digits of its
 * rules hash: rules and words belong together.
 */
export type Edition = string;

/** The bundled scenarios, in the order of their start; examples last. */
export const scenarios = (): readonly ScenarioHeading[] =>
  [...headings].sort(
    (a, b) => Number(a.example === true) - Number(b.example === true) || (a.start < b.start ? -1 : a.start > b.start ? 1 : 0),
  );

const has = (from: Readonly<Record<string, Loader>>, edition: Edition): Loader | undefined =>
  Object.hasOwn(from, edition) ? from[edition] : undefined;

const loaderOf = (edition: Edition): Promise<Loader> => {
  const loader = has(loaders, edition) ?? has(releases, edition);
  return loader === undefined ? Promise.reject(new Error(`no scenario ${edition}`)) : Promise.resolve(loader);
};

/** The edition that a bundle of this library belongs to. */
export const editionOf = ({ program, rulesHash }: Bundle): Edition =>
  headings.some((heading) => heading.id === program.id && heading.rulesHash === rulesHash) ? program.id : rulesPrefix(rulesHash);

type Filled = ReturnType<typeof unpackBundle>;
const bundles = new Map<Edition, Promise<Filled>>();

/** The bundle of an edition, always the same one. */
const bundleOf = (edition: Edition): Promise<Filled> => {
  const known = bundles.get(edition);
  if (known !== undefined) return known;
  const coming = loaderOf(edition).then(async (loader) => unpackBundle(await loader.bundle()));
  bundles.set(edition, coming);
  coming.catch(() => bundles.delete(edition));
  return coming;
};

/**
 * Rules and catalogue of an edition; its places come with `loadProse`. Rejects for one there is none of, or when the file cannot
 * be fetched.
 */
export const loadBundle = (edition: Edition): Promise<Bundle> => bundleOf(edition);

/** The coast of its chart. Rejects like `loadBundle`. */
export const loadCoast = async (edition: Edition): Promise<Coast> => (await loaderOf(edition)).coast();

/** The words in one language that the first decision needs. Rejects like `loadBundle`. */
export const loadFirstProse = async (edition: Edition, locale: Locale): Promise<Prose> => (await loaderOf(edition))[locale].first();

/** All its words in one language; from then on its bundle has its places as well. Rejects like `loadBundle`. */
export const loadProse = async (edition: Edition, locale: Locale): Promise<Prose> => {
  const loader = await loaderOf(edition);
  const words = loader[locale];
  const [bundle, packed, first, rest] = await Promise.all([bundleOf(edition), loader.places(), words.first(), words.rest()]);
  fillPlaces(bundle.catalogue.places, packed);
  return { ...first, ...rest };
};

/** The rules whose hash begins with a link's prefix: of this release, or of a past one. */
export const findRules = async (prefix: string): Promise<Bundle | undefined> => {
  const heading = scenarios().find(({ rulesHash }) => rulesPrefix(rulesHash) === prefix);
  if (heading !== undefined) return loadBundle(heading.id);
  if (has(releases, prefix) !== undefined) return loadBundle(prefix);
  // While a scenario is written its games go on with whatever its rules have become.
  const [only] = scenarios();
  return preview && only !== undefined ? loadBundle(only.id) : undefined;
};
