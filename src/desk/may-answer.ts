import { useMemo } from 'preact/hooks';
import type { Chronicle } from '../session/chronicle.ts';
import type { Teller } from '../telling/teller.ts';

/** What is said of the moves of a turn that answer nothing openly, by power; fetched and worked out when it is asked for. */
export const useMayAnswer = (teller: Teller, game: Chronicle, turn: number): (() => Promise<ReadonlyMap<string, string>>) =>
  useMemo(
    () => async () => {
      const { mayAnswerWords } = await import('../telling/may-answer.ts');
      return mayAnswerWords(teller, game, turn);
    },
    [teller.locale, game, turn],
  );
