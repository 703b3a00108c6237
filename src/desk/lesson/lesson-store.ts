import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CutInfo, Locale, Prose } from '../../bundle/bundle.ts';
import type { Eye } from '../../engine/eye.ts';
import type { View } from '../../engine/view.ts';
import { jumpIn } from '../../session/calendar.ts';
import { readChronicle } from '../../session/chronicle.ts';
import type { Chronicle } from '../../session/chronicle.ts';
import { gamesUnderLenses, type OtherGame } from '../../session/courses.ts';
import { isOver, newGame, recordOf } from '../../session/game.ts';
import type { Game } from '../../session/game.ts';
import { begun, extended, isDecided, isPaused, paused, ranOn, resumed, after, sittingFrom, closesAt } from '../../session/lesson/clock.ts';
import type { Clock, Form } from '../../session/lesson/clock.ts';
import { beginChairs } from '../../session/lesson/chairs.ts';
import type { Aims } from '../../session/lesson/chairs.ts';
import {
  answerStop,
  beginLesson,
  cutOf,
  decidedBy,
  FAR,
  instructed,
  lessonIn,
  lessonOf,
  rung,
  standing,
  stopAhead,
} from '../../session/lesson/lesson.ts';
import type { LessonRecord, Plan, Taps } from '../../session/lesson/lesson.ts';
import { readPublic } from '../../session/lesson/public.ts';
import { editionOf, findRules, loadBundle, loadProse } from '../../session/library.ts';
import { linkOf, openRecord } from '../../session/link.ts';
import { choicesOfClass, readClassCode, seedOfClass, termsOf } from '../../session/lesson/class-code.ts';
import { makeResult } from '../../session/lesson/result.ts';
import { openSaves, PATIENCE } from '../../session/saves.ts';
import type { Saves } from '../../session/saves.ts';
import { openTable } from '../../session/table.ts';
import { tellerOf } from '../../telling/teller.ts';
import type { Teller } from '../../telling/teller.ts';
import { locale } from '../../text/text.ts';
import { writeClass } from './class-place.ts';
import { writeReasons } from './reasons-place.ts';
import { createChairs } from './chairs-store.ts';
import type { ChairsStore } from './chairs-store.ts';
import { oneByOne } from './one-by-one.ts';
import { NO_TAPS, readPlace, writePlace } from './place.ts';
import type { Place } from './place.ts';

/** Milliseconds that are added on a tap. */
const MORE = 30_000;
const MINUTE = 60_000;

/** A lesson on the projector, and what may be done with it. */
export interface LessonStore {
  /** The game as the class sees it; with what was hidden once the debrief has begun. */
  readonly game: ReadonlySignal<Chronicle | undefined>;
  readonly place: ReadonlySignal<Place | undefined>;
  readonly lesson: ReadonlySignal<LessonRecord | undefined>;
  readonly cut: ReadonlySignal<CutInfo | undefined>;
  /** Whether the lesson could be made durable so far. */
  readonly kept: ReadonlySignal<boolean>;
  readonly form: ReadonlySignal<Form>;
  /** Where people hold chairs at one device. */
  readonly chairs: ChairsStore;
  readonly tellerAt: (view: View) => Teller | undefined;
  /** Of a moment as another eye has it. */
  readonly tellerFor: (chronicle: Chronicle, view: View) => Teller | undefined;
  readonly fetchWords: () => Promise<void>;
  /**
   * A new lesson from a class code; its cut, set-up and luck are the code's. `aims`: of chairs that people hold. Rejects where the code is not of
   * this scenario.
   */
  readonly begin: (scenario: string, code: string, by: Pick<Plan, 'way' | 'alias' | 'company'>, aims: Aims) => Promise<void>;
  /** Takes up the lesson that was left; false where there is none. */
  readonly resume: () => Promise<boolean>;
  readonly show: (scene: Place['scene']) => void;
  /** To the first stop, or the next one, over the weeks between; to the debrief where there is none. */
  readonly goOn: () => Promise<void>;
  readonly tap: (corner: string, option: number) => void;
  readonly dissent: (corner: string) => void;
  readonly untap: () => void;
  /** Whether what was tapped comes to an answer. */
  readonly decides: () => boolean;
  readonly decide: () => Promise<void>;
  readonly instruct: (policy: string) => Promise<void>;
  /** Stops the clock while reasons are written, and takes it up again. */
  readonly write: (writing: boolean) => void;
  readonly skip: () => void;
  readonly pause: () => void;
  readonly extend: () => void;
  readonly tick: (now: number) => void;
  /** Sets the bell so many minutes later. */
  readonly later: (minutes: number) => void;
  readonly nextSitting: () => Promise<void>;
  readonly debrief: () => Promise<void>;
  readonly turnPage: (page: number) => void;
  /** The link of a new game under the same luck, once the debrief has begun: for whoever was absent. */
  readonly link: () => string | undefined;
  /** The link of the game as it was played, once the debrief has begun: for the theatre, and for whoever writes about it. */
  readonly played: () => string | undefined;
  /** The class's orders under the other lenses, once the debrief has begun. */
  readonly underLenses: () => Promise<readonly OtherGame[]>;
  readonly file: () => string | undefined;
  /** What a group hands to its teacher, once it has played to the end. It holds no seed. */
  readonly result: () => string | undefined;
  /** Deletes every lesson of this browser. */
  readonly forget: () => Promise<void>;
}

interface Words {
  readonly edition: string;
  readonly locale: Locale;
  readonly prose: Prose;
}

const createLessonStore = (saves: Saves): LessonStore => {
  const game = signal<Chronicle | undefined>(undefined);
  const place = signal<Place | undefined>(undefined);
  const words = signal<Words | undefined>(undefined);
  const kept = signal(true);
  let at: Game | undefined;
  let revision = 0;

  const move = (change: Partial<Place>): void => {
    const now = place.peek();
    if (now === undefined) return;
    place.value = { ...now, ...change };
    writePlace(place.peek());
  };

  const read = async (now: Game): Promise<void> => {
    const opened = place.peek()?.scene === 'debrief' && isOver(now);
    const table = openTable(now, () => Promise.resolve(false));
    const shared = lessonOf(now)?.company !== undefined && !opened;
    game.value = await (shared ? readPublic(table) : readChronicle(table, opened ? 'open' : undefined));
  };

  /** Makes a game durable, then shows it with a change of place. What cannot be kept is told, and goes on: a class does not wait. */
  const take = async (next: Game, change: Partial<Place> = {}): Promise<void> => {
    const id = place.peek()?.game ?? '';
    const put = await saves.put(id, next, revision, Date.now());
    if (put.ok) revision = put.value;
    else
      void put.problem.late?.then((made) => {
        if (made.ok && at === next) [revision, kept.value] = [made.value, true];
      });
    kept.value = put.ok;
    at = next;
    move(change);
    await read(next);
  };

  const inTurn = oneByOne();

  const fetchFor = async (edition: string): Promise<void> => {
    const wanted = locale.peek();
    const prose = await loadProse(edition, wanted);
    if (locale.peek() === wanted) words.value = { edition, locale: wanted, prose };
  };

  const lesson = computed(() => {
    const now = game.value;
    return now === undefined ? undefined : lessonIn(now.bundle, now.notes);
  });
  const cut = computed(() => {
    const now = game.value;
    return now === undefined ? undefined : cutOf(now.bundle, lesson.value?.cut ?? '');
  });

  const form = computed((): Form => (lesson.value?.company === undefined ? 'corners' : 'chairs'));
  const chairs = createChairs({ game, place, lesson, at: () => at, take, move, inTurn });

  const isClosed = (now: Place): boolean => Date.now() >= closesAt(now.sitting, isLast());

  const isLast = (): boolean => {
    const all = cut.peek()?.stops ?? [];
    return (place.peek()?.sittings ?? 1) >= Math.max(1, ...all.map(({ sitting }) => sitting));
  };

  const debrief = async (): Promise<void> => {
    if (at === undefined) return;
    const now = place.peek();
    const open =
      now?.scene === 'bell' ||
      now?.scene === 'write' ||
      ((now?.scene === 'stop' || now?.scene === 'seats') && now.clock !== undefined && !isDecided(now.clock.phase));
    const left = open && !isOver(at) ? rung(at, now.stop) : at;
    await take(standing(left), { scene: 'debrief', page: 0, taps: NO_TAPS, undo: [] });
  };

  const goOn = async (): Promise<void> => {
    const now = place.peek();
    const told = at === undefined ? undefined : lessonOf(at);
    const stops = cut.peek();
    if (at === undefined || now === undefined || told === undefined || stops === undefined) return;
    const last = told.stops.at(-1)?.stop ?? -1;
    const ahead = stopAhead(at, stops, last, told.standing);
    if (ahead === undefined && last + 1 < stops.stops.length) {
      await take(standing(at), { scene: 'ended', taps: NO_TAPS, undo: [] });
      return;
    }
    if (ahead === undefined || (isLast() && isClosed(now))) {
      await debrief();
      return;
    }
    if ((stops.stops[ahead.stop]?.sitting ?? 1) > now.sittings || isClosed(now)) {
      move({ scene: 'rest' });
      return;
    }
    const from = at.states.length - 1;
    const { calendar } = at.bundle.program;
    const next = standing(at, ahead.turn);
    const there = { stop: ahead.stop, turn: ahead.turn, taps: NO_TAPS, undo: [], briefed: [] };
    // A far date right after an answer is told as well, though the desk had nothing to do.
    const weeks = ahead.turn > from || (from > 0 && jumpIn(calendar, from - 1, ahead.turn, FAR) !== undefined);
    await take(
      next,
      weeks ? { ...there, scene: 'between' } : { ...there, scene: 'stop', clock: begun('reading', form.peek(), Date.now()) },
    );
  };

  const tapped = (change: (taps: Taps) => Taps): void => {
    const now = place.peek();
    if (now?.clock === undefined || isDecided(now.clock.phase)) return;
    move({ taps: change(now.taps), undo: [...now.undo, now.taps].slice(-MOST_UNDONE) });
  };

  const tellerWith = ({ bundle, rules }: Chronicle, view: View, eye: Eye): Teller | undefined => {
    const told = words.value;
    if (told === undefined || told.edition !== editionOf(bundle)) return undefined;
    return tellerOf(bundle, rules, view, told.prose, told.locale, eye);
  };

  const run = (change: (clock: Clock) => Clock): void => {
    const clock = place.peek()?.clock;
    if (clock !== undefined) move({ clock: change(clock) });
  };

  return {
    game,
    place,
    lesson,
    cut,
    kept,
    form,
    chairs,
    tellerAt: (view) => {
      const now = game.value;
      return now === undefined ? undefined : tellerWith(now, view, now.seat);
    },
    tellerFor: (chronicle, view) => tellerWith(chronicle, view, chronicle.eye),
    fetchWords: async () => {
      const now = game.peek();
      if (now !== undefined) await fetchFor(editionOf(now.bundle));
    },
    begin: async (scenario, code, by, aims) => {
      const [bundle] = await Promise.all([loadBundle(scenario), fetchFor(scenario)]);
      const read = readClassCode(code);
      const terms = read.ok ? termsOf(bundle, read.value) : read;
      if (!read.ok || !terms.ok) throw new Error('this code is of another scenario');
      const beginning = { seed: seedOfClass(read.value), choices: choicesOfClass(bundle, terms.value) };
      const plan = { cut: terms.value.cut, writing: terms.value.writing, code, ...by };
      const { company } = by;
      const fresh =
        company === undefined ? beginLesson(bundle, beginning, plan) : beginChairs(bundle, beginning, { ...plan, company }, aims);
      const now = Date.now();
      revision = 0;
      const id = `${now.toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
      const minutes = cutOf(bundle, plan.cut)?.minutes ?? bundle.catalogue.minutes;
      place.value = {
        ...{ game: id, scene: 'who', stop: 0, turn: 0, taps: NO_TAPS, undo: [], briefed: [], sittings: 1, page: 0 },
        sitting: sittingFrom(now, minutes),
      };
      await take(fresh, {});
    },
    resume: async () => {
      const left = readPlace();
      let all = await saves.list();
      // A lesson that is going on is waited for: without it the screen would offer to begin another.
      for (let more = MORE_LOOKS; !all.ok && all.problem.code === 'silent' && left !== undefined && more > 0; more--)
        all = await saves.list();
      const saved = all.ok ? (all.value.find(({ id }) => id === left?.game) ?? all.value[0]) : undefined;
      if (saved === undefined) return false;
      const opened = await openRecord(saved.record, findRules, saved.line);
      if (!opened.ok) return false;
      const found = opened.value.game;
      const told = lessonOf(found);
      if (told === undefined) return false;
      await fetchFor(editionOf(found.bundle));
      ({ revision } = saved);
      at = found;
      place.value = mended(left?.game === saved.id ? left : undefined, saved.id, found, told);
      writePlace(place.peek());
      await read(found);
      return true;
    },
    show: (scene) => move({ scene, ...(scene === 'stop' ? { clock: begun('reading', form.peek(), Date.now()) } : {}) }),
    goOn: () => inTurn(goOn, 'on'),
    tap: (corner, option) => tapped((taps) => ({ ...taps, answers: { ...taps.answers, [corner]: option } })),
    dissent: (corner) =>
      tapped(({ answers, dissents }) => ({
        answers,
        dissents: dissents.includes(corner) ? dissents.filter((each) => each !== corner) : [...dissents, corner],
      })),
    untap: () => {
      const now = place.peek();
      const before = now?.undo.at(-1);
      if (now !== undefined && before !== undefined) move({ taps: before, undo: now.undo.slice(0, -1) });
    },
    decides: () => {
      const [now, chronicle, told] = [place.value, game.value, lesson.value];
      const open = chronicle?.moments.at(-1)?.menu.situations[0];
      if (now === undefined || chronicle === undefined || told === undefined || open === undefined) return false;
      return decidedBy(chronicle.bundle, told.way, now.stop, open.situation, now.taps) !== undefined;
    },
    decide: () =>
      inTurn(async () => {
        const now = place.peek();
        if (at === undefined || now === undefined) return;
        const next = answerStop(at, now.stop, now.taps);
        if (next !== undefined) await take(next, { undo: [], clock: begun('outcome', form.peek(), Date.now()) });
      }, 'on'),
    instruct: (policy) =>
      inTurn(async () => {
        if (at !== undefined) await take(instructed(at, policy));
      }),
    write: (writing) => {
      const clock = place.peek()?.clock;
      const now = Date.now();
      if (clock === undefined) return;
      if (writing) move({ scene: 'write', clock: paused(clock, now) });
      else move({ scene: 'stop', clock: resumed(clock, now) });
    },
    skip: () => {
      chairs.cover();
      const clock = place.peek()?.clock;
      const next = clock === undefined ? undefined : after(clock.phase, form.peek());
      // Only what is decided leads to what came of it.
      if (clock !== undefined && next !== undefined && isDecided(clock.phase) === isDecided(next))
        move({ clock: begun(next, form.peek(), Date.now()) });
    },
    pause: () => run((clock) => (isPaused(clock) ? resumed(clock, Date.now()) : paused(clock, Date.now()))),
    extend: () => run((clock) => extended(clock, MORE, Date.now())),
    tick: (now) => {
      const there = place.peek();
      if (there?.scene !== 'stop' || there.clock === undefined) return;
      if (now >= closesAt(there.sitting, isLast()) && !isDecided(there.clock.phase)) {
        chairs.cover();
        move({ scene: 'bell', clock: paused(there.clock, now) });
        return;
      }
      const clock = ranOn(there.clock, form.peek(), now);
      if (clock !== there.clock) move({ clock });
    },
    later: (minutes) => {
      const now = place.peek();
      if (now === undefined) return;
      const until = closesAt(now.sitting, isLast());
      const from = Math.max(until, Date.now()) - until;
      const { began, bell } = now.sitting;
      // The debrief keeps what is left of its time.
      const added = from + minutes * MINUTE;
      const sitting = isLast() ? { began: began + added, bell: bell + added } : { began, bell: bell + added };
      move({
        sitting,
        ...(now.scene === 'bell' ? { scene: 'stop', ...(now.clock === undefined ? {} : { clock: resumed(now.clock, Date.now()) }) } : {}),
      });
    },
    nextSitting: () =>
      inTurn(async () => {
        const now = place.peek();
        if (now === undefined) return;
        move({ sittings: now.sittings + 1, sitting: sittingFrom(Date.now(), cut.peek()?.minutes ?? 0) });
        await goOn();
      }, 'on'),
    debrief: () => inTurn(debrief, 'on'),
    turnPage: (page) => move({ page: Math.max(0, page) }),
    link: () => {
      if (at === undefined || place.value?.scene !== 'debrief') return undefined;
      const link = linkOf(newGame(at.bundle, { seed: at.seed, choices: at.record.setup }));
      return link.ok ? link.value : undefined;
    },
    underLenses: () => (at === undefined || place.peek()?.scene !== 'debrief' || !isOver(at) ? Promise.resolve([]) : gamesUnderLenses(at)),
    played: () => {
      const link = at === undefined || place.value?.scene !== 'debrief' ? undefined : linkOf(at);
      return link?.ok === true ? link.value : undefined;
    },
    file: () => (at === undefined || place.peek()?.scene !== 'debrief' ? undefined : JSON.stringify(recordOf(at))),
    result: () => {
      const made = at === undefined || place.value?.scene !== 'debrief' ? undefined : makeResult(at);
      return made?.ok === true ? made.value : undefined;
    },
    forget: async () => {
      await saves.clear();
      writePlace(undefined);
      writeClass(undefined);
      writeReasons([]);
      at = undefined;
      revision = 0;
      place.value = undefined;
      game.value = undefined;
    },
  };
};

/** Lessons are kept apart from the games of whoever plays here: their seeds are in no list. */
const LESSONS = 'bamboo-diplomacy-lessons';

/** The lessons of this browser. */
export const openLessons = (): LessonStore => createLessonStore(openSaves(PATIENCE, LESSONS));

const MOST_UNDONE = 20;
/** How often storage that does not answer is asked again for the lesson that is going on. */
const MORE_LOOKS = 5;

/** The place of a lesson put right by its record, which is what was decided: a place that was lost or fell behind loses nothing. */
const mended = (left: Place | undefined, id: string, game: Game, told: LessonRecord): Place => {
  const turn = game.states.length - 1;
  const last = told.stops.at(-1);
  const minutes = cutOf(game.bundle, told.cut)?.minutes ?? game.bundle.catalogue.minutes;
  const answered = last !== undefined && last.turn === turn - 1 && !last.rang;
  const fresh: Place = {
    ...{ game: id, scene: 'who', stop: last?.stop ?? 0, turn: last?.turn ?? 0, taps: NO_TAPS, undo: [], briefed: [], sittings: 1, page: 0 },
    sitting: left?.sitting ?? sittingFrom(Date.now(), minutes),
  };
  const decided = told.company === undefined ? 'outcome' : 'uncovering';
  const outcome = { scene: 'stop', clock: { phase: decided, left: 0 } } as const;
  if (left === undefined) {
    if (last === undefined) return fresh;
    if (answered) return { ...fresh, ...outcome };
    const cut = cutOf(game.bundle, told.cut);
    const ahead = cut === undefined ? undefined : stopAhead(game, cut, last.stop, told.standing);
    return ahead === undefined ? { ...fresh, scene: 'debrief' } : { ...fresh, ...ahead, scene: 'between' };
  }
  const still = left.clock === undefined ? left : { ...left, clock: paused(left.clock, Date.now()) };
  if (still.scene !== 'stop' || still.clock === undefined) return still;
  // The order was kept and the tap that gave it was not, or the other way round.
  if (answered && !isDecided(still.clock.phase) && last.turn === still.turn) return { ...still, ...outcome };
  if (!answered && isDecided(still.clock.phase) && turn === still.turn) return { ...still, clock: { phase: 'cards', left: 0 } };
  return still;
};
