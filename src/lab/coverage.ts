import { TURN } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { State } from '../engine/state.ts';
import type { SeatOrder } from '../engine/order.ts';
import { seenBy } from '../engine/eye.ts';
import { forecast, type Forecast } from '../players/forecast.ts';
import type { Policy } from '../players/policy.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { countInside, type Inside } from './inside.ts';

const TURNS = 3;
const SAMPLES = 80;

/** Forecasts at each stop of one game, under the player's own habit, and looks three turns later how much came within it. */
export const watchForecasts = (rules: CompiledProgram, policy: Policy, into: Inside) => {
  let waiting: { readonly due: number; readonly from: State; readonly told: Forecast }[] = [];
  const settle = (state: State, over: boolean) => {
    const due = waiting.filter((each) => over || each.due <= state[TURN]!);
    waiting = waiting.filter((each) => !due.includes(each));
    for (const { from, told } of due) {
      rules.program.readings.forEach(({ slot }, i) => {
        countInside(into, i, told.changes[i]!, state[slot]! - from[slot]!);
      });
    }
  };
  return {
    turn: (state: State, order: SeatOrder): void => {
      settle(state, false);
      if (order.answers.length === 0) return;
      const view = seenBy(rules, state, FIRST_SEAT);
      const told = forecast(rules, view, FIRST_SEAT, order, { turns: TURNS, samples: SAMPLES, habits: [policy] });
      waiting.push({ due: state[TURN]! + TURNS, from: view, told });
    },
    end: (state: State): void => {
      settle(state, true);
    },
  };
};
