import { signal } from '@preact/signals';
import type { SeatOrder } from '../../engine/order.ts';
import { PASS } from '../../engine/order.ts';
import type { Bundle, Locale, Prose } from '../../bundle/bundle.ts';
import { findRules, loadFirstProse, loadProse } from '../../session/library.ts';
import { branchAt, isOver, isStop, newGame, playTurn, type Game, type Note } from '../../session/game.ts';
import { keep, kept, type KeepProblem } from '../../session/keep.ts';
import { openLink, openSaved, type LinkProblem } from '../../session/link.ts';
import type { Choices } from '../../engine/setup.ts';
import type { Result } from '../../engine/result.ts';
import { locale } from '../../text/text.ts';
import { chapterOpened } from '../../telling/chapter.ts';
import { tellerOf, type Teller } from '../../telling/teller.ts';
import type { View } from '../../engine/view.ts';
import { goTo } from '../address.ts';

/** The game in hand. */
export const game = signal<Game | undefined>(undefined);

/** What the desk shows of it: a stop, what came of the last order, weeks passing, the page that opens a chapter, or the end. */
export type Scene = 'stop' | 'after' | 'passing' | 'chapter' | 'over';
export const scene = signal<Scene>('stop');

/** Why saving failed, until dismissed. */
export const keepProblem = signal<KeepProblem | undefined>(undefined);

/** Why the last link or save did not open. */
export const linkProblem = signal<LinkProblem | undefined>(undefined);

/** Words of one scenario: those of its beginning, or all of them (`whole`), and then its places are here too. */
interface Words {
  readonly scenario: string;
  readonly locale: Locale;
  readonly prose: Prose;
  readonly whole: boolean;
}

/** The words of the game in hand, in the language on screen; the old ones stay until the new ones are here. */
const words = signal<Words | undefined>(undefined);

let slot = '';

const sceneOf = (now: Game): Scene => (isOver(now) ? 'over' : isStop(now) ? 'stop' : 'passing');

/** Whether the game cannot go on because its words could not be fetched. */
export const missing = signal(false);

const isWhole = (scenario: string): boolean => words.peek()?.scenario === scenario && words.peek()?.whole === true;

const fetchPart = async (scenario: string, whole: boolean): Promise<void> => {
  const wanted = locale.peek();
  const prose = await (whole ? loadProse(scenario, wanted) : loadFirstProse(scenario, wanted));
  const has = !whole && isWhole(scenario) && words.peek()?.locale === wanted;
  if (locale.peek() === wanted && !has) words.value = { scenario, locale: wanted, prose, whole };
};

/** Fetches a scenario's words in the language on screen: all of them for the game in hand, for another those of its beginning. */
export const fetchWords = (scenario: string): Promise<void> => fetchPart(scenario, game.peek()?.bundle.program.id === scenario);

/** Does something once all words and places of the game in hand are here, unless it has gone on by then. */
const onceWhole = (now: Game, then: () => void): void => {
  const scenario = now.bundle.program.id;
  if (isWhole(scenario)) then();
  else
    fetchPart(scenario, true).then(
      () => {
        missing.value = false;
        if (game.peek() === now) then();
      },
      () => (missing.value = true),
    );
};

/** The scenario's words, if they are here. */
export const proseOf = (scenario: string): Prose | undefined => (words.value?.scenario === scenario ? words.value.prose : undefined);

/** A teller for any view of the game in hand. */
export const tellerAt = (now: Game, view: View): Teller | undefined => {
  const prose = proseOf(now.bundle.program.id);
  return prose === undefined ? undefined : tellerOf(now.bundle, now.rules, view, prose, locale.value);
};

const save = async (now: Game): Promise<void> => {
  const kept = await keep(slot, now, Date.now());
  keepProblem.value = kept.ok ? undefined : kept.problem;
};

const put = (now: Game, shown: Scene): void => {
  game.value = now;
  scene.value = shown;
  void save(now);
};

const newSlot = (): string => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;

/** Milliseconds. */
const AFTER_FIRST = 250;

/** Whether what is open at the beginning is among the words that came first. */
const canSay = ({ bundle, states }: Game): boolean =>
  bundle.program.situations.every(
    ({ id, status }) => (states[0]?.[status] ?? 0) === 0 || proseOf(bundle.program.id)?.[`situation.${id}.title`] !== undefined,
  );

/** Starts a game and goes to its first stop. */
export const begin = async (bundle: Bundle, setup: { readonly seed: string; readonly choices: Choices }): Promise<void> => {
  const { id } = bundle.program;
  await fetchPart(id, false);
  const fresh = newGame(bundle, setup);
  if (!canSay(fresh)) await fetchPart(id, true);
  slot = newSlot();
  put(fresh, sceneOf(fresh));
  goTo({ at: 'play' });
  // The first stop is drawn before what it does not need is fetched.
  if (!isWhole(id)) setTimeout(() => void fetchPart(id, true).catch(() => undefined), AFTER_FIRST);
};

/** Gives the order of this stop and shows what came of it. */
export const commit = (order: SeatOrder, note?: Note): void => {
  const now = game.peek();
  if (now !== undefined) onceWhole(now, () => put(playTurn(now, order, note), 'after'));
};

/** Leaves the consequences: to the next stop, the page before it, the weeks until then, or the review. */
export const goOn = (): void => {
  const now = game.peek();
  if (now === undefined) return;
  const next = sceneOf(now);
  const opens = next === 'stop' && scene.peek() !== 'chapter' && chapterOpened(now, proseOf(now.bundle.program.id)) !== undefined;
  scene.value = opens ? 'chapter' : next;
  if (scene.value === 'over') goTo({ at: 'review' });
};

/** Lets one quiet week pass. The scene stays: the week is shown before the next thing comes. */
export const letPass = (): void => {
  const now = game.peek();
  if (now !== undefined && !isStop(now) && !isOver(now)) onceWhole(now, () => put(playTurn(now, PASS), 'passing'));
};

/** Goes back to the start of a turn, as an exploration beside the first game. */
export const branch = (turn: number): void => {
  const now = game.peek();
  if (now === undefined) return;
  slot = newSlot();
  const back = branchAt(now, turn);
  put(back, sceneOf(back));
  goTo({ at: 'play' });
};

const opened = async (result: Result<Game, LinkProblem>, id: string): Promise<boolean> => {
  if (!result.ok) {
    linkProblem.value = result.problem;
    return false;
  }
  linkProblem.value = undefined;
  await fetchPart(result.value.bundle.program.id, true);
  slot = id;
  put(result.value, sceneOf(result.value));
  return true;
};

/** Opens a shared link beside whatever is kept; the game in hand stays where the link fails. */
export const openShared = async (code: string): Promise<boolean> => opened(await openLink(code, findRules), newSlot());

/** Opens an exported file's text, beside whatever is kept. */
export const openFile = async (text: string): Promise<boolean> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return opened(await openSaved(json, findRules), newSlot());
};

/** Opens a kept game. */
export const openKept = async (id: string, record: unknown): Promise<boolean> => opened(await openSaved(record, findRules), id);

/** Takes up the newest kept game. False where there is none, or it does not open. */
export const resume = async (): Promise<boolean> => {
  const all = await kept();
  const newest = all.ok ? all.value[0] : undefined;
  return newest === undefined ? false : openKept(newest.id, newest.record);
};
