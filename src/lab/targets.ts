import type { TargetInfo } from '../bundle/target.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { BatchResult } from './batch.ts';
import type { Pairs } from './pairs.ts';
import { spreadOf } from './spread.ts';

/** A figure that play should have, and the one it has. */
export interface Target {
  readonly id: string;
  readonly floor: TargetInfo['floor'];
  readonly goal?: TargetInfo['floor'];
  /** `null`: the policies that were run do not tell. */
  readonly value: number | null;
  readonly met: boolean | null;
  readonly unit: '%' | '';
}

export type ByPolicy = ReadonlyMap<string, BatchResult>;

/** Policies that know what they want; `random` and `reckless` do not. */
const isCompetent = (policy: string) => policy !== 'random' && policy !== 'reckless';

/** Policies that weigh every answer, and the careful one: where they agree there is no choice. */
const isSeeking = (policy: string) => policy === 'cautious' || policy.startsWith('greedy-');

interface Runs {
  readonly rules: CompiledProgram;
  readonly all: readonly BatchResult[];
  readonly competent: readonly BatchResult[];
  readonly seeking: readonly BatchResult[];
  /** That of the policy a target names. */
  readonly own: BatchResult | undefined;
  readonly pairs: Pairs | undefined;
}

type Measure = (runs: Runs, target: TargetInfo) => number | undefined;

const pooled = <T>(runs: readonly BatchResult[], list: (run: BatchResult) => readonly T[]): readonly T[] => runs.flatMap(list);
const stopsOf = (run: BatchResult) => sum(run.measures.stops) + sum(run.measures.epilogue);
const endingsOf = ({ rules, all }: Runs): readonly number[] =>
  rules.program.endings.map((_, i) => sum(all.map(({ tally }) => tally.endings[i] ?? 0)));
const total = (runs: readonly BatchResult[], count: (run: BatchResult) => number) => sum(runs.map(count));

/** What a target can ask for, and how it is worked out. */
const MEASURES: Readonly<Record<TargetInfo['measure'], { readonly unit: '%' | ''; readonly of: Measure }>> = {
  /** Decision stops before the dated ones, median. */
  stops: { unit: '', of: ({ all }) => spreadOf(pooled(all, ({ measures }) => measures.stops)).p50 },
  /** Situations seen before the dated stops, median. */
  situations_seen: {
    unit: '',
    of: ({ all }) => spreadOf(pooled(all, ({ measures }) => measures.seen.map((list) => list.length))).p50,
  },
  /** Situations that two games by one policy share, mean. */
  overlap: { unit: '%', of: ({ all }) => meanOf(all.map(overlapOf).filter(isNumber)) },
  /** Stops for each rise of the ladder or request that comes due. */
  stops_per_event: {
    unit: '',
    of: ({ all }) => ratio(sum(pooled(all, ({ measures }) => measures.stops)), sum(pooled(all, ({ measures }) => measures.events))),
  },
  early_loss: {
    unit: '%',
    of: ({ rules, own }) =>
      own &&
      percent(
        rules.program.endings.reduce((lost, ending, i) => lost + (ending.early ? (own.tally.endings[i] ?? 0) : 0), 0),
        own.tally.games,
      ),
  },
  ending: {
    unit: '%',
    of: ({ rules, own }, { ending }) =>
      own && percent(own.tally.endings[rules.program.endings.findIndex(({ id }) => id === ending)] ?? 0, own.tally.games),
  },
  /** Early losses whose warning stood at two stops or more. */
  warned: {
    unit: '%',
    of: ({ all }) =>
      percent(
        total(all, ({ measures }) => measures.warned),
        total(all, ({ measures }) => measures.losses),
      ),
  },
  /** p90 - p10 of a reading over the games of competent policies. */
  spread: {
    unit: '',
    of: ({ rules, competent }, { reading }) => {
      if (competent.length === 0) return undefined;
      const i = rules.program.readings.findIndex(({ id }) => id === reading);
      const { p10, p90 } = spreadOf(pooled(competent, ({ tally }) => tally.readings[i] ?? []));
      return p90 - p10;
    },
  },
  /** Games in which the best competent policy meets all its charges. */
  all_charges: {
    unit: '%',
    of: ({ competent }) =>
      competent.length === 0
        ? undefined
        : Math.max(
            ...competent.map(
              ({ measures }) =>
                percent(
                  measures.met.filter((met, i) => measures.charged[i]! > 0 && met === measures.charged[i]).length,
                  measures.met.length,
                ) ?? 0,
            ),
          ),
  },
  /** Stops at which a policy wants more than can be paid, mean of policies. */
  wanting: { unit: '%', of: ({ all }) => meanOf(all.map((run) => percent(run.measures.wanting, stopsOf(run))).filter(isNumber)) },
  /** Acts that are not answers, of both. */
  initiative: {
    unit: '%',
    of: ({ all }) => {
      const acts = total(all, ({ measures }) => measures.acts);
      return percent(acts, acts + total(all, ({ measures }) => measures.answers));
    },
  },
  commonest_ending: { unit: '%', of: (runs) => percent(Math.max(...endingsOf(runs)), sum(endingsOf(runs))) },
  rarest_ending: { unit: '%', of: (runs) => percent(Math.min(...endingsOf(runs)), sum(endingsOf(runs))) },
  /** Stops of a game at which another answer changes much, mean of policies. */
  pivotal: { unit: '', of: ({ all }) => meanOf(all.map(({ pivotal }) => meanOf(pivotal)).filter(isNumber)) },
  /** Outcomes inside the forecast's p10 to p90. */
  coverage: {
    unit: '%',
    of: ({ all }) =>
      percent(
        total(all, ({ coverage }) => coverage.inside),
        total(all, ({ coverage }) => coverage.of),
      ),
  },
  /** Pairs of answers to one stop, under the same luck, after which some power moves differently within four turns. */
  moves_differ: { unit: '%', of: ({ pairs }) => pairs && percent(pairs.any, pairs.pairs) },
  /** The same of the powers that the answers concern. */
  concerned_differ: { unit: '%', of: ({ pairs }) => pairs && percent(pairs.concerned, pairs.concerning) },
  stances_differ: {
    unit: '%',
    of: ({ pairs }, { stances = '' }) => {
      const found = pairs?.kinds.get(stances.split('/').sort().join('/'));
      return found && percent(found.any, found.pairs);
    },
  },
  /** Pairs after which another situation opens. */
  openings_differ: { unit: '%', of: ({ pairs }) => pairs && percent(pairs.opened, pairs.pairs) },
  /** Answers after which some power answers with more than silence. */
  answered: { unit: '%', of: ({ pairs }) => pairs && percent(pairs.answered, pairs.stops) },
  /** Largest and smallest share that seeking policies give an option of a situation. */
  most_taken: { unit: '%', of: ({ seeking }) => competentChoices(seeking)?.most },
  least_taken: { unit: '%', of: ({ seeking }) => competentChoices(seeking)?.least },
};

/** A scenario's targets beside what these runs reached. */
export const targetsOf = (rules: CompiledProgram, targets: readonly TargetInfo[], runs: ByPolicy, pairs?: Pairs): readonly Target[] => {
  const only = (wanted: (policy: string) => boolean) => [...runs].filter(([policy]) => wanted(policy)).map(([, run]) => run);
  const known = { rules, all: [...runs.values()], competent: only(isCompetent), seeking: only(isSeeking), pairs };
  return targets.map((target) => {
    const { unit, of } = MEASURES[target.measure];
    const value = of({ ...known, own: target.policy === undefined ? undefined : runs.get(target.policy) }, target);
    const { id, floor, goal } = target;
    return {
      id,
      floor,
      ...(goal === undefined ? {} : { goal }),
      value: value === undefined ? null : Math.round(value * 10) / 10,
      met: value === undefined ? null : value >= (floor.least ?? -Infinity) && value <= (floor.most ?? Infinity),
      unit,
    };
  });
};

/** `60 to 75 %`, `at most 20 %`. */
export const boundsWords = ({ least, most }: TargetInfo['floor'], unit: string): string => {
  const tail = unit === '' ? '' : ` ${unit}`;
  if (least !== undefined && most !== undefined) return `${least} to ${most}${tail}`;
  return least === undefined ? `at most ${most ?? ''}${tail}` : `at least ${least}${tail}`;
};

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);
const ratio = (a: number, b: number): number | undefined => (b === 0 ? undefined : a / b);
const percent = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : (100 * part) / whole);
const meanOf = (values: readonly number[]): number | undefined => ratio(sum(values), values.length);
const isNumber = (value: number | undefined): value is number => value !== undefined;

/** Share (per cent) of the situations of one game that the next by the same policy saw too, in the mean. */
const overlapOf = ({ measures: { seen } }: BatchResult): number | undefined =>
  meanOf(
    seen.slice(1).flatMap((here, i) => {
      const before = seen[i]!;
      const size = (here.length + before.length) / 2;
      return size === 0 ? [] : [(100 * here.filter((situation) => before.includes(situation)).length) / size];
    }),
  );

/** Fewer answers than this say nothing about a situation. */
const ENOUGH = 30;

/** The largest and smallest share (per cent) that an option has among the answers to its situation, over all situations. */
const competentChoices = (runs: readonly BatchResult[]): { readonly most: number; readonly least: number } | undefined => {
  const [first] = runs;
  if (first === undefined) return undefined;
  const shares = first.tally.options.flatMap((options, situation) => {
    const counts = options.map((_, option) => sum(runs.map(({ tally }) => tally.options[situation]![option]!)));
    const whole = sum(counts);
    return whole < ENOUGH ? [] : counts.map((count) => (100 * count) / whole);
  });
  return shares.length === 0 ? undefined : { most: Math.max(...shares), least: Math.min(...shares) };
};
