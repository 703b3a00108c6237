import type { Frame, Geography } from './chart/projection.ts';
import type { MarkInfo } from '../bundle/bundle.ts';

/** What the stage draws: numbers and drawings only, worked out from a view by `chart/model.ts`. The stage knows nothing else of the game. */
export interface StageModel {
  readonly theme: 'paper' | 'lacquer';
  /** Reduced motion: end states at once. */
  readonly still: boolean;
  readonly geography: Geography;
  readonly frame: Frame;
  /** Width and height of the host, CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly powers: readonly StagePower[];
  readonly places: readonly StagePlace[];
  /** Colour of the foreign units: that of the power they belong to, 0..7. */
  readonly otherTint: number;
  /** Drawings of units and of those who stand in line; a scenario may bring its own. */
  readonly marks: { readonly unit?: MarkInfo; readonly queue?: MarkInfo };
}

export interface StagePower {
  readonly id: string;
  /** 0 diplomatic, 1 comprehensive, 2 strategic, 3 extensive strategic, 4 comprehensive strategic. */
  readonly tier: number;
  readonly tie: 'party' | 'trade' | 'defence' | 'general';
  /** Per mille. */
  readonly trust: number;
  /** How it answered, of the moves shown so far: welcome, or not; 0 where it has not answered. */
  readonly answer: -1 | 0 | 1;
  /** Width of the plate that the label takes, so that the tie ends at its inner edge; CSS pixels. */
  readonly plate: number;
}

export interface StagePlace {
  readonly id: string;
  readonly mark?: MarkInfo;
  readonly lon: number;
  readonly lat: number;
  /** Level 0..4. */
  readonly pressure: number;
  /** Units drawn, 0..6; in line 0..5. */
  readonly own: number;
  readonly other: number;
  readonly queue: number;
}
