import type { CutInfo } from '../../bundle/bundle.ts';
import { idOfEye } from '../../engine/eye.ts';
import type { SeatOrder } from '../../engine/order.ts';
import { alongLine, heldBy, PERSON } from '../../engine/record.ts';
import type { RecordNote } from '../../engine/record.ts';
import { policiesOf } from '../../players/policies.ts';
import { orderOf } from '../../players/policy.ts';
import type { Policy } from '../../players/policy.ts';
import { ballotsIn, decide, noteOfBallot } from '../ballots.ts';
import type { Ballot, BallotRule } from '../ballots.ts';
import { FIRST_SEAT, holdersNow, isOver, menuNow, newGame, playOrders, stateNow } from '../game.ts';
import type { Beginning, Game, NoteHere } from '../game.ts';
import type { Bundle } from '../../bundle/bundle.ts';

/** How the corners of a class come to one answer: the corner that has the chair decides, or most corners do and the chair breaks a tie. */
export const WAYS = ['majority', 'chair'] as const;
/** `alone`: one person, or a group that taps once, has the chair at every stop. */
export type Way = (typeof WAYS)[number] | 'alone';

/** The corners are the chairs of the first seat; the class as a whole sits on it. */
const SEAT = FIRST_SEAT;

const KINDS = { lesson: 'lesson', standing: 'standing', stop: 'stop', dissent: 'dissent', bell: 'bell' } as const;

/** What the class does between its stops unless it says otherwise. */
export const FIRST_STANDING = 'hedge';

/** Chairs on one device: so many people, by number, and the capitals that some of them hold. */
export interface Company {
  readonly people: number;
  /** Ids of seats. */
  readonly capitals: readonly string[];
}

/** How a class plays. `company`: only where its chairs are held at one device. */
export interface Plan {
  readonly cut: string;
  readonly way: Way;
  readonly company?: Company;
  /** Whether reasons are written at two decisions. */
  readonly writing?: boolean;
  /** The class code it is played from. */
  readonly code?: string;
  /** Which of several groups this is; none: the class as a whole. */
  readonly alias?: number;
}

/** A game that a class plays as one cabinet. The set-up is a note of it, so that it is known wherever the record goes. */
export const beginLesson = (bundle: Bundle, beginning: Beginning, plan: Plan): Game =>
  noted(newGame(bundle, beginning), note(KINDS.lesson, plan));

const note = (kind: string, data: unknown, eye = ''): NoteHere => ({ eye, kind, data });

/** The game with notes on the turn at hand. */
export const noted = (game: Game, ...notes: readonly NoteHere[]): Game => {
  const { record, line, states } = game;
  const here = notes.map((each) => ({ ...each, line, turn: states.length - 1 }));
  return { ...game, record: { ...record, notes: [...record.notes, ...here] } };
};

/** A stop that the class answered, or left to the bell. */
export interface LessonStop {
  readonly turn: number;
  /** Index in the stops of the cut. */
  readonly stop: number;
  readonly ballots: readonly Ballot[];
  /** The corners in which a minority would have answered otherwise. */
  readonly dissents: readonly string[];
  readonly chair: string;
  readonly rang: boolean;
}

/** What a record tells of the lesson it was played in. */
export interface LessonRecord extends Plan {
  /** The standing instruction in force: name of a policy. */
  readonly standing: string;
  /** Every instruction given, oldest first, with the turn from which it holds; before them `FIRST_STANDING` does. */
  readonly instructions: readonly { readonly turn: number; readonly policy: string }[];
  readonly stops: readonly LessonStop[];
}

/** The standing instruction in force at a turn. */
export const standingAt = ({ instructions }: Pick<LessonRecord, 'instructions'>, turn: number): string =>
  instructions.findLast((each) => each.turn <= turn)?.policy ?? FIRST_STANDING;

const field = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[key] : undefined;
const textIn = (data: unknown, key: string): string => {
  const value = field(data, key);
  return typeof value === 'string' ? value : '';
};
const countIn = (data: unknown, key: string): number => {
  const value = field(data, key);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
};

/** Far more than sit around one device: what a record names is listed on screen. */
const MOST_PEOPLE = 24;

const companyIn = (data: unknown): { readonly company?: Company } => {
  const company = field(data, 'company');
  if (company === undefined) return {};
  const capitals = field(company, 'capitals');
  return {
    company: {
      people: Math.min(countIn(company, 'people'), MOST_PEOPLE),
      capitals: Array.isArray(capitals) ? [...new Set(capitals.filter((each) => typeof each === 'string'))] : [],
    },
  };
};

/** The corners, in the order of their letters. */
export const cornersOf = ({ catalogue }: Pick<Bundle, 'catalogue'>): readonly string[] => catalogue.viewpoints.map(({ id }) => id);

/** The corner that has the chair at a stop: it goes round. */
export const chairAt = (bundle: Pick<Bundle, 'catalogue'>, stop: number): string => {
  const corners = cornersOf(bundle);
  return corners[stop % Math.max(1, corners.length)] ?? '';
};

/** What notes tell of a lesson; undefined where there was none. Notes of other shapes are passed over. */
export const lessonIn = (bundle: Bundle, notes: readonly RecordNote[]): LessonRecord | undefined => {
  const found = notes.find(({ kind }) => kind === KINDS.lesson);
  if (found === undefined) return undefined;
  const told = textIn(found.data, 'way');
  const way = told === 'alone' ? told : (WAYS.find((each) => each === told) ?? WAYS[0]);
  const code = textIn(found.data, 'code');
  const { program } = bundle;
  const names = policiesOf(bundle);
  const instructions = notes
    .filter(({ kind, data }) => kind === KINDS.standing && names.has(textIn(data, 'policy')))
    .map(({ turn, data }) => ({ turn, policy: textIn(data, 'policy') }));
  const corner = ({ eye }: RecordNote): readonly string[] =>
    cornersOf(bundle).filter((chair) => eye === idOfEye(program, { seat: SEAT, chair }));
  const stops = notes
    .filter(({ kind }) => kind === KINDS.stop || kind === KINDS.bell)
    .map(({ turn, data, kind }): LessonStop => {
      const stop = countIn(data, 'stop');
      return {
        turn,
        stop,
        ballots: ballotsIn(program, notes, SEAT, turn),
        dissents: notes.filter((each) => each.kind === KINDS.dissent && each.turn === turn).flatMap(corner),
        chair: chairAt(bundle, stop),
        rang: kind === KINDS.bell,
      };
    });
  return {
    cut: textIn(found.data, 'cut'),
    way,
    writing: field(found.data, 'writing') === true,
    ...(code === '' ? {} : { code }),
    ...(field(found.data, 'alias') === undefined ? {} : { alias: countIn(found.data, 'alias') }),
    ...companyIn(found.data),
    standing: instructions.at(-1)?.policy ?? FIRST_STANDING,
    instructions,
    stops,
  };
};

export const lessonOf = (game: Game): LessonRecord | undefined =>
  lessonIn(game.bundle, alongLine(game.record, game.line, game.record.notes));

/** The cut a lesson follows; the shortest where its own is there no more. Undefined for a scenario without cuts. */
export const cutOf = ({ catalogue }: Pick<Bundle, 'catalogue'>, id: string): CutInfo | undefined =>
  catalogue.cuts?.find((cut) => cut.id === id) ?? catalogue.cuts?.[0];

/** How ballots come to an answer at a stop. */
export const ruleAt = (bundle: Pick<Bundle, 'catalogue'>, way: Way, stop: number, cast: number): BallotRule => {
  const chair = chairAt(bundle, stop);
  const corners = cornersOf(bundle);
  return way !== 'majority'
    ? { way: 'word', chairs: corners, chair }
    : { way: 'quorum', chairs: [chair, ...corners.filter((each) => each !== chair)], least: Math.max(QUORUM, cast) };
};

/** Days that the calendar may leave out between two turns before a class is told so. */
export const FAR = 56;

/** Fewer corners are no cabinet. */
export const QUORUM = 2;

/** What the class tapped at a stop: by corner the answer, and whether some in it would have answered otherwise. */
export interface Taps {
  readonly answers: Readonly<Record<string, number>>;
  readonly dissents: readonly string[];
}

/** The ballots that taps are, on the situation that lies open; in the order of the corners. */
export const ballotsFrom = (bundle: Pick<Bundle, 'catalogue'>, situation: number, { answers }: Taps): readonly Ballot[] =>
  cornersOf(bundle).flatMap((chair): Ballot[] => {
    const option = answers[chair];
    return option === undefined ? [] : [{ chair, order: { answers: [{ situation, option }], acts: [] } }];
  });

/** The order that taps come to; undefined while they come to none. */
export const decidedBy = (
  bundle: Pick<Bundle, 'catalogue'>,
  way: Way,
  stop: number,
  situation: number,
  taps: Taps,
): SeatOrder | undefined => {
  const ballots = ballotsFrom(bundle, situation, taps);
  return decide(ruleAt(bundle, way, stop, ballots.length), ballots);
};

/** How an answer was come to: the chair's word; a tie that the chair broke; more of the corners than for any other answer. */
export const decidedHow = (way: Way, votes: readonly number[], option: number): 'chair' | 'tie' | 'majority' => {
  if (way !== 'majority') return 'chair';
  const cast = (each: number): number => votes.filter((vote) => vote === each).length;
  return votes.some((each) => each !== option && cast(each) === cast(option)) ? 'tie' : 'majority';
};

/** Puts the seat into other hands from the turn at hand on. */
const heldFrom = (game: Game, by: string): Game => {
  if (holdersNow(game)[SEAT] === by) return game;
  const { record, line, states } = game;
  const turn = states.length - 1;
  const others = record.held.filter((held) => held.line !== line || held.turn !== turn || held.seat !== SEAT);
  const held = heldBy({ lines: record.lines, held: [...others, { line, turn, seat: SEAT, by }] }, game.rules.seats.length);
  return { ...game, record: { ...record, held } };
};

/** Orders of capitals that people hold, by seat. */
export type Moves = ReadonlyMap<number, SeatOrder>;
const NO_MOVES: Moves = new Map();

/** One turn on with the order of the class's seat. */
const turnWith = (game: Game, by: string, order: SeatOrder, notes: readonly NoteHere[] = [], moves = NO_MOVES): Game =>
  playOrders(
    heldFrom(game, by),
    game.rules.seats.map((_, seat) => (seat === SEAT ? order : moves.get(seat))),
    notes,
  );

/**
 * One turn on with what the corners came to, and with the moves of capitals that people hold; undefined while the corners came to nothing. Ballots
 * and dissents stay beside the order.
 */
export const answerStop = (game: Game, stop: number, taps: Taps, moves = NO_MOVES): Game | undefined => {
  const lesson = lessonOf(game);
  const open = menuNow(game, SEAT).situations[0];
  if (lesson === undefined || open === undefined || isOver(game)) return undefined;
  const order = decidedBy(game.bundle, lesson.way, stop, open.situation, taps);
  const legal = order?.answers.every(({ option }) => open.options.some((each) => each.option === option && each.legal)) === true;
  if (order === undefined || !legal) return undefined;
  const { program } = game.bundle;
  const notes = [
    note(KINDS.stop, { stop }),
    ...ballotsFrom(game.bundle, open.situation, taps).map(({ chair, order: vote }) => noteOfBallot(program, { seat: SEAT, chair }, vote)),
    ...cornersOf(game.bundle)
      .filter((chair) => taps.dissents.includes(chair))
      .map((chair) => note(KINDS.dissent, {}, idOfEye(program, { seat: SEAT, chair }))),
  ];
  return turnWith(game, PERSON, order, notes, moves);
};

/** The game with another standing instruction. Throws RangeError for one that there is not. */
export const instructed = (game: Game, policy: string): Game => {
  policyOf(game, policy);
  return lessonOf(game)?.standing === policy ? game : noted(game, note(KINDS.standing, { policy }));
};

const policyOf = (game: Game, name: string): Policy => {
  const policy = policiesOf(game.bundle).get(name);
  if (policy === undefined) throw new RangeError(`there is no way to play called ${name}`);
  return policy;
};

const standingTurn = (game: Game, name: string): Game => {
  const order = orderOf(game.rules, policyOf(game, name), game.key, stateNow(game), SEAT);
  return turnWith(game, name, order);
};

/** The next stop of a class: which of its cut, and the turn on which it comes. */
export interface Ahead {
  readonly stop: number;
  readonly turn: number;
}

/**
 * The stop of the cut after `last` (-1: the first), as the game goes on by its standing instruction: the first decision from its turn on. One that waits
 * for something takes that, or the last decision before the turn of the stop after it: then nothing it waits for comes later. Undefined after the last, and where nothing more is asked before the end.
 */
export const stopAhead = (game: Game, cut: CutInfo, last: number, standing: string): Ahead | undefined => {
  const stop = last + 1;
  const wanted = cut.stops[stop];
  if (wanted === undefined) return undefined;
  const until = cut.stops[stop + 1]?.from ?? Infinity;
  let found: number | undefined;
  for (let now = game; !isOver(now); now = standingTurn(now, standing)) {
    const turn = now.states.length - 1;
    if (found !== undefined && turn >= until) break;
    const open = menuNow(now, SEAT).situations;
    if (turn < wanted.from || open.length === 0) continue;
    const waited = open.some(({ situation }) => wanted.about.includes(now.bundle.program.situations[situation]?.id ?? ''));
    if (waited || wanted.about.length === 0) return { stop, turn };
    found = turn;
  }
  return found === undefined ? undefined : { stop, turn: found };
};

/** The game with the weeks up to a turn played by its standing instruction; to its end where no turn is named. */
export const standing = (game: Game, until?: number): Game => {
  const name = lessonOf(game)?.standing ?? FIRST_STANDING;
  let now = game;
  while (!isOver(now) && (until === undefined || now.states.length - 1 < until)) now = standingTurn(now, name);
  return now;
};

/** The bell rang over an open stop: it is left to the standing instruction, and that is noted. */
export const rung = (game: Game, stop: number): Game => (isOver(game) ? game : noted(game, note(KINDS.bell, { stop })));

/** A game that was played elsewhere, with what was told of its lesson noted again. */
export const retold = (game: Game, terms: Plan, stops: readonly Omit<LessonStop, 'chair'>[]): Game => {
  const { program } = game.bundle;
  const { line, record } = game;
  const notes = [
    { turn: 0, ...note(KINDS.lesson, { ...terms }) },
    ...stops.flatMap(({ turn, stop, rang, ballots, dissents }) =>
      [
        note(rang ? KINDS.bell : KINDS.stop, { stop }),
        ...ballots.map(({ chair, order }) => noteOfBallot(program, { seat: SEAT, chair }, order)),
        ...dissents.map((chair) => note(KINDS.dissent, {}, idOfEye(program, { seat: SEAT, chair }))),
      ].map((each) => ({ turn, ...each })),
    ),
  ];
  return { ...game, record: { ...record, notes: [...record.notes, ...notes.map((each) => ({ ...each, line }))] } };
};

/** The two decisions before which reasons are written: the second and the last but one. Indices in the stops of a cut. */
export const writtenAt = ({ stops }: CutInfo): readonly number[] =>
  [...new Set([1, stops.length - 2])].filter((at) => at > 0 && at < stops.length);
