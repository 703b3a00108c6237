import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Chronicle } from '../../../session/chronicle.ts';
import { cornersOf } from '../../../session/lesson/lesson.ts';
import type { LessonStore } from '../../lesson/lesson-store.ts';
import { sentencesOf } from '../../lesson/fit.ts';
import type { Place } from '../../lesson/place.ts';
import type { Teller } from '../../../telling/teller.ts';

export const LessonContext = createContext<LessonStore | undefined>(undefined);

/** The lesson on this screen. Throws where there is none. */
export const useLesson = (): LessonStore => {
  const store = useContext(LessonContext);
  if (store === undefined) throw new Error('a part of the lesson stands outside of it');
  return store;
};

/** What every scene of a lesson is given. */
export interface Scene {
  readonly game: Chronicle;
  readonly place: Place;
  /** At the moment at hand. */
  readonly teller: Teller;
}

/** A corner of the room: an office of the cabinet, with its letter. */
export interface CornerModel {
  readonly id: string;
  readonly letter: string;
  readonly name: string;
  readonly about: string;
  /** What it wants: the first sentence of what it is about. */
  readonly wants: string;
}

const LETTERS = 'ABCDEFGH';

export const cornerModels = (teller: Teller): readonly CornerModel[] =>
  cornersOf(teller.bundle).map((id, i) => {
    const about = teller.say(`viewpoint.${id}.about`);
    return { id, letter: LETTERS.charAt(i), name: teller.say(`viewpoint.${id}.name`), about, wants: sentencesOf(about)[0] ?? '' };
  });
