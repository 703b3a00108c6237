import { capitalAt, tieCurve } from '../desk/chart/projection.ts';
import type { Point, Projection } from '../desk/chart/projection.ts';
import type { StagePower } from '../desk/stage-model.ts';
import { mix } from './colours.ts';
import type { Colours } from './colours.ts';

const WIDTHS = [1.4, 2.4, 3.6, 4.2, 4.8] as const;

const widthOf = (tier: number): number => {
  const low = Math.max(0, Math.min(3, Math.floor(tier)));
  const from = WIDTHS[low] ?? 1.4;
  const to = WIDTHS[low + 1] ?? 4.8;
  return from + (to - from) * Math.min(1, Math.max(0, tier - low));
};

/** Trust, per mille, at which a tie is thinnest and palest, and thickest and deepest. */
const TRUST = { low: 250, high: 800 };
/** How much thicker it is there than one in the middle. */
const THICKER = { least: 0.55, most: 1.6 };

const trustShare = (trust: number): number => Math.max(0, Math.min(1, (trust - TRUST.low) / (TRUST.high - TRUST.low)));
const strengthOf = (trust: number): number => THICKER.least + (THICKER.most - THICKER.least) * trustShare(trust);

const trustColour = (trust: number, { trustLow, trustMid, trustHigh }: Colours): string => {
  const share = 2 * trustShare(trust);
  return share < 1 ? mix(trustLow, trustMid, share) : mix(trustMid, trustHigh, share - 1);
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
  power: StagePower & { readonly shown: number; readonly run: number },
  colours: Colours,
): void => {
  const points = tieCurve(projection, capitalAt(projection, projection.geography.home), endOf(projection, power), power.id);
  const width = widthOf(power.tier) * strengthOf(power.trust) * (projection.k < 0.6 ? 0.7 : 1);
  const colour = trustColour(power.trust, colours);
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
  if (power.answer !== 0) paintAnswer(ctx, points, power.answer > 0, colours, power.run);
  ctx.restore();
};

/** How far beside its tie an answer runs, CSS pixels. */
const BESIDE = 7;

/** The points of a line beside another one. */
const beside = (points: readonly Point[]): readonly Point[] =>
  points.map((at, i) => {
    const next = points[i + 1] ?? at;
    const from = points[i + 1] === undefined ? (points[i - 1] ?? at) : at;
    const angle = Math.atan2(next.y - from.y, next.x - from.x) + Math.PI / 2;
    return { x: at.x + Math.cos(angle) * BESIDE, y: at.y + Math.sin(angle) * BESIDE };
  });

/** Points of a tie that an answer leaves free at either end. */
const ENDS = 3;

/** An answer runs from its capital to home, beside the tie: a whole line that ends in a head where it is welcome, a broken one that ends in a bar too where it is not. */
const paintAnswer = (ctx: CanvasRenderingContext2D, tie: readonly Point[], welcome: boolean, colours: Colours, run: number): void => {
  const way = beside(tie).slice(ENDS, -ENDS).toReversed();
  const come = Math.max(2, Math.round(run * way.length));
  const line = way.slice(0, come);
  const head = line.at(-1);
  const before = line.at(-3) ?? line[0];
  if (head === undefined || before === undefined) return;
  ctx.strokeStyle = welcome ? colours.trustHigh : colours.seal;
  ctx.lineWidth = 2.4;
  ctx.setLineDash(welcome ? [] : [7, 5]);
  trace(ctx, line);
  ctx.stroke();
  ctx.setLineDash([]);
  const angle = Math.atan2(head.y - before.y, head.x - before.x);
  const arm = (from: Point, turn: number, length: number): void => {
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(from.x + Math.cos(angle + turn) * length, from.y + Math.sin(angle + turn) * length);
  };
  ctx.beginPath();
  arm(head, 2.6, 10);
  arm(head, -2.6, 10);
  if (!welcome) {
    arm(head, Math.PI / 2, 7);
    arm(head, -Math.PI / 2, 7);
  }
  ctx.stroke();
};
