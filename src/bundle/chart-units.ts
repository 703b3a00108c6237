/** What fixes the units of a chart. */
export interface ChartFrame {
  /** Degrees; 0, 0 in chart units. */
  readonly centre: { readonly lon: number; readonly lat: number };
  /** Degrees of longitude over `USUAL.width` units. */
  readonly across: number;
}

/** A frame of the usual size, chart units: at scale 1 a unit is one CSS pixel. */
export const USUAL = { width: 757, height: 513 } as const;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));

/** Units in a radian of longitude. */
export const scaleOf = ({ across }: ChartFrame): number => USUAL.width / radians(across);

/** The shorter way round the earth, degrees. */
const turned = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** Chart units east and south of the centre (Mercator). */
export const chartUnits = (frame: ChartFrame, lon: number, lat: number): { readonly x: number; readonly y: number } => ({
  x: scaleOf(frame) * radians(turned(lon - frame.centre.lon)),
  y: -scaleOf(frame) * (mercator(lat) - mercator(frame.centre.lat)),
});

/** Degrees at a point in chart units: the inverse of `chartUnits`. */
export const degreesAt = (frame: ChartFrame, x: number, y: number): { readonly lon: number; readonly lat: number } => ({
  lon: frame.centre.lon + degrees(x / scaleOf(frame)),
  lat: degrees(2 * Math.atan(Math.exp(mercator(frame.centre.lat) - y / scaleOf(frame))) - Math.PI / 2),
});

/** Land as rings of steps, tenths of a chart unit, each ring from 0, 0. */
export type Coast = readonly (readonly number[])[];

/** The ornament of the first screen, in a box of 640 x 560: paths of land and of degrees, and where the ladder of the scenario in front stands. */
export interface Cover {
  readonly land: string;
  readonly graticule: string;
  readonly front: readonly [number, number];
}
