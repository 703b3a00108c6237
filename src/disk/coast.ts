import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { chartUnits, degreesAt, scaleOf } from '../bundle/chart-units.ts';
import type { ChartFrame, Coast, Cover } from '../bundle/chart-units.ts';
import type { Catalogue, ChartInfo } from '../bundle/bundle.ts';

/** Rings smaller than this are left out, square chart units; points nearer than this are, units. */
const SMALLEST_RING = 1.2;
const NEAREST_POINTS = 0.55;

type Ring = readonly (readonly [number, number])[];

/** Natural Earth 1:50m land (public domain, through the world-atlas package). */
const readLand = (): Parameters<ReturnType<typeof geoPath>>[0] => {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof feature>[0];
  return feature(world, world.objects['land']!);
};
let land: ReturnType<typeof readLand> | undefined;

/** The land of a chart's region, clipped and projected to its units: a browser gets neither the whole world nor any boundary. */
export function coastOf({ centre, across, region: [west, south, east, north] }: Pick<ChartInfo, 'centre' | 'across' | 'region'>): Coast {
  const frame: ChartFrame = { centre, across };
  const projection = geoMercator().scale(scaleOf(frame)).rotate([-centre.lon, 0]).translate([0, 0]);
  const [, y0 = 0] = projection([centre.lon, centre.lat]) ?? [];
  projection.translate([0, -y0]);
  const first = chartUnits(frame, west, north);
  const last = chartUnits(frame, east, south);
  projection.clipExtent([
    [first.x, first.y],
    [last.x, last.y],
  ]);
  const rings: Ring[] = [];
  let ring: (readonly [number, number])[] = [];
  const pen = {
    beginPath: () => undefined,
    moveTo: (x: number, y: number) => void (ring = [[x, y]]),
    lineTo: (x: number, y: number) => void ring.push([x, y]),
    closePath: () => {
      rings.push(ring);
      ring = [];
    },
    arc: () => undefined,
  };
  land ??= readLand();
  geoPath(projection, pen)(land);
  return rings
    .filter((points) => points.length > 2 && areaOf(points) >= SMALLEST_RING)
    .map(thinned)
    .filter((points) => points.length > 2)
    .map(steps);
}

/** Box of the ornament, where the front lies in it, pixels a chart unit, and how fine it is drawn. */
const BOX = { width: 640, height: 560, front: [330, 420], scale: 1.7, islet: 12, near: 4 } as const;
/** Degrees between its lines. */
const LINES = 10;

/** The ornament of the first screen: a corner of a scenario's chart. */
export function coverOf({ chart }: Pick<Catalogue, 'chart'>): Cover {
  const front = chart.places.find((place) => place.front === true) ?? chart.centre;
  const at = chartUnits(chart, front.lon, front.lat);
  const [fx, fy] = BOX.front;
  const place = (x: number, y: number): readonly [number, number] => [
    Math.round(fx + BOX.scale * (x - at.x)),
    Math.round(fy + BOX.scale * (y - at.y)),
  ];
  const corner = (x: number, y: number) => degreesAt(chart, at.x + (x - fx) / BOX.scale, at.y + (y - fy) / BOX.scale);
  const beyond = 50;
  const west = corner(-beyond, -beyond);
  const east = corner(BOX.width + beyond, BOX.height + beyond);
  const rings = coastOf({ ...chart, region: [west.lon, east.lat, east.lon, west.lat] }).map((ring) => {
    const points: (readonly [number, number])[] = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < ring.length; i += 2) {
      x += (ring[i] ?? 0) / 10;
      y += (ring[i + 1] ?? 0) / 10;
      const next = place(x, y);
      const last = points.at(-1);
      if (last === undefined || Math.hypot(next[0] - last[0], next[1] - last[1]) >= BOX.near) points.push(next);
    }
    return points;
  });
  const land = rings
    .filter((points) => points.length > 2 && areaOf(points) >= BOX.islet)
    .map(
      (points) =>
        `M${points[0]?.join(' ') ?? ''}l${points
          .slice(1)
          .map(([x, y], i) => `${x - (points[i]?.[0] ?? 0)} ${y - (points[i]?.[1] ?? 0)}`)
          .join(' ')}z`,
    )
    .join('');
  const whole = (from: number, to: number): number[] => {
    const first = Math.ceil(from / LINES);
    return Array.from({ length: Math.max(0, Math.floor(to / LINES) - first + 1) }, (_, i) => (first + i) * LINES);
  };
  const down = whole(west.lon, east.lon).map((lon) => `M${place(chartUnits(chart, lon, 0).x, 0)[0]} 0V${BOX.height}`);
  const over = whole(east.lat, west.lat).map((lat) => `M0 ${place(0, chartUnits(chart, chart.centre.lon, lat).y)[1]}H${BOX.width}`);
  return { land, graticule: [...down, ...over].join(''), front: [fx, fy] };
}

const areaOf = (points: Ring): number =>
  Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [nx, ny] = points[(i + 1) % points.length] ?? [x, y];
      return sum + x * ny - nx * y;
    }, 0),
  ) / 2;

const thinned = (points: Ring): Ring =>
  points.filter(([x, y], i) => {
    const before = points[i - 1];
    return before === undefined || Math.hypot(x - before[0], y - before[1]) >= NEAREST_POINTS;
  });

const steps = (points: Ring): number[] => {
  let px = 0;
  let py = 0;
  return points.flatMap(([x, y]) => {
    const qx = Math.round(x * 10);
    const qy = Math.round(y * 10);
    const step = [qx - px, qy - py];
    px = qx;
    py = qy;
    return step;
  });
};
