import { kindsOf } from '../../bundle/stance.ts';
import { compileProgram, type CompiledProgram } from '../../engine/compiled-program.ts';
import type { Sitter } from '../../engine/eye.ts';
import type { Answer, SeatOrder } from '../../engine/order.ts';
import type { Expr, Program } from '../../engine/program.ts';
import type { View } from '../../engine/view.ts';
import { forecast, type Forecast, type ForecastSpec } from '../../players/forecast.ts';
import { habitsAfter } from '../../players/habit.ts';
import { plainOdds } from '../../players/plain-odds.ts';
import type { Catalogue } from '../../bundle/bundle.ts';

/** What forecasts of one game's rules are made with. */
export interface ForecastRules {
  readonly program: Program;
  readonly stances: Catalogue['stances'];
}

/** One order to be forecast, as far as a seat can see. */
export interface ForecastJob extends Pick<ForecastSpec, 'turns' | 'samples' | 'events' | 'watch'> {
  readonly view: View;
  readonly eye: Sitter;
  readonly order: SeatOrder;
  /** Answers given so far: habits are made of them. */
  readonly answers: readonly Answer[];
  /** An event of an answer that one draw may decide alone: its odds are then told as they are, in place of `events`. */
  readonly tail?: { readonly situation: number; readonly option: number; readonly rises: Expr };
}

/** Gives what does such jobs, one after another. */
export const forecaster = ({ program, stances }: ForecastRules): ((job: ForecastJob) => Forecast) => {
  const rules: CompiledProgram = compileProgram(program);
  const kindOf = kindsOf({ stances });
  return ({ view, eye, order, answers, tail, turns, samples, events = [], watch = [] }) => {
    const plain = tail && plainOdds(rules, view, tail.situation, tail.option, tail.rises);
    const habits = habitsAfter(program, kindOf, answers);
    const result = forecast(rules, view, eye, order, {
      turns,
      samples,
      ...(habits === undefined ? {} : { habits }),
      events: plain === undefined ? events : [],
      watch,
    });
    return plain === undefined ? result : { ...result, events: [plain] };
  };
};
