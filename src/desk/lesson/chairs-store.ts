import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { SeatOrder } from '../../engine/order.ts';
import { readChronicle } from '../../session/chronicle.ts';
import type { Chronicle } from '../../session/chronicle.ts';
import type { Game } from '../../session/game.ts';
import { seatingIn, handed, readinessOf, sealed, sealedNow, uncovered } from '../../session/lesson/chairs.ts';
import type { Holder, Post, Readiness, Seating } from '../../session/lesson/chairs.ts';
import { begun, paused, resumed } from '../../session/lesson/clock.ts';
import type { LessonRecord } from '../../session/lesson/lesson.ts';
import { openTable } from '../../session/table.ts';
import type { OneByOne } from './one-by-one.ts';
import type { Place } from './place.ts';

/** A post whose cover was opened, and the game as it alone has it. */
export interface Opened {
  readonly post: Post;
  readonly game: Chronicle;
}

/** Chairs and capitals that people hold at one device, and what each may do with it. Outside of `opened` nothing here is private. */
export interface ChairsStore {
  readonly seating: ReadonlySignal<Seating | undefined>;
  /** Ids of posts that have sealed at this stop. */
  readonly sealed: ReadonlySignal<readonly string[]>;
  readonly readiness: ReadonlySignal<Readiness>;
  /** Posts of people that have not yet had the device in this round, in their order. */
  readonly waiting: ReadonlySignal<readonly Post[]>;
  /** To whom the device goes now; undefined once the round is over. */
  readonly next: ReadonlySignal<Post | undefined>;
  /** What is uncovered; never kept, so that a device that dies opens on a cover. */
  readonly opened: ReadonlySignal<Opened | undefined>;
  /** Lets a post have the device before its turn, or once more. */
  readonly call: (post: Post) => void;
  readonly open: (post: Post) => Promise<void>;
  /** Covers what is private; what was not given is lost. */
  readonly cover: () => void;
  /** The post has read its briefing. */
  readonly read: () => void;
  readonly seal: (order: SeatOrder) => Promise<void>;
  readonly uncover: () => Promise<void>;
  readonly hand: (post: Post, by: Holder) => Promise<void>;
  /** Stops the clock and shows who sits where. */
  readonly showSeats: () => void;
  readonly leaveSeats: () => void;
}

/** What the lesson lends to its chairs. */
export interface Lent {
  readonly game: ReadonlySignal<Chronicle | undefined>;
  readonly place: ReadonlySignal<Place | undefined>;
  readonly lesson: ReadonlySignal<LessonRecord | undefined>;
  readonly at: () => Game | undefined;
  readonly take: (next: Game, change: Partial<Place>) => Promise<void>;
  readonly move: (change: Partial<Place>) => void;
  readonly inTurn: OneByOne;
}

export const createChairs = ({ game, place, lesson, at, take, move, inTurn }: Lent): ChairsStore => {
  const opened = signal<Opened | undefined>(undefined);
  const called = signal<Post | undefined>(undefined);
  /** Whose seals are being made durable: the device is not for those posts again before they are. */
  const sealing = signal<readonly string[]>([]);
  /** Counts the covers: what was being opened under an earlier one stays shut. */
  let covers = 0;

  const seating = computed(() => {
    const [now, told] = [game.value, lesson.value];
    return now === undefined || told === undefined ? undefined : seatingIn(now.bundle, told, now.notes);
  });
  /** What the record says beyond what all may read: it changes with the game that all see. */
  const known = <T>(read: (now: Game) => T, none: T): ReadonlySignal<T> =>
    computed(() => {
      const now = game.value === undefined ? undefined : at();
      return now === undefined ? none : read(now);
    });
  const done = known(sealedNow, []);
  const readiness = computed((): Readiness => {
    const stop = place.value?.stop;
    const now = game.value === undefined ? undefined : at();
    return now === undefined || stop === undefined ? 'undecided' : readinessOf(now, stop);
  });
  const waiting = computed((): readonly Post[] => {
    const [table, now] = [seating.value, place.value];
    if (table === undefined || now === undefined) return [];
    const held = table.posts.filter((post) => typeof table.holderOf(post) === 'number');
    if (now.clock?.phase === 'cards') return held.filter(({ id }) => !sealing.value.includes(id) && !done.value.includes(id));
    return held.filter(({ id, chair }) => chair !== undefined && !now.briefed.includes(id));
  });
  const next = computed(() => called.value ?? waiting.value[0]);

  const cover = (): void => {
    covers++;
    opened.value = undefined;
    called.value = undefined;
  };

  const pass = (change: Partial<Place>): void => {
    cover();
    move(change);
  };

  return {
    seating,
    sealed: done,
    readiness,
    waiting,
    next,
    opened,
    call: (post) => {
      opened.value = undefined;
      called.value = post;
    },
    open: async (post) => {
      const now = at();
      if (now === undefined) return;
      const before = covers;
      const game = await readChronicle(
        openTable(now, () => Promise.resolve(false)),
        post.eye,
      );
      if (covers === before) opened.value = { post, game };
    },
    cover,
    read: () => {
      const [now, post] = [place.peek(), opened.peek()?.post];
      if (now === undefined || post === undefined) return;
      pass({ briefed: [...now.briefed.filter((id) => id !== post.id), post.id] });
    },
    seal: async (order) => {
      const [now, post] = [at(), opened.peek()?.post];
      if (now === undefined || post === undefined || sealed(now, post.id, order) === undefined) return;
      cover();
      sealing.value = [...sealing.peek(), post.id];
      try {
        await inTurn(async () => {
          const current = at();
          const given = current === undefined ? undefined : sealed(current, post.id, order);
          if (given !== undefined) await take(given, {});
        });
      } finally {
        sealing.value = sealing.peek().filter((id) => id !== post.id);
      }
    },
    uncover: () =>
      inTurn(async () => {
        const [now, there] = [at(), place.peek()];
        const on = now === undefined || there === undefined ? undefined : uncovered(now, there.stop);
        if (on === undefined) return;
        cover();
        await take(on, { undo: [], clock: begun('uncovering', 'chairs', Date.now()) });
      }, 'uncover'),
    hand: (post, by) =>
      inTurn(async () => {
        const now = at();
        const before = seating.peek();
        const on = now === undefined ? undefined : handed(now, post.id, by);
        if (on === undefined || on === now || before === undefined) return;
        await take(on, {});
        // Whoever sits somewhere else now has not been briefed there.
        const [after, there] = [seating.peek(), place.peek()];
        const still = before.posts.filter((each) => after?.holderOf(each) === before.holderOf(each)).map(({ id }) => id);
        if (there !== undefined) move({ briefed: there.briefed.filter((id) => still.includes(id)) });
      }),
    showSeats: () => {
      const clock = place.peek()?.clock;
      pass({ scene: 'seats', ...(clock === undefined ? {} : { clock: paused(clock, Date.now()) }) });
    },
    leaveSeats: () => {
      const clock = place.peek()?.clock;
      pass({ scene: 'stop', ...(clock === undefined ? {} : { clock: resumed(clock, Date.now()) }) });
    },
  };
};
