import type { TruthModel } from '../../../telling/review.ts';
import { percentOf } from '../../../telling/wording.ts';
import { t } from '../../../text/text.ts';
import { rt } from '../../../text/review.ts';

const WIDTH = 180;
const HEIGHT = 34;
const EDGE = 3;
const MILLION = 1_000_000;

/** The odds held of each cause over the game, all on the scale from 0 to 100 %, and which was true. */
export const OddsPaths = ({ hidden: { name, causes, meant } }: { readonly hidden: TruthModel }) => (
  <div class="odds-paths">
    <p class="oh">{name}</p>
    <ul>
      {causes.map(({ id, name: cause, odds, truth }) => {
        const [first = 0, last = 0] = [odds[0], odds.at(-1)];
        const x = (i: number): number => EDGE + (i * (WIDTH - 2 * EDGE)) / Math.max(1, odds.length - 1);
        const y = (ppm: number): number => HEIGHT - EDGE - (ppm * (HEIGHT - 2 * EDGE)) / MILLION;
        return (
          <li key={id} class={truth ? 'true' : ''}>
            <span>
              {cause}
              {truth && <em> {t('review.truth')}</em>}
            </span>
            <svg
              viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
              role="img"
              aria-label={rt('causes.path', { name: cause, first: percentOf(first), last: percentOf(last) })}
            >
              <path class="op-frame" d={`M0 ${String(y(0))}H${String(WIDTH)}M0 ${String(y(MILLION))}H${String(WIDTH)}`} />
              <path class="op-line" d={`M${odds.map((ppm, i) => `${x(i).toFixed(1)} ${y(ppm).toFixed(1)}`).join('L')}`} />
              <circle cx={x(odds.length - 1)} cy={y(last)} r="2.6" />
            </svg>
            <span class="op" aria-hidden="true">
              {percentOf(first)} → {percentOf(last)}%
            </span>
          </li>
        );
      })}
    </ul>
    {meant !== '' && <p class="op-meant">{meant}</p>}
  </div>
);
