import type { CompiledProgram } from '../engine/compiled-program.ts';
import { valueOf } from '../engine/expression.ts';
import { menu } from '../engine/menu.ts';
import type { SeatOrder } from '../engine/order.ts';
import { keyOf, makeSeed } from '../engine/seed.ts';
import type { Seed } from '../engine/seed.ts';
import { start, stepInPlace } from '../engine/turn.ts';
import { seenBy } from '../engine/eye.ts';
import type { ScenarioTest, TestOrder } from '../bundle/scenario-test.ts';
import { choicesOf } from './draw.ts';

/** What came of a test. */
export interface TestResult {
  readonly test: ScenarioTest;
  readonly passed: boolean;
  /** Seeds in which it held. */
  readonly held: number;
  /** The first seed in which it did not, and why an order could not be given there, where that was it. */
  readonly first?: { readonly seed: Seed; readonly illegal?: string };
}

interface Outcome {
  readonly value: number;
  readonly illegal?: string;
}

/** Plays the orders of a test on one seed, passing otherwise, and reads what it asks. */
const outcomeOf = (rules: CompiledProgram, { after, holds }: ScenarioTest, orders: readonly TestOrder[], seed: Seed): Outcome => {
  const key = keyOf(seed);
  const state = start(rules, key, choicesOf(rules.program, key));
  for (let turn = 0; turn < after; turn++) {
    const mine = orders.filter((order) => order.turn === turn);
    const now = menu(rules, state, 0);
    for (const order of mine) {
      const entry =
        'act' in order
          ? now.acts.find(({ act }) => act === order.act)
          : now.situations.find(({ situation }) => situation === order.situation)?.options.find(({ option }) => option === order.option);
      if (entry?.legal !== true) {
        const { acts, situations } = rules.program;
        const what = 'act' in order ? acts[order.act]?.id : situations[order.situation]?.options[order.option]?.id;
        return { value: 0, illegal: `\`${what ?? ''}\` cannot be ordered on turn ${turn}` };
      }
    }
    const order: SeatOrder = {
      answers: mine.flatMap((each) => ('act' in each ? [] : [{ situation: each.situation, option: each.option }])),
      acts: mine.flatMap((each) => ('act' in each ? [each.act] : [])),
    };
    stepInPlace(rules, key, state, [order]);
  }
  return { value: valueOf(rules, seenBy(rules, state, 0), holds) };
};

const holdsFor = ({ is }: ScenarioTest, here: number, there: number | undefined): boolean => {
  if (there === undefined) return here !== 0;
  return is === 'higher' ? here > there : is === 'lower' ? here < there : here !== there;
};

/** Runs the tests that a scenario brings along, each on seeds 0, 1, 2 ... */
export const runTests = (rules: CompiledProgram, tests: readonly ScenarioTest[]): readonly TestResult[] =>
  tests.map((test) => {
    let held = 0;
    let first: TestResult['first'];
    for (let nth = 0; nth < test.seeds; nth++) {
      const seed = makeSeed(BigInt(nth));
      const here = outcomeOf(rules, test, test.orders, seed);
      const there = test.than === undefined ? undefined : outcomeOf(rules, test, test.than, seed);
      const illegal = here.illegal ?? there?.illegal;
      if (illegal === undefined && holdsFor(test, here.value, there?.value)) held++;
      else first ??= { seed, ...(illegal === undefined ? {} : { illegal }) };
    }
    return { test, passed: held >= test.least, held, ...(first === undefined ? {} : { first }) };
  });
