import { withLens } from '../bundle/lens.ts';
import { seedWords } from '../engine/chance.ts';
import { menu } from '../engine/menu.ts';
import type { SeatOrder } from '../engine/order.ts';
import { ENDING, TURN } from '../engine/program.ts';
import { keyOf } from '../engine/seed.ts';
import { checkOf, type State } from '../engine/state.ts';
import { stepInPlace } from '../engine/turn.ts';
import { cautiousOf } from '../players/lines.ts';
import { orderOf } from '../players/policy.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { policyNamed, type LabScenario } from './lab-scenario.ts';
import { datesOf, watchOpenings } from './openings.ts';
import type { Study } from './study.ts';

/** By situation: how often it opened on no date, and how often something done had opened it. */
export interface Deeds {
  readonly opened: number[];
  readonly byDeed: number[];
}

/** Turns within which what was done can have opened something. */
const AHEAD = 4;
const LUCKS = 32;
/** Of a hundred lucks, so many more must open it than with the best of the other answers. */
const RAISED = 30;

/** By situation: in how many lucks it opened within the turns ahead. */
type Opened = readonly number[];

const openedAfter = ({ rules, catalogue }: LabScenario, from: State, order: SeatOrder): Opened => {
  const { situations } = rules.program;
  const after = cautiousOf(catalogue);
  const counts = situations.map(() => 0);
  for (let luck = 1; luck <= LUCKS; luck++) {
    const key = seedWords(checkOf(from), luck);
    const state = from.slice();
    for (let turn = 0; turn < AHEAD && state[ENDING] === 0; turn++)
      stepInPlace(rules, key, state, [turn === 0 ? order : orderOf(rules, after, key, state, FIRST_SEAT)]);
    situations.forEach(({ seen }, i) => state[seen]! > from[seen]! && counts[i]!++);
  }
  return counts;
};

/** A stop; what each thing done there opened, and what others would have, is played when it is asked for. */
interface Stop {
  readonly turn: number;
  readonly opened: (situation: number) => boolean;
}

const stopOf = (scenario: LabScenario, state: State, order: SeatOrder): Stop => {
  const from = state.slice();
  const after = (other: SeatOrder): (() => Opened) => {
    let known: Opened | undefined;
    return () => (known ??= openedAfter(scenario, from, other));
  };
  const [given, ...more] = order.answers;
  const answers = menu(scenario.rules, from, FIRST_SEAT).situations.find(({ situation }) => situation === given?.situation)?.options ?? [];
  const answered =
    given === undefined
      ? []
      : answers
          .filter(({ legal, option }) => legal && option !== given.option)
          .map(({ option }) => after({ ...order, answers: [{ ...given, option }, ...more] }));
  const without = order.acts.map((act) => [after({ ...order, acts: order.acts.filter((each) => each !== act) })]);
  const mine = after(order);
  const deeds = [answered, ...without].filter((others) => others.length > 0);
  return {
    turn: from[TURN]!,
    opened: (situation) => {
      const times = mine()[situation]!;
      const raised = (others: Opened): boolean => (times - others[situation]!) * 100 >= RAISED * LUCKS;
      // What opens it seldom cannot have raised the odds enough, whatever the others do: they need not be played.
      return times * 100 >= RAISED * LUCKS && deeds.some((others) => others.every((other) => raised(other())));
    },
  };
};

/**
 * Looks at every undated situation that opened in games by one policy: whether an answer or act within the four turns before raised the
 * odds of that, against the best of the other answers or against leaving the act alone.
 */
export const deeds: Study<Deeds> = {
  most: 60,
  atOnce: 4,
  fresh: ({ rules }) => ({ opened: rules.program.situations.map(() => 0), byDeed: rules.program.situations.map(() => 0) }),
  play: (scenario, { first, from, to, lens }, { policy }) => {
    const { rules } = scenario;
    const { program } = rules;
    const dates = datesOf(program);
    const found = deeds.fresh(scenario);
    for (let nth = from; nth < to; nth++) {
      const key = keyOf(seedOf(first, nth));
      const openedSince = watchOpenings(rules, dates);
      let stops: Stop[] = [];
      const settle = (state: State): void => {
        stops = stops.filter(({ turn }) => turn + AHEAD >= state[TURN]!);
        for (const { situation, dated } of openedSince(state)) {
          if (dated) continue;
          found.opened[situation]!++;
          if (stops.some(({ opened }) => opened(situation))) found.byDeed[situation]!++;
        }
      };
      const choices = withLens(program, choicesOf(program, key), lens);
      const end = playGame(rules, { key, choices, policy: policyNamed(scenario, policy) }, (state, order) => {
        settle(state);
        if (order.answers.length + order.acts.length > 0) stops.push(stopOf(scenario, state, order));
      });
      settle(end);
    }
    return found;
  },
  add: (whole, part) => {
    for (const list of ['opened', 'byDeed'] as const) part[list].forEach((times, i) => (whole[list][i]! += times));
  },
};
