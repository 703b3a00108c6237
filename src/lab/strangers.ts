import { withLens } from '../bundle/lens.ts';
import { answerersOf } from '../bundle/group.ts';
import { compileProgram, type CompiledProgram } from '../engine/compiled-program.ts';
import type { Key } from '../engine/chance.ts';
import { menu } from '../engine/menu.ts';
import type { SeatOrder } from '../engine/order.ts';
import { ENDING } from '../engine/program.ts';
import { keyOf } from '../engine/seed.ts';
import type { State } from '../engine/state.ts';
import { stepInPlace } from '../engine/turn.ts';
import { cautiousOf } from '../players/lines.ts';
import { orderOf } from '../players/policy.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { policyNamed, type LabScenario } from './lab-scenario.ts';
import { withShuffledAims } from './placebo.ts';
import { addLessons, newLessons, picks, teach, type Lessons, type Manner, type Sight } from './stranger.ts';
import type { Study } from './study.ts';

/** What came of one answer that could be given at a stop. */
interface Branch {
  readonly manner: Manner;
  readonly sight: Sight;
  /** What would have come in a world whose powers hear of each answer what belongs to another. */
  readonly placebo: Sight;
}

interface Stop {
  readonly game: number;
  readonly situation: number;
  readonly branches: readonly Branch[];
  /** Of `branches`: what was answered. */
  readonly given: number;
}

/** What strangers have read of every other game, and the stops of the games between, which they have not. */
export interface Strangers {
  /** Of the program. */
  readonly situations: number;
  readonly lessons: Lessons;
  readonly stops: Stop[];
}

/** Weeks that a stranger reads. */
const AHEAD = 3;

/**
 * What a player is told of the powers' moves after an order. Of answers those of the turn of the order, for later ones answer what came later;
 * silence is left out. What an answer is told to answer is struck out; its own words depend on the kind alone.
 */
const sightAfter = ({ rules, catalogue }: Pick<LabScenario, 'rules' | 'catalogue'>, key: Key, from: State, order: SeatOrder): Sight => {
  const { acts, seats } = rules.program;
  const after = cautiousOf(catalogue);
  const state = from.slice();
  const sight = new Set<string>();
  for (let turn = 0; turn < AHEAD && state[ENDING] === 0; turn++) {
    const before = acts.map(({ done }) => state[done]!);
    stepInPlace(rules, key, state, [turn === 0 ? order : orderOf(rules, after, key, state, FIRST_SEAT)]);
    for (const [i, { id, seat, done }] of acts.entries()) {
      if (seat === FIRST_SEAT || state[done] === before[i]) continue;
      const answer = catalogue.acts[i]?.answer;
      if (answer === undefined) sight.add(`after ${id}`);
      else if (turn === 0 && !answer.silent) sight.add(`${seats[seat]!.id} answers ${answer.kind}`);
    }
  }
  return [...sight];
};

const stopsOf = (
  scenario: LabScenario,
  game: number,
  key: Key,
  { lens, policy }: { lens?: string | undefined; policy: string },
  placebo?: CompiledProgram,
) => {
  const { rules, catalogue } = scenario;
  const stops: Stop[] = [];
  const choices = withLens(rules.program, choicesOf(rules.program, key), lens);
  playGame(rules, { key, choices, policy: policyNamed(scenario, policy) }, (state, { answers: [answer] }) => {
    if (answer === undefined) return;
    const { situation } = answer;
    const now = menu(rules, state, FIRST_SEAT).situations.find((each) => each.situation === situation);
    const legal = (now?.options ?? []).filter((option) => option.legal);
    stops.push({
      game,
      situation,
      given: legal.findIndex(({ option }) => option === answer.option),
      branches: legal.map(({ option }): Branch => {
        const { stance, about } = rules.program.situations[situation]!.options[option]!;
        const order = { answers: [{ situation, option }], acts: [] };
        return {
          manner: `${stance}/${[...answerersOf(catalogue, about)].sort().join('+')}`,
          sight: sightAfter(scenario, key, state, order),
          placebo: placebo === undefined ? [] : sightAfter({ rules: placebo, catalogue }, key, state, order),
        };
      }),
    });
  });
  return stops;
};

/** Asks of every second game, read by whoever has read the others. */
export const strangers: Study<Strangers> = {
  most: 150,
  atOnce: 8,
  fresh: ({ rules }) => ({ situations: rules.program.situations.length, lessons: newLessons(), stops: [] }),
  play: (scenario, { first, from, to, lens }, { policy }) => {
    const { program, hash } = scenario.rules;
    const found = strangers.fresh(scenario);
    for (let nth = from; nth < to; nth++) {
      const key = keyOf(seedOf(first, nth));
      if (nth % 2 === 0) {
        for (const { branches } of stopsOf(scenario, nth, key, { lens, policy }))
          for (const { manner, sight } of branches) teach(found.lessons, manner, sight);
      } else {
        const placebo = compileProgram(withShuffledAims(program, scenario.catalogue.powers, key), hash);
        found.stops.push(...stopsOf(scenario, nth, key, { lens, policy }, placebo));
      }
    }
    return found;
  },
  add: (whole, part) => {
    addLessons(whole.lessons, part.lessons);
    whole.stops.push(...part.stops);
  },
};

/** What a stranger is shown of the answer that is meant: what followed it, what followed the same stop of another game, or what follows in a world without meaning. */
export type Shown = 'own' | 'shuffled' | 'placebo';

/** By situation: how often a stranger was asked which of two answers was meant, and how often it picked that one. */
export interface Picked {
  readonly counted: readonly number[];
  readonly of: readonly number[];
}

/**
 * Every two answers to a stop, each meant once. Two of one manner differ in name alone, and nobody is asked about them: powers answer
 * them alike by design.
 */
export const pickedIn = ({ lessons, stops, situations }: Strangers, shown: Shown): Picked => {
  const counted = Array<number>(situations).fill(0);
  const of = Array<number>(situations).fill(0);
  let nth = 0;
  for (const { game, situation, branches } of stops) {
    const elsewhere =
      shown === 'shuffled' ? stops.filter((stop) => stop.situation === situation && stop.game !== game && stop.given >= 0) : [];
    if (shown === 'shuffled' && elsewhere.length === 0) continue;
    for (const meant of branches)
      for (const other of branches) {
        if (meant.manner === other.manner) continue;
        const stop = elsewhere[nth++ % Math.max(1, elsewhere.length)];
        const sight = shown === 'placebo' ? meant.placebo : (stop?.branches[stop.given]?.sight ?? meant.sight);
        of[situation]!++;
        counted[situation]! += picks(lessons, sight, meant.manner, other.manner);
      }
  }
  return { counted, of };
};
