import { valueOf } from '../engine/expression.ts';
import { menu, type MenuEntry } from '../engine/menu.ts';
import type { SeatOrder } from '../engine/order.ts';
import { ENDING, TURN } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { State } from '../engine/state.ts';
import { lookerFor, seenBy } from '../engine/eye.ts';
import type { View } from '../engine/view.ts';
import { playerLuck } from '../players/luck.ts';
import type { Policy } from '../players/policy.ts';
import type { Key } from '../engine/chance.ts';
import { spell } from '../bundle/spell.ts';
import { mainTurns } from '../session/calendar.ts';
import { FIRST_SEAT } from '../session/game.ts';
import type { LabScenario } from './lab-scenario.ts';

/** What games were like, beside how they ended; the targets are set in these. Lists have an entry for each game, in order. */
export interface Measures {
  /** Decision stops before the epilogue, and in it. */
  readonly stops: number[];
  readonly epilogue: number[];
  /** Turns on which the ladder rose to a stand-off or further, or a power's request came due. */
  readonly events: number[];
  /** Situations seen before the epilogue. */
  readonly seen: number[][];
  /** Own charges met; of `charged`. */
  readonly met: number[];
  readonly charged: number[];
  /** Stops on which the wishes of the policy cost more than there was. */
  wanting: number;
  answers: number;
  acts: number;
  losses: number;
  /** Early losses whose warning had stood at two stops or more. */
  warned: number;
  /** First turn on which the odds of some cause passed 85 %; -1 for never. */
  readonly sure: number[];
  /** Briefs that said word for word what the same situation had said in the same game. */
  twice: number;
}

export const newMeasures = (): Measures => ({
  stops: [],
  epilogue: [],
  events: [],
  seen: [],
  met: [],
  charged: [],
  wanting: 0,
  answers: 0,
  acts: 0,
  losses: 0,
  warned: 0,
  sure: [],
  twice: 0,
});

export const addMeasures = (whole: Measures, part: Measures): void => {
  for (const list of ['stops', 'epilogue', 'events', 'met', 'charged', 'sure'] as const) whole[list].push(...part[list]);
  whole.seen.push(...part.seen);
  for (const count of ['wanting', 'answers', 'acts', 'losses', 'warned', 'twice'] as const) whole[count] += part[count];
};

/** Odds (ppm) above which a cause is as good as known. */
const SURE = 850_000;

/** Whether the odds that the first seat holds of some cause make it as good as known. */
const isSure = (rules: CompiledProgram, view: View): boolean =>
  (lookerFor(rules.program, FIRST_SEAT)?.unknown ?? rules.program.hidden).some(({ beliefs }) => beliefs.some((slot) => view[slot]! > SURE));

/** Measures one game as it is played: `turn` before each turn, `end` once with the last state. */
export const watchGame = (
  { rules, catalogue: { ladder, powers, warnings }, briefs }: Pick<LabScenario, 'rules' | 'catalogue' | 'briefs'>,
  policy: Policy,
  key: Key,
  into: Measures,
) => {
  const { program } = rules;
  const main = mainTurns(program.calendar);
  const mainTicks = rules.ticks?.slice(0, main).reduce((sum, ticks) => sum + ticks, 0) ?? main;
  const asks = powers.flatMap(({ ask }) => (ask === undefined ? [] : [ask]));
  const heated = ladder === undefined ? 0 : 2;
  const rungOf = (state: State) => (ladder === undefined ? 0 : state[ladder.rung]!);
  const dueOf = (state: State) => asks.filter((slot) => state[slot]! >= program.slots[slot]!.max).length;
  const warnedStops = new Map<string, number>();
  let stops = 0;
  let epilogue = 0;
  let events = 0;
  let rung: number | undefined;
  let due = 0;
  let sure = -1;
  const openings = program.situations.map(() => 0);
  const read = program.situations.map(() => new Set<string>());

  /** Counts the briefs on the table that have been read before. */
  const reread = (state: State, view: View) => {
    for (const [i, { status, seen }] of program.situations.entries()) {
      const brief = briefs[i];
      if (brief === undefined || state[status] === 0 || state[seen] === openings[i]) continue;
      openings[i] = state[seen]!;
      const text = spell(brief, { value: (expr) => valueOf(rules, view, expr) });
      if (read[i]!.has(text)) into.twice++;
      read[i]!.add(text);
    }
  };

  const note = (state: State) => {
    if ((rung !== undefined && rungOf(state) > rung && rungOf(state) >= heated) || dueOf(state) > due) events++;
    rung = rungOf(state);
    due = dueOf(state);
  };

  return {
    turn: (state: State, { answers, acts }: SeatOrder): void => {
      note(state);
      const view = seenBy(rules, state, FIRST_SEAT);
      if (sure < 0 && isSure(rules, view)) sure = state[TURN]!;
      reread(state, view);
      const now = menu(rules, view, FIRST_SEAT);
      if (now.situations.length === 0) return;
      if (state[TURN]! < main) stops++;
      else epilogue++;
      into.answers += answers.length;
      into.acts += acts.length;
      if (wantsMore(rules, policy, key, view)) into.wanting++;
      for (const { ending, when } of warnings) {
        if (valueOf(rules, view, when) !== 0) warnedStops.set(ending, (warnedStops.get(ending) ?? 0) + 1);
      }
    },
    end: (state: State): void => {
      note(state);
      const ending = program.endings[state[ENDING]! - 1];
      into.stops.push(stops);
      into.epilogue.push(epilogue);
      into.sure.push(sure);
      into.events.push(events);
      // What only the epilogue shows is the same in every game.
      into.seen.push(program.situations.flatMap(({ seen, since }, i) => (state[seen]! > 0 && state[since]! < mainTicks ? [i] : [])));
      const charges = program.charges.filter(({ taken }) => state[taken]! !== 0);
      into.charged.push(charges.length);
      into.met.push(charges.filter(({ met }) => valueOf(rules, state, met) !== 0).length);
      if (ending?.early === true) {
        into.losses++;
        if ((warnedStops.get(ending.id) ?? 0) >= 2) into.warned++;
      }
    },
  };
};

/** Whether what the policy would do with all the capital there can be costs more than there is. */
const wantsMore = (rules: CompiledProgram, policy: Policy, key: Key, view: View): boolean => {
  const { budget } = rules.seats[FIRST_SEAT]!.spec;
  if (budget === undefined) return false;
  const rich: State = view.slice();
  rich[budget.slot] = rules.program.slots[budget.slot]!.max;
  const now = menu(rules, rich, FIRST_SEAT);
  const wish = policy(rules, seenBy(rules, rich, FIRST_SEAT), now, playerLuck(key, view[TURN]!, FIRST_SEAT));
  const costs = [
    ...wish.answers.map(({ situation, option }) =>
      costOf(now.situations.find((each) => each.situation === situation)?.options.find((each) => each.option === option)),
    ),
    ...wish.acts.map((act) => costOf(now.acts.find((each) => each.act === act))),
  ];
  return costs.reduce((sum, cost) => sum + cost, 0) > Math.max(0, view[budget.slot]!);
};

const costOf = (entry: MenuEntry | undefined): number => entry?.cost ?? 0;
