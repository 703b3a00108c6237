import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { courseManifest, coursePage } from '../disk/course-package.ts';
import { openOutput } from './output.ts';

/** The built page in many files, and as one. */
interface Built {
  readonly web: string;
  readonly file: string;
}

/** What goes with every copy that is given away. */
const LICENCES = ['LICENSE', 'LICENSE-TEXTS'];
/** For copies at an address of their own: what keeps the game without a network, and the list of what belongs to a release. */
const ONLINE = ['worker.js', 'files.json'];

/** A day for every file, as late as the format begins: the same contents make the same package. */
const FIRST_DAY = new Date(1980, 0, 1);

const zipped = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { level: 9, mtime: FIRST_DAY }]])));

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Makes the three packages of this version in `packages/`, in place of those that stand there. Gives the status to end with. */
export const pack = (root: string, { web, file }: Built): number => {
  const out = openOutput(false);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const listed = JSON.parse(readFileSync(join(web, 'files.json'), 'utf8')) as readonly string[];
  const read = (folder: string, names: readonly string[]) => names.map((name) => [name, readFileSync(join(folder, name))] as const);
  const licences = read(root, LICENCES);
  const page = read(web, [...new Set(['index.html', ...listed])].sort());

  const course = new Map<string, Uint8Array>([...page, ...licences]);
  course.set('index.html', bytesOf(coursePage(textOf(course.get('index.html')))));
  const manifest = courseManifest({ version, files: [...course.keys()] });

  const packages = {
    [`bamboo-diplomacy-${version}.zip`]: zipped(new Map([...page, ...read(web, ONLINE), ...licences])),
    [`bamboo-diplomacy-${version}.html`]: readFileSync(join(file, 'index.html')),
    [`bamboo-diplomacy-${version}-scorm-1.2.zip`]: zipped(new Map([['imsmanifest.xml', bytesOf(manifest)], ...course])),
  };
  const folder = join(root, 'packages');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(packages)) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    out.say(`${relative(root, path)}  ${(bytes.length / 1e6).toFixed(1)} MB`);
  }
  return 0;
};
