import { openPurse } from './purse.ts';
import type { Policy } from './policy.ts';

/** Any answer that can be given, each as likely; then one of the acts at hand, or none. */
export const random: Policy = (rules, view, { seat, situations, acts, maxActs }, luck) => {
  const purse = openPurse(rules, view, seat, Number.MIN_SAFE_INTEGER);
  const answers = situations.flatMap(({ situation, options }, nth) => {
    const open = options.filter(purse.affords);
    const chosen = open.length === 0 ? undefined : open[luck('choice', nth, open.length)];
    if (chosen === undefined) return [];
    purse.pay(chosen);
    return [{ situation, option: chosen.option }];
  });
  const open = maxActs > 0 ? acts.filter(purse.affords) : [];
  const chosen = open.length === 0 ? undefined : open[luck('act', 0, open.length + 1)];
  return { answers, acts: chosen === undefined ? [] : [chosen.act] };
};
