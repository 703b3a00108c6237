import { capitalAt, tieCurve } from '../desk/chart/projection.ts';
import type { Point, Projection } from '../desk/chart/projection.ts';
import type { StagePower } from '../desk/stage-model.ts';
import type { Colours } from './colours.ts';

const WIDTHS = [1.4, 2.4, 3.6, 4.2, 4.8] as const;

const widthOf = (tier: number): number => {
  const low = Math.max(0, Math.min(3, Math.floor(tier)));
  const from = WIDTHS[low] ?? 1.4;
  const to = WIDTHS[low + 1] ?? 4.8;
  return from + (to - from) * Math.min(1, Math.max(0, tier - low));
};

const trace = (ctx: CanvasRenderingContext2D, points: readonly Point[]): void => {
  ctx.beginPath();
  points.forEach(({ x, y }, i) => {
    if (i === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  });
};

const endOf = (projection: Projection, power: StagePower): Point => {
  const capital = capitalAt(projection, power.id);
  if (capital.plate === 'left') return { x: capital.x + power.plate, y: capital.y };
  if (capital.plate === 'right') return { x: capital.x - power.plate, y: capital.y };
  if (capital.plate === 'top') return { x: capital.x - power.plate / 4, y: capital.y + 14 };
  return { x: capital.x - 9, y: capital.y + 13 };
};

/** One tie: a halo of sea, the line by tier and trust, and its kind as double line, beads or cross-strokes. */
export const paintTie = (
  ctx: CanvasRenderingContext2D,
  projection: Projection,
  power: StagePower & { readonly shown: number },
  colours: Colours,
): void => {
  const points = tieCurve(projection, capitalAt(projection, projection.geography.home), endOf(projection, power), power.id);
  const width = widthOf(power.tier) * (projection.k < 0.6 ? 0.7 : 1);
  const colour = power.trust < 400 ? colours.trustLow : power.trust < 650 ? colours.trustMid : colours.trustHigh;
  ctx.save();
  ctx.globalAlpha = power.shown;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  trace(ctx, points);
  ctx.strokeStyle = colours.sea;
  ctx.lineWidth = width + 3.2 + (power.tie === 'party' ? 2 : 0);
  ctx.stroke();
  ctx.strokeStyle = colour;
  ctx.lineWidth = power.tie === 'party' ? width + 2 : width;
  ctx.stroke();
  if (power.tie === 'party') {
    ctx.strokeStyle = colours.sea;
    ctx.lineWidth = Math.max(1.4, 0.42 * width);
    ctx.stroke();
  }
  if (power.answer !== 0) paintAnswer(ctx, points, power.answer > 0 ? colours.trustHigh : colours.seal, width);
  if (power.tie === 'trade') {
    for (let i = 5; i < points.length - 3; i += 5) {
      const at = points[i];
      if (at === undefined) continue;
      ctx.beginPath();
      ctx.arc(at.x, at.y, 1.9 + 0.38 * width, 0, 2 * Math.PI);
      ctx.fillStyle = colours.sea;
      ctx.fill();
      ctx.lineWidth = 1.6;
      ctx.strokeStyle = colour;
      ctx.stroke();
    }
  }
  if (power.tie === 'defence') {
    for (let i = 4; i < points.length - 3; i += 4) {
      const at = points[i];
      const next = points[i + 1];
      if (at === undefined || next === undefined) continue;
      const angle = Math.atan2(next.y - at.y, next.x - at.x) + Math.PI / 2;
      const half = 3 + 0.5 * width;
      ctx.beginPath();
      ctx.moveTo(at.x - Math.cos(angle) * half, at.y - Math.sin(angle) * half);
      ctx.lineTo(at.x + Math.cos(angle) * half, at.y + Math.sin(angle) * half);
      ctx.lineWidth = 1.6;
      ctx.strokeStyle = colour;
      ctx.stroke();
    }
  }
  ctx.restore();
};

/** Where along a tie the heads of an answer stand, shares of the way from home. */
const HEADS = [0.72, 0.5, 0.28];

/** An answer runs along the tie, from its capital to home: heads that point the way, two strokes each. */
const paintAnswer = (ctx: CanvasRenderingContext2D, points: readonly Point[], colour: string, width: number): void => {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2.6;
  for (const share of HEADS) {
    const i = Math.round(share * (points.length - 2));
    const at = points[i];
    const before = points[i + 1];
    if (at === undefined || before === undefined) continue;
    const angle = Math.atan2(at.y - before.y, at.x - before.x);
    const size = 7 + 0.6 * width;
    ctx.beginPath();
    for (const side of [2.5, -2.5]) {
      ctx.moveTo(at.x, at.y);
      ctx.lineTo(at.x + Math.cos(angle + side) * size, at.y + Math.sin(angle + side) * size);
    }
    ctx.stroke();
  }
};
