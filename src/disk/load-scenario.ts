import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { isScalar, isSeq, parseDocument } from 'yaml';
import type { ScenarioFiles } from '../scenario/schema/compose.ts';
import { didYouMean } from '../scenario/problem/name.ts';
import type { Problem } from '../scenario/problem/problem.ts';
import { isYamlMap, LARGEST, readYaml } from '../scenario/syntax/read-yaml.ts';
import type { SourceFile } from '../scenario/syntax/read-yaml.ts';
import { linesOf, newTrace, positionOf } from '../scenario/syntax/trace.ts';

/** Files of a scenario as they stand on disk, or what keeps them from being read. */
export interface Loaded {
  readonly files: ScenarioFiles;
  readonly problems: readonly Problem[];
}

const YAML = /\.ya?ml$/;
/** A folder has more files or folders than this only by mistake: the wrong one was named. */
const MOST_FILES = 200;
const MOST_FOLDERS = 500;
/** A file of more bytes has too many characters, whatever they are. */
const MOST_BYTES = 4 * LARGEST;

/**
 * Reads a scenario: a YAML file or a folder, and the folders it uses. `uses` names are looked up beside the scenario, then
 * in `scenarios`. Paths in problems are relative to `root`, the current folder unless given.
 */
export function loadScenario(path: string, scenarios: string, root = process.cwd()): Loaded {
  const problems: Problem[] = [];
  const tell = (code: Problem['code'], file: string, message: string) => problems.push({ code, message, file, line: 0, column: 0 });
  const shown = (file: string) => relative(root, file).replaceAll('\\', '/') || '.';
  const attempt = <T>(file: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      tell(
        'unreadable_file',
        shown(file),
        `It cannot be read (${error instanceof Error ? error.message.split(',', 1)[0] : String(error)}).`,
      );
      return undefined;
    }
  };
  const read = (file: string): readonly SourceFile[] => {
    const text = attempt(file, () => textOf(file));
    if (text !== undefined && text !== TOO_LARGE) return [{ file: shown(file), text }];
    if (text === TOO_LARGE) tell('too_large', shown(file), `A file may have ${LARGEST} characters; this one has more.`);
    return [];
  };
  const all = (place: string): readonly SourceFile[] => {
    if (!statSync(place).isDirectory()) return read(place);
    const found = yamlFiles(place, attempt);
    if (found !== undefined) return found.flatMap(read);
    tell('too_large', shown(place), `A folder may have ${MOST_FILES} files and ${MOST_FOLDERS} folders; this one has more.`);
    return [];
  };

  const full = resolve(root, path);
  const name = basename(full, extname(full));
  if (!existsSync(full)) {
    tell('missing_file', path, 'There is no such file or folder.');
    return { files: { name, own: [], used: [], incomplete: true }, problems };
  }
  const folder = statSync(full).isDirectory();
  const own = all(full);
  if (own.length === 0 && problems.length === 0) tell('missing_file', path, 'The folder has no YAML file.');
  const used = usesOf(own).flatMap(({ name: used, file }) => {
    const beside = resolve(folder ? full : dirname(full), used);
    const place = [beside, join(resolve(root, scenarios), used), join(dirname(full), used)].find(
      (candidate) => existsSync(candidate) && candidate !== full,
    );
    if (place !== undefined) return [{ name: used, files: all(place) }];
    const message = `\`uses\` names \`${used}\`, and there is no such folder.`;
    problems.push({ code: 'missing_file', message, ...placeOf(used, file), ...didYouMean(used, foldersIn(resolve(root, scenarios))) });
    return [];
  });
  return {
    files: { name, path: shown(full), ...(folder && { folder }), own, used, ...(problems.length > 0 && { incomplete: true }) },
    problems,
  };
}

const TOO_LARGE = Symbol('too large');

/** The text of a file, read no further than a file may be long: it may be a device that never ends. A byte order mark is left out. */
function textOf(file: string): string | typeof TOO_LARGE {
  const handle = openSync(file, 'r');
  try {
    const parts: Buffer[] = [];
    for (let size = 0; size <= MOST_BYTES;) {
      const part = Buffer.alloc(1 << 16);
      const got = readSync(handle, part);
      if (got === 0)
        return Buffer.concat(parts)
          .toString('utf8')
          .replace(/^\ufeff/, '');
      parts.push(part.subarray(0, got));
      size += got;
    }
    return TOO_LARGE;
  } finally {
    closeSync(handle);
  }
}

/** Where `uses` names a folder. */
function placeOf(name: string, { file, text }: SourceFile) {
  const from = text.search(/\buses["']?\s*:/);
  return positionOf(linesOf(file, text), text.indexOf(name, Math.max(0, from)));
}

const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];

/** Ids of the scenarios in a folder of folders: those with a `scenario.yaml`. */
export function listScenarios(scenarios: string): readonly string[] {
  if (!existsSync(scenarios)) return [];
  return readdirSync(scenarios, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(scenarios, entry.name, 'scenario.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** YAML files in a folder and those below; undefined where there are too many. Linked folders are passed over: they may lead in a circle. */
function yamlFiles(folder: string, attempt: <T>(file: string, read: () => T) => T | undefined): readonly string[] | undefined {
  const found: string[] = [];
  const folders = [folder];
  for (const place of folders) {
    for (const entry of attempt(place, () => readdirSync(place, { withFileTypes: true })) ?? []) {
      const full = join(place, entry.name);
      if (entry.isDirectory()) folders.push(full);
      else if (YAML.test(entry.name) && attempt(full, () => statSync(full))?.isFile() === true) found.push(full);
      if (found.length > MOST_FILES || folders.length > MOST_FOLDERS) return undefined;
    }
  }
  return found.sort();
}

/** The `uses` of the scenario among these files. What is wrong with them is told when they are compiled. */
function usesOf(files: readonly SourceFile[]): readonly { readonly name: string; readonly file: SourceFile }[] {
  for (const file of files) {
    const { text } = file;
    const begin = text.search(/^["']?scenario["']?\s*:/m);
    if (begin < 0 || text.length > LARGEST) continue;
    const section = text.slice(begin).split(/\n(?=[^ #\n])/, 1)[0] ?? '';
    const uses = usesInSection(section) ?? usesIn(text);
    if (uses.length > 0) return uses.map((name) => ({ name, file }));
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
