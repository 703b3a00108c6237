import { t } from '../../text/text.ts';
import type { PostureModel } from '../../telling/posture.ts';

const HEIGHT = 108;
const ROOT = { x: 26, y: 112 };
/** Height of a stalk without a node, and what each node adds until there is no more room. */
const SEEDLING = 26;
const NODE = 7.5;
const REACH = 20;

/** Where the stalk stands at a share of its height: a lean bends it more the higher it is. */
const along = (height: number, lean: number, share: number): readonly [number, number] => [
  ROOT.x + (lean / 1000) * REACH * share * share,
  ROOT.y - height * share,
];

const leaf = ([x, y]: readonly [number, number], side: number, size: number): string =>
  `M${x.toFixed(1)} ${y.toFixed(1)}q${(side * size * 0.5).toFixed(1)} ${(-size * 0.5).toFixed(1)} ${(side * size).toFixed(1)} ${(-size * 0.2).toFixed(1)}q${(-side * size * 0.5).toFixed(1)} ${(size * 0.35).toFixed(1)} ${(-side * size).toFixed(1)} ${(size * 0.2).toFixed(1)}z`;

/** The bamboo of the title: a node for every stop, leaning to where the answers lean; the more they pull, the tauter it stands. */
export const Bamboo = ({ posture: { stops, lean, towards, tension } }: { readonly posture: PostureModel }) => {
  const height = Math.min(HEIGHT, SEEDLING + NODE * stops);
  const nodes = Array.from({ length: stops }, (_, i) => along(height, lean, (i + 1) / (stops + 1)));
  const top = along(height, lean, 1);
  const stalk = Array.from({ length: 9 }, (_, i) => along(height, lean, i / 8));
  const label = towards === '' ? t('bamboo.upright', { count: stops }) : t('bamboo.leans', { count: stops, power: towards });
  return (
    <svg class="bamboo" viewBox="0 0 52 116" role="img" aria-label={label}>
      <title>{label}</title>
      <path
        class="stalk"
        stroke-width={5 + (2 * tension) / 1000}
        d={`M${stalk.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`}
      />
      {nodes.map(([x, y], i) => (
        <path key={i} class="joint" d={`M${(x - 4).toFixed(1)} ${y.toFixed(1)}h8`} />
      ))}
      {nodes.map((at, i) => (i % 2 === 1 ? <path key={i} class="blade" d={leaf(at, i % 4 === 1 ? 1 : -1, 13)} /> : null))}
      <path class="blade" d={leaf(top, 1, 15)} />
      <path class="blade" d={leaf(top, -1, 15)} />
    </svg>
  );
};
