import { calibrationOf, type Level } from '../../../telling/calibration.ts';
import type { PredictionModel } from '../../../telling/predictions.ts';
import { locale } from '../../../text/text.ts';
import { rt } from '../../../text/review.ts';

const SIZE = 160;
const EDGE = 30;
const at = (share: number): number => (share * SIZE) / 100;

const perMille = (value: number): string =>
  (value / 1000).toLocaleString(locale.value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const rounded = ({ said, came, count }: Level) => ({ said: Math.round(said), came: Math.round(came), count });

/** What was said against what came of it, for the player and for the game's own odds. */
export const Calibration = ({ predictions }: { readonly predictions: readonly PredictionModel[] }) => {
  const score = calibrationOf(predictions);
  if (score === undefined) return null;
  const { count, own, game, levels, odds } = score;
  return (
    <figure class="calib">
      <svg
        viewBox={`-${String(EDGE)} -8 ${String(SIZE + EDGE + 8)} ${String(SIZE + EDGE + 8)}`}
        role="list"
        aria-label={rt('calibration.title')}
      >
        <rect class="cal-field" width={SIZE} height={SIZE} />
        <path class="cal-even" d={`M0 ${String(SIZE)}L${String(SIZE)} 0`} />
        {odds.map((level, i) => (
          <rect
            key={i}
            class="cal-game"
            role="listitem"
            aria-label={`${rt('calibration.game')}: ${rt('calibration.level', rounded(level))}`}
            x={at(level.said) - 4}
            y={SIZE - at(level.came) - 4}
            width="8"
            height="8"
          />
        ))}
        {levels.map((level, i) => (
          <g key={i} role="listitem" aria-label={`${rt('calibration.own')}: ${rt('calibration.level', rounded(level))}`}>
            <path class="cal-drop" d={`M${String(at(level.said))} ${String(SIZE - at(level.came))}V${String(SIZE - at(level.said))}`} />
            <circle class="cal-own" cx={at(level.said)} cy={SIZE - at(level.came)} r={2.4 + 0.9 * level.count} />
          </g>
        ))}
        {[0, 50, 100].map((share) => (
          <g key={share} class="cal-label" aria-hidden="true">
            <text x={at(share)} y={SIZE + 14} text-anchor="middle">
              {share}%
            </text>
            <text x="-5" y={SIZE - at(share) + 4} text-anchor="end">
              {share}
            </text>
          </g>
        ))}
        <text class="cal-label" aria-hidden="true" x={SIZE / 2} y={SIZE + 27} text-anchor="middle">
          {rt('calibration.said')}
        </text>
      </svg>
      <figcaption>
        <p class="leg">
          <span>
            <i class="lg cal-lg" />
            {rt('calibration.own')}
          </span>
          <span>
            <i class="lg cal-lg square" />
            {rt('calibration.game')}
          </span>
        </p>
        <p>{rt('calibration.score', { count, own: perMille(own), game: perMille(game) })}</p>
      </figcaption>
    </figure>
  );
};
