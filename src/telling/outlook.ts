import type { Bundle } from '../bundle/bundle.ts';
import type { Slot } from '../engine/program.ts';
import { sideBySide } from '../players/side-by-side.ts';
import type { Forecast } from '../players/forecast.ts';
import { t } from '../text/text.ts';
import { capitalName, type Teller } from './teller.ts';
import { answerersOf } from '../bundle/group.ts';
import { chanceWords, likelihoodOf } from './wording.ts';

export interface ForecastModel {
  /** Likely changes of all readings. */
  readonly ranges: readonly RangeModel[];
  /** What this answer makes of some readings more than the baseline does: the same readings for every answer of a stop. */
  readonly cells: readonly CellModel[];
  /** The answer that the others are measured by. */
  readonly baseline: boolean;
  /** What no other answer does, and who is expected to answer how, worded; empty where there is nothing to say. */
  readonly line: string;
  /** The early ending that this answer is likeliest to come to, with its odds, worded; empty where no answer of the stop comes near one. */
  readonly ruin: string;
  /** Parts per million that the tail happens. */
  readonly tail?: number;
}

/** Likely change of one reading over the next turns, per mille. */
export interface RangeModel {
  readonly reading: string;
  readonly name: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface CellModel extends RangeModel {
  /** 0: no difference to speak of. */
  readonly way: -1 | 0 | 1;
}

const rangesOf = (teller: Teller, { readings }: Forecast): readonly RangeModel[] =>
  readings.map(({ id, p10, p50, p90 }) => ({ reading: id, name: teller.say(`reading.${id}.name`), low: p10, mid: p50, high: p90 }));

/** Moves that answer, in the order in which a forecast watches for them. */
const answeringActs = ({ catalogue }: Bundle): readonly number[] =>
  catalogue.acts.flatMap(({ answer }, act) => (answer === undefined ? [] : [act]));

/** Slots that a forecast watches in order to tell who may answer how. */
export const answersWatched = (bundle: Bundle): readonly Slot[] =>
  answeringActs(bundle).flatMap((act) => bundle.program.acts[act]?.done ?? []);

/** Powers whose expected answer is told. */
const ANSWERERS = 2;
/** Parts per million from which an answer is expected. */
const EXPECTED = 300_000;

interface Expected {
  readonly power: string;
  /** Kind of answer. */
  readonly kind: string;
  readonly ppm: number;
}

/** The kind of answer expected of each power, likeliest first; those whom the order is about before others. */
const expectedOf = (teller: Teller, { seen }: Forecast, about: readonly string[]): readonly Expected[] => {
  const { program, catalogue } = teller.bundle;
  const asked = answerersOf(catalogue, about);
  const odds = new Map<string, Map<string, number>>();
  answeringActs(teller.bundle).forEach((act, i) => {
    const kind = catalogue.acts[act]?.answer?.kind ?? '';
    const power = program.seats[program.acts[act]?.seat ?? 0]?.id ?? '';
    const own = odds.get(power) ?? new Map<string, number>();
    odds.set(power, own.set(kind, (own.get(kind) ?? 0) + (seen[i] ?? 0)));
  });
  return [...odds]
    .flatMap(([power, kinds]) => {
      const [best] = [...kinds]
        .filter(([kind]) => catalogue.answering.some(({ id, silent }) => id === kind && !silent))
        .sort((a, b) => b[1] - a[1]);
      return best === undefined || best[1] < EXPECTED ? [] : [{ power, kind: best[0], ppm: best[1] }];
    })
    .sort((a, b) => Number(asked.includes(b.power)) - Number(asked.includes(a.power)) || b.ppm - a.ppm);
};

const expectedWords = (teller: Teller, { power, kind, ppm }: Expected): string =>
  t('option.expected', {
    power: capitalName(teller, power),
    answer: teller.say(`answer.${kind}.name`),
    odds: t(`signal.${likelihoodOf(ppm)}`),
  });

/** The weightiest thing that this answer alone does to a reading. */
const aloneWords = (cells: readonly CellModel[], others: readonly (readonly CellModel[])[]): readonly string[] =>
  cells
    .filter(({ reading, way }) => way !== 0 && others.every((each) => each.every((cell) => cell.reading !== reading || cell.way !== way)))
    .sort((a, b) => Math.abs(b.mid) - Math.abs(a.mid))
    .slice(0, 1)
    .map(({ name, way }) => t(way > 0 ? 'option.alone_up' : 'option.alone_down', { reading: name }));

/** Parts per million from which an early end is told, with every answer of the stop. */
const NEAR = 100_000;

/** The early ending that a forecast comes to most often, and its odds; undefined where it comes to none. */
const ruinOf = ({ bundle }: Teller, { endings }: Forecast): { readonly id: string; readonly ppm: number } | undefined =>
  bundle.program.endings
    .flatMap(({ id, early }, i) => (early && (endings[i] ?? 0) > 0 ? [{ id, ppm: endings[i] ?? 0 }] : []))
    .sort((a, b) => b.ppm - a.ppm)[0];

const ruinWords = (teller: Teller, ruin: ReturnType<typeof ruinOf>): string =>
  ruin === undefined
    ? t('option.no_ruin')
    : t('option.ruin', { ending: teller.say(`ending.${ruin.id}.title`), odds: chanceWords(ruin.ppm) });

/** An answer and what was worked out of it. */
export interface Weighed {
  readonly option: number;
  readonly cost: number;
  readonly about: readonly string[];
  readonly forecast: Forecast;
}

/**
 * The answers of one stop side by side: all against one of the cheapest, in the same futures, on the readings on which they differ most.
 */
export const outlooksOf = (teller: Teller, weighed: readonly Weighed[]): ReadonlyMap<number, ForecastModel> => {
  const shown = sideBySide(weighed);
  if (shown === undefined) return new Map();
  const { base, differences, columns } = shown;
  const cellsOf = weighed.map(({ forecast }, nth) =>
    rangesOf(teller, forecast).flatMap((range, i): CellModel[] => {
      const found = differences[nth]?.[i];
      return !columns.includes(i) || found === undefined
        ? []
        : [{ ...range, low: found.p10, mid: found.p50, high: found.p90, way: found.way }];
    }),
  );
  const ruins = weighed.map(({ forecast }) => ruinOf(teller, forecast));
  const near = ruins.some((ruin) => ruin !== undefined && ruin.ppm >= NEAR);
  return new Map(
    weighed.map(({ option, about, forecast }, nth) => {
      const cells = cellsOf[nth] ?? [];
      const others = cellsOf.filter((_, other) => other !== nth);
      const expected = expectedOf(teller, forecast, about).slice(0, ANSWERERS);
      const tail = forecast.events[0];
      const model: ForecastModel = {
        ranges: rangesOf(teller, forecast),
        cells,
        baseline: option === base.option,
        line: [...aloneWords(cells, others), ...expected.map((each) => expectedWords(teller, each))].join(' '),
        ruin: near ? ruinWords(teller, ruins[nth]) : '',
        ...(tail === undefined ? {} : { tail }),
      };
      return [option, model];
    }),
  );
};
