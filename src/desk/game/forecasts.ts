import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { SeatOrder } from '../../engine/order.ts';
import { kindsOf } from '../../bundle/stance.ts';
import { forecast, type Forecast } from '../../players/forecast.ts';
import { habitsAfter } from '../../players/habit.ts';
import { AHEAD, FUTURES } from '../../players/side-by-side.ts';
import { plainOdds } from '../../players/plain-odds.ts';
import type { Policy } from '../../players/policy.ts';
import { answersWatched } from '../../telling/outlook.ts';
import { momentNow, turnNow, viewNow, type Chronicle } from '../../session/chronicle.ts';

/** How many turns a forecast made now looks ahead: no further than the end. */
export const turnsAhead = (now: Chronicle): number => Math.min(AHEAD, now.rules.turns - turnNow(now));

/** What the answers of the stop on screen may bring, worked out one after another so that the desk never waits for a number. */
export interface Outlook {
  /** Worked out so far: `situation/option` -> forecast. */
  readonly known: ReadonlySignal<ReadonlyMap<string, Forecast>>;
  readonly start: (now: Chronicle, answers: readonly { readonly situation: number; readonly option: number }[]) => void;
  readonly forget: () => void;
}

/** The name of the stop on screen: two stops that look alike share a forecast. */
const stopOf = (now: Chronicle): string => `${now.rules.hash}/${String(now.moments.length)}/${String(momentNow(now).check)}`;

export const outlookKey = (situation: number, option: number): string => `${String(situation)}/${String(option)}`;

const orderFor = (situation: number, option: number): SeatOrder => ({ answers: [{ situation, option }], acts: [] });

const habitsOf = (now: Chronicle): { readonly habits?: readonly Policy[] } => {
  const answers = now.orders.flatMap((order) => order?.answers ?? []);
  const habits = habitsAfter(now.rules.program, kindsOf(now.bundle.catalogue), answers);
  return habits === undefined ? {} : { habits };
};

export const newOutlook = (): Outlook => {
  const known = signal<ReadonlyMap<string, Forecast>>(new Map());
  let underWay = 0;
  let stop = '';
  return {
    known,
    start: (now, answers) => {
      const name = stopOf(now);
      // A game that has only begun is forecast as soon as the rest of its rules is here.
      if (name === stop || now.bundle.beginning === true) return;
      stop = name;
      const mine = ++underWay;
      known.value = new Map();
      const view = viewNow(now);
      const habits = habitsOf(now);
      const next = (i: number): void => {
        const answer = answers[i];
        if (answer === undefined || mine !== underWay) return;
        const { situation, option } = answer;
        const tail = now.bundle.catalogue.situations[situation]?.options[option]?.tail;
        const plain = tail && plainOdds(now.rules, view, situation, option, tail.rises);
        const result = forecast(now.rules, view, now.seat, orderFor(situation, option), {
          turns: AHEAD,
          samples: FUTURES,
          ...habits,
          events: tail === undefined || plain !== undefined ? [] : [tail],
          watch: answersWatched(now.bundle),
        });
        known.value = new Map(known.value).set(
          outlookKey(situation, option),
          plain === undefined ? result : { ...result, events: [plain] },
        );
        setTimeout(next, 0, i + 1);
      };
      setTimeout(next, 30, 0);
    },
    forget: () => {
      underWay++;
      stop = '';
      known.value = new Map();
    },
  };
};

/** The game's own odds of a tap's event if this order is given, ppm. */
export const oddsOfTap = (now: Chronicle, situation: number, order: SeatOrder): number => {
  const tap = now.bundle.catalogue.situations[situation]?.tap;
  if (tap === undefined) return 0;
  return (
    forecast(now.rules, viewNow(now), now.seat, order, { turns: tap.turns, samples: FUTURES, ...habitsOf(now), events: [tap] }).events[0] ??
    0
  );
};
