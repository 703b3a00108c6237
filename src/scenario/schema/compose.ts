import { z } from 'zod';
import { describeIssue } from './issue.ts';
import { didYouMean, nearest } from '../problem/name.ts';
import type { Problem } from '../problem/problem.ts';
import { isYamlMap, readYaml } from '../syntax/read-yaml.ts';
import type { SourceFile, YamlMap, YamlValue } from '../syntax/read-yaml.ts';
import { recover } from './recover.ts';
import { scenarioShape, SECTION_NAMES, SECTIONS } from './schema.ts';
import type { Kind, ScenarioSource, SectionName, Shaped } from './schema.ts';
import { reportLostText } from '../syntax/lost-text.ts';
import { isTranslation } from '../syntax/translation-file.ts';
import { positionOf } from '../syntax/trace.ts';
import type { Position, Trace } from '../syntax/trace.ts';

/** The files of a scenario and of the folders it uses, in the order of `uses`. */
export interface ScenarioFiles {
  /** Folder name, e.g. `two-doors`. */
  readonly name: string;
  /** The file or folder as people should see it; `name` where it came from none. */
  readonly path?: string;
  /** Came from a folder, whose name `name` is. */
  readonly folder?: boolean;
  /** A file or folder is missing: what can only be told with all of them at hand is left untold. */
  readonly incomplete?: boolean;
  readonly own: readonly SourceFile[];
  readonly used: readonly { readonly name: string; readonly files: readonly SourceFile[] }[];
}

/** A checked item and where it stands. `value` is the very map that was read, so that its parts can be traced. */
export interface Item<T> {
  readonly id: string;
  readonly value: T;
  /** The scenario's own, not one that came with `uses`. */
  readonly own: boolean;
  readonly at: Position;
  /** Map or list the item stands in, and its key there. */
  readonly home: object;
  readonly key: string | number;
}

export type Items = { readonly [S in SectionName]: ReadonlyMap<string, Item<Shaped<S>>> };

/** Everything that was read, put together item by item. */
export interface Composition {
  readonly scenario: ScenarioSource;
  readonly scenarioAt: Position;
  readonly items: Items;
  readonly translations: readonly { readonly file: string; readonly own: boolean; readonly entries: YamlMap }[];
  /** `kind.id` of items left out by `without`: nothing happens where rules name them. */
  readonly gone: ReadonlySet<string>;
  /** `kind.id` of items whose shape is wrong: what follows from that is not told again. */
  readonly broken: ReadonlySet<string>;
  readonly recovered: readonly Recovered[];
  readonly ownFiles: ReadonlySet<string>;
  /** Name of the folder it came from; undefined where it came from one file. */
  readonly folder?: string;
}

/** Where an item stands of which only parts were sound. */
export interface Recovered {
  readonly from: Position;
  readonly to: Position;
}

/** Items of the wrong shape that are looked through; with more, the author has enough to do. */
const MOST_SALVAGED = 200;

type Report = (problem: Problem) => void;
type Rest = <T>(shape: z.ZodType<T>, value: YamlValue, home: object, key: string | number) => T | undefined;
/** Whether the parts of a heading on which everything else rests are sound, but for a word outside of a list. */
const carries = (heading: YamlValue): boolean =>
  (scenarioShape.safeParse(heading).error?.issues ?? []).every(({ code, path }) => code === 'invalid_value' || !BEARING.has(path[0]));
const BEARING: ReadonlySet<unknown> = new Set(['calendar', 'setup', 'seats', 'readings', 'start']);

type Draft = Record<SectionName, Map<string, Item<unknown>>>;

const plainOrder = (a: SourceFile, b: SourceFile): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/**
 * Reads all files and puts their items together. Undefined when a file cannot be read or there is no sound `scenario:`. `parts`: what
 * is sound of an item of the wrong shape comes along, to be looked through; otherwise the item is left out.
 */
export function compose(files: ScenarioFiles, trace: Trace, report: Report, parts: boolean): Composition | undefined {
  const unreadable: string[] = [];
  const read = (source: SourceFile): YamlMap | undefined => {
    const value = readYaml(source, trace, (problem) => {
      unreadable.push(source.file);
      report(problem);
    });
    if (value === undefined || value === null) return undefined;
    reportLostText(source, value, trace, report);
    if (isYamlMap(value)) return value;
    unreadable.push(source.file);
    report({
      code: 'shape',
      message: 'A file is a map of sections, such as `rules:` and `situations:`.',
      file: source.file,
      line: 1,
      column: 1,
    });
    return undefined;
  };
  const recovered: Recovered[] = [];
  const rest: Rest = (shape, value, home, key) => {
    const left = parts && recovered.length < MOST_SALVAGED ? recover(shape, value, trace) : undefined;
    const span = left === undefined ? undefined : trace.span(home, key);
    if (span !== undefined)
      recovered.push({ from: positionOf(span.text, Math.min(span.key, span.start)), to: positionOf(span.text, span.end) });
    return left;
  };
  const translations: { file: string; own: boolean; entries: YamlMap }[] = [];
  const gone = new Set<string>();
  const broken = new Set<string>();
  const scenarios: { readonly value: ScenarioSource; readonly at: Position }[] = [];
  const headings: string[] = [];
  const folders = [...files.used.map((folder) => ({ ...folder, own: false })), { name: files.name, files: files.own, own: true }];
  const layers: { readonly own: boolean; readonly draft: Draft }[] = [];
  for (const { files: sources, own } of folders) {
    const draft = emptyDraft();
    layers.push({ own, draft });
    for (const source of [...sources].sort(plainOrder)) {
      const map = read(source);
      if (map === undefined) continue;
      if (isTranslation(source.file)) {
        translations.push({ file: source.file, own, entries: map });
        continue;
      }
      for (const [section, value] of Object.entries(map)) {
        if (section === 'scenario') {
          if (!own) continue;
          headings.push(source.file);
          if (headings.length > 1) {
            report({ code: 'duplicate', message: 'There is one `scenario:` in a folder.', ...trace.ofKey(map, section) });
            continue;
          }
          const sound =
            check(scenarioShape, value, map, section, trace, report) ??
            (carries(value) ? rest(scenarioShape, value, map, section) : undefined);
          if (sound !== undefined) scenarios.push({ value: sound, at: trace.ofKey(map, section) });
        } else if (isSection(section)) {
          readSection(section, section, value, map, own, draft, broken, trace, report, rest);
        } else {
          const meant = nearest(section, ['scenario', ...SECTION_NAMES]);
          if (meant !== undefined && isSection(meant)) readSection(meant, section, value, map, own, draft, broken, trace, report, rest);
          // Whatever it was to declare would now be reported as unknown, name by name.
          else unreadable.push(source.file);
          report({
            code: 'unknown_section',
            message: `There is no section \`${section}\`.`,
            ...trace.ofKey(map, section),
            ...didYouMean(section, ['scenario', ...SECTION_NAMES]),
          });
        }
      }
    }
  }
  const partial = unreadable.length > 0 || files.incomplete === true;
  if (!partial && headings.length === 0) {
    const message = files.own.length === 1 ? 'The file has no `scenario:`.' : 'No file of the folder has a `scenario:`.';
    report({ code: 'missing', message, file: files.path ?? files.name, line: 0, column: 0 });
  }
  const [scenario] = scenarios;
  if (partial || scenario === undefined) return undefined;
  const items = layer(layers, scenario.value, gone, trace, report);
  return {
    scenario: scenario.value,
    scenarioAt: scenario.at,
    items,
    translations,
    gone,
    broken,
    recovered,
    ownFiles: new Set(files.own.map(({ file }) => file)),
    ...(files.folder === true ? { folder: files.name } : {}),
  };
}

const aKind = (kind: Kind, article: 'a' | 'A' = 'a'): string => `${article}${/^[aeiou]/.test(kind) ? 'n' : ''} ${kind}`;

const isSection = (key: string): key is SectionName => (SECTION_NAMES as readonly string[]).includes(key);

const emptyDraft = (): Draft => Object.fromEntries(SECTION_NAMES.map((section) => [section, new Map()])) as unknown as Draft;

/** The value itself if its shape is right: what zod gives back is a copy, which could not be traced. */
function check<T>(shape: z.ZodType<T>, value: YamlValue, home: object, key: string | number, trace: Trace, report: Report): T | undefined {
  const parsed = shape.safeParse(value);
  if (parsed.success) return value as T;
  for (const issue of parsed.error.issues) for (const problem of describeIssue(issue, value, home, key, trace)) report(problem);
  return undefined;
}

function readSection(
  section: SectionName,
  written: string,
  value: YamlValue,
  home: YamlMap,
  own: boolean,
  draft: Draft,
  broken: Set<string>,
  trace: Trace,
  report: Report,
  rest: Rest,
): void {
  if (value === null) return;
  const { form, kind, id: idShape, shape } = SECTIONS[section];
  const take = (id: string, entry: YamlValue, place: object, key: string | number) => {
    const at = form === 'map' ? trace.ofKey(place, key) : trace.of(place, key);
    const goodId = idShape.safeParse(id);
    if (!goodId.success) {
      const hint = goodId.error.issues[0]?.message ?? 'a name';
      report({ code: 'bad_name', message: `The id \`${id}\` of ${aKind(kind)} must be ${hint}.`, ...at, ...nearId(id, idShape) });
      broken.add(`${kind}.${id}`);
      return;
    }
    let sound = check<unknown>(shape, entry, place, key, trace, report);
    if (sound === undefined) {
      broken.add(`${kind}.${id}`);
      sound = rest<unknown>(shape, entry, place, key);
    }
    if (sound === undefined) return;
    const before = draft[section].get(id);
    if (before !== undefined) {
      const message = `There is ${aKind(kind)} \`${id}\` already at ${before.at.file}:${before.at.line}.`;
      report({ code: 'duplicate', message, ...at });
      return;
    }
    draft[section].set(id, { id, value: sound, own, at, home: place, key });
  };
  if (form === 'map') {
    if (!isYamlMap(value)) {
      report({ code: 'shape', message: `\`${section}\` is a map from id to ${kind}.`, ...trace.of(home, written) });
      return;
    }
    for (const [id, entry] of Object.entries(value)) take(id, entry, value, id);
    return;
  }
  if (!Array.isArray(value)) {
    report({ code: 'shape', message: `\`${section}\` is a list of items with an \`id\`.`, ...trace.of(home, written) });
    return;
  }
  for (const [i, entry] of (value as readonly YamlValue[]).entries()) {
    const id = isYamlMap(entry) ? entry['id'] : undefined;
    if (typeof id === 'string') take(id, entry, value, i);
    else {
      broken.add(kind);
      report({ code: 'missing', message: `${aKind(kind, 'A')} needs an \`id\`.`, ...trace.of(value, i) });
    }
  }
}

/** The id that was meant, or the same written as ids are. */
function nearId(id: string, shape: z.ZodType): { readonly suggestion?: string } {
  if (shape instanceof z.ZodEnum) return didYouMean(id, shape.options.map(String));
  const written = ['_', '-'].map((gap) => id.toLowerCase().replaceAll(/[ _-]+/g, gap)).find((one) => shape.safeParse(one).success);
  return written === undefined ? {} : { suggestion: `write \`${written}\`` };
}

/** Later folders over earlier ones: whole items, one level, and only where the scenario says so. */
function layer(
  layers: readonly { readonly own: boolean; readonly draft: Draft }[],
  scenario: ScenarioSource,
  gone: Set<string>,
  trace: Trace,
  report: Report,
): Items {
  const items = emptyDraft();
  const replaced = new Set<string>();
  const stated = new Set((scenario.replace ?? []).map(({ id }) => id));
  for (const { own, draft } of layers) {
    for (const section of SECTION_NAMES) {
      const { kind } = SECTIONS[section];
      for (const [id, item] of draft[section]) {
        const before = items[section].get(id);
        const ref = `${kind}.${id}`;
        if (before !== undefined) {
          if (own && stated.has(ref)) replaced.add(ref);
          else {
            report({
              code: 'duplicate',
              message: `${aKind(kind, 'A')} \`${id}\` comes already from ${before.at.file}:${before.at.line}.`,
              ...item.at,
              suggestion: own ? `say so under \`replace\`: { id: ${ref}, why: "..." }` : 'two used folders must not share an id',
            });
            continue;
          }
        }
        items[section].set(id, item);
      }
    }
  }
  for (const [i, { id, with: by }] of (scenario.change ?? []).entries()) changeItem(items, scenario, i, id, by, trace, report);
  const refs = () => SECTION_NAMES.flatMap((section) => [...items[section].keys()].map((id) => `${SECTIONS[section].kind}.${id}`));
  for (const [i, { id }] of (scenario.replace ?? []).entries()) {
    if (replaced.has(id)) continue;
    const place = scenario.replace?.[i] ?? scenario;
    const message = `Nothing is replaced: \`${id}\` must stand both in a used folder and in this one.`;
    report({ code: 'composition', message, ...trace.of(place, 'id'), ...didYouMean(id, refs()) });
  }
  for (const [i, id] of (scenario.without ?? []).entries()) {
    const found = findRef(items, id);
    const at = trace.of(scenario.without ?? scenario, i);
    if (found === undefined) {
      const known = refs();
      const near = known.find((ref) => ref.endsWith(`.${id}`)) ?? nearest(id, known);
      report({
        code: 'composition',
        message: `\`${id}\` does not come with \`uses\`; an item is written \`kind.id\`, such as \`rule.trade_thaw\`.`,
        ...at,
        ...(near === undefined ? {} : { suggestion: `did you mean \`${near}\`?` }),
      });
    } else if (found.item.own) {
      report({ code: 'composition', message: `\`${id}\` is this scenario's own: take it out of the file instead.`, ...at });
    } else {
      items[found.section].delete(found.item.id);
      gone.add(id);
    }
  }
  return items as unknown as Items;
}

function findRef(items: Draft, ref: string): { readonly section: SectionName; readonly item: Item<unknown> } | undefined {
  const dot = ref.indexOf('.');
  const kind = ref.slice(0, dot) as Kind;
  const section = SECTION_NAMES.find((name) => SECTIONS[name].kind === kind);
  const item = section === undefined ? undefined : items[section].get(ref.slice(dot + 1));
  return section === undefined || item === undefined ? undefined : { section, item };
}

/** Puts fields of an item that came with `uses` in place of its own: maps within maps, anything else whole. */
function changeItem(items: Draft, scenario: ScenarioSource, i: number, id: string, by: YamlMap, trace: Trace, report: Report): void {
  const at = trace.of(scenario.change?.[i] ?? scenario, 'id');
  const found = findRef(items, id);
  if (found === undefined || found.item.own) {
    const known = SECTION_NAMES.flatMap((section) => [...items[section].keys()].map((each) => `${SECTIONS[section].kind}.${each}`));
    const message =
      found === undefined ? `There is no \`${id}\` to change.` : `\`${id}\` is this scenario's own: change it where it stands.`;
    report({ code: 'composition', message, ...at, ...(found === undefined ? didYouMean(id, known) : {}) });
    return;
  }
  const { section, item } = found;
  if (!isYamlMap(item.value)) {
    report({ code: 'composition', message: `\`${id}\` has no fields: put another in its place under \`replace\`.`, ...at });
    return;
  }
  const value = merged(item.value, by, trace);
  const holder = { [item.id]: value };
  trace.alias(holder, by);
  const sound = check<unknown>(SECTIONS[section].shape as z.ZodType, value, holder, item.id, trace, report);
  if (sound !== undefined) items[section].set(item.id, { ...item, value: sound, at, home: holder, key: item.id });
}

/** `before` with the fields of `by`. What neither changes is the very same, so that it can be traced. */
function merged(before: YamlMap, by: YamlMap, trace: Trace): YamlMap {
  const out: Record<string, YamlValue> = { ...before };
  for (const [key, value] of Object.entries(by)) {
    const old = before[key];
    out[key] = isYamlMap(value) && isYamlMap(old) ? merged(old, value, trace) : value;
  }
  trace.alias(out, by, before);
  return out;
}
