import { Mark } from '../parts/marks.tsx';
import { ABOVE, BESIDE, boxAt, findRoom, meet, textWidth } from './clear.ts';
import type { Asked, Box } from './clear.ts';
import { capitalAt, isSmall, NEATLINE, project, tieCurve } from './projection.ts';
import type { Capital, Point, Projection } from './projection.ts';
import type { CapitalLabel, PlaceLabel } from '../../telling/chart.ts';

interface LabelsProps {
  readonly projection: Projection;
  /** Size of the names' text, CSS pixels. */
  readonly size: number;
  readonly capitals: readonly CapitalLabel[];
  readonly places: readonly PlaceLabel[];
  /** Lorries drawn above a place's mark. */
  readonly trucks: ReadonlyMap<string, number>;
  readonly sea: readonly [string, string];
  readonly pick: (id: string) => void;
  readonly picked: string | undefined;
}

const px = (value: number): string => `${value.toFixed(1)}px`;

const markSize = (small: boolean, power: string): number => (power === 'hanoi' ? (small ? 22 : 28) : small ? 16 : 22);

type SeenAt = Capital & { readonly turned: boolean };

/** The room a capital takes: a plate with its pointed end, or a mark with the name beside it. */
const capitalBox = (at: SeenAt, { power, name, change, changeText }: CapitalLabel, small: boolean, size: number): Box => {
  const gap = small ? 5 : 8;
  const mark = markSize(small, power);
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

/** Beijing's name turns to the other side of its mark where a plate would lie on it; Hanoi's stands west, away from the sea. */
const capitalsAt = (
  projection: Projection,
  capitals: readonly CapitalLabel[],
  small: boolean,
  size: number,
): ReadonlyMap<string, { readonly at: SeenAt; readonly box: Box }> => {
  const seen = capitals.map((label) => {
    const at = { ...capitalAt(projection, label.power), turned: label.power === 'hanoi' };
    return { label, at, box: capitalBox(at, label, small, size) };
  });
  return new Map(
    seen.map(({ label, at, box }) => {
      const covered = at.plate === undefined && seen.some((other) => other.at.plate !== undefined && meet(other.box, box));
      if (!covered || at.turned) return [label.power, { at, box }];
      const turned = { ...at, turned: true };
      return [label.power, { at: turned, box: capitalBox(turned, label, small, size) }];
    }),
  );
};

const tieEnd = ({ at, box }: { readonly at: SeenAt; readonly box: Box }): Point => {
  if (at.plate === undefined) return at;
  return at.plate === 'top'
    ? { x: at.x - (box.right - box.left) / 4, y: box.bottom }
    : { x: at.plate === 'left' ? box.right : box.left, y: at.y };
};

/** What is drawn at a place, whatever the pressure on it. */
const markBoxes = ({ x, y }: Point, kind: PlaceLabel['place']['kind'], trucks: number, scale: number): readonly Box[] => {
  const half = (kind === 'bank' ? 34 : 8) * scale;
  const glyph = { left: x - half, right: x + half, top: y - half, bottom: y + half };
  if (trucks === 0) return [glyph];
  return [glyph, { left: x + 8 * scale, right: x + (8 + 17 * trucks) * scale, top: y - 32 * scale, bottom: y - 17 * scale }];
};

/** What a place's label may say, fullest first. */
const linesOf = ({ name, local, state }: PlaceLabel, small: boolean): readonly (readonly string[])[] => {
  const kept = state === undefined ? [name] : [name, state];
  const forms = local === undefined || small ? [kept] : [[name, local, ...kept.slice(1)], kept];
  return state === undefined ? forms : [...forms, [name]];
};

/** Names of capitals and places: real buttons over the canvas, in reading order Hanoi, places, capitals. */
export const Labels = ({ projection, size: full, capitals, places, trucks, sea, pick, picked }: LabelsProps) => {
  const small = isSmall(projection.frame);
  const size = small ? (full * 12) / 13 : full;
  const seaAt = project(projection, small ? 114 : 112.2, small ? 15.4 : 14.9);
  const seaSize = small ? 13 : 18.5;
  const seaWidth = Math.max(textWidth(sea[0], 0.9 * seaSize), textWidth(sea[1], 0.8 * seaSize));
  const seaBox = boxAt({ ...seaAt, align: 'middle' }, seaWidth, 2.35 * seaSize);
  const ends = capitalsAt(projection, capitals, small, size);
  const scale = Math.max(0.62, Math.min(1.15, projection.k / 0.92));
  const { frame } = projection;
  const shown = places
    .filter(({ place }) => !small || place.kind === 'bank')
    .map((label) => ({
      label,
      at: project(projection, label.place.lon, label.place.lat),
      forms: linesOf(label, small),
      lorries: trucks.get(label.place.id) ?? 0,
    }));
  const spots = findRoom(
    shown.map(({ label, at, forms, lorries }): Asked => {
      const bank = label.place.kind === 'bank';
      const aside = bank ? (small ? 34 : 58) : 12;
      const away = bank ? aside : 6;
      return {
        id: label.place.id,
        at,
        reach: { x: aside, up: lorries > 0 ? 33 * scale : away, down: away },
        sides: label.place.kind === 'gate' ? ABOVE : BESIDE,
        forms,
      };
    }),
    {
      taken: [
        ...[...ends.values()].map(({ box }) => box),
        seaBox,
        ...shown.flatMap(({ label, at, lorries }) => markBoxes(at, label.place.kind, lorries, scale)),
      ],
      lines: [...ends].flatMap(([power, end]) => (power === 'hanoi' ? [] : tieCurve(capitalAt(projection, 'hanoi'), tieEnd(end), power))),
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
      <p class="sea-name" style={{ left: px(seaAt.x), top: px(seaAt.y) }} aria-hidden="true">
        <span>{sea[0]}</span>
        <span>{sea[1]}</span>
      </p>
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
            class={`capital-label at-${at.plate ?? 'here'}${at.turned ? ' is-turned' : ''}${picked === power ? ' is-picked' : ''}`}
            style={{ left: px(at.x), top: px(at.y) }}
            aria-pressed={picked === power}
            aria-label={tie === '' ? name : `${name}${changeText === '' ? '' : ` ${changeText}`}: ${tie}`}
            onClick={() => {
              pick(power);
            }}
          >
            <Mark power={power} size={markSize(small, power)} />
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
