import { withLens } from '../bundle/lens.ts';
import type { Catalogue } from '../bundle/bundle.ts';
import { answerersOf } from '../bundle/group.ts';
import { kindsOf } from '../bundle/stance.ts';
import type { StanceKind } from '../bundle/stance.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { Key } from '../engine/chance.ts';
import { menu } from '../engine/menu.ts';
import type { SeatOrder } from '../engine/order.ts';
import { ENDING } from '../engine/program.ts';
import { keyOf } from '../engine/seed.ts';
import type { State } from '../engine/state.ts';
import { stepInPlace } from '../engine/turn.ts';
import { cautiousOf } from '../players/lines.ts';
import { orderOf, type Policy } from '../players/policy.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';
import { policyNamed } from './lab-scenario.ts';
import type { Study } from './study.ts';

/** Pairs of answers that could be given at one stop, under the same luck, and how many of them led to different things. */
export interface Pairs {
  pairs: number;
  /** Some power moved differently within four turns. */
  any: number;
  /** Of pairs whose answers concern a power: one of those moved differently. */
  concerning: number;
  concerned: number;
  /** By kinds of stance, `align/hedge`. */
  readonly kinds: Map<string, { pairs: number; any: number }>;
  /** Another situation stood open within four turns. */
  opened: number;
  /** Stops looked at, and those after which a power moved in answer. */
  stops: number;
  answered: number;
}

const newPairs = (): Pairs => ({
  pairs: 0,
  any: 0,
  concerning: 0,
  concerned: 0,
  kinds: new Map(),
  opened: 0,
  stops: 0,
  answered: 0,
});

/** Turns for which the branches are followed. */
const AHEAD = 4;

interface Branch {
  readonly kind: StanceKind;
  readonly about: readonly string[];
  /** By power: how often each of its moves was made that says something. */
  readonly moves: ReadonlyMap<string, string>;
  readonly opened: string;
  readonly answered: boolean;
}

const branchFrom = (
  rules: CompiledProgram,
  catalogue: Catalogue,
  key: Key,
  from: State,
  order: SeatOrder,
  after: Policy,
): Pick<Branch, 'moves' | 'opened' | 'answered'> => {
  const { acts, situations, seats } = rules.program;
  const state = from.slice();
  for (let turn = 0; turn < AHEAD && state[ENDING] === 0; turn++)
    stepInPlace(rules, key, state, [turn === 0 ? order : orderOf(rules, after, key, state, FIRST_SEAT)]);
  const moves = new Map<string, string>();
  let answered = false;
  for (const [i, { seat, done }] of acts.entries()) {
    const answer = catalogue.acts[i]?.answer;
    const times = state[done]! - from[done]!;
    if (seat === FIRST_SEAT || times === 0 || answer?.silent === true) continue;
    const power = seats[seat]!.id;
    moves.set(power, `${moves.get(power) ?? ''} ${i}x${times}`);
    if (answer !== undefined) answered = true;
  }
  const opened = situations.flatMap(({ seen }, i) => (state[seen]! > from[seen]! ? [i] : [])).join();
  return { moves, opened, answered };
};

const play: Study<Pairs>['play'] = (scenario, { first, from, to, lens }, { policy }) => {
  const { rules, catalogue } = scenario;
  const found = newPairs();
  const kindOf = kindsOf(catalogue);
  const after = cautiousOf(catalogue);
  for (let nth = from; nth < to; nth++) {
    const key = keyOf(seedOf(first, nth));
    const choices = withLens(rules.program, choicesOf(rules.program, key), lens);
    playGame(rules, { key, choices, policy: policyNamed(scenario, policy) }, (state, { answers }) => {
      const [given] = answers;
      if (given === undefined) return;
      const now = menu(rules, state, FIRST_SEAT).situations.find(({ situation }) => situation === given.situation);
      const specs = rules.program.situations[given.situation]!.options;
      const branches = (now?.options ?? [])
        .filter(({ legal }) => legal)
        .map(({ option }): Branch => ({
          kind: kindOf(specs[option]!.stance),
          about: answerersOf(catalogue, specs[option]!.about),
          ...branchFrom(rules, catalogue, key, state, { answers: [{ situation: given.situation, option }], acts: [] }, after),
        }));
      for (const branch of branches) {
        found.stops++;
        if (branch.answered) found.answered++;
      }
      branches.forEach((a, i) => {
        for (const b of branches.slice(i + 1)) {
          const powers = [...new Set([...a.moves.keys(), ...b.moves.keys()])].filter((power) => a.moves.get(power) !== b.moves.get(power));
          const concerned = new Set([...a.about, ...b.about]);
          found.pairs++;
          if (powers.length > 0) found.any++;
          if (concerned.size > 0) {
            found.concerning++;
            if (powers.some((power) => concerned.has(power))) found.concerned++;
          }
          if (a.opened !== b.opened) found.opened++;
          const name = [a.kind, b.kind].sort().join('/');
          const kind = found.kinds.get(name) ?? { pairs: 0, any: 0 };
          found.kinds.set(name, { pairs: kind.pairs + 1, any: kind.any + (powers.length > 0 ? 1 : 0) });
        }
      });
    });
  }
  return found;
};

/** Looks at every stop of games by one policy, and at each pair of answers that were legal there. */
export const pairs: Study<Pairs> = {
  most: 150,
  atOnce: 8,
  fresh: newPairs,
  play,
  add: (whole, part) => {
    for (const count of ['pairs', 'any', 'concerning', 'concerned', 'opened', 'stops', 'answered'] as const) whole[count] += part[count];
    for (const [name, { pairs, any }] of part.kinds) {
      const known = whole.kinds.get(name) ?? { pairs: 0, any: 0 };
      whole.kinds.set(name, { pairs: known.pairs + pairs, any: known.any + any });
    }
  },
};
