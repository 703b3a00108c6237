import type { Answer, SeatOrder } from '../engine/order.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { View } from '../engine/view.ts';
import type { Policy } from './policy.ts';
import { openPurse } from './purse.ts';

/** Nothing is overdrawn. */
const SOLVENT = 0;

/**
 * The player that tries each answer, then each act, and keeps what is worth most; the earlier one on a tie. It leaves its purse in
 * credit where it can.
 */
export const weigh =
  (worthOn: (rules: CompiledProgram, view: View, seat: number) => (order: SeatOrder) => number): Policy =>
  (rules, view, { seat, situations, acts, maxActs }) => {
    const worth = worthOn(rules, view, seat);
    const purse = openPurse(rules, view, seat, SOLVENT);
    const desperate = openPurse(rules, view, seat, Number.MIN_SAFE_INTEGER);
    const answers: Answer[] = [];
    let standing = Number.MIN_SAFE_INTEGER;
    for (const { situation, options } of situations) {
      const affordable = options.filter(purse.affords);
      const tried = (affordable.length > 0 ? affordable : options.filter(desperate.affords)).map((entry) => ({
        entry,
        value: worth({ answers: [...answers, { situation, option: entry.option }], acts: [] }),
      }));
      const [first] = tried;
      if (first === undefined) continue;
      const { entry, value } = tried.reduce((best, next) => (next.value > best.value ? next : best), first);
      purse.pay(entry);
      desperate.pay(entry);
      answers.push({ situation, option: entry.option });
      standing = value;
    }

    const done: number[] = [];
    while (done.length < maxActs) {
      const tried = acts
        .filter((entry) => !done.includes(entry.act) && purse.affords(entry))
        .map((entry) => ({ entry, value: worth({ answers, acts: [...done, entry.act] }) }));
      const best = tried.reduce<(typeof tried)[number] | undefined>(
        (most, next) => (most === undefined || next.value > most.value ? next : most),
        undefined,
      );
      if (best === undefined || best.value <= standing) break;
      purse.pay(best.entry);
      done.push(best.entry.act);
      standing = best.value;
    }
    return { answers, acts: done };
  };
