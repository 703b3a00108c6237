// Builds what is missing or older than its sources, and only that. Says what it does on stderr: stdout belongs to the caller.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const WEB = {
  name: 'web',
  config: 'vite.config.ts',
  inputs: [
    'src',
    'scenarios',
    'archive',
    'assets',
    'teach',
    'index.html',
    'vite.config.ts',
    'bin/policy.mjs',
    'package-lock.json',
    'LICENSE',
    'LICENSE-TEXTS',
  ],
};
const FILE = { name: 'file', config: 'vite.file.config.ts', inputs: [...WEB.inputs, 'vite.file.config.ts'] };
const CLI = { name: 'cli', config: 'vite.cli.config.ts', inputs: ['src', 'vite.cli.config.ts', 'package-lock.json'] };
/** Rooms that the command line never enters. */
const NOT_CLI = ['src/desk', 'src/stage'];

export const buildWeb = () => build(WEB, []);
export const buildFile = () => build(FILE, []);
export const buildCli = () => build(CLI, NOT_CLI);

async function build(target, without) {
  const out = join(root, 'dist', target.name);
  const stamp = join(root, 'dist', `${target.name}.stamp`);
  const now = stampOf(target.inputs, without);
  const isBuilt = () => existsSync(out) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (isBuilt()) return out;

  process.stderr.write(`building dist/${target.name} ...\n`);
  const fresh = join(root, 'dist', `.${target.name}-${process.pid}`);
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    root,
    configFile: join(root, target.config),
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  });
  if (target === WEB) {
    await compressAll(fresh);
    keepLast(out, fresh);
  }
  // Several processes may build at once, each its own folder: the first puts its own in place, whole, and nobody takes away what is in use.
  const old = `${fresh}-old`;
  if (!isBuilt()) {
    if (existsSync(out)) renameSync(out, old);
    renameSync(fresh, out);
    writeFileSync(stamp, now);
  }
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  return out;
}

/** Two releases stay published: the files that belonged to the last one stand beside those of the new one, for tabs that were left open. */
function keepLast(last, fresh) {
  const list = join(last, 'files.json');
  if (!existsSync(list)) return;
  for (const file of JSON.parse(readFileSync(list, 'utf8'))) {
    for (const form of [file, `${file}.br`, `${file}.gz`]) {
      const [from, to] = [join(last, form), join(fresh, form)];
      if (existsSync(from) && !existsSync(to)) copyFileSync(from, to);
    }
  }
}

/** Names, sizes and times of all inputs, hashed. */
function stampOf(inputs, without) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    if (!existsSync(path)) continue;
    for (const file of statSync(path).isDirectory() ? filesUnder(path) : [path]) {
      const name = relative(root, file);
      if (without.some((folder) => name.startsWith(folder))) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const WORTH_COMPRESSING = /\.(?:html|js|css|json|svg|txt)$/;

async function compressAll(folder) {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  await Promise.all(
    filesUnder(folder)
      .filter((file) => WORTH_COMPRESSING.test(file))
      .map(async (file) => {
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(`${file}.gz`, await zip(bytes, { level: 9 }));
      }),
  );
}
