import type { Answer } from '../engine/order.ts';
import { lensesOf } from '../bundle/lens.ts';
import { readChronicle, type Chronicle } from './chronicle.ts';
import type { Game } from './game.ts';
import { answersLeft, lensOf, underLens, withAnswer, type Course } from './otherwise.ts';
import { openTable } from './table.ts';

/** A game that was over, gone otherwise, with all that was hidden. */
export interface OtherGame {
  /** What was answered otherwise, and on which turn; absent: nothing, the lens is another. */
  readonly answer?: Answer & { readonly turn: number };
  /** The lens it was played under, where it is another. */
  readonly lens?: string;
  readonly chronicle: Chronicle;
  readonly kept: number;
  readonly strayed: number;
}

const opened = async ({ game, kept, strayed }: Course): Promise<Omit<OtherGame, 'answer' | 'lens'>> => ({
  chronicle: await readChronicle(
    openTable(game, () => Promise.resolve(true)),
    'open',
  ),
  kept,
  strayed,
});

/** How many games `gamesOtherwise` will give for a game. */
export const countOtherwise = (game: Game): number =>
  game.states.slice(0, -1).reduce((sum, _, turn) => sum + answersLeft(game, turn).length, otherLenses(game).length);

/** The same luck and the same orders under every other lens. For a game that is over. */
export const gamesUnderLenses = (game: Game): Promise<readonly OtherGame[]> =>
  Promise.all(otherLenses(game).map(async (lens) => ({ lens, ...(await opened(underLens(game, lens))) })));

/** The same luck under every other lens, then with every other answer at every stop of the line at hand. For a game that is over. */
export async function* gamesOtherwise(game: Game): AsyncGenerator<OtherGame> {
  yield* await gamesUnderLenses(game);
  for (let turn = 0; turn < game.states.length - 1; turn++)
    for (const answer of answersLeft(game, turn)) yield { answer: { ...answer, turn }, ...(await opened(withAnswer(game, turn, answer))) };
}

const otherLenses = (game: Game): readonly string[] => {
  const own = lensOf(game);
  return lensesOf(game.bundle.program).filter((lens) => lens !== own);
};
