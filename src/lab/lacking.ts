import type { TargetInfo } from '../bundle/target.ts';
import type { Program } from '../engine/program.ts';
import type { Studied } from './study.ts';
import { countsFor } from './target-measures.ts';

/** A situation that keeps a target from its floor: how often it could have counted, and how often it did. */
export interface Lack {
  readonly situation: string;
  readonly counted: number;
  readonly of: number;
}

/** Fewer times than this say nothing about a situation. */
const ENOUGH = 5;

/** By target that is told situation by situation: those below its floor, the one that takes most from it first. */
export const lackingOf = (
  { situations }: Pick<Program, 'situations'>,
  targets: readonly TargetInfo[],
  studied: Studied,
): Readonly<Record<string, readonly Lack[]>> =>
  Object.fromEntries(
    targets.flatMap((target): (readonly [string, readonly Lack[]])[] => {
      const counts = countsFor(target, studied);
      const least = target.floor.least ?? 0;
      if (counts === undefined) return [];
      const missing = ({ counted, of }: Lack): number => (least * of) / 100 - counted;
      const below = situations
        .map(({ id }, i): Lack => ({ situation: id, counted: counts.counted[i] ?? 0, of: counts.of[i] ?? 0 }))
        .filter((each) => each.of >= ENOUGH && missing(each) > 0)
        .sort((a, b) => missing(b) - missing(a));
      return below.length === 0 ? [] : [[target.id, below]];
    }),
  );
