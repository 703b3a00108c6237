import { siteOf } from '../../src/engine/chance.ts';
import type { Expr, Luck, Program, SlotSpec } from '../../src/engine/program.ts';

/** Slots of the small program, by name. */
export const SLOT = {
  turn: 0,
  ending: 1,
  calm: 2,
  wealth: 3,
  capital: 4,
  purpose: 5,
  beliefProbe: 6,
  beliefMessage: 7,
  doorStatus: 8,
  doorSeen: 9,
  doorAnswer: 10,
  doorSince: 11,
  talkDone: 12,
  buildDone: 13,
  pressDone: 14,
  waitDone: 15,
  refreshLeft: 16,
  refreshOrigin: 17,
  ignoreLeft: 18,
  ignoreOrigin: 19,
  stackLeft: 20,
  stackOrigin: 21,
  stackLeft2: 22,
  stackOrigin2: 23,
  during: 24,
  due: 25,
  remainder: 26,
  lens: 27,
  chargeA: 28,
  chargeB: 29,
  chargeC: 30,
} as const;

export const luckAt = (name: string): Luck => ({ site: siteOf(name), subject: 0 });
const read = (slot: number): Expr => ['slot', slot];

/** Two seats, one situation that is open every turn, three timers, one hidden cause: small enough to reason about by hand. */
export function smallProgram(turns = 12): Program {
  const slots: SlotSpec[] = Object.entries(SLOT).map(([name, slot]) => {
    const spec = { name, min: 0, max: 1000, start: 0, kind: 'number', scale: 1 } as const;
    if (slot === SLOT.turn) return { ...spec, kind: 'system', max: turns };
    if (slot === SLOT.ending) return { ...spec, kind: 'system', max: 2 };
    if (slot === SLOT.calm || slot === SLOT.wealth) return { ...spec, start: 500 };
    if (slot === SLOT.capital) return { ...spec, min: -2, max: 8, start: 4 };
    if (slot === SLOT.purpose) return { ...spec, kind: 'hidden', max: 1 };
    if (slot === SLOT.beliefProbe || slot === SLOT.beliefMessage) return { ...spec, kind: 'belief', max: 1_000_000 };
    if (slot >= SLOT.refreshLeft && slot <= SLOT.stackOrigin2) return { ...spec, kind: 'timer' };
    if (slot === SLOT.remainder) return { ...spec, kind: 'remainder', max: 999_999 };
    if (slot === SLOT.lens) return { ...spec, kind: 'stage', max: 2 };
    if (slot >= SLOT.chargeA) return { ...spec, kind: 'flag', max: 1 };
    return spec;
  });
  const gain = (slot: number, by: Expr, at: number): Program['start'][number] => ({ op: 'add', at, slot, by });
  const timer = (
    again: 'refresh' | 'ignore' | 'stack',
    at: number,
    copies: readonly (readonly [number, number])[],
  ): Program['timers'][number] => ({
    id: again,
    at,
    again,
    copies: copies.map(([left, origin]) => ({ left, origin })),
    during: [gain(SLOT.during, 1, at + 1)],
    due: [gain(SLOT.due, 1, at + 2)],
  });
  const act = (id: string, at: number, seat: number, done: number, cost: Expr, does: Program['start']): Program['acts'][number] => ({
    id,
    at,
    seat,
    kind: 'initiative',
    about: [],
    when: 1,
    needs: [],
    cost,
    done,
    does,
  });
  return {
    format: 1,
    id: 'small',
    slots,
    setup: [
      { id: 'lens', kind: 'one', slots: [SLOT.lens], options: ['gate', 'obstacles', 'threat'], count: 1, preset: 0 },
      { id: 'charges', kind: 'some', slots: [SLOT.chargeA, SLOT.chargeB, SLOT.chargeC], options: ['a', 'b', 'c'], count: 2, preset: 0 },
    ],
    calendar: { start: '2019-06-01', segments: [{ id: 'weeks', turns, unit: 'week' }] },
    seats: [
      { id: 'hanoi', budget: { slot: SLOT.capital, floor: -2 }, maxActs: 2 },
      {
        id: 'china',
        maxActs: 1,
        policy: {
          at: 90,
          luck: luckAt('china/move'),
          none: 300,
          weights: [['if', ['==', read(SLOT.purpose), 1], 500, 100], 200],
          reveals: [0],
        },
      },
    ],
    situations: [
      {
        id: 'door',
        at: 10,
        seat: 0,
        status: SLOT.doorStatus,
        seen: SLOT.doorSeen,
        answer: SLOT.doorAnswer,
        since: SLOT.doorSince,
        options: [
          { id: 'wait', at: 11, stance: 'defer', about: [], needs: [], cost: 0, does: [] },
          {
            id: 'open',
            at: 12,
            stance: 'partner',
            about: [],
            needs: [],
            cost: 1,
            does: [
              {
                op: 'chance',
                at: 13,
                p: 250_000,
                luck: luckAt('door/loss'),
                then: [gain(SLOT.wealth, -30, 14)],
                else: [gain(SLOT.wealth, 10, 15)],
                reveals: [],
              },
            ],
          },
          {
            id: 'shut',
            at: 16,
            stance: 'resist',
            about: [],
            needs: [{ at: 17, when: ['>=', read(SLOT.calm), 400] }],
            cost: 0,
            does: [gain(SLOT.calm, -120, 18)],
          },
          { id: 'bar', at: 19, stance: 'align', about: [], needs: [], cost: 9, does: [gain(SLOT.calm, 400, 20)] },
        ],
      },
    ],
    acts: [
      act('talk', 30, 0, SLOT.talkDone, 3, [gain(SLOT.calm, 40, 31)]),
      act('build', 32, 0, SLOT.buildDone, 2, [{ op: 'timer', at: 33, timer: 0, turns: 3 }]),
      act('press', 34, 1, SLOT.pressDone, 0, [gain(SLOT.calm, -10, 35)]),
      act('wait', 36, 1, SLOT.waitDone, 0, [gain(SLOT.calm, 5, 37)]),
    ],
    timers: [
      timer('refresh', 40, [[SLOT.refreshLeft, SLOT.refreshOrigin]]),
      timer('ignore', 44, [[SLOT.ignoreLeft, SLOT.ignoreOrigin]]),
      timer('stack', 48, [
        [SLOT.stackLeft, SLOT.stackOrigin],
        [SLOT.stackLeft2, SLOT.stackOrigin2],
      ]),
    ],
    hidden: [
      {
        id: 'purpose',
        slot: SLOT.purpose,
        causes: ['probe', 'message'],
        priors: [300_000, 700_000],
        beliefs: [SLOT.beliefProbe, SLOT.beliefMessage],
        luck: luckAt('purpose/cause'),
      },
    ],
    tables: [],
    curves: [],
    readings: [{ id: 'calm', slot: SLOT.calm }],
    charges: [],
    endings: [
      { id: 'time', early: false },
      { id: 'ruin', early: true },
    ],
    start: [],
    phases: {
      reactions: [
        {
          op: 'chance',
          at: 60,
          p: ['if', ['==', read(SLOT.purpose), 1], 800_000, 200_000],
          luck: luckAt('weather/storm'),
          then: [gain(SLOT.wealth, -5, 61)],
          else: [],
          reveals: [0],
        },
      ],
      drift: [{ op: 'toward', at: 70, slot: SLOT.calm, to: 500, ppm: 24_000, remainder: SLOT.remainder }],
      endings: [{ op: 'if', at: 80, when: ['<', read(SLOT.calm), 100], then: [{ op: 'end', at: 81, ending: 1 }], else: [] }],
      calendar: [{ op: 'situation', at: 82, situation: 0, to: 'open' }],
    },
  };
}
