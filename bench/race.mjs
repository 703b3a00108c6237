// The toy on several engines in one run: a fresh process for each engine and round, rounds interleaved and every second one in
// reverse order, rates by CPU time of the whole process, ratios taken inside each round. Wall time says little on a shared machine.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FOLDED_2000, wrongSeeds } from './toy/golden.mjs';

const self = fileURLToPath(import.meta.url);

const LIMIT = 'typed-array limit';
const DEFAULT = 'boardgame.io 0.50.2, default';
const BEST = 'boardgame.io 0.50.2, best';
const OURS = 'our engine, from toy.yaml';

const ENGINES = {
  [LIMIT]: async () => (await import('./toy/limit.mjs')).playLimit,
  [OURS]: async (built) => (await import(built)).openToy(fileURLToPath(new URL('./toy', import.meta.url))),
  [BEST]: async () => (await import('./toy/boardgame.mjs')).playBest,
  [DEFAULT]: async () => (await import('./toy/boardgame.mjs')).playDefault,
};

/** Games per second of CPU time, after as long a warm-up. */
function rateOf(play, milliseconds) {
  let seed = 1000;
  const burn = () => {
    const begun = process.cpuUsage();
    let games = 0;
    let used = 0;
    for (let batch = 1; used < milliseconds;) {
      for (let i = 0; i < batch; i++) play(seed++);
      games += batch;
      const { user, system } = process.cpuUsage(begun);
      const now = (user + system) / 1000;
      if (now - used < 5) batch *= 2;
      used = now;
    }
    return (games / used) * 1000;
  };
  burn();
  return burn();
}

/** Resolves to a row for each engine: rates by round, seeds with a wrong hash. `built`: URL of the built `ours.ts`. */
export function race(built, { rounds, milliseconds }) {
  const names = Object.keys(ENGINES);
  const rows = new Map(names.map((name) => [name, { name, rates: [], wrong: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const child = spawnSync(process.execPath, [self, name, built, String(milliseconds)], {
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'production' },
      });
      if (child.status !== 0) throw new Error(`${name}: ${child.stderr}`);
      const { rate, wrong } = JSON.parse(child.stdout);
      const row = rows.get(name);
      row.rates[round] = rate;
      row.wrong = wrong;
    }
  }
  const ratio = (name, to) => median(rows.get(name).rates.map((rate, round) => rate / rows.get(to).rates[round]));
  return [...rows.values()].map(({ name, rates, wrong }) => ({
    name,
    rate: median(rates),
    least: Math.min(...rates),
    most: Math.max(...rates),
    ofLimit: ratio(name, LIMIT),
    timesDefault: ratio(name, DEFAULT),
    timesBest: ratio(name, BEST),
    wrong,
  }));
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

if (process.argv[1] === self) {
  const [, , name, built, milliseconds] = process.argv;
  const play = await ENGINES[name](built);
  const wrong = wrongSeeds(play);
  let folded = 0;
  if (name === OURS) for (let seed = 1; seed <= 2000; seed++) folded = (Math.imul(folded, 31) + play(seed)) | 0;
  if (name === OURS && folded >>> 0 !== FOLDED_2000) wrong.push('1 to 2000');
  process.stdout.write(JSON.stringify({ rate: rateOf(play, Number(milliseconds)), wrong }));
}
