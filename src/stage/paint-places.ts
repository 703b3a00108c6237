import { project } from '../desk/chart/projection.ts';
import type { Projection } from '../desk/chart/projection.ts';
import type { StagePlace } from '../desk/stage-model.ts';
import type { Colours } from './colours.ts';

const HULL = new Path2D('M-13 1.5h26l-3.4 6.5h-18.6z');
const HOUSE = new Path2D('M-7.5 1v-4.5h6v-3h4.5v3h3v4.5z');
const MAST = new Path2D('M.8 -6.8v-4.7M-1.8 -9.3h5.2');
const TRUCK = new Path2D(
  'M-8 -5h9v8h-9zM1.6 -2.4h4l2.2 2.6v2.8h-6.2zM-5.6 3.2a1.7 1.7 0 103.4 0a1.7 1.7 0 10-3.4 0zM2.6 3.2a1.7 1.7 0 103.4 0a1.7 1.7 0 10-3.4 0z',
);
const GATE = new Path2D('M-4.5 3.5v-7h9v7M-6 -5h12');
const ANCHOR = new Path2D(
  'M0 -3.5v9M-4.5 1.5c.5 3 2.5 4.5 4.5 4.5s4 -1.5 4.5 -4.5M-2.5 -1h5M-1.6 -5.1a1.6 1.6 0 103.2 0a1.6 1.6 0 10-3.2 0z',
);
const DOT = new Path2D('M-2.2 0a2.2 2.2 0 104.4 0a2.2 2.2 0 10-4.4 0z');
const CHEVRON = new Path2D('M-1.5 -3.2l3.6 3.2l-3.6 3.2');

/** Berths for at most three hulls of each side around a place, units at scale 1. */
const OWN_BERTHS = [
  [-12, -4],
  [-20, 8],
  [-4, -14],
] as const;
const OTHER_BERTHS = [
  [11, -2],
  [3, 12],
  [20, 9],
] as const;

const hull = (
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  scale: number,
  filled: boolean,
  alpha: number,
  colours: Colours,
): void => {
  ctx.save();
  ctx.globalAlpha *= alpha;
  ctx.translate(x, y);
  ctx.scale(filled ? -scale : scale, scale);
  ctx.lineWidth = 1.3;
  ctx.strokeStyle = filled ? colours.beijing : colours.ink;
  ctx.fillStyle = filled ? colours.beijing : colours.paper;
  for (const part of [HULL, HOUSE]) {
    ctx.fill(part);
    ctx.stroke(part);
  }
  ctx.stroke(MAST);
  ctx.restore();
};

/** Pressure falls on a place, never on a country: a hatched disc, then rings with chevrons that point inward. */
export const paintPlace = (
  ctx: CanvasRenderingContext2D,
  projection: Projection,
  place: StagePlace & { readonly shown: number },
  colours: Colours,
): void => {
  const { x, y } = project(projection, place.lon, place.lat);
  const scale = Math.max(0.62, Math.min(1.15, projection.k / 0.92));
  ctx.save();
  ctx.globalAlpha = place.shown;
  ctx.translate(x, y);
  ctx.scale(scale, scale);
  if (place.pressure > 0) {
    ctx.save();
    ctx.beginPath();
    ctx.arc(0, 0, 20, 0, 2 * Math.PI);
    ctx.clip();
    ctx.strokeStyle = colours.seal;
    ctx.globalAlpha *= 0.4;
    ctx.lineWidth = 0.9;
    ctx.beginPath();
    for (let d = -40; d <= 40; d += 4.5) {
      ctx.moveTo(d - 20, 20);
      ctx.lineTo(d + 20, -20);
    }
    ctx.stroke();
    ctx.restore();
    for (let ring = 0; ring < Math.ceil(place.pressure); ring++) {
      const strength = [1, 0.75, 0.5, 0.35][ring] ?? 0.35;
      const radius = 23 + 9 * ring;
      ctx.save();
      ctx.globalAlpha *= strength * Math.min(1, place.pressure - ring);
      ctx.strokeStyle = colours.seal;
      ctx.lineWidth = 1.3;
      ctx.beginPath();
      ctx.arc(0, 0, radius, 0, 2 * Math.PI);
      ctx.stroke();
      for (let i = 0; i < 3; i++) {
        const angle = -Math.PI / 2 + (i * 2 * Math.PI) / 3 + 0.52 * ring;
        ctx.save();
        ctx.translate(Math.cos(angle) * radius, Math.sin(angle) * radius);
        ctx.rotate(angle + Math.PI);
        ctx.lineWidth = 1.6;
        ctx.stroke(CHEVRON);
        ctx.restore();
      }
      ctx.restore();
    }
  }
  const glyph =
    place.kind === 'gate' ? GATE : place.kind === 'port' || place.kind === 'base' ? ANCHOR : place.kind === 'town' ? DOT : undefined;
  if (glyph !== undefined) {
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 1.5;
    ctx.stroke(glyph);
  }
  OWN_BERTHS.forEach(([bx, by], i) => {
    const alpha = Math.max(0, Math.min(1, place.own - i));
    if (alpha > 0) hull(ctx, bx, by, 0.74, false, alpha, colours);
  });
  OTHER_BERTHS.forEach(([bx, by], i) => {
    const alpha = Math.max(0, Math.min(1, place.other - i));
    if (alpha > 0) hull(ctx, bx, by, 0.74, true, alpha, colours);
  });
  for (let i = 0; i < Math.ceil(place.trucks); i++) {
    ctx.save();
    ctx.globalAlpha *= Math.min(1, place.trucks - i);
    ctx.translate(16 + i * 17, -24);
    ctx.scale(0.72, 0.72);
    ctx.fillStyle = colours.ink;
    ctx.fill(TRUCK);
    ctx.restore();
  }
  ctx.restore();
};
