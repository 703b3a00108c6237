import type { StanceKind } from '../bundle/stance.ts';
import type { ActSpec, OptionSpec } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { View } from '../engine/view.ts';
import type { Policy } from './policy.ts';
import { openPurse } from './purse.ts';

/** What a player would rather do. Higher is better; acts at 0 or below are left alone. */
export interface Taste {
  readonly option: (option: OptionSpec, situation: number) => number;
  readonly act: (act: ActSpec) => number;
  /** Capital never spent below, except when nothing else can be answered. */
  readonly keep: number;
}

export type ByStance = Readonly<Record<StanceKind, number>>;

/** The player that answers each situation with the option it likes best and adds the acts it likes, while it can pay. Ties are its own luck. */
export const byTaste =
  (tasteOf: (rules: CompiledProgram, view: View) => Taste): Policy =>
  (rules, view, { seat, situations, acts, maxActs }, luck) => {
    const taste = tasteOf(rules, view);
    const purse = openPurse(rules, view, seat, taste.keep);
    const desperate = openPurse(rules, view, seat, Number.MIN_SAFE_INTEGER);
    const answers = situations.flatMap(({ situation, options }, nth) => {
      const score = (entry: (typeof options)[number]) => taste.option(rules.situations[situation]!.spec.options[entry.option]!, situation);
      const affordable = options.filter(purse.affords);
      const chosen = best(affordable.length > 0 ? affordable : options.filter(desperate.affords), score, (n) => luck('choice', nth, n));
      if (chosen === undefined) return [];
      purse.pay(chosen);
      desperate.pay(chosen);
      return [{ situation, option: chosen.option }];
    });

    const done: number[] = [];
    let wanted = acts.filter(({ act }) => taste.act(rules.acts[act]!.spec) > 0);
    while (done.length < maxActs) {
      wanted = wanted.filter((entry) => purse.affords(entry) && !done.includes(entry.act));
      const chosen = best(
        wanted,
        ({ act }) => taste.act(rules.acts[act]!.spec),
        (n) => luck('act', done.length, n),
      );
      if (chosen === undefined) break;
      purse.pay(chosen);
      done.push(chosen.act);
    }
    return { answers, acts: done };
  };

/** The entry with the highest score; one of them by `pick` where several share it. */
const best = <T>(entries: readonly T[], score: (entry: T) => number, pick: (n: number) => number): T | undefined => {
  const scores = entries.map(score);
  const most = Math.max(...scores);
  const top = entries.filter((_, i) => scores[i] === most);
  return top.length > 1 ? top[pick(top.length)] : top[0];
};
