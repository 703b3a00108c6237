import type { Bundle } from '../../bundle/bundle.ts';
import { sha256Hex } from '../../bundle/canonical.ts';
import { PASS } from '../../engine/order.ts';
import { withSeed } from '../../engine/with-seed.ts';
import { bad, good } from '../../engine/result.ts';
import type { Problem, Result } from '../../engine/result.ts';
import { makeSeed, SEED_LETTERS } from '../../engine/seed.ts';
import { FIRST_SEAT, isOver, ordersNow, type Game } from '../game.ts';
import { linkOf, openLink, type FindRules } from '../link.ts';
import { choicesOfClass, codeOf, readClassCode, seedOfClass, termsOf, wayOf } from './class-code.ts';
import { cornersOf, lessonOf, retold, type LessonStop } from './lesson.ts';

/**
 * What a group hands to its teacher: `R1.CODE.ALIAS.STOPS.LINK.CHECK`. The link has no seed; the code stands for it. STOPS has four letters a stop
 * (which, its turn in two, how the answer came) and one a corner: its card and whether some in it would have answered otherwise.
 */
const MARK = 'R1';
const CHECK_LETTERS = 2;
const BASE = SEED_LETTERS.length;
const STOP_LETTERS = 4;
/** What a letter of a corner adds for a dissent; the card counts from 1, 0: none. */
const DISSENT = 16;
const RANG = 1;

/** Who played a class code: a group, one person alone, or the whole class around one screen. */
const PLAYERS = { group: '', alone: 'A', cabinet: 'C' } as const;
export type Players = keyof typeof PLAYERS;
const NO_SEED = makeSeed(0n);

const letter = (value: number): string => SEED_LETTERS.charAt(value % BASE);
const two = (value: number): string => letter(Math.floor(value / BASE)) + letter(value);
const valueOf = (text: string): number => Array.from(text).reduce((value, each) => value * BASE + SEED_LETTERS.indexOf(each), 0);

const checkOf = (text: string): string => {
  const hash = sha256Hex(`class result|${text}`);
  return letter(Number.parseInt(hash.slice(0, 2), 16)) + letter(Number.parseInt(hash.slice(2, 4), 16));
};

export type ResultProblem = Problem & { readonly code: 'no-class' | 'damaged' | 'unknown-rules' };

const DAMAGED: ResultProblem = { code: 'damaged', message: 'This result is damaged.' };

/** The result of a lesson of a class code. Problem `no-class` where it is of none or is not over. */
export const makeResult = (game: Game): Result<string, ResultProblem> => {
  const lesson = lessonOf(game);
  const link = linkOf(game);
  const sealed = link.ok ? withSeed(link.value, NO_SEED) : link;
  if (lesson?.code === undefined || !isOver(game) || !sealed.ok)
    return bad({ code: 'no-class', message: 'This game is of no class code, or not over.' });
  const corners = cornersOf(game.bundle);
  const stops = lesson.stops.map(
    ({ stop, turn, rang, ballots, dissents }) =>
      letter(stop) +
      two(turn) +
      letter(rang ? RANG : 0) +
      corners
        .map((corner) => {
          const option = ballots.find(({ chair }) => chair === corner)?.order.answers[0]?.option;
          return letter((option === undefined ? 0 : option + 1) + (dissents.includes(corner) ? DISSENT : 0));
        })
        .join(''),
  );
  const by: Players = lesson.way === 'alone' ? 'alone' : lesson.alias === undefined ? 'cabinet' : 'group';
  const alias = `${PLAYERS[by]}${two(lesson.alias ?? 0)}`;
  const text = [MARK, lesson.code.replaceAll('-', ''), alias, stops.join(''), sealed.value].join('.');
  return good(`${text}.${checkOf(text)}`);
};

const SHAPE = /^R1\.([0-9A-Z]{8,40})\.([AC]?)([0-9A-Z]{2})\.([0-9A-Z]{0,400})\.(B[\w-]{8,24000})\.([0-9A-Z]{2})/u;

/** Longer texts are no list of results. */
const LONGEST = 400_000;
const MOST = 60;

/** Every result in whatever text people pass on, blanks and line ends within them left out; each as far as the next one. */
export const resultsIn = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST)
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, ' ')
    .split(/(?=\bR\d\.[0-9A-Z ]{4})/u)
    .filter((part) => /^R\d\./u.test(part))
    .slice(0, MOST)
    .map((part) => {
      const bare = part.replaceAll(' ', '');
      return SHAPE.exec(bare)?.[0] ?? part.trim().split(' ')[0] ?? '';
    });

/** The game of a group, read and played again. */
export interface GroupGame {
  readonly code: string;
  readonly alias: number;
  readonly by: Players;
  readonly game: Game;
}

/** Opens a result: plays every order of it again under the seed of its code. Problems `damaged`, `unknown-rules`. */
export const openResult = async (text: string, find: FindRules): Promise<Result<GroupGame, ResultProblem>> => {
  const [whole = '', letters = '', mark = '', alias = '', stops = '', link = '', check = ''] = SHAPE.exec(text) ?? [];
  const read = readClassCode(letters);
  if (whole === '' || !read.ok || checkOf(whole.slice(0, -CHECK_LETTERS - 1)) !== check) return bad(DAMAGED);
  const seeded = withSeed(link, seedOfClass(read.value));
  if (!seeded.ok) return bad(DAMAGED);
  const opened = await openLink(seeded.value, find);
  if (!opened.ok) {
    const { code, message } = opened.problem;
    return bad(code === 'unknown-rules' ? { code, message } : DAMAGED);
  }
  const game = opened.value;
  const terms = termsOf(game.bundle, read.value);
  if (!terms.ok || JSON.stringify(game.record.setup) !== JSON.stringify(choicesOfClass(game.bundle, terms.value))) return bad(DAMAGED);
  const told = stopsFrom(game, stops);
  const code = codeOf(read.value);
  const number = valueOf(alias);
  const by: Players = mark === PLAYERS.alone ? 'alone' : mark === PLAYERS.cabinet ? 'cabinet' : 'group';
  const { cut, writing } = terms.value;
  const lesson = { cut, way: wayOf(terms.value, by === 'alone'), writing, code, ...(by === 'cabinet' ? {} : { alias: number }) };
  return told === undefined ? bad(DAMAGED) : good({ code, alias: number, by, game: retold(game, lesson, told) });
};

type Told = Omit<LessonStop, 'chair'>;

/** The stops that letters tell of a game; undefined where they do not fit it. */
const stopsFrom = (game: Game, letters: string): readonly Told[] | undefined => {
  const corners = cornersOf(game.bundle);
  const size = STOP_LETTERS + corners.length;
  if (letters.length % size !== 0) return undefined;
  const orders = ordersNow(game);
  const found: Told[] = [];
  for (let at = 0; at < letters.length; at += size) {
    const [stop, turn, how] = [valueOf(letters.charAt(at)), valueOf(letters.slice(at + 1, at + 3)), valueOf(letters.charAt(at + 3))];
    const answer = (orders[turn]?.[FIRST_SEAT] ?? PASS).answers[0];
    if (turn >= orders.length || (found.at(-1)?.turn ?? -1) >= turn || (how !== RANG && answer === undefined)) return undefined;
    const cards = corners.map((chair, i) => ({ chair, value: valueOf(letters.charAt(at + STOP_LETTERS + i)) }));
    found.push({
      stop,
      turn,
      rang: how === RANG,
      ballots: cards.flatMap(({ chair, value }) => {
        const option = (value % DISSENT) - 1;
        return option < 0 || answer === undefined
          ? []
          : [{ chair, order: { answers: [{ situation: answer.situation, option }], acts: [] } }];
      }),
      dissents: cards.filter(({ value }) => value >= DISSENT).map(({ chair }) => chair),
    });
  }
  return found;
};

/** Why a game is not set beside those of a class. */
export type Apart = 'scenario' | 'rules' | 'seed';

/** Whether a group played what the class did: the same scenario, rules and luck. Undefined where it did. */
export const apartFrom = (mine: { readonly bundle: Bundle; readonly seed: string }, other: Game): Apart | undefined => {
  if (mine.bundle.program.id !== other.bundle.program.id) return 'scenario';
  if (mine.bundle.rulesHash !== other.bundle.rulesHash) return 'rules';
  return mine.seed === other.seed ? undefined : 'seed';
};
