import type { TargetInfo } from '../bundle/target.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { looksAhead } from '../players/policies.ts';
import type { BatchResult, Close } from './batch.ts';
import { asksForCharges, bestShare, cellsOf, otherEndings, winnersEverywhere, type Cell } from './cells.ts';
import type { Inside } from './inside.ts';
import type { LensGames } from './lenses.ts';
import { spreadOf } from './spread.ts';
import { pickedIn, type Shown } from './strangers.ts';
import type { Studied, StudyAsk } from './study.ts';

/** Policies that know what they want; `random` and `reckless` do not. */
const isCompetent = (policy: string) => policy !== 'random' && policy !== 'reckless';

/** Policies that weigh every answer, and the careful one: where they agree there is no choice. */
const isSeeking = (policy: string) => policy === 'cautious' || looksAhead(policy);

/** Lines of conduct: policies that know what they want and look at nothing but the stop before them. */
const isLine = (policy: string) => isCompetent(policy) && !looksAhead(policy);

/** What was played, as the measures read it. */
export interface Runs {
  readonly rules: CompiledProgram;
  readonly all: readonly BatchResult[];
  readonly competent: readonly BatchResult[];
  readonly seeking: readonly BatchResult[];
  /** Names of the lines of conduct that were played. */
  readonly lines: readonly string[];
  /** That of the policy a target names. */
  readonly own: BatchResult | undefined;
  readonly studied: Studied;
}

export const runsOf = (rules: CompiledProgram, runs: ReadonlyMap<string, BatchResult>, studied: Studied) => {
  const only = (wanted: (policy: string) => boolean) => [...runs].filter(([policy]) => wanted(policy)).map(([, run]) => run);
  const all = [...runs.values()];
  const known = { rules, all, competent: only(isCompetent), seeking: only(isSeeking), lines: [...runs.keys()].filter(isLine), studied };
  return ({ policy }: TargetInfo): Runs => ({ ...known, own: policy === undefined ? undefined : runs.get(policy) });
};

interface Measure {
  readonly unit: '%' | '';
  readonly of: (runs: Runs, target: TargetInfo) => number | undefined;
  /** What it needs to be looked at stop by stop. */
  readonly closely?: Close;
  /** Studies that it reads, where games that are only counted do not tell. `policies`: those that are played. */
  readonly asks?: (target: TargetInfo, policies: readonly string[]) => readonly StudyAsk[];
}

/** Whose games a study looks at unless a target says. */
const STRANGER = 'random';
const pairsIn = ({ studied }: Runs, { policy = STRANGER }: TargetInfo) => studied.get({ study: 'pairs', policy });
const outlooksIn = ({ studied }: Runs, { policy = STRANGER }: TargetInfo) => studied.get({ study: 'outlooks', policy });
const twinsIn = ({ studied }: Runs, { policy = '', other = '' }: TargetInfo) => studied.get({ study: 'twins', policy, other });
const asksFor =
  (study: 'pairs' | 'strangers' | 'outlooks' | 'deeds') =>
  ({ policy = STRANGER }: TargetInfo): readonly StudyAsk[] => [{ study, policy }];
const asksForTwins = ({ policy, other }: TargetInfo): readonly StudyAsk[] =>
  policy === undefined || other === undefined ? [] : [{ study: 'twins', policy, other }];
const asksForLines = (_: TargetInfo, policies: readonly string[]): readonly StudyAsk[] =>
  policies.filter(isLine).map((policy) => ({ study: 'lenses', policy }));

/** What a stranger is shown, by measure. */
const SHOWN: ReadonlyMap<TargetInfo['measure'], Shown> = new Map([
  ['identifiable', 'own'],
  ['identifiable_shuffled', 'shuffled'],
  ['identifiable_placebo', 'placebo'],
]);

/** By situation: how often a measure counted it, of how often it could have; undefined where a measure is not told so. */
export const countsFor = (
  { measure, policy = STRANGER }: TargetInfo,
  studied: Studied,
): { readonly counted: readonly number[]; readonly of: readonly number[] } | undefined => {
  if (measure === 'told_apart') {
    const found = studied.get({ study: 'outlooks', policy });
    return found && { counted: found.apart, of: found.stops };
  }
  const shown = SHOWN.get(measure);
  if (shown !== undefined) {
    const found = studied.get({ study: 'strangers', policy });
    return found && pickedIn(found, shown);
  }
  if (measure !== 'opened_by_deeds') return undefined;
  const found = studied.get({ study: 'deeds', policy });
  return found && { counted: found.byDeed, of: found.opened };
};

/** Per cent of what is told situation by situation. */
const countedOf = ({ studied }: Runs, target: TargetInfo): number | undefined => {
  const counts = countsFor(target, studied);
  return counts && percent(sum(counts.counted), sum(counts.of));
};

const linesIn = ({ lines, studied }: Runs): ReadonlyMap<string, LensGames> =>
  new Map(
    lines.flatMap((policy) => {
      const games = studied.get({ study: 'lenses', policy });
      return games === undefined ? [] : [[policy, games]];
    }),
  );

/** Cells tell something where two lines of conduct or more were played. */
const cellsIn = (runs: Runs): readonly Cell[] => {
  const lines = linesIn(runs);
  return lines.size < 2 ? [] : cellsOf(lines, asksForCharges(runs.rules.program));
};

/** Per cent inside, of all readings or of the one that a target names. */
const insideOf = ({ rules }: Runs, { reading }: TargetInfo, list: readonly Inside[]): number | undefined => {
  const all = rules.program.readings.flatMap(({ id }, i) => (reading === undefined || id === reading ? [i] : []));
  const summed = (key: keyof Inside) => sum(list.flatMap((each) => all.map((i) => each[key][i]!)));
  return percent(summed('inside'), summed('of'));
};

const pooled = <T>(runs: readonly BatchResult[], list: (run: BatchResult) => readonly T[]): readonly T[] => runs.flatMap(list);
const stopsOf = (run: BatchResult) => sum(run.measures.stops) + sum(run.measures.epilogue);
const endingsOf = ({ rules, all }: Runs): readonly number[] =>
  rules.program.endings.map((_, i) => sum(all.map(({ tally }) => tally.endings[i] ?? 0)));
const total = (runs: readonly BatchResult[], count: (run: BatchResult) => number) => sum(runs.map(count));

/** What a target can ask for, and how it is worked out. */
export const MEASURES: Readonly<Record<TargetInfo['measure'], Measure>> = {
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
  pivotal: { unit: '', closely: 'pivotal', of: ({ all }) => meanOf(all.map(({ pivotal }) => meanOf(pivotal)).filter(isNumber)) },
  /** Outcomes inside the forecast's p10 to p90; of one reading where it is named. */
  coverage: {
    unit: '%',
    closely: 'coverage',
    of: (runs, target) =>
      insideOf(
        runs,
        target,
        runs.all.map(({ coverage }) => coverage),
      ),
  },
  /** The same of what an answer makes of a reading more than the baseline does. */
  coverage_differences: {
    unit: '%',
    asks: asksFor('outlooks'),
    of: (runs, target) => insideOf(runs, target, [outlooksIn(runs, target)?.differences ?? []].flat()),
  },
  /** Stops with two answers that the forecast tells apart. */
  told_apart: {
    unit: '%',
    asks: asksFor('outlooks'),
    of: countedOf,
  },
  /** Cells of the forecast outside the baseline's row that say a direction. */
  telling_cells: {
    unit: '%',
    asks: asksFor('outlooks'),
    of: (runs, target) => {
      const found = outlooksIn(runs, target);
      return found && percent(found.telling, found.cells);
    },
  },
  /** Pairs of answers to one stop, under the same luck, after which some power moves differently within four turns. */
  moves_differ: {
    unit: '%',
    asks: asksFor('pairs'),
    of: (runs, target) => {
      const found = pairsIn(runs, target);
      return found && percent(found.any, found.pairs);
    },
  },
  /** The same of the powers that the answers concern. */
  concerned_differ: {
    unit: '%',
    asks: asksFor('pairs'),
    of: (runs, target) => {
      const found = pairsIn(runs, target);
      return found && percent(found.concerned, found.concerning);
    },
  },
  stances_differ: {
    unit: '%',
    asks: asksFor('pairs'),
    of: (runs, target) => {
      const found = pairsIn(runs, target)?.kinds.get((target.stances ?? '').split('/').sort().join('/'));
      return found && percent(found.any, found.pairs);
    },
  },
  /** Pairs after which another situation opens. */
  openings_differ: {
    unit: '%',
    asks: asksFor('pairs'),
    of: (runs, target) => {
      const found = pairsIn(runs, target);
      return found && percent(found.opened, found.pairs);
    },
  },
  /** How often a stranger picks the answer that was given from two, by what powers did in the three weeks after it. */
  identifiable: { unit: '%', asks: asksFor('strangers'), of: countedOf },
  /** The same by what they did at the same stop of another game: what is left is no knowledge of the act. */
  identifiable_shuffled: { unit: '%', asks: asksFor('strangers'), of: countedOf },
  /** The same where powers hear of each answer what belongs to another: what is left does not come of answering. */
  identifiable_placebo: { unit: '%', asks: asksFor('strangers'), of: countedOf },
  /** Answers after which some power answers with more than silence. */
  answered: {
    unit: '%',
    asks: asksFor('pairs'),
    of: (runs, target) => {
      const found = pairsIn(runs, target);
      return found && percent(found.answered, found.stops);
    },
  },
  /** Situations opened on no date whose odds of that something done had raised by 30 points. */
  opened_by_deeds: {
    unit: '%',
    asks: asksFor('deeds'),
    of: countedOf,
  },
  /** Moves of powers that games by two policies on one seed share. */
  alike: {
    unit: '%',
    asks: asksForTwins,
    of: (runs, target) => {
      const found = twinsIn(runs, target);
      return found && percent(found.alike, found.moves);
    },
  },
  /** Undated situations that they share, of those in either. */
  situations_alike: {
    unit: '%',
    asks: asksForTwins,
    of: (runs, target) => {
      const found = twinsIn(runs, target);
      return found && percent(found.both, found.either);
    },
  },
  /** Cells (a set of charges under a lens) in which the line that is best most often is best. */
  best_share: {
    unit: '%',
    asks: asksForLines,
    of: (runs) => {
      const share = bestShare(cellsIn(runs));
      return share && 100 * share;
    },
  },
  /** Of the lines named: how many are best or tied best in some cell under every lens. */
  posture_wins: {
    unit: '',
    asks: asksForLines,
    of: (runs, { policies = [] }) =>
      policies.every((policy) => runs.lines.includes(policy)) && cellsIn(runs).length > 0
        ? winnersEverywhere(cellsIn(runs), policies)
        : undefined,
  },
  /** Pairs of games that differ in nothing but the lens and end otherwise. */
  lens_endings: {
    unit: '%',
    asks: asksForLines,
    of: (runs) => {
      const { pairs, other } = otherEndings([...linesIn(runs).values()]);
      return percent(other, pairs);
    },
  },
  /** Games in which the odds of some cause pass 85 % before the turn named. */
  odds_early: {
    unit: '%',
    of: ({ all, own }, { policy, turn = Infinity }) => {
      const runs = policy === undefined ? all : own === undefined ? [] : [own];
      const sure = pooled(runs, ({ measures }) => measures.sure);
      return percent(sure.filter((since) => since >= 0 && since < turn).length, sure.length);
    },
  },
  /** Texts shown that took for granted what did not hold. */
  says_false: {
    unit: '',
    of: ({ all }) => (all.length === 0 ? undefined : total(all, ({ untrue }) => sum([...untrue.values()].map(({ times }) => times)))),
  },
  /** Briefs that said word for word what the same situation had said in the same game. */
  texts_twice: { unit: '', of: ({ all }) => (all.length === 0 ? undefined : total(all, ({ measures }) => measures.twice)) },
  /** Largest and smallest share that seeking policies give an option of a situation. */
  most_taken: { unit: '%', of: ({ seeking }) => competentChoices(seeking)?.most },
  least_taken: { unit: '%', of: ({ seeking }) => competentChoices(seeking)?.least },
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
