import { orderCodeOf } from '../session/same-order.ts';
import { rowsByTurn, viewsOf, type Chronicle } from '../session/chronicle.ts';
import { datesAt, turnName, turnWithin } from './clock.ts';
import { didOf } from './deeds.ts';
import { movesIn } from './moves.ts';
import { stanceOf, type StanceModel } from './stance.ts';
import { capitalName, type Teller } from './teller.ts';

/** Why two games cannot be laid beside each other. `same`: they are one and the same. */
export type Unlike = 'scenario' | 'rules' | 'seed' | 'same';

/** Two games can be compared under the same luck: one seed, one scenario, one set of rules. Undefined where they can. */
export const unlikeOf = (a: Chronicle, b: Chronicle): Unlike | undefined => {
  if (a.bundle.program.id !== b.bundle.program.id) return 'scenario';
  if (a.bundle.rulesHash !== b.bundle.rulesHash) return 'rules';
  if (a.seed !== b.seed) return 'seed';
  const same = JSON.stringify([a.setup, codesOf(a)]) === JSON.stringify([b.setup, codesOf(b)]);
  return same ? 'same' : undefined;
};

const codesOf = ({ orders }: Chronicle): readonly string[] => orders.map(orderCodeOf);

/** What stands on both sides: the first game, the second. */
export type Both<T> = readonly [T, T];

export interface GivenModel {
  /** Answers: the situation, what was answered, and how. */
  readonly answers: readonly { readonly situation: string; readonly title: string; readonly stance: StanceModel }[];
  readonly acts: readonly string[];
}

export interface AnsweredModel {
  readonly power: string;
  readonly name: string;
  /** What it did in answer to that order, and when; empty: nothing. */
  readonly did: Both<readonly string[]>;
}

export interface PartingModel {
  /** Choices made before the first turn that differ. */
  readonly setup: readonly { readonly name: string; readonly chosen: Both<string> }[];
  /** The first turn on which something else was ordered; undefined where nothing was, as far as both go. */
  readonly turn: number | undefined;
  readonly name: string;
  readonly dates: string;
  readonly given: Both<GivenModel>;
  /** How each power answered that order in each game. */
  readonly answered: readonly AnsweredModel[];
}

const TURNS_HEARD = 6;

const givenOn = (teller: Teller, { orders }: Chronicle, turn: number): GivenModel => {
  const { program } = teller.bundle;
  const order = orders[turn];
  return {
    answers: (order?.answers ?? []).flatMap(({ situation, option }) => {
      const spec = program.situations[situation];
      const chosen = spec?.options[option];
      if (spec === undefined || chosen === undefined) return [];
      return [
        {
          situation: teller.say(`situation.${spec.id}.title`),
          title: teller.say(`situation.${spec.id}.option.${chosen.id}.title`),
          stance: stanceOf(teller, chosen.stance),
        },
      ];
    }),
    acts: (order?.acts ?? []).map((act) => teller.say(`act.${program.acts[act]?.id ?? ''}.title`)),
  };
};

/** What each power did in answer to what was ordered on a turn, by power. */
const answersTo = (teller: Teller, chronicle: Chronicle, turn: number): ReadonlyMap<string, readonly string[]> => {
  const { program, catalogue } = teller.bundle;
  const told = new Map<string, string[]>();
  rowsByTurn(chronicle)
    .slice(turn + 1, turn + 1 + TURNS_HEARD)
    .forEach((rows, later) => {
      for (const { power, act, answers } of movesIn(program, catalogue, rows)) {
        const id = act === undefined ? undefined : program.acts[act]?.id;
        if (id === undefined || answers?.turn !== turn) continue;
        const did = didOf(teller, id);
        const line = later === 0 ? did : `${did} (${turnWithin(teller, turn + later)})`;
        told.set(power, [...(told.get(power) ?? []), line]);
      }
    });
  return told;
};

/** Where two games that can be compared part, and what came of it. */
export const partingOf = (teller: Teller, a: Chronicle, b: Chronicle): PartingModel => {
  const { program } = teller.bundle;
  const setup = program.setup.flatMap(({ id, kind, options, preset, count }, i) => {
    const chosenIn = ({ setup: choices }: Chronicle): readonly number[] =>
      choices[i] ?? Array.from({ length: kind === 'one' ? 1 : count }, (_, nth) => (preset + nth) % options.length);
    const words = (chronicle: Chronicle): string =>
      [...chosenIn(chronicle)]
        .sort((x, y) => x - y)
        .map((at) => teller.say(`setup.${id}.${options[at] ?? ''}.title`) || teller.say(`charge.${options[at] ?? ''}.title`))
        .join(', ');
    const chosen: Both<string> = [words(a), words(b)];
    return chosen[0] === chosen[1] ? [] : [{ name: teller.say(`setup.${id}.title`), chosen }];
  });
  const shorter = Math.min(a.orders.length, b.orders.length);
  const found = a.orders.findIndex((order, turn) => turn < shorter && orderCodeOf(order) !== orderCodeOf(b.orders[turn]));
  const parts = found >= 0 || a.orders.length !== b.orders.length;
  const turn = found >= 0 ? found : shorter;
  if (!parts) return { setup, turn: undefined, name: '', dates: '', given: [NOTHING, NOTHING], answered: [] };
  const heard: Both<ReadonlyMap<string, readonly string[]>> = [answersTo(teller, a, turn), answersTo(teller, b, turn)];
  return {
    setup,
    turn,
    name: turnName(teller, turn),
    dates: datesAt(teller, turn),
    given: [givenOn(teller, a, turn), givenOn(teller, b, turn)],
    answered: teller.bundle.catalogue.powers.flatMap(({ id }) => {
      const did: Both<readonly string[]> = [heard[0].get(id) ?? [], heard[1].get(id) ?? []];
      return did[0].length + did[1].length === 0 ? [] : [{ power: id, name: capitalName(teller, id), did }];
    }),
  };
};

const NOTHING: GivenModel = { answers: [], acts: [] };

export interface CourseModel {
  readonly id: string;
  readonly name: string;
  /** Per mille, by turn from the start on; one may be longer. */
  readonly values: Both<readonly number[]>;
  /** The turn on which they are furthest apart, and by how much (second less first); undefined where they never part. */
  readonly apart: { readonly turn: number; readonly when: string; readonly by: number } | undefined;
}

/** The readings of two games, one over the other. */
export const coursesOf = (teller: Teller, a: Chronicle, b: Chronicle): readonly CourseModel[] =>
  teller.bundle.program.readings.map(({ id, slot }) => {
    const along = (chronicle: Chronicle): readonly number[] => viewsOf(chronicle).map((view) => view[slot] ?? 0);
    const values: Both<readonly number[]> = [along(a), along(b)];
    const gaps = values[0].flatMap((value, turn) => {
      const other = values[1][turn];
      return other === undefined ? [] : [other - value];
    });
    const turn = gaps.reduce((most, gap, i) => (Math.abs(gap) > Math.abs(gaps[most] ?? 0) ? i : most), 0);
    const by = gaps[turn] ?? 0;
    return {
      id,
      name: teller.say(`reading.${id}.name`),
      values,
      apart: by === 0 ? undefined : { turn, when: turnName(teller, Math.max(0, turn - 1)), by },
    };
  });

export interface PairModel {
  readonly turn: number;
  readonly name: string;
  readonly dates: string;
  readonly given: Both<GivenModel>;
  readonly same: boolean;
}

/** Every turn on which one of them ordered something, both sides. */
export const pairsOf = (teller: Teller, a: Chronicle, b: Chronicle): readonly PairModel[] =>
  Array.from({ length: Math.max(a.orders.length, b.orders.length) }, (_, turn): PairModel => {
    const given: Both<GivenModel> = [givenOn(teller, a, turn), givenOn(teller, b, turn)];
    return {
      turn,
      name: turnName(teller, turn),
      dates: datesAt(teller, turn),
      given,
      same: orderCodeOf(a.orders[turn]) === orderCodeOf(b.orders[turn]),
    };
  }).filter(({ given }) => given.some(({ answers, acts }) => answers.length + acts.length > 0));
