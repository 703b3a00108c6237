import cases from 'virtual:bamboo/cases';
import headings from 'virtual:bamboo/index';
import loaders from 'virtual:bamboo/loaders';
import preview from 'virtual:bamboo/preview';
import releases from 'virtual:bamboo/releases';
import { rulesPrefix } from '../engine/replay.ts';
import type { Bundle, BundleBeginning, BundleRest, Locale, Prose, ScenarioHeading } from '../bundle/bundle.ts';
import type { WeighedCase } from '../bundle/theory-case.ts';
import type { Coast } from '../bundle/chart-units.ts';
import { unpackBeginning, wholeBundle } from '../bundle/unpack.ts';

/** What fetches the parts of one edition. */
export interface Loader {
  /** What a game needs up to its first decision. */
  readonly bundle: () => Promise<BundleBeginning>;
  readonly rest: () => Promise<BundleRest>;
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

/** Fetched once; what failed is fetched anew. */
const once = (fetch: (edition: Edition) => Promise<Bundle>): ((edition: Edition) => Promise<Bundle>) => {
  const known = new Map<Edition, Promise<Bundle>>();
  return (edition) => {
    const found = known.get(edition);
    if (found !== undefined) return found;
    const coming = fetch(edition);
    known.set(edition, coming);
    coming.catch(() => known.delete(edition));
    return coming;
  };
};

/** The beginning of an edition's bundle, always the same one. Rejects for one there is none of, or when the file cannot be fetched. */
export const loadBeginning = once(async (edition) => unpackBeginning(await (await loaderOf(edition)).bundle()));

/** The whole bundle of an edition, always the same one. Rejects like `loadBeginning`. */
export const loadBundle = once(async (edition) => {
  const [beginning, rest] = await Promise.all([loadBeginning(edition), loaderOf(edition).then((loader) => loader.rest())]);
  return wholeBundle(beginning, rest);
});

/** The coast of its chart. Rejects like `loadBeginning`. */
export const loadCoast = async (edition: Edition): Promise<Coast> => (await loaderOf(edition)).coast();

/** The words in one language that the first decision needs. Rejects like `loadBeginning`. */
export const loadFirstProse = async (edition: Edition, locale: Locale): Promise<Prose> => (await loaderOf(edition))[locale].first();

/** All its words in one language. Rejects like `loadBeginning`. */
export const loadProse = async (edition: Edition, locale: Locale): Promise<Prose> => {
  const words = (await loaderOf(edition))[locale];
  const [first, rest] = await Promise.all([words.first(), words.rest()]);
  return { ...first, ...rest };
};

/** The cases of a scenario under its lenses; none where it has none. Rejects like `loadBeginning`. */
export const loadCases = async (scenario: string): Promise<readonly WeighedCase[]> =>
  Object.hasOwn(cases, scenario) ? ((await cases[scenario]?.()) ?? []) : [];

/** The rules whose hash begins with a link's prefix: of this release, or of a past one. */
export const findRules = async (prefix: string): Promise<Bundle | undefined> => {
  const heading = scenarios().find(({ rulesHash }) => rulesPrefix(rulesHash) === prefix);
  if (heading !== undefined) return loadBundle(heading.id);
  if (has(releases, prefix) !== undefined) return loadBundle(prefix);
  // While a scenario is written its games go on with whatever its rules have become.
  const [only] = scenarios();
  return preview && only !== undefined ? loadBundle(only.id) : undefined;
};
