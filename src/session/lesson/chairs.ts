import type { Bundle } from '../../bundle/bundle.ts';
import { eyeOfId, idOfEye, seatOf } from '../../engine/eye.ts';
import type { Sitter } from '../../engine/eye.ts';
import { menu } from '../../engine/menu.ts';
import { orderDigit } from '../../engine/order-code.ts';
import type { SeatOrder } from '../../engine/order.ts';
import type { Program } from '../../engine/program.ts';
import { alongLine } from '../../engine/record.ts';
import type { RecordNote } from '../../engine/record.ts';
import { orderIn } from '../ballots.ts';
import { FIRST_SEAT, isOver, menuNow, viewNow } from '../game.ts';
import type { Beginning, Game, NoteHere } from '../game.ts';
import { aimOfId, drawnAims, idOfAim } from './aims.ts';
import type { Aim } from './aims.ts';
import { answerStop, beginLesson, cornersOf, decidedBy, lessonOf, noted, QUORUM } from './lesson.ts';
import type { Company, LessonRecord, Moves, Plan, Taps } from './lesson.ts';

/** A place that people may hold: a chair of the first seat, or a capital. `id` is that of its eye. */
export interface Post {
  readonly id: string;
  readonly eye: Sitter;
  /** The chair; none where it is a capital. */
  readonly chair?: string;
}

/**
 * How a post is played that nobody holds; the table sees which. `office`: a chair votes for the answer that its viewpoint argues for. `silent`: a chair does
 * not vote. `own`: a capital follows its own policy.
 */
export const EMPTY = ['office', 'silent', 'own'] as const;
export type Empty = (typeof EMPTY)[number];

/** Who plays a post: a person by number, from 1, or the way it is played without one. */
export type Holder = number | Empty;

/** The ways in which a post may be played without anybody. */
export const emptyWays = ({ chair }: Post): readonly Empty[] => (chair === undefined ? ['own'] : ['office', 'silent']);

const KINDS = { holder: 'holder', aim: 'aim', sealed: 'sealed' } as const;

/** Seats of other capitals that a person could take at a stop and hand back after it. */
export const capitalsOf = ({ seats, acts, situations }: Program): readonly string[] =>
  seats
    .filter((_, seat) => seat !== FIRST_SEAT && (acts.some((act) => act.seat === seat) || situations.some((each) => each.seat === seat)))
    .map(({ id }) => id);

/** The posts of a lesson: the chairs in the order of their letters, then the capitals. */
export const postsOf = (bundle: Pick<Bundle, 'program' | 'catalogue'>, { capitals }: Company): readonly Post[] => {
  const { program } = bundle;
  const chairs = cornersOf(bundle).map((chair): Post => {
    const eye = { seat: FIRST_SEAT, chair };
    return { id: idOfEye(program, eye), eye, chair };
  });
  const known = capitalsOf(program);
  return [
    ...chairs,
    ...capitals.flatMap((id): Post[] => {
      const eye = known.includes(id) ? eyeOfId(program, id) : undefined;
      return typeof eye === 'number' ? [{ id, eye }] : [];
    }),
  ];
};

/** How private aims come about: drawn by the sealed luck, given by whoever teaches (by chair, id of the aim), or not at all. */
export type Aims = 'drawn' | 'none' | Readonly<Record<string, string>>;

/** A lesson in which people hold chairs at one device: seated in the order of their numbers, each chair with its aim. */
export const beginChairs = (bundle: Bundle, beginning: Beginning, plan: Plan & { readonly company: Company }, aims: Aims): Game => {
  const game = beginLesson(bundle, beginning, plan);
  const posts = postsOf(bundle, plan.company);
  const seats = posts.map((post, i): NoteHere => holderNote(post, i < plan.company.people ? i + 1 : (emptyWays(post)[0] ?? 'silent')));
  return noted(game, ...seats, ...aimNotes(game, posts, aims));
};

const aimNotes = (game: Game, posts: readonly Post[], aims: Aims): readonly NoteHere[] => {
  if (aims === 'none') return [];
  const drawn = drawnAims(game.bundle, game.key, cornersOf(game.bundle));
  return posts.flatMap(({ id, chair }): NoteHere[] => {
    const aim = chair === undefined ? undefined : aims === 'drawn' ? drawn.get(chair) : aimOfId(game.bundle, aims[chair] ?? '');
    return aim === undefined ? [] : [{ eye: id, sees: [id], kind: KINDS.aim, data: { aim: idOfAim(aim) } }];
  });
};

const holderNote = ({ id }: Post, by: Holder): NoteHere => ({ eye: id, kind: KINDS.holder, data: { by } });

const fieldOf = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[key] : undefined;

/** A holder as a note has it; undefined for what could be none. */
const holderIn = (post: Post, { people }: Company, data: unknown): Holder | undefined => {
  const by = fieldOf(data, 'by');
  if (typeof by === 'number') return Number.isInteger(by) && by > 0 && by <= people ? by : undefined;
  return emptyWays(post).find((each) => each === by);
};

/** Who played each post from which turn on, in the order in which it changed hands. */
export interface Change {
  readonly turn: number;
  readonly post: string;
  readonly by: Holder;
}

export const changesIn = (posts: readonly Post[], company: Company, notes: readonly RecordNote[]): readonly Change[] =>
  notes.flatMap(({ kind, eye, turn, data }): Change[] => {
    const post = kind === KINDS.holder ? posts.find(({ id }) => id === eye) : undefined;
    const by = post === undefined ? undefined : holderIn(post, company, data);
    return post === undefined || by === undefined ? [] : [{ turn, post: post.id, by }];
  });

/** The private aim of a post, where its notes are seen. */
export const aimIn = (bundle: Pick<Bundle, 'program'>, { id }: Post, notes: readonly RecordNote[]): Aim | undefined => {
  return notes
    .flatMap(({ kind, eye, data }) => {
      const aim = kind === KINDS.aim && eye === id ? fieldOf(data, 'aim') : undefined;
      return typeof aim === 'string' ? (aimOfId(bundle, aim) ?? []) : [];
    })
    .at(-1);
};

/** Who sits where. Reads public notes alone. */
export interface Seating {
  readonly company: Company;
  readonly posts: readonly Post[];
  readonly holderOf: (post: Post) => Holder;
}

export const seatingIn = (
  bundle: Bundle,
  { company }: Pick<LessonRecord, 'company'>,
  notes: readonly RecordNote[],
): Seating | undefined => {
  if (company === undefined) return undefined;
  const posts = postsOf(bundle, company);
  const holders = new Map(changesIn(posts, company, notes).map(({ post, by }) => [post, by]));
  return { company, posts, holderOf: (post) => holders.get(post.id) ?? emptyWays(post)[0] ?? 'silent' };
};

const notesOf = (game: Game): readonly RecordNote[] => alongLine(game.record, game.line, game.record.notes);

export const seatingOf = (game: Game): Seating | undefined => {
  const lesson = lessonOf(game);
  return lesson === undefined ? undefined : seatingIn(game.bundle, lesson, notesOf(game));
};

/**
 * The game with a post in other hands from now on. Who already sits elsewhere changes places with whoever sat there. What was sealed at this stop by
 * somebody else counts no more. Unknown posts and holders change nothing.
 */
export const handed = (game: Game, id: string, by: Holder): Game => {
  const seating = seatingOf(game);
  const post = seating?.posts.find((each) => each.id === id);
  if (seating === undefined || post === undefined || isOver(game) || holderIn(post, seating.company, { by }) === undefined) return game;
  const before = seating.holderOf(post);
  if (before === by) return game;
  const other = typeof by === 'number' ? seating.posts.find((each) => seating.holderOf(each) === by) : undefined;
  const back = other === undefined ? undefined : (holderIn(other, seating.company, { by: before }) ?? emptyWays(other)[0]);
  return noted(game, holderNote(post, by), ...(other === undefined || back === undefined ? [] : [holderNote(other, back)]));
};

/** What was sealed on a turn, by post, as far as whoever sealed it still held the post. Notes that an eye may not read seal nothing for it. */
export const sealedOn = (notes: readonly RecordNote[], turn: number): ReadonlyMap<string, SeatOrder> => {
  const given = new Map<string, SeatOrder>();
  for (const { kind, eye, turn: then, data } of notes) {
    if (then !== turn) continue;
    if (kind === KINDS.holder) given.delete(eye);
    const order = kind === KINDS.sealed ? orderIn(data) : undefined;
    if (order !== undefined) given.set(eye, order);
  }
  return given;
};

const sealedIn = (game: Game): ReadonlyMap<string, SeatOrder> => sealedOn(notesOf(game), game.states.length - 1);

/** Ids of posts that have sealed on the turn at hand: who, never what. */
export const sealedNow = (game: Game): readonly string[] => [...sealedIn(game).keys()];

/** The game with a sealed ballot of a chair, or a sealed move of a capital; undefined where it may not be given. The last one counts. */
export const sealed = (game: Game, id: string, order: SeatOrder): Game | undefined => {
  const seating = seatingOf(game);
  const post = seating?.posts.find((each) => each.id === id);
  if (seating === undefined || post === undefined || isOver(game) || typeof seating.holderOf(post) !== 'number') return undefined;
  const seat = seatOf(post.eye);
  const legal = orderDigit(menu(game.rules, viewNow(game, post.eye), seat), order) !== undefined;
  const votes = post.chair === undefined || (order.answers.length === 1 && order.acts.length === 0);
  if (!legal || !votes) return undefined;
  const { answers, acts } = order;
  return noted(game, { eye: id, sees: [id], kind: KINDS.sealed, data: { answers, acts } });
};

/** The answer for which a viewpoint argues, if it names one that can be given now. */
const arguedFor = (game: Game, chair: string): number | undefined => {
  const [open] = menuNow(game, FIRST_SEAT).situations;
  if (open === undefined) return undefined;
  const spec = game.bundle.program.situations[open.situation];
  const wanted = game.bundle.catalogue.situations[open.situation]?.views.find(({ viewpoint }) => viewpoint === chair)?.option;
  return open.options.find(({ option, legal }) => legal && wanted !== undefined && spec?.options[option]?.id === wanted)?.option;
};

/** All ballots of the stop at hand, those of empty chairs among them. */
const tapsIn = (game: Game, { posts, holderOf }: Seating): Taps => {
  const given = sealedIn(game);
  const answers = posts.flatMap((post): readonly [string, number][] => {
    if (post.chair === undefined) return [];
    const holder = holderOf(post);
    const option =
      typeof holder === 'number' ? given.get(post.id)?.answers[0]?.option : holder === 'office' ? arguedFor(game, post.chair) : undefined;
    return option === undefined ? [] : [[post.chair, option]];
  });
  return { answers: Object.fromEntries(answers), dissents: [] };
};

/**
 * Whether ballots can be laid open: not while somebody has still to seal (`waits`), with fewer people than a quorum on chairs (`few`), or while they
 * come to no answer, as where the one chair that decides stays silent (`undecided`).
 */
export type Readiness = 'ready' | 'waits' | 'few' | 'undecided';

export const readinessOf = (game: Game, stop: number): Readiness => {
  const [seating, lesson, open] = [seatingOf(game), lessonOf(game), menuNow(game, FIRST_SEAT).situations[0]];
  if (seating === undefined || lesson === undefined || open === undefined) return 'undecided';
  const held = seating.posts.filter((post) => typeof seating.holderOf(post) === 'number');
  if (held.filter(({ chair }) => chair !== undefined).length < QUORUM) return 'few';
  const given = sealedIn(game);
  if (held.some(({ id }) => !given.has(id))) return 'waits';
  return decidedBy(game.bundle, lesson.way, stop, open.situation, tapsIn(game, seating)) === undefined ? 'undecided' : 'ready';
};

/** One turn on: the ballots are laid open and make the order, and the sealed moves of capitals are made with it. Undefined while it is not ready. */
export const uncovered = (game: Game, stop: number): Game | undefined => {
  const seating = seatingOf(game);
  if (seating === undefined || readinessOf(game, stop) !== 'ready') return undefined;
  const given = sealedIn(game);
  const moves: Moves = new Map(
    seating.posts.flatMap((post): readonly [number, SeatOrder][] => {
      const order = post.chair === undefined && typeof seating.holderOf(post) === 'number' ? given.get(post.id) : undefined;
      return order === undefined ? [] : [[seatOf(post.eye), order]];
    }),
  );
  return answerStop(game, stop, tapsIn(game, seating), moves);
};
