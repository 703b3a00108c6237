// `npm run bench`: prints every figure of docs/performance.md; with --write it puts them there. --quick measures shortly, for a look.
import { cpus } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildWeb, root } from '../bin/build.mjs';
import { median, race } from './race.mjs';

process.env.NODE_ENV = 'production';
const self = fileURLToPath(import.meta.url);
const SCENARIO = 'vanguard-bank-2019';

const out = join(root, 'dist', 'bench');
const built = (name) => pathToFileURL(join(out, `${name}.js`)).href;

if (process.argv[2] === '--cold') {
  const { coldLoad } = await import(built('games'));
  process.stdout.write(JSON.stringify(coldLoad(root, SCENARIO)));
  process.exit(0);
}

const quick = process.argv.includes('--quick');
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['@playwright/test', '@sparticuz/chromium'] },
  build: {
    ssr: true,
    outDir: out,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { ours: 'bench/ours.ts', games: 'bench/games.ts', browser: 'tests/e2e/browser.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
const sections = {};
const say = (name, lines) => {
  sections[name] = lines.join('\n');
  console.log(`\n## ${name}\n\n${sections[name]}`);
};
const whole = (x) => Math.round(x).toLocaleString('en-US');
const ms = (x) => `${x < 10 ? x.toFixed(2) : Math.round(x)} ms`;
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);

const rows = race(built('ours'), quick ? { rounds: 3, milliseconds: 400 } : { rounds: 7, milliseconds: 1500 });
const ratio = (x) => (x >= 100 ? whole(x) : x.toFixed(1));
say('toy', [
  '| engine | games/s | least to most | of the limit | x boardgame.io default | x boardgame.io best | hashes |',
  '|---|---:|---:|---:|---:|---:|---|',
  ...rows.map(
    ({ name, rate, least, most, ofLimit, timesDefault, timesBest, wrong }) =>
      `| ${name} | ${whole(rate)} | ${whole(least)} to ${whole(most)} | ${(ofLimit * 100).toFixed(1)} % | ${ratio(timesDefault)} | ${ratio(timesBest)} | ${wrong.length === 0 ? 'all' : `WRONG: ${wrong.join(', ')}`} |`,
  ),
]);

const { gamesPerSecond, linkLengths, mutantTimes, orderTimes } = await import(built('games'));
const rates = gamesPerSecond(root, SCENARIO, quick ? 300 : 2000);
say('policies', ['| policy | games/s |', '|---|---:|', ...rates.map(({ policy, rate }) => `| ${policy} | ${whole(rate)} |`)]);

const times = orderTimes(root, SCENARIO, quick ? 20 : 200);
const links = linkLengths(root, SCENARIO, quick ? 4 : 40);
const colds = Array.from({ length: quick ? 3 : 9 }, () =>
  JSON.parse(spawnSync(process.execPath, [self, '--cold'], { encoding: 'utf8' }).stdout),
);
const cold = median(colds.map(({ milliseconds }) => milliseconds));
const kilobytes = colds[0].bytes / 1000;
const mutants = mutantTimes(root, quick ? 300 : 2000);
say('single', [
  '| what | figure |',
  '|---|---:|',
  `| one order to state and ledger, median | ${ms(at(times, 0.5))} |`,
  `| the same, p99 of ${whole(times.length)} | ${ms(at(times, 0.99))} |`,
  `| link of a whole game, median | ${at(links, 0.5)} characters |`,
  `| link of a whole game, longest of ${whole(links.length)} | ${links.at(-1)} characters |`,
  `| reading, checking and compiling ${whole(kilobytes)} kB of YAML in a fresh process, median | ${ms(cold)} |`,
  `| the same for each 200 kB | ${ms((cold * 200) / kilobytes)} |`,
  `| slowest of ${whole(mutants.length)} mutated scenario files, as a multiple of the median one | ${ratio(mutants.at(-1) / at(mutants, 0.5))} |`,
]);

const web = await buildWeb();
const { bundleSizes, visit } = await import('./page.mjs');
const sizes = bundleSizes(web);
const kB = (bytes) => (bytes / 1000).toFixed(1);
say('sizes', [
  '| file | kB | gzip | as sent |',
  '|---|---:|---:|---:|',
  ...sizes.map(({ name, raw, gzip, sent }) => `| ${name} | ${kB(raw)} | ${kB(gzip)} | ${kB(sent)} |`),
]);

const { launchOptions } = await import(built('browser'));
const { playLab } = await import('./lab.mjs');
const lab = await playLab(web, await launchOptions(), { scenario: SCENARIO, lines: [3], games: quick ? 1000 : 10_000 });
say('lab', [
  '| what | figure |',
  '|---|---:|',
  `| games of \`hedge\`, workers | ${whole(lab.games)}, ${lab.workers} |`,
  `| until the first of them is drawn | ${lab.first.toFixed(1)} s |`,
  `| until all are played | ${lab.all.toFixed(1)} s |`,
  `| CPU time of all processes of the browser, a game | ${((lab.cpu * 1000) / lab.games).toFixed(1)} ms |`,
]);
const page = await visit(web, await launchOptions(), quick ? 3 : 9);
say('page', [
  '| what | figure |',
  '|---|---:|',
  `| first contentful paint | ${ms(page.paint)} |`,
  `| home can be used | ${ms(page.usable)} |`,
  `| from "Begin" to the first decision | ${ms(page.decision)} |`,
  `| bytes on the wire up to the first decision, stage included if it came before | ${kB(page.bytes)} kB |`,
  `| CPU at rest at a stop with its chart, all processes of the browser (floor 0.02, goal 0.005) | ${page.idle.toFixed(4)} s/s |`,
]);

if (process.argv.includes('--write')) {
  const file = join(root, 'docs', 'performance.md');
  let text = readFileSync(file, 'utf8');
  for (const [name, lines] of Object.entries(sections)) {
    text = text.replace(new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`), (_, open, close) => `${open}${lines}\n${close}`);
  }
  writeFileSync(file, text);
}
