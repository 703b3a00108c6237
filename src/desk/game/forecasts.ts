import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { SeatOrder } from '../../engine/order.ts';
import type { Forecast } from '../../players/forecast.ts';
import { AHEAD, FUTURES } from '../../players/side-by-side.ts';
import { answersWatched } from '../../telling/outlook.ts';
import { handHere, openPool, type Hand, type Pool } from '../../session/pool.ts';
import { momentNow, turnNow, viewNow, type Chronicle } from '../../session/chronicle.ts';
import type { ForecastJob, ForecastRules } from './forecast-job.ts';
import { workerHand, workersHere } from './page-hand.ts';

/** How many turns a forecast made now looks ahead: no further than the end. */
export const turnsAhead = (now: Chronicle): number => Math.min(AHEAD, now.rules.turns - turnNow(now));

/** What the answers of the stop on screen may bring, worked out beside the page so that the desk never waits for a number. */
export interface Outlook {
  /** Worked out so far: `situation/option` -> forecast. */
  readonly known: ReadonlySignal<ReadonlyMap<string, Forecast>>;
  readonly start: (now: Chronicle, answers: readonly { readonly situation: number; readonly option: number }[]) => void;
  readonly forget: () => void;
  /** The game's own odds of a tap's event if this order is given, ppm. */
  readonly oddsOfTap: (now: Chronicle, situation: number, order: SeatOrder) => Promise<number>;
}

/** The name of the stop on screen: two stops that look alike share a forecast. */
const stopOf = (now: Chronicle): string => `${now.rules.hash}/${String(now.moments.length)}/${String(momentNow(now).check)}`;

export const outlookKey = (situation: number, option: number): string => `${String(situation)}/${String(option)}`;

type ForecastHand = Hand<ForecastJob, Forecast>;

const besideHand = (rules: string): ForecastHand =>
  workerHand(new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' }), rules);

const pageHand = (rules: ForecastRules): ForecastHand => {
  const made = import('./forecast-job.ts').then(({ forecaster }) => forecaster(rules));
  made.catch(() => undefined);
  return handHere(async (job: ForecastJob) => (await made)(job));
};

/** Where a page may have no workers it does the work itself, between other things. */
const poolFor = (rules: ForecastRules): Pool<ForecastJob, Forecast> => {
  const text = JSON.stringify(rules);
  const beside = openPool<ForecastJob, Forecast>(() => besideHand(text), workersHere());
  const here = openPool<ForecastJob, Forecast>(() => pageHand(rules), 1);
  let works = true;
  return {
    ...beside,
    run: async (jobs, options = {}) => {
      try {
        if (works) return await beside.run(jobs, options);
      } catch (reason) {
        if (options.signal?.aborted === true) throw reason;
        works = false;
      }
      return here.run(jobs, options);
    },
    end: () => {
      beside.end();
      here.end();
    },
  };
};

export const newOutlook = (): Outlook => {
  const known = signal<ReadonlyMap<string, Forecast>>(new Map());
  let stop = '';
  let underWay = new AbortController();
  let pool: { readonly hash: string; readonly pool: Pool<ForecastJob, Forecast> } | undefined;

  const poolOf = ({ rules, bundle }: Chronicle): Pool<ForecastJob, Forecast> => {
    if (pool?.hash !== rules.hash) {
      pool?.pool.end();
      pool = { hash: rules.hash, pool: poolFor({ program: bundle.program, stances: bundle.catalogue.stances }) };
    }
    return pool.pool;
  };
  const seenFrom = (now: Chronicle) => ({
    view: viewNow(now),
    eye: now.seat,
    samples: FUTURES,
    answers: now.orders.flatMap((order) => order?.answers ?? []),
  });

  return {
    known,
    start: (now, answers) => {
      const name = stopOf(now);
      // A game that has only begun is forecast as soon as the rest of its rules is here.
      if (name === stop || now.bundle.beginning === true) return;
      stop = name;
      underWay.abort();
      underWay = new AbortController();
      known.value = new Map();
      const jobs = answers.map(({ situation, option }): ForecastJob => {
        const tail = now.bundle.catalogue.situations[situation]?.options[option]?.tail;
        return {
          ...seenFrom(now),
          order: { answers: [{ situation, option }], acts: [] },
          turns: AHEAD,
          watch: answersWatched(now.bundle),
          ...(tail === undefined ? {} : { events: [tail], tail: { situation, option, rises: tail.rises } }),
        };
      });
      const onResult = (result: Forecast, nth: number): void => {
        const { situation, option } = answers[nth] ?? { situation: 0, option: 0 };
        known.value = new Map(known.value).set(outlookKey(situation, option), result);
      };
      // What was given up is of no interest any more; what fails leaves the answers without ranges.
      poolOf(now)
        .run(jobs, { signal: underWay.signal, onResult })
        .catch(() => undefined);
    },
    forget: () => {
      underWay.abort();
      stop = '';
      known.value = new Map();
    },
    oddsOfTap: async (now, situation, order) => {
      const tap = now.bundle.catalogue.situations[situation]?.tap;
      if (tap === undefined) return 0;
      const [result] = await poolOf(now).run([{ ...seenFrom(now), order, turns: tap.turns, events: [tap] }]);
      return result?.events[0] ?? 0;
    },
  };
};
