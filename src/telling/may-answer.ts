import { PASS, type SeatOrder } from '../engine/order.ts';
import { oddsOfAny, oddsOfAnswering, type Given, type OwnMove } from '../players/may-answer.ts';
import { viewAt, type Chronicle } from '../session/chronicle.ts';
import { ta } from '../text/may-answer.ts';
import { answeredWords, movesIn } from './moves.ts';
import type { Teller } from './teller.ts';
import { percentOf } from './wording.ts';

/** Turns within which a move may answer what was done. */
const WITHIN = 5;

interface Earlier extends Given {
  readonly turn: number;
}

/** What was ordered before a turn, near enough to be answered on it, the latest first. */
const earlierOrders = (game: Chronicle, turn: number): readonly Earlier[] =>
  Array.from({ length: Math.min(WITHIN, turn) }, (_, i) => turn - 1 - i).flatMap((at): Earlier[] => {
    const order = game.orders[at] ?? PASS;
    return order.answers.length + order.acts.length === 0 ? [] : [{ turn: at, turns: turn - at, view: viewAt(game, at), order }];
  });

/** What an order is called: by its first answer, or else its first act. */
const nameOf = ({ bundle: { program } }: Teller, { answers, acts }: SeatOrder): string => {
  const [answer] = answers;
  if (answer === undefined) return program.acts[acts[0] ?? 0]?.id ?? '';
  const { id, options } = program.situations[answer.situation]!;
  return `${id}/${options[answer.option]?.id ?? ''}`;
};

/** Lets the page do what waits between two steps of a longer work. */
const breathe = (): Promise<void> => new Promise((go) => void setTimeout(go, 0));

/**
 * Of every move made on a turn that answers nothing openly, by power: after what it came, and with what odds it answers anything, worded.
 * Empty where nothing was done that it could answer. Read from what the player saw before; what is hidden changes nothing in it.
 */
export const mayAnswerWords = async (teller: Teller, game: Chronicle, turn: number): Promise<ReadonlyMap<string, string>> => {
  const { program, catalogue } = teller.bundle;
  const moves = movesIn(program, catalogue, game.moments[turn + 1]?.rows ?? []).flatMap(
    ({ power, act, answers }): (OwnMove & { readonly power: string })[] =>
      act === undefined || answers !== undefined ? [] : [{ power, act, seat: program.acts[act]!.seat }],
  );
  const orders = earlierOrders(game, turn);
  if (moves.length === 0 || orders.length === 0) return new Map();
  const odds: (readonly number[])[] = [];
  for (const order of orders) {
    await breathe();
    odds.push(oddsOfAnswering(game.rules, game.seat, order, moves));
  }
  return new Map(
    moves.flatMap(({ power }, i) => {
      const each = odds.map((list) => list[i]!);
      // What answers nothing came after everything.
      if (percentOf(oddsOfAny(each)) === 0) return [];
      const { order, turn: at } = orders[each.indexOf(Math.max(...each))]!;
      const what = answeredWords(teller, { what: nameOf(teller, order), turn: at });
      return [[power, ta('may_answer.after', { what, p: percentOf(oddsOfAny(each)) })] as const];
    }),
  );
};
