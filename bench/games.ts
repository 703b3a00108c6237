import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newLedger } from '../src/engine/ledger.ts';
import { compileProgram } from '../src/engine/compiled-program.ts';
import { keyOf, type Seed } from '../src/engine/seed.ts';
import { ENDING } from '../src/engine/program.ts';
import { PERSON } from '../src/engine/record.ts';
import { encodeLine } from '../src/engine/record-link.ts';
import type { Orders } from '../src/engine/order.ts';
import { start, step } from '../src/engine/turn.ts';
import { playBatch } from '../src/lab/batch.ts';
import { choicesOf, seedOf } from '../src/lab/draw.ts';
import { labDataOf, openLab } from '../src/lab/lab-scenario.ts';
import { orderOf } from '../src/players/policy.ts';
import { policiesOf } from '../src/players/policies.ts';
import { compileScenario } from '../src/scenario/compile.ts';
import { loadScenario } from '../src/disk/load-scenario.ts';
import type { Bundle } from '../src/bundle/bundle.ts';
import { FIRST_SEAT } from '../src/session/game.ts';
import { dice, mutate } from '../tests/hostile/mutate.ts';

const FIRST: Seed = '0000000001';

const bundleOf = (root: string, scenario: string): Bundle => {
  const { files } = loadScenario(join(root, 'scenarios', scenario), join(root, 'scenarios'));
  const { bundle, problems } = compileScenario(files);
  if (bundle === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};

/** Games per second of CPU time of one core, by policy; each warms up first. */
export const gamesPerSecond = (root: string, scenario: string, milliseconds: number) => {
  const bundle = bundleOf(root, scenario);
  const lab = openLab(labDataOf(bundle, {}, true));
  return [...lab.policies].map(([policy, play]) => {
    let from = 0;
    const burn = () => {
      const begun = process.cpuUsage();
      let games = 0;
      let used = 0;
      while (used < milliseconds) {
        const size = used === 0 ? 1 : 8;
        playBatch(lab, play, { first: FIRST, from, to: from + size, measure: 'nothing' });
        from += size;
        games += size;
        const { user, system } = process.cpuUsage(begun);
        used = (user + system) / 1000;
      }
      return (games * 1000) / used;
    };
    burn();
    return { policy, rate: burn() };
  });
};

/** Wall time (ms, sorted) of single orders to the next state with its ledger, over whole games by the policies. */
export const orderTimes = (root: string, scenario: string, games: number): number[] => {
  const bundle = bundleOf(root, scenario);
  const rules = compileProgram(bundle.program, bundle.rulesHash);
  const times: number[] = [];
  for (const name of ['random', 'hedge', 'align-us']) {
    const policy = policiesOf(bundle).get(name)!;
    for (let nth = 0; nth < games; nth++) {
      const key = keyOf(seedOf(FIRST, nth));
      let state = start(rules, key, choicesOf(rules.program, key));
      while (state[ENDING] === 0) {
        const order = orderOf(rules, policy, key, state, FIRST_SEAT);
        const begun = performance.now();
        state = step(rules, key, state, [order], newLedger());
        times.push(performance.now() - begun);
      }
    }
  }
  return times.sort((a, b) => a - b);
};

/** Characters of the links of whole games by every policy without forecasts, sorted. */
export const linkLengths = (root: string, scenario: string, games: number): number[] => {
  const bundle = bundleOf(root, scenario);
  const rules = compileProgram(bundle.program, bundle.rulesHash);
  const lengths: number[] = [];
  for (const [name, policy] of policiesOf(bundle)) {
    if (name.startsWith('greedy')) continue;
    for (let nth = 0; nth < games; nth++) {
      const seed = seedOf(FIRST, nth);
      const key = keyOf(seed);
      const setup = choicesOf(rules.program, key);
      const orders: Orders[] = [];
      let state = start(rules, key, setup);
      while (state[ENDING] === 0) {
        orders.push([orderOf(rules, policy, key, state, FIRST_SEAT)]);
        state = step(rules, key, state, orders.at(-1)!);
      }
      const held = [{ line: 0, turn: 0, seat: FIRST_SEAT, by: PERSON }];
      const record = { format: 2, scenario, rules: bundle.rulesHash, luck: { seed }, setup, held, lines: [{ orders }], notes: [] } as const;
      const link = encodeLine(rules, record, 0);
      if (!link.ok) throw new Error(link.problem.message);
      lengths.push(link.value.length);
    }
  }
  return lengths.sort((a, b) => a - b);
};

/** Reads, checks and compiles a scenario once, as a fresh process meets it; size in bytes, time in ms. */
export const coldLoad = (root: string, scenario: string) => {
  const begun = performance.now();
  const { files } = loadScenario(join(root, 'scenarios', scenario), join(root, 'scenarios'));
  const { bundle } = compileScenario(files);
  const milliseconds = performance.now() - begun;
  const texts = [...files.own, ...files.used.flatMap((folder) => folder.files)];
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { bytes, milliseconds, ok: bundle !== undefined };
};

/** Times (ms, sorted) of reading mutated scenario files of up to 8 kB, each the best of three: what a hostile file can cost. */
export const mutantTimes = (root: string, count: number): number[] => {
  const sound = readFileSync(join(root, 'tests', 'hostile', 'small.yaml'), 'utf8');
  const times = Array.from({ length: count }, (_, i) => {
    const text = mutate(sound, dice(i + 1));
    return Math.min(
      ...[1, 2, 3].map(() => {
        const begun = performance.now();
        compileScenario({ name: 'small', own: [{ file: 'small.yaml', text }], used: [] });
        return performance.now() - begun;
      }),
    );
  });
  return times.sort((a, b) => a - b);
};
