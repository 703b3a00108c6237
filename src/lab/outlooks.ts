import { withLens } from '../bundle/lens.ts';
import { kindsOf } from '../bundle/stance.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { Key } from '../engine/chance.ts';
import { seenBy } from '../engine/eye.ts';
import { menu } from '../engine/menu.ts';
import type { Answer, SeatOrder } from '../engine/order.ts';
import { TURN } from '../engine/program.ts';
import { keyOf } from '../engine/seed.ts';
import type { State } from '../engine/state.ts';
import { stepInPlace } from '../engine/turn.ts';
import { differencesOf } from '../players/differences.ts';
import { forecast, SENSIBLE, type Forecast } from '../players/forecast.ts';
import { AHEAD, FUTURES, sideBySide, tellingIn } from '../players/side-by-side.ts';
import { habitsAfter } from '../players/habit.ts';
import { orderOf, type Policy } from '../players/policy.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { addInside, countInside, newInside, type Inside } from './inside.ts';
import { policyNamed, type LabScenario } from './lab-scenario.ts';
import type { Study } from './study.ts';

/** What the forecasts of a stop's answers let a player tell apart, and whether what they tell comes true. */
export interface Outlooks {
  /** By situation: stops with more than one answer that could be given. */
  readonly stops: number[];
  /** Of these, with two answers that differ on some reading by a median of `APART` the same way in four futures of five. */
  readonly apart: number[];
  /** Cells shown outside the row that the others are measured by, and those that say a direction. */
  cells: number;
  telling: number;
  /** What an answer made of each reading more than the baseline in the true game under its own key, beside what was forecast of that. */
  readonly differences: Inside;
}

/** Units of a reading. */
const APART = 15;

interface Weighed {
  readonly cost: number;
  readonly order: SeatOrder;
  readonly forecast: Forecast;
}

/** By reading: how far it has moved some turns after an order. */
const changesAfter = (rules: CompiledProgram, key: Key, from: State, order: SeatOrder, habit: Policy, turns: number): readonly number[] => {
  const state = from.slice();
  for (let turn = 0; turn < turns; turn++)
    stepInPlace(rules, key, state, [turn === 0 ? order : orderOf(rules, habit, key, state, FIRST_SEAT)]);
  return rules.program.readings.map(({ slot }) => state[slot]! - from[slot]!);
};

const lookAt = (
  { rules, catalogue }: LabScenario,
  key: Key,
  state: State,
  given: Answer,
  before: readonly Answer[],
  found: Outlooks,
): void => {
  const now = menu(rules, state, FIRST_SEAT).situations.find(({ situation }) => situation === given.situation);
  const view = seenBy(rules, state, FIRST_SEAT);
  const turns = Math.min(AHEAD, rules.turns - state[TURN]!);
  const habits = habitsAfter(rules.program, kindsOf(catalogue), before) ?? SENSIBLE;
  const weighed = (now?.options ?? [])
    .filter(({ legal }) => legal)
    .map(({ option, cost }): Weighed => {
      const order = { answers: [{ situation: given.situation, option }], acts: [] };
      return { cost, order, forecast: forecast(rules, view, FIRST_SEAT, order, { turns, samples: FUTURES, habits }) };
    });
  const shown = sideBySide(weighed);
  if (shown === undefined || weighed.length < 2) return;
  const { base, columns } = shown;
  const isApart = weighed.some((a, i) =>
    weighed.slice(i + 1).some((b) => differencesOf(a.forecast, b.forecast).some(({ way, p50 }) => way !== 0 && Math.abs(p50) >= APART)),
  );
  found.stops[given.situation]!++;
  if (isApart) found.apart[given.situation]!++;
  found.cells += columns.length * (weighed.length - 1);
  found.telling += tellingIn(shown);
  const theirs = habits.map((habit) => changesAfter(rules, key, state, base.order, habit, turns));
  weighed.forEach((each) => {
    if (each === base) return;
    const mine = habits.map((habit) => changesAfter(rules, key, state, each.order, habit, turns));
    each.forecast.changes.forEach((changes, reading) => {
      const futures = changes.map((change, sample) => change - base.forecast.changes[reading]![sample]!);
      mine.forEach((came, habit) => {
        countInside(found.differences, reading, futures, came[reading]! - theirs[habit]![reading]!);
      });
    });
  });
};

/** Looks at every stop of games by one policy, as the desk would show it. */
export const outlooks: Study<Outlooks> = {
  most: 40,
  atOnce: 2,
  fresh: ({ rules: { program } }) => ({
    stops: program.situations.map(() => 0),
    apart: program.situations.map(() => 0),
    cells: 0,
    telling: 0,
    differences: newInside(program.readings.length),
  }),
  play: (scenario, { first, from, to, lens }, { policy }) => {
    const { rules } = scenario;
    const found = outlooks.fresh(scenario);
    for (let nth = from; nth < to; nth++) {
      const key = keyOf(seedOf(first, nth));
      const choices = withLens(rules.program, choicesOf(rules.program, key), lens);
      const before: Answer[] = [];
      playGame(rules, { key, choices, policy: policyNamed(scenario, policy) }, (state, { answers }) => {
        if (answers[0] !== undefined) lookAt(scenario, key, state, answers[0], before, found);
        before.push(...answers);
      });
    }
    return found;
  },
  add: (whole, part) => {
    for (const list of ['stops', 'apart'] as const) part[list].forEach((times, i) => (whole[list][i]! += times));
    whole.cells += part.cells;
    whole.telling += part.telling;
    addInside(whole.differences, part.differences);
  },
};
