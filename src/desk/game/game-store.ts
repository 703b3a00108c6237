import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { SeatOrder } from '../../engine/order.ts';
import { PASS } from '../../engine/order.ts';
import type { Seed } from '../../engine/seed.ts';
import type { Choices } from '../../engine/setup.ts';
import type { RecordProblem } from '../../engine/replay.ts';
import type { View } from '../../engine/view.ts';
import type { Bundle, Locale, Prose } from '../../bundle/bundle.ts';
import { beginsWhole } from '../../bundle/unpack.ts';
import { editionOf, findRules, loadBundle, loadFirstProse, loadProse } from '../../session/library.ts';
import type { Edition } from '../../session/library.ts';
import { continued, isLost, isOver, isStop, readChronicle } from '../../session/chronicle.ts';
import type { Chronicle } from '../../session/chronicle.ts';
import { branchAt, grown, isOver as ended, newGame, onLine, playTurn, seatAt, turnNow as turnOf } from '../../session/game.ts';
import type { Beginning, Game, NoteHere } from '../../session/game.ts';
import type { OtherGame } from '../../session/courses.ts';
import type { LinkProblem } from '../../session/link.ts';
import { nameIn } from '../../session/game-name.ts';
import { readDraft, writeDraft } from '../../session/draft.ts';
import type { Draft } from '../../session/draft.ts';
import { originOf } from '../../session/saves.ts';
import type { KeepProblem, Origin, Saved, Saves } from '../../session/saves.ts';
import { openTable } from '../../session/table.ts';
import type { LocalTable } from '../../session/table.ts';
import { bad } from '../../engine/result.ts';
import type { Result } from '../../engine/result.ts';
import { locale } from '../../text/text.ts';
import { chapterOpened } from '../../telling/chapter.ts';
import { tellerOf, type Teller } from '../../telling/teller.ts';
import { apart } from '../parts/apart.ts';
import { newOutlook, type Outlook } from './forecasts.ts';

/** What the desk shows of a game: a stop, what came of the last order, weeks passing, the page that opens a chapter, the page of an end before its time, or the review. */
export type Scene = 'stop' | 'after' | 'passing' | 'chapter' | 'lost' | 'over';

/** How the game is being kept. `asking`: it could not be, and the person is asked once whether to go on without. */
export type Keeping =
  | { readonly state: 'kept' }
  | { readonly state: 'asking' | 'unkept'; readonly problem: KeepProblem }
  /** The game went on in another window; an order was given here on what is past there. */
  | { readonly state: 'elsewhere'; readonly turn: number };

/** A line of the game's tree, for whoever wants to go back to it. */
export interface LineModel {
  readonly line: number;
  /** Turn at whose start it left the line before it; undefined for the first. */
  readonly from: number | undefined;
  /** The line that it left; undefined for the first. */
  readonly left: number | undefined;
  /** Turns played along it. */
  readonly turns: number;
  readonly atHand: boolean;
}

/** One game on screen, and what may be done with it. Two of them on one page know nothing of each other. */
export interface GameStore {
  readonly game: ReadonlySignal<Chronicle | undefined>;
  readonly scene: ReadonlySignal<Scene>;
  readonly keeping: ReadonlySignal<Keeping>;
  /** Why the last link or save did not open. */
  readonly linkProblem: ReadonlySignal<LinkProblem | undefined>;
  /** Why the end of the game that was opened is missing, until it is dismissed. */
  readonly tail: ReadonlySignal<RecordProblem | undefined>;
  /** Whether the game cannot go on because its words could not be fetched. */
  readonly missing: ReadonlySignal<boolean>;
  readonly lines: ReadonlySignal<readonly LineModel[]>;
  readonly outlook: Outlook;
  readonly draft: (turn: number) => Draft | undefined;
  readonly setDraft: (draft: Draft) => void;
  /** The scenario's words, if they are here. */
  readonly proseOf: (edition: Edition) => Prose | undefined;
  readonly fetchWords: (edition: Edition) => Promise<void>;
  /** A teller for any view of the game in hand; undefined until its words are here. */
  readonly tellerAt: (view: View) => Teller | undefined;
  /** Starts a game at its first stop. Rejects when its words cannot be fetched. */
  readonly begin: (bundle: Bundle, setup: { readonly seed: string; readonly choices: Choices }) => Promise<void>;
  /** Gives the order of this stop, and shows what came of it once it is durable. */
  readonly commit: (order: SeatOrder, notes?: NotesOf) => Promise<void>;
  /** Leaves the consequences: to the next stop, the page before it, the weeks until then, or the end. */
  readonly goOn: () => void;
  /** Lets one quiet week pass. The scene stays: the week is shown before the next thing comes. */
  readonly letPass: () => Promise<void>;
  /** Goes back to the start of a turn, on a new line: an exploration beside the first. */
  readonly branch: (turn: number) => Promise<void>;
  readonly switchTo: (line: number) => Promise<void>;
  /** Opens what was hidden, for the review of a game that is over. */
  readonly openAll: () => Promise<void>;
  /** A game that is over, played again otherwise: under other lenses, and with every other answer. Undefined while it goes on. */
  readonly otherwise: () => Promise<Otherwise | undefined>;
  /** What can be told of a shared link before its receiver has chosen what he wants; undefined where it does not open. */
  readonly peekShared: (text: string) => Promise<Offer | undefined>;
  /** Begins the game of a shared link anew: its seed and its set-up, and none of its orders. */
  readonly beginShared: (text: string) => Promise<boolean>;
  /** Opens a shared link beside whatever is kept; the game in hand stays where the link fails. */
  readonly openShared: (text: string, name?: string) => Promise<boolean>;
  /** Whether the game in hand came over a link, played to its end by somebody else. */
  readonly received: ReadonlySignal<boolean>;
  /** The stop, from 1, from which initiatives are offered, where whoever sent this game took one sooner than a game offers them by itself. */
  readonly actsFrom: ReadonlySignal<number | undefined>;
  /** Opens an exported file's text, beside whatever is kept. */
  readonly openFile: (text: string) => Promise<boolean>;
  readonly openKept: (saved: Saved) => Promise<boolean>;
  /** Takes up the game used last. False where there is none, or it does not open. */
  readonly resume: () => Promise<boolean>;
  /** Kept games, the one used last first; none where storage does not answer, and `later` gets them once it does. */
  readonly kept: (later?: (saved: readonly Saved[]) => void) => Promise<readonly Saved[]>;
  /** Calls a kept game by a name, or by none; false where that could not be kept. Undefined where names are not kept at all. */
  readonly rename: ((id: string, name: string | undefined) => Promise<boolean>) | undefined;
  /** What its player called the game in hand. */
  readonly nameHere: () => Promise<string | undefined>;
  /** The answer to `asking`: whether to go on without saving. */
  readonly goOnUnkept: (yes: boolean) => void;
  /** The answer to `elsewhere`: goes on from here on a line of its own, or takes up what stands there. */
  readonly settleElsewhere: (branch: boolean) => Promise<void>;
  readonly dismissTail: () => void;
  readonly link: () => Result<string, RecordProblem>;
  /** The whole game as it is saved: for its file. */
  readonly record: () => Game['record'] | undefined;
}

/** The games that another lens or another answer would have made, and how many there are. They are played as they are asked for. */
export interface Otherwise {
  readonly count: number;
  readonly games: AsyncGenerator<OtherGame>;
}

/** A game that somebody shared, without a word of how it went. */
export interface Offer {
  readonly bundle: Bundle;
  readonly seed: Seed;
  readonly turn: number;
  readonly over: boolean;
  /** Whether anything was ordered in it yet. */
  readonly begun: boolean;
}

/** What is noted with an order, on the game as it stands when the order is given. */
export type NotesOf = (now: Chronicle) => Promise<readonly NoteHere[]>;
const NO_NOTES: NotesOf = () => Promise.resolve([]);

/** Words of one edition: those of its beginning, or all of them (`whole`), and then its places are here too. */
interface Words {
  readonly edition: Edition;
  readonly locale: Locale;
  readonly prose: Prose;
  readonly whole: boolean;
}

/** Milliseconds: the first stop is drawn before what it does not need is fetched. */
const AFTER_FIRST = 250;

const newId = (): string => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;

/** Reading and writing of links and saves: no game begins with it, so it is fetched apart. */
const LINKS = apart(() => import('../../session/link.ts'));

/** The games that might have been: asked for by a review. */
const COURSES = apart(() => import('../../session/courses.ts'));

const sceneOf = (now: Chronicle): Scene => (isOver(now) ? 'over' : isStop(now) ? 'stop' : 'passing');

export const createGameStore = (saves: Saves): GameStore => {
  const game = signal<Chronicle | undefined>(undefined);
  const scene = signal<Scene>('stop');
  const keeping = signal<Keeping>({ state: 'kept' });
  const linkProblem = signal<LinkProblem | undefined>(undefined);
  const tail = signal<RecordProblem | undefined>(undefined);
  const missing = signal(false);
  const words = signal<Words | undefined>(undefined);
  const outlook = newOutlook();
  let table: LocalTable | undefined;
  let id = '';
  let revision = 0;
  /** What the game in hand came with. */
  const origin = signal<Origin>({});
  let agreed = false;
  let answer: ((yes: boolean) => void) | undefined;
  /** The order that met a newer game elsewhere. */
  let refused: { readonly game: Game } | undefined;
  let asked = false;
  /** Counts the games that were sat down to. */
  let sittings = 0;
  let draft: Draft | undefined;

  const isWhole = (edition: Edition): boolean => words.peek()?.edition === edition && words.peek()?.whole === true;

  const fetchPart = async (edition: Edition, whole: boolean): Promise<void> => {
    const wanted = locale.peek();
    const [prose, bundle] = await Promise.all([
      whole ? loadProse(edition, wanted) : loadFirstProse(edition, wanted),
      whole ? loadBundle(edition) : undefined,
    ]);
    const has = !whole && isWhole(edition) && words.peek()?.locale === wanted;
    if (locale.peek() === wanted && !has) words.value = { edition, locale: wanted, prose, whole };
    if (bundle !== undefined) await grow(bundle);
  };

  /** Puts the game in hand on its whole bundle, if it was begun without. */
  const grow = async (bundle: Bundle): Promise<void> => {
    const at = table?.game();
    if (at?.bundle.beginning !== true || editionOf(at.bundle) !== editionOf(bundle)) return;
    const next = openTable(grown(at, bundle), keep);
    table = next;
    const chronicle = await readChronicle(next);
    if (table === next) game.value = chronicle;
  };

  const proseOf = (edition: Edition): Prose | undefined => (words.value?.edition === edition ? words.value.prose : undefined);

  const editionNow = (): Edition | undefined => {
    const now = game.peek();
    return now === undefined ? undefined : editionOf(now.bundle);
  };

  /** Fetches all words and places of the game in hand, and says so where that fails. */
  const whole = async (edition: Edition): Promise<boolean> => {
    if (isWhole(edition)) return true;
    try {
      await fetchPart(edition, true);
      missing.value = false;
      return true;
    } catch {
      missing.value = true;
      return false;
    }
  };

  /** Saves the game; resolves to whether it may go on. */
  const keep = async (next: Game): Promise<boolean> => {
    const kept = await saves.put(id, next, revision, Date.now(), origin.peek());
    if (kept.ok) {
      revision = kept.value;
      keeping.value = { state: 'kept' };
      askToStay();
      return true;
    }
    const { problem } = kept;
    if (problem.code === 'stale') {
      refused = { game: next };
      const there = await saves.get(id);
      keeping.value = { state: 'elsewhere', turn: (there.ok && there.value?.turn) || 0 };
      return false;
    }
    if (agreed) {
      keeping.value = { state: 'unkept', problem };
      return true;
    }
    const asking: Keeping = { state: 'asking', problem };
    keeping.value = asking;
    const under = id;
    return new Promise((resolve) => {
      const before = answer;
      answer = (yes) => {
        before?.(yes);
        resolve(yes);
      };
      // Storage that answers while the player is still asked has kept it: there is nothing left to ask.
      void problem.late?.then((made) => {
        if (!made.ok || keeping.peek() !== asking || id !== under) return;
        revision = made.value;
        keeping.value = { state: 'kept' };
        settle(true);
      });
    });
  };

  /** Tells whoever waits for it whether the game goes on. */
  const settle = (yes: boolean): void => {
    const told = answer;
    answer = undefined;
    told?.(yes);
  };

  /** Asks the browser once not to drop what is kept when it needs room. */
  const askToStay = (): void => {
    if (asked) return;
    asked = true;
    void storageHere()
      ?.persist?.()
      .catch(() => undefined);
  };

  const sit = async (now: Game, shown?: Scene): Promise<void> => {
    table = openTable(now, keep);
    sittings++;
    const chronicle = await readChronicle(table);
    outlook.forget();
    setTimeout(() => void LINKS.fetch().catch(() => undefined), AFTER_FIRST);
    game.value = chronicle;
    scene.value = shown ?? sceneOf(chronicle);
  };

  const give = async (order: SeatOrder, notes: NotesOf, shown: Scene): Promise<void> => {
    const before = game.peek();
    const sat = sittings;
    if (before === undefined || !(await whole(editionOf(before.bundle)))) return;
    const at = table;
    const now = game.peek();
    if (at === undefined || now === undefined || sat !== sittings || now.moments.length !== before.moments.length) return;
    const { revision: base } = now.moments.at(-1) ?? { revision: -1 };
    const noted = await notes(now);
    if (at !== table || game.peek() !== now) return;
    const moment = await at.order(now.seat, base, order, ...noted);
    if (!moment.ok || at !== table) return;
    game.value = continued(now, at, moment.value);
    scene.value = shown;
  };

  /** A game that has just been opened, under an id of its own or the one it is kept by. */
  const take = async (opened: Game, under: string, seen: number, from: Origin): Promise<void> => {
    const edition = editionOf(opened.bundle);
    await fetchPart(edition, true);
    id = under;
    revision = seen;
    origin.value = from;
    refused = undefined;
    keeping.value = { state: 'kept' };
    await sit(opened);
    if (seen === 0) void keep(opened);
  };

  /** `from`: what it is kept with; where it is kept for the first time, what it was called. */
  const takeRecord = async (json: unknown, line: number | undefined, under: string, seen: number, from: Origin): Promise<boolean> => {
    const { openRecord, actsSooner } = await LINKS.fetch();
    const opened = await openRecord(json, findRules, line);
    if (!opened.ok) {
      linkProblem.value = opened.problem;
      return false;
    }
    linkProblem.value = undefined;
    const { game: found, tail: lost } = opened.value;
    // What is damaged stays as it is kept: the game goes on beside it.
    const all = seen > 0 ? from : originOf({ ...from, actsFrom: actsSooner(found) });
    await take(found, lost === undefined ? under : newId(), lost === undefined ? seen : 0, all);
    tail.value = lost;
    return true;
  };

  /** Whether what is open at the beginning is among what came first. */
  const canOpen = ({ bundle, states }: Game): boolean => {
    const prose = proseOf(editionOf(bundle));
    if (bundle.beginning === true && beginsWhole(bundle.catalogue)) return false;
    return bundle.program.situations.every(
      ({ id: situation, status, options }) =>
        (states[0]?.[status] ?? 0) === 0 || (options.length > 0 && prose?.[`situation.${situation}.title`] !== undefined),
    );
  };

  const begin = async (bundle: Bundle, setup: Beginning, from: Origin): Promise<void> => {
    const edition = editionOf(bundle);
    // The words of initiatives come with the whole.
    await fetchPart(edition, from.actsFrom !== undefined);
    let fresh = newGame(isWhole(edition) ? await loadBundle(edition) : bundle, setup);
    if (!canOpen(fresh)) {
      await fetchPart(edition, true);
      fresh = newGame(await loadBundle(edition), setup);
    }
    id = newId();
    revision = 0;
    origin.value = from;
    tail.value = undefined;
    keeping.value = { state: 'kept' };
    await sit(fresh);
    void keep(fresh);
    if (!isWhole(edition)) setTimeout(() => void fetchPart(edition, true).catch(() => undefined), AFTER_FIRST);
  };

  /** A shared link played through, taken by nobody yet. */
  const readShared = async (text: string): Promise<Game | undefined> => {
    const { openLink } = await LINKS.fetch();
    const opened = await openLink(text, findRules);
    linkProblem.value = opened.ok ? undefined : opened.problem;
    return opened.ok ? opened.value : undefined;
  };

  return {
    game,
    scene,
    keeping,
    linkProblem,
    tail,
    missing,
    outlook,
    lines: computed(() => {
      // Read for its sake: the tree changes with the game.
      if (game.value === undefined || table === undefined) return [];
      const { record, line: atHand } = table.game();
      return record.lines.map(({ from, orders }, line) => ({
        line,
        from: from?.turn,
        left: from?.line,
        turns: (from?.turn ?? 0) + orders.length,
        atHand: line === atHand,
      }));
    }),
    draft: (turn) => {
      draft ??= readDraft(id);
      return draft?.turn === turn ? draft : undefined;
    },
    setDraft: (next) => {
      draft = next;
      writeDraft(id, next);
    },
    proseOf,
    fetchWords: (edition) => fetchPart(edition, editionNow() === edition),
    tellerAt: (view) => {
      const now = game.value;
      const edition = now === undefined ? undefined : editionOf(now.bundle);
      const prose = edition === undefined ? undefined : proseOf(edition);
      return now === undefined || prose === undefined ? undefined : tellerOf(now.bundle, now.rules, view, prose, locale.value, now.seat);
    },
    begin: (bundle, setup) => begin(bundle, setup, {}),
    commit: (order, notes = NO_NOTES) => give(order, notes, 'after'),
    goOn: () => {
      const now = game.peek();
      if (now === undefined) return;
      const next = sceneOf(now);
      if (next === 'over' && isLost(now) && scene.peek() !== 'lost') {
        scene.value = 'lost';
        return;
      }
      const opens = next === 'stop' && scene.peek() !== 'chapter' && chapterOpened(now, proseOf(editionOf(now.bundle))) !== undefined;
      scene.value = opens ? 'chapter' : next;
    },
    letPass: async () => {
      const now = game.peek();
      if (now === undefined || isStop(now) || isOver(now)) return;
      await give(PASS, NO_NOTES, 'passing');
      const next = game.peek();
      if (next !== undefined && next !== now && scene.peek() === 'passing' && isLost(next)) scene.value = 'lost';
    },
    branch: async (turn) => {
      const now = table?.game();
      if (now !== undefined) await sit(branchAt(now, turn));
    },
    switchTo: async (line) => {
      const now = table?.game();
      if (now === undefined) return;
      const there = onLine(now, line);
      await sit(there);
      void keep(there);
    },
    openAll: async () => {
      const now = game.peek();
      if (table === undefined || now === undefined || now.open || !isOver(now)) return;
      const opened = await readChronicle(table, 'open');
      if (game.peek() === now) game.value = opened;
    },
    otherwise: async () => {
      const { countOtherwise, gamesOtherwise } = await COURSES.fetch();
      const at = table?.game();
      return at === undefined || !ended(at) ? undefined : { count: countOtherwise(at), games: gamesOtherwise(at) };
    },
    peekShared: async (text) => {
      const found = await readShared(text);
      if (found === undefined) return undefined;
      const { bundle, seed, states } = found;
      return { bundle, seed, turn: turnOf(found), over: ended(found), begun: states.length > 1 };
    },
    beginShared: async (text) => {
      const found = await readShared(text);
      if (found === undefined) return false;
      const { actsSooner } = await LINKS.fetch();
      await begin(found.bundle, { seed: found.seed, choices: found.record.setup }, originOf({ actsFrom: actsSooner(found) }));
      return true;
    },
    received: computed(() => origin.value.received === true),
    actsFrom: computed(() => origin.value.actsFrom),
    openShared: async (text, name) => {
      const found = await readShared(text);
      if (found !== undefined) {
        const { actsSooner } = await LINKS.fetch();
        await take(found, newId(), 0, originOf({ name, received: ended(found) ? true : undefined, actsFrom: actsSooner(found) }));
      }
      return found !== undefined;
    },
    openFile: async (text) => {
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        json = undefined;
      }
      return takeRecord(json, undefined, newId(), 0, originOf({ name: nameIn(json) }));
    },
    openKept: (saved) => takeRecord(saved.record, saved.line, saved.id, saved.revision, originOf(saved)),
    resume: async () => {
      const all = await saves.list();
      const newest = all.ok ? all.value[0] : undefined;
      if (!all.ok) {
        const unkept: Keeping = { state: 'unkept', problem: all.problem };
        keeping.value = unkept;
        void all.problem.late?.then((come) => {
          if (come.ok && keeping.peek() === unkept) keeping.value = { state: 'kept' };
        });
      }
      return newest === undefined ? false : takeRecord(newest.record, newest.line, newest.id, newest.revision, originOf(newest));
    },
    kept: async (later) => {
      const all = await saves.list();
      if (all.ok) return all.value;
      if (later !== undefined) void all.problem.late?.then((come) => come.ok && later(come.value));
      return [];
    },
    rename: saves.rename && (async (of, name) => (await saves.rename?.(of, name))?.ok === true),
    nameHere: async () => {
      const here = await saves.get(id).catch(() => undefined);
      return here?.ok === true && here.value !== undefined ? here.value.name : origin.peek().name;
    },
    goOnUnkept: (yes) => {
      const now = keeping.peek();
      if (now.state !== 'asking') return;
      agreed ||= yes;
      keeping.value = { state: 'unkept', problem: now.problem };
      settle(yes);
    },
    settleElsewhere: async (apart) => {
      const there = await saves.get(id);
      const saved = there.ok ? there.value : undefined;
      const ours = refused?.game;
      if (saved === undefined) return;
      const opened = await takeRecord(saved.record, saved.line, saved.id, saved.revision, originOf(saved));
      const now = table?.game();
      if (!opened || !apart || ours === undefined || now === undefined) return;
      // The order given here goes on a line of its own, from where it was given.
      const turn = ours.states.length - 2;
      const order = ours.record.lines[ours.line]?.orders.at(-1)?.[seatAt(ours)];
      const line = playTurn(branchAt(now, turn), order ?? PASS);
      await sit(line, 'after');
      void keep(line);
    },
    dismissTail: () => (tail.value = undefined),
    link: () => {
      const links = LINKS.here();
      if (table === undefined || links === undefined)
        return bad({ code: 'foreign', message: 'There is no game in hand, or no way to link it.' });
      return links.linkOf(table.game());
    },
    record: () => table?.game().record,
  };
};

/** Not everywhere: an old browser, or a page that is not served safely. */
const storageHere = (): Partial<StorageManager> | undefined => navigator.storage;
