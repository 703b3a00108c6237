import { project } from '../desk/chart/projection.ts';
import type { Projection } from '../desk/chart/projection.ts';
import type { StageModel, StagePlace } from '../desk/stage-model.ts';
import type { MarkInfo } from '../bundle/bundle.ts';
import type { Colours } from './colours.ts';

/** A unit and one who stands in line, where the scenario brings no drawing of its own: plain blocks. */
const PLAIN = {
  unit: [
    { part: 'paper', path: 'M-10-5h20v10h-20z' },
    { part: 'line', path: 'M-10-5h20v10h-20z' },
  ],
  queue: [{ part: 'fill', path: 'M-7-4h14v8h-14z' }],
} as const satisfies Record<string, MarkInfo>;

const CHEVRON = new Path2D('M-1.5 -3.2l3.6 3.2l-3.6 3.2');

const paths = new Map<string, Path2D>();
const pathOf = (text: string): Path2D => {
  const known = paths.get(text) ?? new Path2D(text);
  paths.set(text, known);
  return known;
};

/** Lays the parts of a drawing on one another. `full`: in one colour, lines and all. */
const drawMark = (ctx: CanvasRenderingContext2D, mark: MarkInfo, ink: string, paper: string, full = false): void => {
  ctx.strokeStyle = ink;
  for (const { part, path } of mark) {
    if (part === 'line' || part === 'thin') {
      ctx.lineWidth = part === 'thin' ? 1.1 : 1.5;
      ctx.stroke(pathOf(path));
    } else {
      ctx.fillStyle = part === 'fill' || full ? ink : paper;
      ctx.fill(pathOf(path));
    }
  }
};

/** Berths for at most six units of each side around a place, units at scale 1. */
const OWN_BERTHS = [
  [-12, -4],
  [-20, 8],
  [-4, -14],
  [-27, -9],
  [-12, 19],
  [-24, -23],
] as const;
const OTHER_BERTHS = [
  [11, -2],
  [3, 12],
  [20, 9],
  [26, -10],
  [12, 24],
  [30, 24],
] as const;

const unit = (ctx: CanvasRenderingContext2D, [x, y]: readonly [number, number], own: boolean, alpha: number, draw: () => void): void => {
  ctx.save();
  ctx.globalAlpha *= alpha;
  ctx.translate(x, y);
  ctx.scale(own ? UNIT : -UNIT, UNIT);
  draw();
  ctx.restore();
};
const UNIT = 0.74;

/** Pressure falls on a place, never on a country: a hatched disc, then rings with chevrons that point inward. */
export const paintPlace = (
  ctx: CanvasRenderingContext2D,
  projection: Projection,
  place: StagePlace & { readonly shown: number },
  { marks, otherTint }: Pick<StageModel, 'marks' | 'otherTint'>,
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
  if (place.mark !== undefined) drawMark(ctx, place.mark, colours.ink, colours.paper);
  const mark = marks.unit ?? PLAIN.unit;
  const foreign = colours.tints[otherTint] ?? colours.ink;
  OWN_BERTHS.forEach((berth, i) => {
    const alpha = Math.max(0, Math.min(1, place.own - i));
    if (alpha > 0) unit(ctx, berth, true, alpha, () => drawMark(ctx, mark, colours.ink, colours.paper));
  });
  OTHER_BERTHS.forEach((berth, i) => {
    const alpha = Math.max(0, Math.min(1, place.other - i));
    if (alpha > 0) unit(ctx, berth, false, alpha, () => drawMark(ctx, mark, foreign, colours.paper, true));
  });
  for (let i = 0; i < Math.ceil(place.queue); i++) {
    ctx.save();
    ctx.globalAlpha *= Math.min(1, place.queue - i);
    ctx.translate(16 + i * 17, -24);
    ctx.scale(0.72, 0.72);
    drawMark(ctx, marks.queue ?? PLAIN.queue, colours.ink, colours.paper);
    ctx.restore();
  }
  ctx.restore();
};
