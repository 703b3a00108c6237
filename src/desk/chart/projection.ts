/**
 * Where things stand on the chart. Mercator around 108°E 21°N; one chart unit is one CSS pixel at scale 1.
 * Shared by the labels (DOM) and the stage (canvas), so that they cannot drift apart.
 */
const SCALE = 800;
const CENTRE_LON = 108;
const CENTRE_LAT = 21;

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
  /** Screen pixels per chart unit. */
  readonly k: number;
  /** Where 108°E 21°N falls, CSS pixels. */
  readonly origin: Point;
  readonly frame: Frame;
}

/** A frame too narrow for secondary places and wide plates. */
export const isSmall = (frame: Frame): boolean => frame.right - frame.left < 520;

export const NEATLINE = 13;

/** Plates on a small frame stand in rows from the neatline down, so that none covers another, whatever number it carries. */
const ROW = 28;
const rowAt = (row: number, height: number): number => Math.max(NEATLINE + 15, 0.127 * height - 2) + row * ROW;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));

/** Chart units east and south of the centre. */
export const chartUnits = (lon: number, lat: number): Point => ({
  x: SCALE * radians(lon - CENTRE_LON),
  y: -SCALE * (mercator(lat) - mercator(CENTRE_LAT)),
});

/** Fits the chart to a frame: Hanoi, Beijing and the sea stay inside from phone to projector. */
export const fitChart = (frame: Frame): Projection => {
  const width = frame.right - frame.left;
  const height = frame.bottom - frame.top;
  const k = Math.max(0.38, Math.min(width / 757, height / 513));
  // On a phone the sea matters more than the steppe, so Hanoi moves up and left.
  const small = isSmall(frame);
  const centre = small ? { x: 0.45, y: 0.34 } : { x: 0.5, y: 0.53 };
  const down = small ? Math.max(centre.y * height, rowAt(2, height) - 1) : centre.y * height;
  return { k, origin: { x: frame.left + centre.x * width, y: frame.top + down }, frame };
};

export const project = (projection: Projection, lon: number, lat: number): Point => {
  const unit = chartUnits(lon, lat);
  return { x: projection.origin.x + projection.k * unit.x, y: projection.origin.y + projection.k * unit.y };
};

/** Degrees at a point: the inverse of `project`. */
export const unproject = (projection: Projection, point: Point): { readonly lon: number; readonly lat: number } => {
  const x = (point.x - projection.origin.x) / projection.k / SCALE;
  const y = mercator(CENTRE_LAT) - (point.y - projection.origin.y) / projection.k / SCALE;
  return { lon: CENTRE_LON + (x * 180) / Math.PI, lat: (2 * Math.atan(Math.exp(y)) - Math.PI / 2) * (180 / Math.PI) };
};

export type Side = 'left' | 'right' | 'top';

/** Capitals beyond the chart hang on the neatline and point outward: share of the frame's height, and on a small frame the first row free to them. */
const PLATES: Readonly<Record<string, { readonly side: Side; readonly share: number; readonly small: number; readonly row: number }>> = {
  russia: { side: 'left', share: 0.18, small: 0, row: 0 },
  india: { side: 'left', share: 0.41, small: 0.56, row: 3 },
  us: { side: 'right', share: 0.15, small: 0, row: 1 },
  japan: { side: 'right', share: 0.334, small: 0.34, row: 2 },
  australia: { side: 'right', share: 0.915, small: 0.9, row: 3 },
  china: { side: 'top', share: 0, small: 0, row: 0 },
};

/** On a small frame Beijing's plate stands beside Moscow's, clear of the ties to the east: share of the frame's width. */
const TOP_SHARE = 0.67;

const CAPITALS: Readonly<Record<string, { readonly lon: number; readonly lat: number }>> = {
  hanoi: { lon: 105.85, lat: 21.03 },
  china: { lon: 116.4, lat: 39.9 },
};

export interface Capital extends Point {
  /** Absent for a capital on the chart itself. */
  readonly plate?: Side;
}

/** Where a capital's mark or plate stands. A plate's point is its outer edge's middle (its own middle, at the top). */
export const capitalAt = (projection: Projection, power: string): Capital => {
  const { frame } = projection;
  const small = isSmall(frame);
  const here = CAPITALS[power];
  if (here !== undefined) {
    const point = project(projection, here.lon, here.lat);
    // On a low screen the chart's north would lie under the bar: the capital then stands at the edge it lies beyond.
    if (!small || power === 'hanoi') return { x: point.x, y: Math.max(point.y, frame.top + NEATLINE + 20) };
  }
  const plate = PLATES[power] ?? { side: 'right' as const, share: 0.6, small: 0.6, row: 3 };
  const height = frame.bottom - frame.top;
  const y = frame.top + (small ? Math.max(plate.small * height, rowAt(plate.row, height)) : plate.share * height);
  if (plate.side === 'left') return { x: frame.left + NEATLINE, y, plate: 'left' };
  if (plate.side === 'right') return { x: frame.right - NEATLINE, y, plate: 'right' };
  return { x: frame.left + TOP_SHARE * (frame.right - frame.left), y, plate: 'top' };
};

/** Bow of each tie as a share of its chord, so that ties do not lie on one another or on the sea's name. */
const BOWS: Readonly<Record<string, number>> = { china: -0.16, russia: 0.07, india: 0.12, japan: 0.3, us: -0.03, australia: -0.37 };

/** Points along the tie from Hanoi to a capital, 37 of them. */
export const tieCurve = (from: Point, to: Point, power: string): readonly Point[] => {
  const bow = BOWS[power] ?? 0;
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
