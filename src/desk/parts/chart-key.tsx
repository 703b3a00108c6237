import { capitalName } from '../../telling/teller.ts';
import type { Teller } from '../../telling/teller.ts';
import { t } from '../../text/text.ts';

const PLAIN = 'M-10-5h20v10h-20z';

/** What the marks of the chart mean; `K` opens it. */
export const ChartKey = ({ teller }: { readonly teller: Teller }) => {
  const { chart, marks, powers } = teller.bundle.catalogue;
  const hull =
    marks['unit']
      ?.filter(({ part }) => part === 'paper')
      .map(({ path }) => path)
      .join('') ?? PLAIN;
  const tint = powers.find(({ id }) => id === chart.other)?.tint ?? 1;
  return (
    <details class="key" id="chart-key">
      <summary>{t('chart.key')}</summary>
      <dl>
        <dt>
          <svg width="40" height="12" viewBox="0 0 40 12" aria-hidden="true">
            <path d="M1 3h38" class="tie t-hi" stroke-width="1.4" />
            <path d="M1 9h38" class="tie t-hi" stroke-width="4.8" />
          </svg>
        </dt>
        <dd>{t('chart.key_tier')}</dd>
        <dt>
          <svg width="40" height="10" viewBox="0 0 40 10" aria-hidden="true">
            <path d="M1 3h38M1 7h38" class="tie t-mid" stroke-width="1.7" />
          </svg>
        </dt>
        <dd>{t('chart.key_party')}</dd>
        <dt>
          <svg width="40" height="10" viewBox="0 0 40 10" aria-hidden="true">
            <path d="M1 5h38" class="tie t-hi" stroke-width="2" />
            <circle cx="10" cy="5" r="3" class="tie-bead" />
            <circle cx="28" cy="5" r="3" class="tie-bead" />
          </svg>
        </dt>
        <dd>{t('chart.key_trade')}</dd>
        <dt>
          <svg width="40" height="12" viewBox="0 0 40 12" aria-hidden="true">
            <path d="M1 6h38M8 2v8M18 2v8M28 2v8" class="tie t-hi" stroke-width="1.8" />
          </svg>
        </dt>
        <dd>{t('chart.key_defence')}</dd>
        <dt>
          <svg width="40" height="8" viewBox="0 0 40 8" aria-hidden="true">
            <path d="M1 4h12" class="tie t-lo" stroke-width="4" />
            <path d="M14 4h12" class="tie t-mid" stroke-width="4" />
            <path d="M27 4h12" class="tie t-hi" stroke-width="4" />
          </svg>
        </dt>
        <dd>{t('chart.key_trust')}</dd>
        <dt>
          <svg width="40" height="16" viewBox="0 0 40 16" aria-hidden="true">
            <circle cx="20" cy="8" r="3" class="ring" />
            <circle cx="20" cy="8" r="7" class="ring" />
          </svg>
        </dt>
        <dd>{t('chart.key_pressure')}</dd>
        <dt>
          <svg width="40" height="22" viewBox="0 0 40 22" aria-hidden="true">
            <path d="M2 6h34m-8-4l8 4-8 4" class="answer is-welcome" />
            <path d="M2 16h34m-8-4l8 4-8 4m8-10v12" class="answer" stroke-dasharray="5 3.5" />
          </svg>
        </dt>
        <dd>{t('chart.key_answer')}</dd>
        {chart.other !== undefined && (
          <>
            <dt>
              <svg width="40" height="16" viewBox="0 0 40 16" aria-hidden="true">
                <path d={hull} class="ship" transform="translate(9 9) scale(.62)" />
                <path d={hull} class={`ship is-other tint-${String(tint)}`} transform="translate(30 9) scale(-.62 .62)" />
              </svg>
            </dt>
            <dd>{t('chart.key_units', { home: capitalName(teller, chart.home), other: capitalName(teller, chart.other) })}</dd>
          </>
        )}
      </dl>
    </details>
  );
};
