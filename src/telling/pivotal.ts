import { ENDING, type OptionSpec, type Slot } from '../engine/program.ts';
import { answerersOf } from '../bundle/group.ts';
import { rowsByTurn, viewAt, viewNow, type Chronicle } from '../session/chronicle.ts';
import type { OtherGame } from '../session/courses.ts';
import { t } from '../text/text.ts';
import { rt } from '../text/review.ts';
import { chargesOf, readingTurn, type ChargeModel } from './charges.ts';
import { datesAt, turnName } from './clock.ts';
import { didWords } from './deeds.ts';
import { mechanismOf } from './mechanism.ts';
import { movesIn } from './moves.ts';
import { stopsOf, verdictOf, type StopModel } from './review.ts';
import { stanceOf, type StanceModel } from './stance.ts';
import { capitalName, type Teller } from './teller.ts';
import { signed } from './wording.ts';

/** How one game came out otherwise than another of the same luck, in sentences. */
export interface ApartModel {
  /** Whether it ended otherwise, and how. */
  readonly ending: string;
  /** Charges that came out otherwise. */
  readonly charges: readonly string[];
  /** Readings at the end that differ most, largest first: `Security +7`. */
  readonly readings: readonly { readonly name: string; readonly slot: Slot; readonly by: number }[];
  /** Sum of all that differs: readings per mille, and what the rest weighs. */
  readonly size: number;
}

export interface PivotalModel extends ApartModel {
  readonly turn: number;
  readonly date: string;
  readonly situation: string;
  readonly chosen: Pick<StopModel, 'chosen' | 'stance'>;
  readonly actual: Pick<StopModel, 'actual' | 'claims'>;
  readonly other: { readonly title: string; readonly stance: StanceModel };
  /** What a power did otherwise soon after; empty where none did. */
  readonly powers: readonly string[];
  /** What came otherwise first and led to what is told of the end; empty where nothing did that a player would know. */
  readonly mechanism: string;
}

export interface LensModel extends ApartModel {
  readonly lens: string;
  readonly name: string;
  readonly kept: number;
  readonly strayed: number;
}

type TellerAt = (view: Teller['view']) => Teller | undefined;

/** What another ending and another charge weigh beside a change of a reading, per mille: as much as two bands and as half of one. */
const WEIGHS = { ending: 400, charge: 120 };
/** Changes under this, per mille, are not worth a word. */
const WORTH = 10;
const READINGS = 3;
const PIVOTAL = 3;
/** Turns after an answer within which what powers do is set beside each other. */
const SOON = 4;
const POWERS = 2;

const chargesAt = (teller: Teller, game: Chronicle, tellerAt: TellerAt): readonly ChargeModel[] => {
  const turn = readingTurn(game);
  return chargesOf(teller, game, game.moments.length > turn ? tellerAt(viewAt(game, turn)) : undefined);
};

const STATES = { met: 'review.met', partly: 'review.partly', missed: 'review.missed' } as const;

/** The game that was played beside another, both over. */
const apartOf = (one: Chronicle, other: Chronicle, tellerAt: TellerAt): ApartModel | undefined => {
  const mine = tellerAt(viewNow(one));
  const theirs = tellerAt(viewNow(other));
  if (mine === undefined || theirs === undefined) return undefined;
  const ended = verdictOf(theirs)?.title ?? '';
  const sameEnding = mine.read(ENDING) === theirs.read(ENDING);
  const before = chargesAt(mine, one, tellerAt);
  const charges = chargesAt(theirs, other, tellerAt).flatMap(({ id, title, state }) => {
    const was = before.find((each) => each.id === id)?.state;
    return was === undefined || was === state ? [] : [rt('pivotal.charge', { title, is: t(STATES[state]), was: t(STATES[was]) })];
  });
  const readings = mine.bundle.program.readings.map(({ id, slot }) => ({
    name: mine.say(`reading.${id}.name`),
    slot,
    by: theirs.read(slot) - mine.read(slot),
  }));
  return {
    ending: rt(sameEnding ? 'pivotal.same_ending' : 'pivotal.ending', { title: ended }),
    charges,
    readings: readings
      .filter(({ by }) => Math.abs(by) >= WORTH)
      .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
      .slice(0, READINGS),
    size: readings.reduce((sum, { by }) => sum + Math.abs(by), 0) + (sameEnding ? 0 : WEIGHS.ending) + WEIGHS.charge * charges.length,
  };
};

/** What each power did in the turns after an order, in words, without those of its moves that say nothing. */
const soonAfter = (teller: Teller, game: Chronicle, turn: number): ReadonlyMap<string, readonly string[]> => {
  const { program, catalogue } = teller.bundle;
  const found = new Map<string, string[]>();
  for (const rows of rowsByTurn(game).slice(turn + 1, turn + 1 + SOON))
    for (const { power, act } of movesIn(program, catalogue, rows)) {
      const id = act === undefined ? undefined : program.acts[act]?.id;
      if (act === undefined || id === undefined || catalogue.acts[act]?.answer?.silent === true) continue;
      found.set(power, [...(found.get(power) ?? []), didWords(teller, power, id)]);
    }
  return found;
};

/** The first thing that a power did otherwise: those first whom the two answers are about. */
const powersApart = (teller: Teller, one: Chronicle, other: Chronicle, turn: number, options: readonly OptionSpec[]): readonly string[] => {
  const { catalogue } = teller.bundle;
  const [mine, theirs] = [soonAfter(teller, one, turn), soonAfter(teller, other, turn)];
  const about = new Set(options.flatMap((option) => answerersOf(catalogue, option.about)));
  return catalogue.powers
    .map(({ id }) => ({ id, ours: mine.get(id) ?? [], others: theirs.get(id) ?? [] }))
    .map(({ id, ours, others }) => ({
      id,
      ours: ours.find((move) => !others.includes(move)),
      others: others.find((move) => !ours.includes(move)),
    }))
    .filter(({ ours, others }) => ours !== undefined || others !== undefined)
    .sort(
      (a, b) =>
        Number(about.has(b.id)) - Number(about.has(a.id)) ||
        Number(b.id === catalogue.chart.other) - Number(a.id === catalogue.chart.other),
    )
    .slice(0, POWERS)
    .map(({ id, ours, others }) => {
      if (others === undefined) return rt('pivotal.would_not', { did: ours ?? '' });
      return ours === undefined
        ? rt('pivotal.would', { did: others })
        : rt('pivotal.instead', { did: others, power: capitalName(teller, id), was: ours });
    });
};

/** The stops at which another answer, under the same luck, makes the most of a difference at the end; in the order in which they came. */
export const pivotalOf = (teller: Teller, game: Chronicle, others: readonly OtherGame[], tellerAt: TellerAt): readonly PivotalModel[] => {
  const { program, catalogue } = teller.bundle;
  const stops = stopsOf(teller, game);
  const best = new Map<string, { readonly apart: ApartModel; readonly other: OtherGame }>();
  for (const other of others) {
    const apart = other.answer === undefined ? undefined : apartOf(game, other.chronicle, tellerAt);
    if (other.answer === undefined || apart === undefined) continue;
    const stop = `${String(other.answer.turn)}/${String(other.answer.situation)}`;
    if (apart.size > (best.get(stop)?.apart.size ?? 0)) best.set(stop, { apart, other });
  }
  return [...best.values()]
    .sort((a, b) => b.apart.size - a.apart.size)
    .slice(0, PIVOTAL)
    .sort((a, b) => (a.other.answer?.turn ?? 0) - (b.other.answer?.turn ?? 0))
    .flatMap(({ apart, other: { answer, chronicle } }): PivotalModel[] => {
      if (answer === undefined) return [];
      const info = catalogue.situations[answer.situation];
      const spec = program.situations[answer.situation]?.options[answer.option];
      const given = game.orders[answer.turn]?.answers.find(({ situation }) => situation === answer.situation);
      const chosen = given === undefined ? undefined : program.situations[answer.situation]?.options[given.option];
      const title = info === undefined ? '' : teller.say(`situation.${info.id}.title`);
      const stop = stops.find((each) => each.turn === answer.turn && each.situation === title);
      if (info === undefined || spec === undefined || chosen === undefined || stop === undefined) return [];
      return [
        {
          ...apart,
          turn: answer.turn,
          date: `${turnName(teller, answer.turn)}, ${datesAt(teller, answer.turn)}`,
          situation: title,
          chosen: stop,
          actual: stop,
          other: { title: teller.say(`situation.${info.id}.option.${spec.id}.title`), stance: stanceOf(teller, spec.stance) },
          powers: powersApart(teller, game, chronicle, answer.turn, [spec, chosen]),
          mechanism: mechanismOf(teller, game, chronicle, answer, apart.readings[0]?.slot),
        },
      ];
    });
};

/** The same orders where other readings of the world hold. */
export const lensModels = (teller: Teller, game: Chronicle, others: readonly OtherGame[], tellerAt: TellerAt): readonly LensModel[] =>
  others.flatMap(({ lens, chronicle, kept, strayed }) => {
    const apart = lens === undefined ? undefined : apartOf(game, chronicle, tellerAt);
    return lens === undefined || apart === undefined
      ? []
      : [{ ...apart, lens, name: teller.say(`setup.lens.${lens}.title`), kept, strayed }];
  });

/** The differences of readings, worded: name and signed change of each. */
export const readingsApart = ({ readings }: Pick<ApartModel, 'readings'>): string =>
  readings.map(({ name, by }) => `${name} ${signed(by)}`).join(', ');
