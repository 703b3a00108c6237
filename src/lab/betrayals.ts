import { keyOf } from '../engine/seed.ts';
import { TURN } from '../engine/program.ts';
import type { Seed } from '../engine/seed.ts';
import type { State } from '../engine/state.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { policyNamed, type LabScenario } from './lab-scenario.ts';

/** How much an answer tells of a hidden cause. */
export interface Betrayal {
  readonly hidden: string;
  /** `situation/option`. */
  readonly answer: string;
  /** Games in which it was given. */
  readonly times: number;
  /** What the odds moved in the turns after it, in thousandths of a bit (Kullback and Leibler, odds after it against odds before), in the mean. */
  readonly millibits: number;
  /** The same over all answers to its situation. */
  readonly usual: number;
  /** Games in which the odds of one cause passed the limit in those turns, per mille. */
  readonly certain: number;
}

/** Turns after an answer in which what it brings is seen. */
const WITHIN = 3;
const MILLION = 1_000_000;
/** Odds beyond which a cause is as good as known, ppm. */
const KNOWN = 850_000;

interface Tally {
  times: number;
  bits: number;
  certain: number;
}

const gain = (before: readonly number[], after: readonly number[]): number =>
  after.reduce((sum, odds, i) => {
    const prior = before[i]!;
    return odds <= 0 || prior <= 0 ? sum : sum + (odds / MILLION) * Math.log2(odds / prior);
  }, 0);

const add = (tallies: Map<string, Tally>, name: string, bits: number, certain: boolean): void => {
  const tally = tallies.get(name) ?? { times: 0, bits: 0, certain: 0 };
  tally.times++;
  tally.bits += bits;
  if (certain) tally.certain++;
  tallies.set(name, tally);
};

/** Plays games and measures, answer by answer, how much the odds on each hidden cause moved after it: most telling first. */
export const betrayalsOf = (scenario: LabScenario, policy: string, first: Seed, games: number): readonly Betrayal[] => {
  const { rules } = scenario;
  const { program } = rules;
  const play = policyNamed(scenario, policy);
  const byAnswer = program.hidden.map(() => new Map<string, Tally>());
  const bySituation = program.hidden.map(() => new Map<string, Tally>());
  for (let nth = 0; nth < games; nth++) {
    const key = keyOf(seedOf(first, nth));
    let waiting: { readonly due: number; readonly answers: readonly string[]; readonly before: readonly (readonly number[])[] }[] = [];
    const oddsIn = (state: State): readonly (readonly number[])[] =>
      program.hidden.map(({ beliefs }) => beliefs.map((slot) => state[slot]!));
    const settle = (state: State, over: boolean): void => {
      const due = waiting.filter((each) => over || each.due <= state[TURN]!);
      if (due.length === 0) return;
      waiting = waiting.filter((each) => !due.includes(each));
      const after = oddsIn(state);
      for (const { answers, before } of due)
        after.forEach((odds, hidden) => {
          const bits = gain(before[hidden]!, odds);
          const certain = Math.max(...before[hidden]!) < KNOWN && Math.max(...odds) >= KNOWN;
          for (const answer of answers) {
            add(byAnswer[hidden]!, answer, bits, certain);
            add(bySituation[hidden]!, answer.split('/')[0]!, bits, certain);
          }
        });
    };
    const end = playGame(rules, { key, choices: choicesOf(program, key), policy: play }, (state, order) => {
      settle(state, false);
      if (order.answers.length === 0) return;
      const answers = order.answers.map(({ situation, option }) => {
        const spec = program.situations[situation]!;
        return `${spec.id}/${spec.options[option]!.id}`;
      });
      waiting.push({ due: state[TURN]! + WITHIN, answers, before: oddsIn(state) });
    });
    settle(end, true);
  }
  return program.hidden
    .flatMap(({ id }, hidden) =>
      [...byAnswer[hidden]!].map(([answer, { times, bits, certain }]): Betrayal => {
        const situation = bySituation[hidden]!.get(answer.split('/')[0]!)!;
        return {
          hidden: id,
          answer,
          times,
          millibits: Math.round((1000 * bits) / times),
          usual: Math.round((1000 * situation.bits) / situation.times),
          certain: Math.round((1000 * certain) / times),
        };
      }),
    )
    .sort((a, b) => b.millibits - a.millibits || (a.answer < b.answer ? -1 : 1));
};
