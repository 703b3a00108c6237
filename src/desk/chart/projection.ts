import { chartUnits, degreesAt, USUAL } from '../../bundle/chart-units.ts';
import type { Catalogue, PlateInfo } from '../../bundle/bundle.ts';

/**
 * Where things stand on the chart: Mercator around the centre that the scenario names; one chart unit is one CSS pixel at scale 1.
 * Shared by the labels (DOM) and the stage (canvas), so that they cannot drift apart.
 */
export interface Geography {
  readonly centre: { readonly lon: number; readonly lat: number };
  readonly across: number;
  /** Where the centre falls on a narrow frame, per mille. */
  readonly narrow: readonly [number, number];
  /** The power whose ties are drawn. */
  readonly home: string;
  readonly capitals: Readonly<Record<string, CapitalPlace>>;
}

interface CapitalPlace {
  readonly at?: { readonly lon: number; readonly lat: number };
  readonly bow: number;
  readonly plate?: PlateInfo;
}

export const geographyOf = ({ chart, powers }: Pick<Catalogue, 'chart' | 'powers'>): Geography => ({
  centre: chart.centre,
  across: chart.across,
  narrow: chart.narrow,
  home: chart.home,
  capitals: Object.fromEntries(
    powers.map(({ id, at, bow, plate }) => [id, { bow, ...(at === undefined ? {} : { at }), ...(plate === undefined ? {} : { plate }) }]),
  ),
});

/** The part of the host that no leaf covers, CSS pixels from the host's top left. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Projection {
  readonly geography: Geography;
  /** Screen pixels per chart unit. */
  readonly k: number;
  /** Where the centre falls, CSS pixels. */
  readonly origin: Point;
  readonly frame: Frame;
}

/** A frame too narrow for secondary places and wide plates. */
export const isSmall = (frame: Frame): boolean => frame.right - frame.left < 520;

export const NEATLINE = 13;

/** Plates on a small frame stand in rows from the neatline down, so that none covers another, whatever number it carries. */
const ROW = 28;
const rowAt = (row: number, height: number): number => Math.max(NEATLINE + 15, 0.127 * height - 2) + row * ROW;

/** Rows of plates that stand above the centre on a small frame. */
const ROWS_ABOVE = 2;
/** Where the centre falls on a usual frame, shares of it. */
const CENTRE = { x: 0.5, y: 0.53 };
const LEAST_SCALE = 0.38;

/** Fits the chart to a frame, from phone to projector. */
export const fitChart = (frame: Frame, geography: Geography): Projection => {
  const width = frame.right - frame.left;
  const height = frame.bottom - frame.top;
  const k = Math.max(LEAST_SCALE, Math.min(width / USUAL.width, height / USUAL.height));
  const small = isSmall(frame);
  const [x, y] = geography.narrow;
  const centre = small ? { x: x / 1000, y: y / 1000 } : CENTRE;
  const down = small ? Math.max(centre.y * height, rowAt(ROWS_ABOVE, height) - 1) : centre.y * height;
  return { geography, k, origin: { x: frame.left + centre.x * width, y: frame.top + down }, frame };
};

export const project = (projection: Projection, lon: number, lat: number): Point => {
  const unit = chartUnits(projection.geography, lon, lat);
  return { x: projection.origin.x + projection.k * unit.x, y: projection.origin.y + projection.k * unit.y };
};

/** Degrees at a point: the inverse of `project`. */
export const unproject = ({ geography, origin, k }: Projection, point: Point): { readonly lon: number; readonly lat: number } =>
  degreesAt(geography, (point.x - origin.x) / k, (point.y - origin.y) / k);

export type Side = PlateInfo['side'];

export interface Capital extends Point {
  /** Absent for a capital on the chart itself. */
  readonly plate?: Side;
}

/** How far beyond the frame's edge a capital may lie and still be drawn at it, chart units: it then stands on the edge. */
const JUST_BEYOND = 60;

/** The plate of a capital far beyond the chart: on the side where it lies, at its own height. */
const plateFor = (geography: Geography, power: string): PlateInfo | undefined => {
  const { at, plate } = geography.capitals[power] ?? {};
  if (plate !== undefined || power === geography.home) return plate;
  const { x, y } = at === undefined ? { x: USUAL.width, y: 0 } : chartUnits(geography, at.lon, at.lat);
  const inside = Math.abs(x) <= USUAL.width / 2 && Math.abs(y) <= USUAL.height / 2 + JUST_BEYOND;
  if (inside) return undefined;
  const nth = Object.keys(geography.capitals).indexOf(power);
  const height = Math.round(1000 * Math.max(0.12, Math.min(0.9, CENTRE.y + y / USUAL.height)));
  return { side: x < 0 ? 'left' : 'right', at: height, narrow: height, row: nth % 4 };
};

/** Where a capital's mark or plate stands. A plate's point is its outer edge's middle (its own middle, at the top). */
export const capitalAt = (projection: Projection, power: string): Capital => {
  const { frame, geography } = projection;
  const small = isSmall(frame);
  const plate = plateFor(geography, power);
  const { at } = geography.capitals[power] ?? {};
  if (at !== undefined && (plate === undefined || (plate.only === 'narrow' && !small))) {
    const point = project(projection, at.lon, at.lat);
    // On a low screen the edge would lie under the bar: the capital then stands at the edge it lies beyond.
    return { x: point.x, y: Math.max(point.y, frame.top + NEATLINE + 20) };
  }
  const { side, at: share, narrow, row } = plate ?? { side: 'right', at: 600, narrow: 600, row: 3 };
  const height = frame.bottom - frame.top;
  if (side === 'top') {
    const across = (small ? narrow : share) / 1000;
    return {
      x: frame.left + across * (frame.right - frame.left),
      y: frame.top + (small ? rowAt(row, height) : NEATLINE + 15),
      plate: side,
    };
  }
  const y = frame.top + (small ? Math.max((narrow / 1000) * height, rowAt(row, height)) : (share / 1000) * height);
  return { x: side === 'left' ? frame.left + NEATLINE : frame.right - NEATLINE, y, plate: side };
};

/** Points along the tie from home to a capital, 37 of them: bowed, so that ties do not lie on one another or on the water's name. */
export const tieCurve = ({ geography }: Projection, from: Point, to: Point, power: string): readonly Point[] => {
  const bow = (geography.capitals[power]?.bow ?? 0) / 1000;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const control = { x: (from.x + to.x) / 2 - dy * bow, y: (from.y + to.y) / 2 + dx * bow };
  return Array.from({ length: 37 }, (_, i) => {
    const t = i / 36;
    const a = (1 - t) * (1 - t);
    const b = 2 * t * (1 - t);
    const c = t * t;
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
};
