import type { TargetInfo } from '../bundle/target.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { looksAhead } from '../players/policies.ts';
import type { BatchResult, Close } from './batch.ts';
import { nameOfAsk, type Studied, type StudyAsk } from './study.ts';
import { MEASURES, runsOf } from './target-measures.ts';

/** A figure that play should have, and the one it has. */
export interface Target {
  readonly id: string;
  readonly floor: TargetInfo['floor'];
  readonly goal?: TargetInfo['floor'];
  /** `null`: the policies that were run do not tell. */
  readonly value: number | null;
  readonly met: boolean | null;
  readonly unit: '%' | '';
}

/** The studies that targets ask for, each once: those alone that the policies played can tell. */
export const studiesFor = (targets: readonly TargetInfo[], policies: readonly string[]): readonly StudyAsk[] => {
  const asks = targets.flatMap((target) => MEASURES[target.measure].asks?.(target, policies) ?? []);
  const told = asks.filter(({ policy, other = policy }) => policies.includes(policy) && policies.includes(other));
  return [...new Map(told.map((ask) => [nameOfAsk(ask), ask])).values()];
};

/** What targets ask to be looked at stop by stop in the games of a policy: nothing where every stop costs it a forecast already. */
export const closelyFor = (targets: readonly TargetInfo[], policy: string): readonly Close[] =>
  looksAhead(policy) ? [] : [...new Set(targets.flatMap(({ measure }) => MEASURES[measure].closely ?? []))];

/** A scenario's targets beside what these runs and studies reached. */
export const targetsOf = (
  rules: CompiledProgram,
  targets: readonly TargetInfo[],
  runs: ReadonlyMap<string, BatchResult>,
  studied: Studied,
): readonly Target[] => {
  const runsFor = runsOf(rules, runs, studied);
  return targets.map((target) => {
    const { unit, of } = MEASURES[target.measure];
    const value = of(runsFor(target), target);
    const { id, floor, goal } = target;
    return {
      id,
      floor,
      ...(goal === undefined ? {} : { goal }),
      value: value === undefined ? null : Math.round(value * 10) / 10,
      met: value === undefined ? null : value >= (floor.least ?? -Infinity) && value <= (floor.most ?? Infinity),
      unit,
    };
  });
};

/** `60 to 75 %`, `at most 20 %`. */
export const boundsWords = ({ least, most }: TargetInfo['floor'], unit: string): string => {
  const tail = unit === '' ? '' : ` ${unit}`;
  if (least !== undefined && most !== undefined) return `${least} to ${most}${tail}`;
  return least === undefined ? `at most ${most ?? ''}${tail}` : `at least ${least}${tail}`;
};
