import { useMemo, useState } from 'preact/hooks';
import type { View } from '../../engine/view.ts';
import { t } from '../../text/text.ts';
import { Chart } from '../chart/chart.tsx';
import { chartNumbers } from '../chart/model.ts';
import { geographyOf } from '../chart/projection.ts';
import { editionOf, loadCoast } from '../../session/library.ts';
import { Dialog } from './dialog.tsx';
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

const PowerSheet = ({ facts, onClose }: { readonly facts: PowerFacts; readonly onClose: () => void }) => (
  <Dialog title={facts.state === '' || facts.state === facts.name ? facts.name : `${facts.state} · ${facts.name}`} onClose={onClose}>
    {facts.about !== '' && <p class="claim">{facts.about}</p>}
    {facts.trust !== '' && (
      <dl class="facts">
        <dt>{t('chart.tie')}</dt>
        <dd>{[facts.tier, facts.tie].filter(Boolean).join('; ')}</dd>
        <dt>{t('chart.trust')}</dt>
        <dd>{facts.trust}</dd>
        <dt>{t('chart.ask')}</dt>
        <dd>
          {facts.ask}
          {facts.offer && `; ${t('chart.offer')}`}
        </dd>
      </dl>
    )}
    {facts.goals.length > 0 && (
      <>
        <h3 class="small-h">{t('chart.goals')}</h3>
        <ul class="plain">
          {facts.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </>
    )}
    {facts.lines.length > 0 && (
      <>
        <h3 class="small-h">{t('chart.lines')}</h3>
        <ul class="plain">
          {facts.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    )}
  </Dialog>
);

const PlaceSheet = ({ facts, note, onClose }: { readonly facts: PlaceFacts; readonly note: string; readonly onClose: () => void }) => (
  <Dialog title={facts.local === '' ? facts.name : `${facts.name} (${facts.local})`} onClose={onClose}>
    {facts.note !== '' && <p class="claim">{facts.note}</p>}
    {facts.pressure !== '' && (
      <p>
        {t('chart.pressure')}: {facts.pressure}
      </p>
    )}
    <p class="n">{note}</p>
  </Dialog>
);

/** The chart of the region, with a sheet for each power and place. */
export const ChartArea = ({
  teller,
  before,
  answered,
}: {
  readonly teller: Teller;
  readonly before?: View;
  readonly answered?: ReadonlyMap<string, -1 | 1>;
}) => {
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const ladder = ladderOf(teller);
  const rung = ladder?.rungs[ladder.at] ?? '';
  const powers = powersOf(teller);
  const places = placesOf(teller);
  const power = powers.find((each) => each.power === picked);
  const place = places.find((each) => each.id === picked);
  const close = (): void => setPicked(undefined);
  const { catalogue, program } = teller.bundle;
  const rungName = catalogue.ladder === undefined ? '' : (program.slots[catalogue.ladder.rung]?.name ?? '');
  const geography = useMemo(() => geographyOf(catalogue), [catalogue]);
  const numbers = chartNumbers(teller.rules, teller.view, catalogue, answered);
  const shown = placesShown(teller);
  return (
    <>
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
        pick={setPicked}
      >
        <ChartTable powers={powers} places={places} />
      </Chart>
      {power && <PowerSheet facts={power} onClose={close} />}
      {place && <PlaceSheet facts={place} note={teller.say('scenario.place_note')} onClose={close} />}
    </>
  );
};
