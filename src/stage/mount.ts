import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import Phaser from 'phaser';
import type { Coast } from '../bundle/chart-units.ts';
import type { StageModel } from '../desk/stage-model.ts';
import { ChartScene } from './scene.ts';

export interface Stage {
  readonly unmount: () => void;
}

/** How long a lost graphics context is waited for, ms, before the stage is built on another. */
const PATIENCE = 2500;

const canDraw = (): boolean => document.createElement('canvas').getContext('2d') !== null;

/**
 * Puts the chart into `host` and keeps it true to `model`. Uses WebGL, or Canvas where that is absent; undefined where neither
 * can be had, and the desk goes on without a chart. The canvas carries no meaning of its own: names and states are DOM.
 */
export const mountStage = (host: HTMLElement, model: ReadonlySignal<StageModel>, coast: Coast): Stage | undefined => {
  if (!canDraw()) return undefined;
  let lower: (() => void) | undefined;
  const raise = (): boolean => {
    const raised = raiseStage(host, model, coast);
    if (raised === undefined) return false;
    const { canvas } = raised;
    // What was drawn is gone with the graphics context: the stage is built anew when there is one again.
    const again = (): void => void setTimeout(rebuild);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const back = (): void => {
      clearTimeout(waiting);
      again();
    };
    const lost = (): void => void (waiting = setTimeout(rebuild, PATIENCE));
    canvas.addEventListener('webglcontextlost', lost);
    canvas.addEventListener('webglcontextrestored', back);
    lower = () => {
      clearTimeout(waiting);
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', back);
      raised.lower();
    };
    return true;
  };
  const rebuild = (): void => {
    if (lower === undefined) return;
    lower();
    raise();
  };
  if (!raise()) return undefined;
  return {
    unmount: () => {
      lower?.();
      lower = undefined;
    },
  };
};

interface Raised {
  readonly canvas: HTMLCanvasElement;
  readonly lower: () => void;
}

const raiseStage = (host: HTMLElement, model: ReadonlySignal<StageModel>, coast: Coast): Raised | undefined => {
  let game: Phaser.Game;
  const scene = new ChartScene(coast);
  try {
    game = new Phaser.Game({
      type: Phaser.AUTO,
      parent: host,
      width: Math.max(1, model.peek().size.width),
      height: Math.max(1, model.peek().size.height),
      transparent: true,
      banner: false,
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      scale: { mode: Phaser.Scale.NONE },
      render: { antialias: true },
      scene,
    });
  } catch {
    return undefined;
  }
  game.canvas.setAttribute('aria-hidden', 'true');
  let stop: (() => void) | undefined;
  game.events.once('chart-ready', () => {
    stop = effect(() => {
      scene.show(model.value);
    });
  });
  return {
    canvas: game.canvas,
    lower: () => {
      stop?.();
      game.destroy(true);
    },
  };
};
