import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { labDataOf, openLab } from '../lab/lab-scenario.ts';
import { findingsOf, reportOf, type Findings, type PolicyReport } from '../lab/report.ts';
import { betrayalsOf, type Betrayal } from '../lab/betrayals.ts';
import { lackingOf } from '../lab/lacking.ts';
import { boundsWords, targetsOf, type Target } from '../lab/targets.ts';
import { runLab } from '../lab/threads.ts';
import { policiesOf } from '../players/policies.ts';
import { newSeed } from '../session/seed.ts';
import { loadScenario } from '../disk/load-files.ts';
import type { Call } from './main.ts';
import { countOf, lensFor, oneOf, seedOf, textsOf } from './options.ts';
import { table, type Output } from './output.ts';
import { UsageError } from './usage.ts';

const MOST_GAMES = 10_000_000;
const MOST_WORKERS = 256;
/** Games of each policy from which on machine code is worth its making. */
const MANY = 50;

/** `lab SCENARIO --games N`: many games by each policy on the same seeds. */
export const lab = async ({ words, options, out, root }: Call): Promise<boolean> => {
  const loaded = loadScenario(words[0] ?? '', root, out);
  if (loaded === undefined) return false;
  const { bundle } = loaded;
  const known = [...policiesOf(bundle).keys()];
  const asked = textsOf(options, 'policy').map((name) => oneOf('policy', name, known));
  const games = countOf(options, 'games', MOST_GAMES);
  if (games === undefined) throw new UsageError('lab needs --games N.');
  const wanted = options['targets'] === true ? loaded.targets : undefined;
  const first = seedOf(options) ?? newSeed();
  const lens = lensFor(bundle.program, options);

  const data = labDataOf(bundle, loaded.prose.en ?? Object.values(loaded.prose)[0], games >= MANY);
  const { runs, studied } = await runLab({
    data,
    policies: asked.length > 0 ? asked : known,
    games,
    first,
    workers: countOf(options, 'workers', MOST_WORKERS) ?? availableParallelism(),
    targets: wanted,
    lens,
    thread: join(root, 'dist', 'cli', 'thread.js'),
  });
  const scenario = openLab(data);
  const policies = runs.map(({ policy, tally, milliseconds }) => reportOf(bundle.program, policy, tally, milliseconds));
  const targets = wanted && targetsOf(scenario.rules, wanted, new Map(runs.map((run) => [run.policy, run])), studied);

  const lacking = wanted && lackingOf(bundle.program, wanted, studied);

  const findings = findingsOf(scenario, runs);
  const betrays = options['betrays'] === true ? betrayalsOf(scenario, asked[0] ?? 'random', first, Math.min(games, BETRAYALS)) : undefined;
  out.tell({ policies, ...(targets && { targets, lacking }), ...(betrays && { betrays }), ...findings });
  out.say(`Seed ${first}, ${games} games by each policy.`);
  out.say();
  sayPolicies(policies, out);
  if (targets !== undefined) sayTargets(targets, out);
  if (lacking !== undefined) sayLacking(lacking, out);
  if (betrays !== undefined) sayBetrayals(betrays, out);
  sayFindings(findings, out);
  return findings.untrue.length === 0;
};

const sayPolicies = (policies: readonly PolicyReport[], out: Output): void => {
  const [first] = policies;
  if (first === undefined) return;
  const readings = Object.keys(first.readings);
  const numbers = Array.from({ length: readings.length + 1 }, (_, i) => i + 1);
  out.say('At the end of the games: mean (p10 to p90)');
  const rows = policies.map(({ policy, gamesPerSecond, readings: values }) => [
    policy,
    Math.round(gamesPerSecond).toString(),
    ...Object.values(values).map(({ mean, p10, p90 }) => `${Math.round(mean)} (${p10} to ${p90})`),
  ]);
  table([['policy', 'games/s', ...readings], ...rows], numbers).forEach((line) => out.say(line));
  out.say();
  const endings = Object.keys(first.endings);
  const shares = policies.map(({ policy, games, endings: counts }) => [
    policy,
    ...endings.map((id) => `${Math.round(((counts[id] ?? 0) * 1000) / games) / 10}`),
  ]);
  out.say('Endings, per cent of the games');
  table(
    [['policy', ...endings], ...shares],
    endings.map((_, i) => i + 1),
  ).forEach((line) => out.say(line));
};

const sayTargets = (targets: readonly Target[], out: Output): void => {
  out.say();
  const rows = targets.map(({ id, floor, goal, value, met, unit }) => [
    id,
    boundsWords(floor, unit),
    goal === undefined ? '' : boundsWords(goal, unit),
    value === null ? 'not run' : String(value),
    met === null ? '' : met ? 'yes' : 'NO',
  ]);
  table([['target', 'floor', 'goal', 'value', 'met'], ...rows], [1, 2, 3]).forEach((line) => out.say(line));
};

/** Games looked at for what answers betray: enough for a mean of each. */
const BETRAYALS = 2_000;
/** Fewer times than this say nothing about an answer. */
const ENOUGH = 20;

/** Names told of each kind; the rest is in the JSON. */
const MOST_TOLD = 12;

const sayLacking = (lacking: ReturnType<typeof lackingOf>, out: Output): void => {
  for (const [target, situations] of Object.entries(lacking)) {
    const told = situations.slice(0, MOST_TOLD).map(({ situation, counted, of }) => `${situation} ${counted} of ${of}`);
    out.say();
    out.say(`Below the floor of ${target} (${situations.length}): ${told.join(', ')}`);
  }
};

const sayBetrayals = (betrays: readonly Betrayal[], out: Output): void => {
  out.say();
  out.say('What answers tell of hidden causes: thousandths of a bit within three turns, beside all answers of their situation');
  const rows = betrays
    .filter(({ times }) => times >= ENOUGH)
    .slice(0, 2 * MOST_TOLD)
    .map(({ hidden, answer, times, millibits, usual, certain }) => [
      hidden,
      answer,
      ...[times, millibits, usual, certain / 10].map(String),
    ]);
  table([['cause', 'answer', 'times', 'millibits', 'usual', 'past 85 %'], ...rows], [2, 3, 4, 5]).forEach((line) => out.say(line));
};

const sayFindings = ({ never, untrue }: Findings, out: Output): void => {
  const kinds = [
    ['Never opened', never.open],
    ['Never chosen', never.chosen],
    ['Never moved', never.moved],
    ['Never true', never.true],
  ] as const;
  for (const [what, names] of kinds) {
    if (names.length === 0) continue;
    const more = names.length > MOST_TOLD ? ` and ${names.length - MOST_TOLD} more` : '';
    out.say();
    out.say(`${what} (${names.length}): ${names.slice(0, MOST_TOLD).join(', ')}${more}`);
  }
  for (const { text, file, line, times, seed } of untrue)
    out.say(`${file}:${line} ${text} was false ${times} times, first with seed ${seed}.`);
};
