import { useMemo } from 'preact/hooks';
import type { View } from '../../engine/view.ts';
import { t } from '../../text/text.ts';
import { Chart } from '../chart/chart.tsx';
import { chartNumbers } from '../chart/model.ts';
import { geographyOf } from '../chart/projection.ts';
import { editionOf, loadCoast } from '../../session/library.ts';
import { useAsked } from './asked.ts';
import { Mark } from './marks.tsx';
import { capitalLabels, placeLabels, placesOf, placesShown, powersOf, type PlaceFacts, type PowerFacts } from '../../telling/chart.ts';
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
          .map(({ power, name, tier, tie, trust, ask, offer }) => (
            <tr key={power}>
              <th scope="row">
                <Mark power={power} /> {name}
              </th>
              <td>{tier || tie}</td>
              <td>{trust}</td>
              <td>{offer ? t('chart.offer') : ask}</td>
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

/** The chart of the region; every power and place on it opens to its facts. */
export const ChartArea = ({
  teller,
  before,
  answered,
}: {
  readonly teller: Teller;
  readonly before?: View;
  readonly answered?: ReadonlyMap<string, -1 | 1>;
}) => {
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
  const numbers = chartNumbers(teller.rules, teller.view, catalogue, answered);
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
      pick={(id) => (facts.value = { kind: powers.some(({ power }) => power === id) ? 'power' : 'place', id })}
    >
      <ChartTable powers={powers} places={places} />
    </Chart>
  );
};
