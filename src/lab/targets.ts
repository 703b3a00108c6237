import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { BatchResult } from './batch.ts';
import { spreadOf } from './spread.ts';

/** A figure that play should have, and the one it has. */
export interface Target {
  readonly measure: string;
  readonly target: string;
  readonly reached: string;
  /** `undefined`: the policies that were run do not tell. */
  readonly ok: boolean | undefined;
}

export type ByPolicy = ReadonlyMap<string, BatchResult>;

/** Policies that know what they want; `random` and `reckless` do not. */
const isCompetent = (policy: string) => policy !== 'random' && policy !== 'reckless';

/** Policies that weigh every answer, and the careful one: where they agree there is no choice. */
const isSeeking = (policy: string) => policy === 'cautious' || policy.startsWith('greedy-');

/** The targets of play beside what these runs reached. */
export const targetsOf = (rules: CompiledProgram, runs: ByPolicy): readonly Target[] => {
  const { program } = rules;
  const all = [...runs.values()];
  const competent = [...runs].filter(([policy]) => isCompetent(policy)).map(([, run]) => run);
  const pooled = <T>(list: (run: BatchResult) => readonly T[], of: readonly BatchResult[] = all): readonly T[] => of.flatMap(list);
  const endingShare = (run: BatchResult | undefined, id: string) =>
    run === undefined
      ? undefined
      : percent(run.tally.endings[program.endings.findIndex((ending) => ending.id === id)] ?? 0, run.tally.games);
  const early = (run: BatchResult | undefined) =>
    run === undefined
      ? undefined
      : percent(
          program.endings.reduce((sum, ending, i) => sum + (ending.early ? (run.tally.endings[i] ?? 0) : 0), 0),
          run.tally.games,
        );
  const stopsOf = (run: BatchResult) => sum(run.measures.stops) + sum(run.measures.epilogue);
  const stops = spreadOf(pooled(({ measures }) => measures.stops));
  const seen = spreadOf(pooled(({ measures }) => measures.seen.map((list) => list.length)));
  const pivotal = meanOf(all.map(({ pivotal: list }) => meanOf(list)).filter(isNumber));
  const wanting = meanOf(all.map((run) => percent(run.measures.wanting, stopsOf(run))).filter(isNumber));
  const acts = sum(all.map(({ measures }) => measures.acts));
  const answers = sum(all.map(({ measures }) => measures.answers));
  const endings = program.endings.map((_, i) => sum(all.map(({ tally }) => tally.endings[i] ?? 0)));
  const games = sum(endings);
  const losses = sum(all.map(({ measures }) => measures.losses));
  const charges = Math.max(
    0,
    ...competent.map(
      ({ measures }) =>
        percent(measures.met.filter((met, i) => measures.charged[i]! > 0 && met === measures.charged[i]).length, measures.met.length) ?? 0,
    ),
  );
  const choices = competentChoices([...runs].filter(([policy]) => isSeeking(policy)).map(([, run]) => run));

  return [
    between('decision stops, middle game (epilogue apart)', stops.p50, 10, 14, ''),
    between('situations seen, middle game', seen.p50, 13, 15, ''),
    between('overlap of two games', meanOf(all.map(overlapOf).filter(isNumber)), undefined, 55, '%'),
    between(
      'stops for each rise of the ladder or request due',
      ratio(sum(pooled(({ measures }) => measures.stops)), sum(pooled(({ measures }) => measures.events))),
      2,
      4,
      '',
    ),
    between('early loss, reckless', early(runs.get('reckless')), 65, 80, '%'),
    between('early loss, random', early(runs.get('random')), 25, 35, '%'),
    between('early loss, cautious', early(runs.get('cautious')), 5, 12, '%'),
    between('fire, reckless', endingShare(runs.get('reckless'), 'fire'), 65, 78, '%'),
    between('fire, random', endingShare(runs.get('random'), 'fire'), 25, 32, '%'),
    between('fire, aligning with the US', endingShare(runs.get('align-us'), 'fire'), undefined, 18, '%'),
    ...['cautious', 'hedge', 'partner-quad'].map((policy) =>
      between(`fire, ${policy}`, endingShare(runs.get(policy), 'fire'), undefined, 10, '%'),
    ),
    between('trade rupture, random', endingShare(runs.get('random'), 'trade_rupture'), 1, 6, '%'),
    between('early losses warned of at two stops', percent(sum(all.map(({ measures }) => measures.warned)), losses), 95, undefined, '%'),
    ...program.readings.map(({ id }, i) => {
      const { p10, p90 } = spreadOf(pooled(({ tally }) => tally.readings[i] ?? [], competent));
      return between(`p90 - p10 of ${id}, competent policies`, competent.length === 0 ? undefined : p90 - p10, 180, undefined, '');
    }),
    between('best competent policy meets all its charges', competent.length === 0 ? undefined : charges, 10, 25, '%'),
    between('wanting more than can be paid, mean of policies', wanting, 60, 75, '%'),
    between('acts that are not reactions', percent(acts, acts + answers), 50, undefined, '%'),
    between('commonest ending, pooled', percent(Math.max(...endings), games), undefined, 35, '%'),
    between('rarest ending, pooled', percent(Math.min(...endings), games), 4, undefined, '%'),
    between('pivotal stops, mean of policies', pivotal, 3, 5, ''),
    between(
      'outcomes inside the forecast p10 to p90',
      percent(sum(all.map(({ coverage }) => coverage.inside)), sum(all.map(({ coverage }) => coverage.of))),
      76,
      84,
      '%',
    ),
    between('most taken option of a situation, greedy and cautious policies', choices?.most, undefined, 60, '%'),
    between('least taken option of a situation, greedy and cautious policies', choices?.least, 8, undefined, '%'),
  ];
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const ratio = (a: number, b: number): number | undefined => (b === 0 ? undefined : a / b);
const percent = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : (100 * part) / whole);
const meanOf = (values: readonly number[]): number | undefined => ratio(sum(values), values.length);
const isNumber = (value: number | undefined): value is number => value !== undefined;

const between = (
  measure: string,
  reached: number | undefined,
  low: number | undefined,
  high: number | undefined,
  unit: string,
): Target => ({
  measure,
  target:
    low === undefined
      ? `<= ${String(high)}${space(unit)}`
      : high === undefined
        ? `>= ${String(low)}${space(unit)}`
        : `${String(low)}-${String(high)}${space(unit)}`,
  reached: reached === undefined ? 'not run' : `${String(Math.round(reached * 10) / 10)}${space(unit)}`,
  ok: reached === undefined ? undefined : reached >= (low ?? -Infinity) && reached <= (high ?? Infinity),
});

const space = (unit: string) => (unit === '' ? '' : ` ${unit}`);

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
