import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { writeProblem } from '../../src/scenario/problem/problem.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';

const root = join(import.meta.dirname, '..', '..');
export const SCENARIO = 'vanguard-bank-2019';

/** The scenario the golden games were played on, from its files. */
export const bundleOf = (id: string): Bundle => {
  const { files } = loadScenario(join(root, 'scenarios', id), join(root, 'scenarios'));
  const { bundle, problems } = compileScenario(files);
  if (bundle === undefined) throw new Error(problems.map(writeProblem).join('\n'));
  return bundle;
};

/** Builds the golden replay for machines without TypeScript into `folder`: `replay.js` (a module without imports), `bundle.json`, and what runs it: `node.mjs`, `worker.js`, `page.js`. */
export const buildGolden = async (folder: string): Promise<void> => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'replay.ts'), formats: ['es'], fileName: () => 'replay.js' },
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify(bundleOf(SCENARIO)));
  writeFileSync(join(folder, 'node.mjs'), NODE);
  writeFileSync(join(folder, 'worker.js'), WORKER);
  writeFileSync(join(folder, 'page.js'), PAGE);
};

const NODE = `import { readFileSync } from 'node:fs';
import { golden } from './replay.js';
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const bundle = read(new URL('./bundle.json', import.meta.url));
process.stdout.write(JSON.stringify({ versions: process.versions, results: golden(bundle, read(process.argv[2])) }));
`;

const WORKER = `import { golden } from './replay.js';
onmessage = ({ data }) => postMessage(golden(data.bundle, data.games));
`;

const PAGE = `import { golden } from './replay.js';
const read = async (file) => (await fetch(file)).json();
const send = (body) => fetch('results', { method: 'POST', body: JSON.stringify(body) });
try {
  await send({ results: golden(await read('bundle.json'), await read('games.json')) });
} catch (error) {
  await send({ error: String(error) });
}
`;
