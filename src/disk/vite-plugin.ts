import { basename, extname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { compileScenario } from '../scenario/compile.ts';
import type { Compiled } from '../scenario/compile.ts';
import { listReleases, readRelease } from './archive.ts';
import { coastOf, coverOf } from './coast.ts';
import { listScenarios, loadScenario } from './load-scenario.ts';
import { writeProblem } from '../scenario/problem/problem.ts';
import { sayAtStart } from '../bundle/spell.ts';
import type { Bundle, ScenarioHeading } from '../bundle/bundle.ts';
import { packBundle, splitProse } from '../bundle/pack.ts';
import { lensesOf } from '../bundle/lens.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { codeModule } from '../lab/machine/code-module.ts';
import { weighedCases } from '../lab/theory.ts';

const PREFIX = 'virtual:bamboo/';
const RESOLVED = `\0${PREFIX}`;
const RELEASE = 'release/';

/** What a scenario's modules are made from. */
type Playable = Pick<Compiled, 'prose'> & { readonly bundle: Bundle };

/**
 * Bundled scenarios as modules, and those of past releases. `virtual:bamboo/index`: their headings; `virtual:bamboo/cover`: the ornament of the first screen. Of each scenario what the first decision needs,
 * `virtual:bamboo/<id>` (the packed beginning of a `Bundle`) and `virtual:bamboo/<id>/<locale>` (`Prose`), and what it does not,
 * `virtual:bamboo/<id>/rest`, `virtual:bamboo/<id>/coast` and `virtual:bamboo/<id>/<locale>/rest`. `virtual:bamboo/loaders` imports each when asked.
 * `virtual:bamboo/cases` imports of each scenario that has cases what its lenses make of them, `virtual:bamboo/<id>/cases`.
 * `virtual:bamboo/codes` imports of each the machine code of its rules (`MadeCode`), `virtual:bamboo/<id>/code`.
 * `virtual:bamboo/releases` imports in the same way what `archive/` holds, under the first digits of its rules hash.
 * Problems are printed; a scenario that has no rules is left out. `only`: the path of one scenario in place of all, which may lie anywhere.
 */
export function scenarioModules(folder = 'scenarios', archive = 'archive', only?: string): Plugin {
  let root = process.cwd();
  const compiled = new Map<string, Compiled>();
  const compile = (id: string, warn: (text: string) => void): Compiled => {
    const known = compiled.get(only ?? id);
    if (known !== undefined) return known;
    const { files, problems } = loadScenario(only ?? join(folder, id), folder, root);
    const found = compileScenario(files);
    const all = [...problems, ...found.problems];
    const result = problems.length > 0 ? { ...found, bundle: undefined } : found;
    if (all.length > 0) {
      const left = result.bundle === undefined ? ', and it is left out' : '';
      warn([`${id}: ${all.length} problems${left}`, ...all.slice(0, MOST_TOLD).map(writeProblem)].join('\n'));
    }
    compiled.set(only ?? id, result);
    return result;
  };
  /** Scenarios that can be played: a broken draft does not stop the others. */
  const playable = (warn: (text: string) => void): readonly string[] => {
    const ids = only === undefined ? listScenarios(resolve(root, folder)) : [basename(only, extname(only))];
    return ids.flatMap((id) => compile(id, warn).bundle?.program.id ?? []);
  };
  const releaseModule = (path: string): string | undefined => {
    const [hash = '', part, rest] = path.split('/');
    const release = readRelease(resolve(root, archive), hash);
    return release === undefined ? undefined : partOf(release, part, rest);
  };
  return {
    name: 'bamboo-scenarios',
    configResolved: (config) => {
      root = config.root;
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(RESOLVED)) return undefined;
      const path = id.slice(RESOLVED.length);
      if (path.startsWith(RELEASE)) return releaseModule(path.slice(RELEASE.length));
      const [scenario = '', part, rest] = path.split('/');
      const warn = (text: string) => this.warn(text);
      if (scenario === 'index') return asModule(playable(warn).map((one) => headingOf(compile(one, warn))));
      if (scenario === 'preview') return `export default ${String(only !== undefined)};`;
      if (scenario === 'cover') {
        const [front] = playable(warn)
          .flatMap((one) => compile(one, warn).bundle ?? [])
          .sort(inFront);
        return asModule(front === undefined ? { land: '', graticule: '', front: [0, 0] } : coverOf(front.catalogue));
      }
      if (scenario === 'loaders') return loaders(playable(warn), '');
      if (scenario === 'cases')
        return `export default { ${playable(warn)
          .filter((one) => compile(one, warn).cases.length > 0)
          .map((one) => `${JSON.stringify(one)}: () => import(${JSON.stringify(`${PREFIX}${one}/cases`)}).then((module) => module.default)`)
          .join(', ')} };`;
      if (scenario === 'codes')
        return `export default { ${playable(warn)
          .map((one) => `${JSON.stringify(one)}: () => import(${JSON.stringify(`${PREFIX}${one}/code`)})`)
          .join(', ')} };`;
      if (scenario === 'releases') return loaders(listReleases(resolve(root, archive)), RELEASE);
      const { bundle, prose, cases } = compile(scenario, warn);
      if (bundle === undefined) return undefined;
      if (part === 'code') return codeModule(compileProgram(bundle.program, bundle.rulesHash));
      return part === 'cases'
        ? asModule(weighedCases(bundle.program, cases, lensesOf(bundle.program)))
        : partOf({ bundle, prose }, part, rest);
    },
    configureServer: (server) => {
      if (only !== undefined) server.watcher.add(resolve(only));
    },
    handleHotUpdate({ file, server }) {
      const watched = [resolve(root, folder), ...(only === undefined ? [] : [resolve(only)])];
      if (!watched.some((place) => resolve(file).startsWith(place))) return;
      compiled.clear();
      for (const module of server.moduleGraph.idToModuleMap.values()) {
        if (module.id?.startsWith(RESOLVED) === true) server.moduleGraph.invalidateModule(module);
      }
      server.ws.send({ type: 'full-reload' });
    },
  };
}

/** No scenario has machine code: for a page that fetches nothing, and would have to hold it all. */
export const withoutCodes = (): Plugin => ({
  name: 'bamboo-without-codes',
  resolveId: (id) => (id === `${PREFIX}codes` ? `${RESOLVED}codes` : undefined),
  load: (id) => (id === `${RESOLVED}codes` ? 'export default {};' : undefined),
});

/** Problems of one scenario that are printed. */
const MOST_TOLD = 40;

/** Examples after games, then by the day on which they begin. */
const inFront = (a: Bundle, b: Bundle): number =>
  Number(a.catalogue.example === true) - Number(b.catalogue.example === true) ||
  (a.program.calendar.start < b.program.calendar.start ? -1 : 1);

/** JSON in a string is read several times faster than the same as an object literal. */
const asModule = (value: unknown): string => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/** One of the modules that a scenario comes in. */
function partOf({ bundle, prose }: Playable, part: string | undefined, rest: string | undefined): string {
  if (part === undefined) return asModule(packBundle(bundle).beginning);
  if (part === 'rest') return asModule(packBundle(bundle).rest);
  if (part === 'coast') return asModule(coastOf(bundle.catalogue.chart));
  const words = splitProse(prose[part === 'vi' ? 'vi' : 'en'] ?? {}, bundle.program);
  return asModule(rest === undefined ? words.first : words.rest);
}

/** `under`: what stands before the names in the modules' own. */
function loaders(ids: readonly string[], under: string): string {
  const load = (path: string): string => `() => import(${JSON.stringify(PREFIX + under + path)}).then((module) => module.default)`;
  const words = (path: string): string => `{ first: ${load(path)}, rest: ${load(`${path}/rest`)} }`;
  const entries = ids.map(
    (id) =>
      `${JSON.stringify(id)}: { bundle: ${load(id)}, rest: ${load(`${id}/rest`)}, coast: ${load(`${id}/coast`)}, en: ${words(`${id}/en`)}, vi: ${words(`${id}/vi`)} }`,
  );
  return `export default { ${entries.join(', ')} };`;
}

function headingOf({ bundle, prose }: Compiled): ScenarioHeading {
  if (bundle === undefined) throw new Error('a scenario without rules has no heading');
  const { program, catalogue, rulesHash } = bundle;
  const { start, segments } = program.calendar;
  const worded = (key: string) =>
    Object.fromEntries(catalogue.locales.map((locale) => [locale, sayAtStart(bundle, prose[locale] ?? {})(key) ?? '']));
  return {
    id: program.id,
    title: worded('scenario.title'),
    lead: worded('scenario.lead'),
    ...(catalogue.example === true ? { example: true } : {}),
    turns: segments.reduce((sum, segment) => sum + segment.turns, 0),
    turnLength: segments[0]?.unit ?? 'event',
    start,
    minutes: catalogue.minutes,
    rulesHash,
  };
}
