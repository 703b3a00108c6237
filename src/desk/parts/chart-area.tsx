import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Row } from '../../engine/ledger.ts';
import type { View } from '../../engine/view.ts';
import { t } from '../../text/text.ts';
import { Chart } from '../chart/chart.tsx';
import { chartNumbers } from '../chart/model.ts';
import { geographyOf } from '../chart/projection.ts';
import { editionOf, loadCoast } from '../../session/library.ts';
import { useAsked } from './asked.ts';
import { Mark } from './marks.tsx';
import { capitalLabels, placeLabels, placesOf, placesShown, powersOf, type PlaceFacts, type PowerFacts } from '../../telling/chart.ts';
import { playOf, type PlayStep } from '../../telling/play.ts';
import { ladderOf } from '../../telling/readings.ts';
import { reducedMotion, theme } from '../settings.ts';
import type { Teller } from '../../telling/teller.ts';

/** The chart in words: read aloud after it, and shown where nothing can be drawn. */
const ChartTable = ({ powers, places }: { readonly powers: readonly PowerFacts[]; readonly places: readonly PlaceFacts[] }) => (
  <div class="chart-table">
    <table>
      <caption>{t('chart.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.power')}</th>
          <th scope="col">{t('chart.tie')}</th>
          <th scope="col">{t('chart.trust')}</th>
          <th scope="col">{t('chart.ask')}</th>
        </tr>
      </thead>
      <tbody>
        {powers
          .filter(({ trust }) => trust !== '')
          .map(({ power, name, tier, tie, trust, wants }) => (
            <tr key={power}>
              <th scope="row">
                <Mark power={power} /> {name}
              </th>
              <td>{tier || tie}</td>
              <td>{trust}</td>
              <td>{wants}</td>
            </tr>
          ))}
      </tbody>
    </table>
    <ul>
      {places.map(({ id, name, local, pressure }) => (
        <li key={id}>
          {name}
          {local !== '' && ` (${local})`}
          {pressure !== '' && `: ${t('chart.pressure')} ${pressure}`}
        </li>
      ))}
    </ul>
  </div>
);

const NOTHING: readonly Row[] = [];

/** How long one move is shown, ms; many are shown faster. */
const STEP = { usual: 900, least: 450, all: 5000 };

/** The moves of a turn, one after another; `at` counts up to the number of them, and all is seen then. At once where motion is not wanted. */
const usePlay = (
  teller: Teller,
  before: View | undefined,
  rows: readonly Row[],
  within: number,
): { readonly steps: readonly PlayStep[]; readonly at: number } => {
  const steps = useMemo(() => (before === undefined ? [] : playOf(teller, rows, before)), [before, rows, teller.locale]);
  const still = reducedMotion.value;
  const [seen, setSeen] = useState<{ readonly of: View | undefined; readonly at: number }>({ of: before, at: 0 });
  const at = still ? steps.length : seen.of === before ? seen.at : 0;
  useEffect(() => {
    if (still || before === undefined || at >= steps.length) return undefined;
    const pace = within / STEP.all;
    const time = Math.max(STEP.least * Math.min(1, pace), Math.min(STEP.usual, within / steps.length));
    const wait = setTimeout(() => setSeen({ of: before, at: at + 1 }), time);
    return () => clearTimeout(wait);
  }, [before, at, still, steps, within]);
  return { steps, at };
};

/** The chart of the region; every power and place on it opens to its facts. */
export const ChartArea = ({
  teller,
  before,
  happened = NOTHING,
  within = STEP.all,
}: {
  readonly teller: Teller;
  /** While what came of a turn is shown: the view at its start, and its rows. */
  readonly before?: View;
  readonly happened?: readonly Row[];
  /** Time in which all of its moves are shown, ms. */
  readonly within?: number;
}) => {
  const { steps, at } = usePlay(teller, before, happened, within);
  const step = steps[at];
  const { facts } = useAsked();
  const subject = facts.value;
  const picked = subject?.kind === 'power' || subject?.kind === 'place' ? subject.id : undefined;
  const ladder = ladderOf(teller);
  const rung = ladder?.rungs[ladder.at] ?? '';
  const powers = powersOf(teller);
  const places = placesOf(teller);
  const { catalogue, program } = teller.bundle;
  const rungName = catalogue.ladder === undefined ? '' : (program.slots[catalogue.ladder.rung]?.name ?? '');
  const geography = useMemo(() => geographyOf(catalogue), [catalogue]);
  const answered = new Map(steps.slice(0, at + 1).map(({ power, tone }) => [power, tone]));
  const numbers = chartNumbers(teller.rules, step?.view ?? teller.view, catalogue, answered);
  const shown = placesShown(teller);
  return (
    <Chart
      numbers={{ ...numbers, places: numbers.places.filter(({ id }) => shown.includes(id)) }}
      theme={theme.value}
      still={reducedMotion.value}
      capitals={capitalLabels(teller, before)}
      places={placeLabels(teller, rung)}
      geography={geography}
      coast={() => loadCoast(editionOf(teller.bundle))}
      water={[teller.say('chart.water'), teller.say('chart.water.local')]}
      waterAt={catalogue.chart.water}
      summary={rung === '' ? t('chart.summary') : t('chart.summary_rung', { ladder: teller.say(`variable.${rungName}.name`), rung })}
      picked={picked}
      moving={step?.power}
      line={step?.line}
      pick={(id) => (facts.value = { kind: powers.some(({ power }) => power === id) ? 'power' : 'place', id })}
    >
      <ChartTable powers={powers} places={places} />
    </Chart>
  );
};
