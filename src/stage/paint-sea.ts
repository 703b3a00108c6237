import type { Coast } from '../bundle/chart-units.ts';
import { NEATLINE, isSmall, project, unproject } from '../desk/chart/projection.ts';
import type { Projection } from '../desk/chart/projection.ts';
import type { Colours } from './colours.ts';

/** The land as one path in chart units. */
export const landPath = (coast: Coast): Path2D => {
  const path = new Path2D();
  for (const ring of coast) {
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < ring.length; i += 2) {
      x += ring[i] ?? 0;
      y += ring[i + 1] ?? 0;
      if (i === 0) path.moveTo(x / 10, y / 10);
      else path.lineTo(x / 10, y / 10);
    }
    path.closePath();
  }
  return path;
};

const onChart = (ctx: CanvasRenderingContext2D, projection: Projection, draw: () => void): void => {
  ctx.save();
  ctx.translate(projection.origin.x, projection.origin.y);
  ctx.scale(projection.k, projection.k);
  ctx.lineJoin = 'round';
  draw();
  ctx.restore();
};

const hatching = (ctx: CanvasRenderingContext2D, colour: string, k: number): CanvasPattern | undefined => {
  const tile = document.createElement('canvas');
  tile.width = 24;
  tile.height = 26;
  const pen = tile.getContext('2d');
  if (pen === null) return undefined;
  pen.strokeStyle = colour;
  pen.lineWidth = 8;
  for (let y = 5; y < 26; y += 26) {
    pen.moveTo(0, y);
    pen.lineTo(24, y);
  }
  pen.stroke();
  const pattern = ctx.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(0.1 / k, 0.1 / k));
  return pattern ?? undefined;
};

/** Layers of the sea and land, back to front; each is one step so that a slow machine can breathe between them. */
export const seaLayers = (
  ctx: CanvasRenderingContext2D,
  land: Path2D,
  projection: Projection,
  size: { width: number; height: number },
  colours: Colours,
): (() => void)[] => {
  const stroke = (width: number, style: string | CanvasPattern): void => {
    onChart(ctx, projection, () => {
      ctx.lineWidth = width / projection.k;
      ctx.strokeStyle = style;
      ctx.stroke(land);
    });
  };
  const contours = [
    [58, colours.celadon1],
    [40, colours.celadon2],
    [25, colours.celadon3],
  ] as const;
  const spread = Math.min(1, projection.k + 0.08);
  return [
    () => {
      ctx.fillStyle = colours.sea;
      ctx.fillRect(0, 0, size.width, size.height);
    },
    ...contours.map(([width, colour]) => () => {
      stroke((width + 1.6) * spread, colours.contour);
      stroke(width * spread, colour);
    }),
    () => graticule(ctx, projection, size, colours),
    () => {
      const pattern = hatching(ctx, colours.hatch, projection.k);
      if (pattern !== undefined) stroke(13 * spread, pattern);
    },
    () => {
      onChart(ctx, projection, () => {
        ctx.fillStyle = colours.land;
        ctx.fill(land);
        ctx.lineWidth = 1.1 / projection.k;
        ctx.strokeStyle = colours.coast;
        ctx.stroke(land);
      });
    },
    () => neatline(ctx, projection, colours),
  ];
};

/** Degrees between the lines of a chart: so many that some eight stand across it. */
const stepOf = ({ geography }: Projection): number => STEPS.find((step) => geography.across / step <= 8) ?? 20;
const STEPS = [1, 2, 5, 10, 20];

/** The whole steps of longitude and latitude that a sheet shows. */
const degreesIn = (projection: Projection, { width, height }: { width: number; height: number }) => {
  const step = stepOf(projection);
  const west = unproject(projection, { x: 0, y: 0 });
  const east = unproject(projection, { x: width, y: height });
  const range = (from: number, to: number): number[] => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
  };
  return { lons: range(west.lon, east.lon), lats: range(east.lat, west.lat) };
};

const graticule = (
  ctx: CanvasRenderingContext2D,
  projection: Projection,
  size: { width: number; height: number },
  colours: Colours,
): void => {
  ctx.save();
  ctx.strokeStyle = colours.graticule;
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  const { lons, lats } = degreesIn(projection, size);
  for (const lon of lons) {
    const { x } = project(projection, lon, 0);
    ctx.moveTo(x, 0);
    ctx.lineTo(x, size.height);
  }
  for (const lat of lats) {
    const { y } = project(projection, 0, lat);
    ctx.moveTo(0, y);
    ctx.lineTo(size.width, y);
  }
  ctx.stroke();
  ctx.restore();
};

/** The frame of a chart: a double line with one-degree blocks, and degrees every ten. */
const neatline = (ctx: CanvasRenderingContext2D, projection: Projection, colours: Colours): void => {
  const { frame } = projection;
  const left = frame.left + NEATLINE - 4;
  const top = frame.top + NEATLINE - 4;
  const right = frame.right - NEATLINE + 4;
  const bottom = frame.bottom - NEATLINE + 4;
  ctx.save();
  ctx.strokeStyle = colours.coast;
  ctx.lineWidth = 1;
  ctx.strokeRect(left - 1, top - 1, right - left + 2, bottom - top + 2);
  ctx.strokeRect(left + 4, top + 4, right - left - 8, bottom - top - 8);
  ctx.fillStyle = colours.coast;
  const west = unproject(projection, { x: left, y: top });
  const east = unproject(projection, { x: right, y: bottom });
  const small = isSmall(frame);
  const step = small ? 2 : 1;
  const even = (degree: number): number => Math.floor(degree / (2 * step)) * 2 * step;
  for (let lon = even(west.lon); lon < east.lon; lon += 2 * step) {
    const from = Math.max(left, project(projection, lon, 0).x);
    const to = Math.min(right, project(projection, lon + step, 0).x);
    if (to <= from) continue;
    ctx.fillRect(from, top, to - from, 3);
    ctx.fillRect(from, bottom - 3, to - from, 3);
  }
  for (let lat = even(east.lat); lat < west.lat; lat += 2 * step) {
    const from = Math.max(top, project(projection, 0, lat + step).y);
    const to = Math.min(bottom, project(projection, 0, lat).y);
    if (to <= from) continue;
    ctx.fillRect(left, from, 3, to - from);
    ctx.fillRect(right - 3, from, 3, to - from);
  }
  if (!small) {
    ctx.font = '500 11.5px "Be Vietnam Pro", system-ui, sans-serif';
    ctx.fillStyle = colours.caption;
    ctx.textBaseline = 'middle';
    ctx.strokeStyle = colours.sea;
    ctx.lineWidth = 3.5;
    ctx.lineJoin = 'round';
    const caption = (text: string, x: number, y: number): void => {
      ctx.strokeText(text, x, y);
      ctx.fillText(text, x, y);
    };
    const { lons, lats } = degreesIn(projection, { width: right, height: bottom });
    for (const lat of lats) {
      const { y } = project(projection, 0, lat);
      if (y > top + 40 && y < bottom - 30) caption(`${String(Math.abs(lat))}°${lat < 0 ? 'S' : 'N'}`, left + 10, y);
    }
    ctx.textAlign = 'center';
    for (const lon of lons) {
      const { x } = project(projection, lon, 0);
      if (x > left + 60 && x < right - 30) caption(`${String(Math.abs(lon))}°${lon < 0 ? 'W' : 'E'}`, x, bottom - 12);
    }
  }
  ctx.restore();
};
