import type { KindOf, StanceKind } from '../bundle/stance.ts';
import type { Answer } from '../engine/order.ts';
import type { Program } from '../engine/program.ts';
import type { Policy } from './policy.ts';
import { openPurse } from './purse.ts';
import type { ByStance } from './taste.ts';

/** Fewer answers than this are no habit yet. */
const HABIT = 4;

/** How whoever gave these answers is taken to go on: as so far, once there is enough of it; undefined before. */
export const habitsAfter = (
  { situations }: Pick<Program, 'situations'>,
  kindOf: KindOf,
  answers: readonly Answer[],
): readonly Policy[] | undefined => {
  const taken: Record<StanceKind, number> = { hedge: 0, partner: 0, align: 0, resist: 0, defer: 0 };
  for (const { situation, option } of answers) {
    const stance = situations[situation]?.options[option]?.stance;
    if (stance !== undefined) taken[kindOf(stance)]++;
  }
  return answers.length < HABIT ? undefined : [habitOf(taken, kindOf)];
};

/** Plays on as somebody has played so far: each stance as often as it was taken (`taken`), none of them never. Acts are left alone. */
const habitOf =
  (taken: ByStance, kindOf: KindOf): Policy =>
  (rules, view, { seat, situations }, luck) => {
    const purse = openPurse(rules, view, seat, Number.MIN_SAFE_INTEGER);
    const answers = situations.flatMap(({ situation, options }, nth) => {
      const open = options
        .filter(purse.affords)
        .map((entry) => ({ entry, weight: taken[kindOf(rules.situations[situation]!.spec.options[entry.option]!.stance)] + 1 }));
      if (open.length === 0) return [];
      let rest = luck(
        'mood',
        nth,
        open.reduce((sum, each) => sum + each.weight, 0),
      );
      const chosen = open.find((each) => (rest -= each.weight) < 0)!;
      purse.pay(chosen.entry);
      return [{ situation, option: chosen.entry.option }];
    });
    return { answers, acts: [] };
  };
