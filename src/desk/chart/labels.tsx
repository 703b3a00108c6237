import { Mark } from '../parts/marks.tsx';
import { ABOVE, BESIDE, boxAt, findRoom, meet, textWidth } from './clear.ts';
import type { Asked, Box } from './clear.ts';
import { capitalAt, isSmall, NEATLINE, project, tieCurve } from './projection.ts';
import type { Capital, Point, Projection } from './projection.ts';
import type { ChartInfo } from '../../bundle/bundle.ts';
import type { CapitalLabel, PlaceLabel } from '../../telling/chart.ts';

interface LabelsProps {
  readonly projection: Projection;
  /** Size of the names' text, CSS pixels. */
  readonly size: number;
  readonly capitals: readonly CapitalLabel[];
  readonly places: readonly PlaceLabel[];
  /** How many stand in line above a place's mark. */
  readonly queues: ReadonlyMap<string, number>;
  /** The water's name, and the same as it is called there. */
  readonly water: readonly [string, string];
  readonly waterAt: ChartInfo['water'];
  readonly pick: (id: string) => void;
  readonly picked: string | undefined;
  readonly moving: string | undefined;
}

const px = (value: number): string => `${value.toFixed(1)}px`;

const markSize = (small: boolean, isHome: boolean): number => (isHome ? (small ? 22 : 28) : small ? 16 : 22);

type SeenAt = Capital & { readonly turned: boolean };

/** The room a capital takes: a plate with its pointed end, or a mark with the name beside it. */
const capitalBox = (at: SeenAt, { power, name, change, changeText }: CapitalLabel, home: string, small: boolean, size: number): Box => {
  const gap = small ? 5 : 8;
  const mark = markSize(small, power === home);
  const words = gap + textWidth(name, size) + (change === 0 ? 0 : gap + textWidth(changeText, size));
  if (at.plate === 'left') return boxAt({ ...at, align: 'start' }, 36 + mark + words, small ? 26 : 34);
  if (at.plate === 'right') return boxAt({ ...at, align: 'end' }, 36 + mark + words, small ? 26 : 34);
  if (at.plate === 'top') return boxAt({ ...at, align: 'middle' }, 24 + mark + words, 26);
  const half = mark / 2 + 2;
  return {
    left: at.x - half - (at.turned ? words : 0),
    right: at.x + half + (at.turned ? 0 : words),
    top: at.y - half,
    bottom: at.y + half,
  };
};

/** A capital's name turns to the other side of its mark where a plate would lie on it; that of home stands on the side that its ties do not leave. */
const capitalsAt = (
  projection: Projection,
  capitals: readonly CapitalLabel[],
  small: boolean,
  size: number,
): ReadonlyMap<string, { readonly at: SeenAt; readonly box: Box }> => {
  const { home } = projection.geography;
  const from = capitalAt(projection, home);
  const east = capitals.filter(({ power }) => power !== home && capitalAt(projection, power).x > from.x).length;
  const homeTurned = east * 2 >= capitals.length - 1;
  const seen = capitals.map((label) => {
    const at = { ...capitalAt(projection, label.power), turned: label.power === home && homeTurned };
    return { label, at, box: capitalBox(at, label, home, small, size) };
  });
  return new Map(
    seen.map(({ label, at, box }) => {
      const covered = at.plate === undefined && seen.some((other) => other.at.plate !== undefined && meet(other.box, box));
      if (!covered || at.turned || label.power === home) return [label.power, { at, box }];
      const turned = { ...at, turned: true };
      return [label.power, { at: turned, box: capitalBox(turned, label, home, small, size) }];
    }),
  );
};

const pathOf = (points: readonly Point[]): string => `M${points.map(({ x, y }) => `${x.toFixed(0)} ${y.toFixed(0)}`).join('L')}`;

const tieEnd = ({ at, box }: { readonly at: SeenAt; readonly box: Box }): Point => {
  if (at.plate === undefined) return at;
  return at.plate === 'top'
    ? { x: at.x - (box.right - box.left) / 4, y: box.bottom }
    : { x: at.plate === 'left' ? box.right : box.left, y: at.y };
};

/** What is drawn at a place, whatever the pressure on it. */
const markBoxes = ({ x, y }: Point, front: boolean, queue: number, scale: number): readonly Box[] => {
  const half = (front ? 34 : 8) * scale;
  const glyph = { left: x - half, right: x + half, top: y - half, bottom: y + half };
  if (queue === 0) return [glyph];
  return [glyph, { left: x + 8 * scale, right: x + (8 + 17 * queue) * scale, top: y - 32 * scale, bottom: y - 17 * scale }];
};

/** What a place's label may say, fullest first. */
const linesOf = ({ name, local, state }: PlaceLabel, small: boolean): readonly (readonly string[])[] => {
  const kept = state === undefined ? [name] : [name, state];
  const forms = local === undefined || small ? [kept] : [[name, local, ...kept.slice(1)], kept];
  return state === undefined ? forms : [...forms, [name]];
};

/** Names of capitals and places: real buttons over the canvas, in reading order places, capitals. */
export const Labels = ({ projection, size: full, capitals, places, queues, water, waterAt, pick, picked, moving }: LabelsProps) => {
  const small = isSmall(projection.frame);
  const { home } = projection.geography;
  const size = small ? (full * 12) / 13 : full;
  const named = waterAt === undefined ? undefined : project(projection, ...(small ? waterAt.narrow : waterAt.at));
  const waterSize = small ? 13 : 18.5;
  const waterWidth = Math.max(textWidth(water[0], 0.9 * waterSize), textWidth(water[1], 0.8 * waterSize));
  const waterBoxes = named === undefined ? [] : [boxAt({ ...named, align: 'middle' }, waterWidth, 2.35 * waterSize)];
  const ends = capitalsAt(projection, capitals, small, size);
  const scale = Math.max(0.62, Math.min(1.15, projection.k / 0.92));
  const { frame } = projection;
  const shown = places
    .filter(({ place }) => !small || place.front === true)
    .map((label) => ({
      label,
      at: project(projection, label.place.lon, label.place.lat),
      forms: linesOf(label, small),
      queue: queues.get(label.place.id) ?? 0,
    }));
  const spots = findRoom(
    shown.map(({ label, at, forms, queue }): Asked => {
      const front = label.place.front === true;
      const aside = front ? (small ? 34 : 58) : 12;
      const away = front ? aside : 6;
      return {
        id: label.place.id,
        at,
        reach: { x: aside, up: queue > 0 ? 33 * scale : away, down: away },
        sides: label.place.label === 'above' ? ABOVE : BESIDE,
        forms,
      };
    }),
    {
      taken: [
        ...[...ends.values()].map(({ box }) => box),
        ...waterBoxes,
        ...shown.flatMap(({ label, at, queue }) => markBoxes(at, label.place.front === true, queue, scale)),
      ],
      lines: [...ends].flatMap(([power, end]) =>
        power === home ? [] : tieCurve(projection, capitalAt(projection, home), tieEnd(end), power),
      ),
      bounds: {
        left: frame.left + NEATLINE,
        top: frame.top + NEATLINE,
        right: frame.right - NEATLINE,
        bottom: frame.bottom - NEATLINE,
      },
    },
    size,
  );
  return (
    <div class={small ? 'labels small' : 'labels'}>
      {named !== undefined && (
        <p class="sea-name" style={{ left: px(named.x), top: px(named.y) }} aria-hidden="true">
          <span>{water[0]}</span>
          <span>{water[1]}</span>
        </p>
      )}
      {/* What is drawn can be touched too; by keyboard its name or its capital opens the same. */}
      <svg class="tie-hits" aria-hidden="true">
        {[...ends].map(([power, end]) =>
          power === home ? null : (
            <path
              key={power}
              d={pathOf(tieCurve(projection, capitalAt(projection, home), tieEnd(end), power))}
              onClick={() => pick(power)}
            />
          ),
        )}
      </svg>
      {shown.map(({ label: { place }, at }) => (
        <span
          key={place.id}
          class="place-hit"
          aria-hidden="true"
          style={{ left: px(at.x), top: px(at.y) }}
          onClick={() => {
            pick(place.id);
          }}
        />
      ))}
      {shown.map(({ label: { place, name, state, strained }, forms }) => {
        const spot = spots.get(place.id);
        if (spot === undefined) return null;
        const lines = forms[spot.form] ?? [name];
        return (
          <button
            key={place.id}
            type="button"
            class={`place-label is-${spot.align}${picked === place.id ? ' is-picked' : ''}`}
            style={{ left: px(spot.x), top: px(spot.y) }}
            aria-pressed={picked === place.id}
            onClick={() => {
              pick(place.id);
            }}
          >
            {lines.map((line) => (
              <span
                key={line}
                class={line === name ? 'place-name' : line !== state ? 'place-local' : strained ? 'place-state is-strained' : 'place-state'}
              >
                {line}
              </span>
            ))}
          </button>
        );
      })}
      {capitals.map(({ power, name, tie, change, changeText }) => {
        const at = ends.get(power)?.at;
        if (at === undefined) return null;
        return (
          <button
            key={power}
            type="button"
            data-power={power}
            class={`capital-label at-${at.plate ?? 'here'}${at.turned ? ' is-turned' : ''}${power === home ? ' is-home' : ''}${picked === power ? ' is-picked' : ''}${moving === power ? ' is-moving' : ''}`}
            style={{ left: px(at.x), top: px(at.y) }}
            aria-pressed={picked === power}
            aria-label={tie === '' ? name : `${name}${changeText === '' ? '' : ` ${changeText}`}: ${tie}`}
            onClick={() => {
              pick(power);
            }}
          >
            <Mark power={power} size={markSize(small, power === home)} />
            <span class="capital-name">{name}</span>
            {change !== 0 && (
              <span class={change > 0 ? 'capital-change is-up' : 'capital-change is-down'} aria-hidden="true">
                {changeText}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
};
