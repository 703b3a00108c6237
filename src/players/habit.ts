import type { KindOf } from '../bundle/stance.ts';
import type { Policy } from './policy.ts';
import { openPurse } from './purse.ts';
import type { ByStance } from './taste.ts';

/** Plays on as somebody has played so far: each stance as often as it was taken (`taken`), none of them never. Acts are left alone. */
export const habitOf =
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
