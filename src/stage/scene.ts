import Phaser from 'phaser';
import { fitChart } from '../desk/chart/projection.ts';
import type { Coast } from '../bundle/chart-units.ts';
import type { StageModel } from '../desk/stage-model.ts';
import { readColours } from './colours.ts';
import type { Colours } from './colours.ts';
import { inkBetween, inkOf } from './ink.ts';
import type { Ink } from './ink.ts';
import { paintPlace } from './paint-places.ts';
import { landPath, seaLayers } from './paint-sea.ts';
import { paintTie } from './paint-ties.ts';

const CALM = 320;
const SLOW = 720;

/** Everything that forces the sea to be drawn again. */
const sheetOf = (model: StageModel): string => JSON.stringify([model.theme, model.size, model.frame, model.geography]);

/**
 * The chart: one sheet for sea and land, drawn once a size and theme, and one sheet of ink for what moves (ties, pressure,
 * hulls). Ink moves in one eased pass from the last model to the next; then the loop sleeps.
 */
export class ChartScene extends Phaser.Scene {
  private readonly coast: Coast;
  private land: Path2D | undefined;
  private colours: Colours | undefined;
  private model: StageModel | undefined;
  private sheet = '';
  private seaSheet: Phaser.Textures.CanvasTexture | undefined;
  private inkSheet: Phaser.Textures.CanvasTexture | undefined;
  private drawing = 0;
  private painting = false;
  private from: Ink = { powers: [], places: [] };
  private shown: Ink = { powers: [], places: [] };
  private motion: Phaser.Tweens.Tween | undefined;

  constructor(coast: Coast) {
    super('chart');
    this.coast = coast;
  }

  create(): void {
    this.land = landPath(this.coast);
    this.game.events.emit('chart-ready');
  }

  /** Shows a model: at once if motion is reduced or nothing was shown before, else in one eased pass. */
  show(model: StageModel): void {
    const before = this.model;
    this.model = model;
    this.game.loop.wake();
    if (sheetOf(model) !== this.sheet) this.layOut(model);
    const target = inkOf(model);
    this.motion?.stop();
    if (model.still || before === undefined) {
      this.shown = target;
      this.paintInk();
      this.restSoon();
      return;
    }
    this.from = this.shown;
    const rings = model.places.some((place, i) => before.places[i]?.pressure !== place.pressure);
    this.motion = this.tweens.addCounter({
      from: 0,
      to: 1,
      duration: rings ? SLOW : CALM,
      ease: 'Cubic.easeOut',
      onUpdate: (tween) => {
        this.shown = inkBetween(this.from, target, tween.getValue() ?? 1);
        this.paintInk();
      },
      onComplete: () => {
        this.shown = target;
        this.paintInk();
        this.restSoon();
      },
    });
  }

  private layOut(model: StageModel): void {
    this.sheet = sheetOf(model);
    this.colours = readColours(this.game.canvas);
    const ratio = this.ratio();
    const width = Math.max(1, Math.round(model.size.width * ratio));
    const height = Math.max(1, Math.round(model.size.height * ratio));
    this.scale.resize(width, height);
    this.scale.setZoom(1 / ratio);
    this.game.canvas.style.width = `${String(model.size.width)}px`;
    this.game.canvas.style.height = `${String(model.size.height)}px`;
    this.children.removeAll(true);
    this.seaSheet = this.sheetFor('sea', width, height);
    this.inkSheet = this.sheetFor('ink', width, height);
    this.paintSea(model, ratio);
  }

  private sheetFor(key: string, width: number, height: number): Phaser.Textures.CanvasTexture | undefined {
    if (this.textures.exists(key)) this.textures.remove(key);
    const sheet = this.textures.createCanvas(key, width, height) ?? undefined;
    if (sheet !== undefined) this.add.image(0, 0, key).setOrigin(0, 0);
    return sheet;
  }

  /** Layer after layer, a frame apart: the contours of a long coast take a school laptop a while. */
  private paintSea(model: StageModel, ratio: number): void {
    const texture = this.seaSheet;
    if (texture === undefined || this.land === undefined || this.colours === undefined) return;
    const ctx = texture.getContext();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const layers = seaLayers(ctx, this.land, fitChart(model.frame, model.geography), model.size, this.colours);
    const job = ++this.drawing;
    this.painting = true;
    const next = (i: number): void => {
      if (job !== this.drawing) return;
      const layer = layers[i];
      if (layer === undefined) {
        texture.refresh();
        this.painting = false;
        this.game.canvas.dataset['drawn'] = 'true';
        this.game.loop.wake();
        this.restSoon();
        return;
      }
      layer();
      requestAnimationFrame(() => {
        next(i + 1);
      });
    };
    next(0);
  }

  private paintInk(): void {
    const model = this.model;
    const colours = this.colours;
    const texture = this.inkSheet;
    if (model === undefined || colours === undefined || texture === undefined) return;
    const ctx = texture.getContext();
    const ratio = this.ratio();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, model.size.width, model.size.height);
    const projection = fitChart(model.frame, model.geography);
    for (const power of this.shown.powers) paintTie(ctx, projection, power, colours);
    for (const place of this.shown.places) paintPlace(ctx, projection, place, model, colours);
    texture.refresh();
  }

  private ratio(): number {
    return Math.min(2, globalThis.devicePixelRatio || 1);
  }

  /** Two more frames so that the last picture is on screen, then no work at all until the next model. */
  private restSoon(): void {
    const job = this.drawing;
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        if (job === this.drawing && !this.painting && this.motion?.isPlaying() !== true) this.game.loop.sleep();
      });
    });
  }
}
