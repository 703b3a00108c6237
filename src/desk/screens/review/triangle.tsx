import type { Chronicle } from '../../../session/chronicle.ts';
import { capitalName, type Teller } from '../../../telling/teller.ts';
import { pathsOf, type PosturePoint } from '../../../telling/triangle.ts';
import { t } from '../../../text/text.ts';
import { rt } from '../../../text/review.ts';
import { Part } from './part.tsx';

const SIDE = 240;
const TALL = (SIDE * Math.sqrt(3)) / 2;
const LEFT = 34;
const TOP = 24;

const placeOf = ({ hedge, align }: PosturePoint): readonly [number, number] => [
  LEFT + (hedge / 2 + align) * SIDE,
  TOP + (1 - hedge) * TALL,
];

const pathFor = (points: readonly PosturePoint[]): string =>
  `M${points
    .map(placeOf)
    .map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('L')}`;

const START: PosturePoint = { hedge: 1, partner: 0, align: 0 };
const percent = (share: number): number => Math.round(share * 100);

const lineAt = (from: PosturePoint, to: PosturePoint): string => pathFor([from, to]);
const SHARES = [0.25, 0.5, 0.75];

/** Where the answers stood between the three postures, stop by stop, beside what the articles tell. */
export const TrianglePart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const { own, actual } = pathsOf(now);
  const last = own.at(-1);
  if (last === undefined) return null;
  const told = rt('triangle.told', { hedge: percent(last.hedge), partner: percent(last.partner), align: percent(last.align) });
  const corner = (x: number, y: number, anchor: 'start' | 'middle' | 'end', word: string) => (
    <text x={x} y={y} text-anchor={anchor}>
      {word}
    </text>
  );
  const [endX, endY] = placeOf(last);
  return (
    <Part name="rv-triangle" title={rt('triangle.title')}>
      <svg viewBox={`0 0 ${String(SIDE + 2 * LEFT)} ${String(TALL + TOP + 26)}`} role="img" aria-label={told}>
        <path class="tri-field" d={`${pathFor([START, { hedge: 0, partner: 1, align: 0 }, { hedge: 0, partner: 0, align: 1 }])}Z`} />
        {SHARES.map((share) => (
          <g key={share} class="tri-grid">
            <path d={lineAt({ hedge: share, partner: 1 - share, align: 0 }, { hedge: share, partner: 0, align: 1 - share })} />
            <path d={lineAt({ partner: share, hedge: 1 - share, align: 0 }, { partner: share, hedge: 0, align: 1 - share })} />
            <path d={lineAt({ align: share, hedge: 1 - share, partner: 0 }, { align: share, hedge: 0, partner: 1 - share })} />
          </g>
        ))}
        {corner(LEFT + SIDE / 2, TOP - 9, 'middle', t('stance.hedge'))}
        {corner(LEFT, TOP + TALL + 18, 'middle', t('stance.partner'))}
        {corner(LEFT + SIDE, TOP + TALL + 18, 'middle', t('stance.align'))}
        {actual.length > 0 && (
          <g class="tri-actual">
            <path d={pathFor([START, ...actual])} />
            {actual.map(placeOf).map(([x, y], i) => (
              <circle key={i} cx={x} cy={y} r="3.4" />
            ))}
          </g>
        )}
        <g class="tri-own">
          <path d={pathFor([START, ...own])} />
          {own.map(placeOf).map(([x, y], i) => (
            <rect key={i} x={x - 2} y={y - 2} width="4" height="4" />
          ))}
          <rect class="tri-now" x={endX - 7} y={endY - 7} width="14" height="14" />
          <text class="tri-count" x={endX} y={endY + 3.6} text-anchor="middle">
            {own.length}
          </text>
        </g>
      </svg>
      <p class="leg">
        <span>
          <i class="lg tri-lg" />
          {rt('triangle.own')}
        </span>
        {actual.length > 0 && (
          <span>
            <i class="lg tri-lg actual" />
            {rt('triangle.actual', { capital: capitalName(teller, teller.bundle.catalogue.chart.home) })}
          </span>
        )}
      </p>
      <p class="n">{told}</p>
    </Part>
  );
};
