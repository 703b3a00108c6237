import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** The file beside the page that says whose work it is made of. */
export const NOTICES = 'NOTICES.txt';

const LICENCE = /^(?:licen[cs]e|copying)/iu;
const NODE_MODULES = '/node_modules/';
/** Comments of a source: a block, or lines one below the other. */
const COMMENT = /\/\*[^]*?\*\/|(?:^[ \t]*\/\/.*\n)+/gmu;
const NOTICE = /copyright(?: \(c\)| ?©)? \d{4}|copyright \(c\)/iu;
const FACES = join('assets', 'fonts');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** A text, its lines ended as everywhere here. */
const readText = (...path: readonly string[]): string =>
  readFileSync(join(...path), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();

/** A package of `node_modules`, and which of its modules are in what is served. */
interface Bundled {
  readonly folder: string;
  readonly modules: readonly string[];
}

/** The innermost package that a module belongs to; undefined for one of our own and for what the bundler adds. */
const folderOf = (module: string): string | undefined => {
  const at = module.lastIndexOf(NODE_MODULES);
  if (at < 0 || module.startsWith('\0')) return undefined;
  const [first = '', second = ''] = module.slice(at + NODE_MODULES.length).split('/');
  return module.slice(0, at + NODE_MODULES.length) + (first.startsWith('@') ? `${first}/${second}` : first);
};

const packagesOf = (modules: Iterable<string>): readonly Bundled[] => {
  const found = new Map<string, string[]>();
  for (const id of modules) {
    const module = id.replace(/\?.*$/u, '');
    const folder = folderOf(module);
    if (folder !== undefined) found.set(folder, [...(found.get(folder) ?? []), module]);
  }
  return [...found].map(([folder, its]) => ({ folder, modules: its.sort() }));
};

/** A comment as plain text. */
const bare = (comment: string): string =>
  comment
    .replace(/^\/\*+!?|\*+\/$/gu, '')
    .replace(/^[ \t]*(?:\/\/|\*)? ?/gmu, '')
    .trim();

/** What the sources of a package say of copyright, each once: of others whose work stands in them. */
const withinSources = (modules: readonly string[]): readonly string[] => [
  ...new Set(
    modules.flatMap((module) =>
      [...readText(module).matchAll(COMMENT)].map(([comment]) => bare(comment)).filter((text) => NOTICE.test(text)),
    ),
  ),
];

const RULE = '='.repeat(40);

const part = (title: string, ...texts: readonly string[]): string => [RULE, title, RULE, '', texts.join('\n\n--\n\n'), ''].join('\n');

const noticeOf = ({ folder, modules }: Bundled): { readonly title: string; readonly text: string } => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const files = readdirSync(folder).filter((file) => LICENCE.test(file));
  const own = files.map((file) => readText(folder, file));
  const texts = [...own, ...withinSources(modules).filter((text) => !own.includes(text))];
  if (texts.length === 0) throw new Error(`${name} is part of the page, and neither a file of it nor its sources say under which licence`);
  const title = `${name} ${version}${license === undefined ? '' : ` (${license})`}`;
  return { title, text: part(title, ...texts) };
};

/** The licences of the faces in `assets/fonts`. Throws where one has none beside it. */
const facesOf = (root: string): readonly string[] => {
  const files = readdirSync(join(root, FACES));
  const licences = files.filter((file) => file.endsWith('.OFL.txt'));
  const bareFace = files.find((file) => file.endsWith('.woff2') && !licences.some((licence) => file.startsWith(licence.slice(0, -8))));
  if (bareFace !== undefined) throw new Error(`${FACES}/${bareFace} has no licence beside it`);
  return licences.map((file) => part(`${file.slice(0, -8)} (OFL-1.1)`, readText(root, FACES, file)));
};

/** The whole text: our own licences, those of the packages that the modules belong to, and of the faces. Throws where a licence is not to be found. */
export const noticesOf = (root: string, modules: Iterable<string>): string => {
  const packages = packagesOf(modules)
    .map(noticeOf)
    .sort((a, b) => (a.title < b.title ? -1 : 1));
  return [
    'Bamboo Diplomacy: licences of what this copy is made of\n',
    part('The program (MIT)', readText(root, 'LICENSE')),
    part('Scenarios, interface words, drawings (CC-BY-4.0)', readText(root, 'LICENSE-TEXTS')),
    ...packages.map(({ text }) => text),
    ...facesOf(root),
  ].join('\n');
};

/**
 * Writes `NOTICES.txt` beside the page. Vite's own list (`build.license`) knows neither what workers are made of, nor a licence that stands in a source alone,
 * nor faces. `within`: for the builds of workers, which come before the page is written.
 */
export const notices = (): { readonly within: Plugin; readonly written: Plugin } => {
  let root = '.';
  const modules = new Set<string>();
  const gather = (bundle: Rolldown.OutputBundle): void => {
    for (const file of Object.values(bundle)) if (file.type === 'chunk') for (const id of file.moduleIds) modules.add(id);
  };
  return {
    within: { name: 'notices-within', apply: 'build', generateBundle: (_options, bundle) => gather(bundle) },
    written: {
      name: 'notices',
      apply: 'build',
      configResolved: (config) => {
        root = config.root;
      },
      generateBundle(_options, bundle) {
        gather(bundle);
        this.emitFile({ type: 'asset', fileName: NOTICES, source: noticesOf(root, modules) });
      },
    },
  };
};
