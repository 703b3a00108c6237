import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { isScalar, isSeq, parseDocument } from 'yaml';
import type { ScenarioFiles } from './compose.ts';
import type { Problem } from './problem.ts';
import { isYamlMap, readYaml } from './read.ts';
import type { SourceFile } from './read.ts';
import { newTrace } from './trace.ts';

/** Files of a scenario as they stand on disk, or what keeps them from being read. */
export interface Loaded {
  readonly files: ScenarioFiles;
  readonly problems: readonly Problem[];
}

const YAML = /\.ya?ml$/;
/** A folder has more files than this only by mistake: the wrong folder was named. */
const MOST_FILES = 200;

/**
 * Reads a scenario: a YAML file or a folder, and the folders it uses. `uses` names are looked up beside the scenario, then
 * in `scenarios`. Paths in problems are relative to `root`, the current folder unless given.
 */
export function loadScenario(path: string, scenarios: string, root = process.cwd()): Loaded {
  const problems: Problem[] = [];
  const missing = (file: string, message: string) => problems.push({ code: 'missing_file', message, file, line: 0, column: 0 });
  const shown = (file: string) => relative(root, file).replaceAll('\\', '/');
  const full = resolve(root, path);
  if (!existsSync(full)) {
    missing(path, 'There is no such file or folder.');
    return { files: { name: basename(path), own: [], used: [] }, problems };
  }
  const folder = statSync(full).isDirectory();
  const read = (file: string): SourceFile => ({ file: shown(file), text: readFileSync(file, 'utf8') });
  const own = (folder ? yamlFiles(full) : [full]).map(read);
  if (own.length === 0) missing(path, 'The folder has no YAML file.');
  const used = usesOf(own).flatMap((name) => {
    const beside = resolve(folder ? full : dirname(full), name);
    const place = [beside, join(resolve(root, scenarios), name), join(dirname(full), name)].find(
      (candidate) => existsSync(candidate) && candidate !== full,
    );
    if (place === undefined) {
      missing(own[0]?.file ?? path, `\`uses\` names \`${name}\`, and there is no such folder.`);
      return [];
    }
    return [{ name, files: (statSync(place).isDirectory() ? yamlFiles(place) : [place]).map(read) }];
  });
  return { files: { name: basename(full, extname(full)), own, used }, problems };
}

/** Ids of the scenarios in a folder of folders: those with a `scenario.yaml`. */
export function listScenarios(scenarios: string): readonly string[] {
  if (!existsSync(scenarios)) return [];
  return readdirSync(scenarios, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(scenarios, entry.name, 'scenario.yaml')))
    .map((entry) => entry.name)
    .sort();
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => YAML.test(name))
    .sort()
    .slice(0, MOST_FILES)
    .map((name) => join(folder, name));
}

/** The `uses` of the scenario among these files. What is wrong with them is told when they are compiled. */
function usesOf(files: readonly SourceFile[]): readonly string[] {
  for (const { text } of files) {
    const begin = text.search(/^["']?scenario["']?\s*:/m);
    if (begin < 0 || text.length > 1_000_000) continue;
    const section = text.slice(begin).split(/\n(?=[^ #\n])/, 1)[0] ?? '';
    const uses = usesInSection(section) ?? usesIn(text);
    if (uses.length > 0) return uses;
  }
  return [];
}

/** Where the section can be read by itself, the rest of a long file need not be. */
function usesInSection(text: string): readonly string[] | undefined {
  const file = readYaml({ file: '', text }, newTrace(), () => undefined);
  const scenario = isYamlMap(file) ? file['scenario'] : undefined;
  if (!isYamlMap(scenario)) return undefined;
  const { uses } = scenario;
  return Array.isArray(uses) ? uses.filter((name) => typeof name === 'string') : [];
}

function usesIn(text: string): readonly string[] {
  try {
    const uses = parseDocument(text, { logLevel: 'silent' }).getIn(['scenario', 'uses']);
    return isSeq(uses) ? uses.items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : [])) : [];
  } catch {
    return [];
  }
}
