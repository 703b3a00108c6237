// Writes assets/coastline.json: Natural Earth 1:50m land (public domain, through the world-atlas package), clipped to the chart
// and projected to chart units, so that the browser ships neither a projection of the whole world nor any boundary data.
// Run with `node assets/make-coastline.mjs`; the result is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const SCALE = 800;
const CENTRE = [108, 21];
const WEST = 46;
const EAST = 162;
const SOUTH = -24;
const NORTH = 52;
const SMALLEST_RING = 1.2; // square units
const NEAREST_POINTS = 0.55; // units

const world = JSON.parse(readFileSync(new URL('../node_modules/world-atlas/land-50m.json', import.meta.url), 'utf8'));
const land = feature(world, world.objects.land);
const projection = geoMercator().scale(SCALE).rotate([-CENTRE[0], 0]).translate([0, 0]);
const [, y0] = projection(CENTRE);
projection.translate([0, -y0]);
const [left, top] = projection([WEST, NORTH]);
const [right, bottom] = projection([EAST, SOUTH]);
projection.clipExtent([
  [left, top],
  [right, bottom],
]);

const rings = [];
let ring = [];
const context = {
  beginPath() {},
  moveTo(x, y) {
    ring = [[x, y]];
  },
  lineTo(x, y) {
    ring.push([x, y]);
  },
  closePath() {
    rings.push(ring);
    ring = [];
  },
  arc() {},
};
geoPath(projection, context)(land);

const area = (points) => Math.abs(points.reduce((sum, [x, y], i) => {
  const [nx, ny] = points[(i + 1) % points.length];
  return sum + x * ny - nx * y;
}, 0)) / 2;
const thin = (points) => points.filter(([x, y], i) => {
  if (i === 0) return true;
  const [px, py] = points[i - 1];
  return Math.hypot(x - px, y - py) >= NEAREST_POINTS;
});
const tenths = (points) => {
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
const kept = rings.filter((points) => points.length > 2 && area(points) >= SMALLEST_RING).map(thin).filter((points) => points.length > 2);
writeFileSync(
  new URL('coastline.json', import.meta.url),
  `${JSON.stringify({ scale: SCALE, centre: CENTRE, extent: [left, top, right, bottom].map(Math.round), rings: kept.map(tenths) })}\n`,
);
console.log(`${kept.length} rings, ${kept.reduce((sum, points) => sum + points.length, 0)} points`);
