import { FORMS, phasesOf } from '../../session/lesson/clock.ts';
import type { Clock, Sitting } from '../../session/lesson/clock.ts';
import type { Taps } from '../../session/lesson/lesson.ts';

/** What stands on the projector. `seats`: who holds which chair. `ended`: the game is over before the class met its next decision. */
export const SCENES = ['who', 'seats', 'rehearsal', 'stop', 'write', 'standing', 'between', 'rest', 'bell', 'ended', 'debrief'] as const;
export type Scene = (typeof SCENES)[number];

/**
 * Where a lesson is, beside its record: what is not decided yet, and the clocks. Kept in this browser at every change, so that a device that dies
 * opens at the same place.
 */
export interface Place {
  /** The game it is of. */
  readonly game: string;
  readonly scene: Scene;
  /** Index of the stop at hand in its cut, and the turn on which it stands open. */
  readonly stop: number;
  readonly turn: number;
  readonly clock?: Clock;
  readonly taps: Taps;
  /** Taps before each of the last ones: for undoing. */
  readonly undo: readonly Taps[];
  /** Chairs that have had their briefing at this stop, by the ids of their eyes. */
  readonly briefed: readonly string[];
  readonly sitting: Sitting;
  /** Counts from 1. */
  readonly sittings: number;
  /** Page of the debrief. */
  readonly page: number;
}

const KEY = 'bamboo.lesson';

export const NO_TAPS: Taps = { answers: {}, dissents: [] };

export const writePlace = (place: Place | undefined): void => {
  try {
    if (place === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing still teaches.
  }
};

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const tapsIn = (value: unknown): Taps => {
  if (!isFields(value)) return NO_TAPS;
  const { answers, dissents } = value;
  return {
    answers: isFields(answers)
      ? Object.fromEntries(Object.entries(answers).filter((each): each is [string, number] => isCount(each[1])))
      : {},
    dissents: Array.isArray(dissents) ? dissents.filter((each) => typeof each === 'string') : [],
  };
};

const PHASES = FORMS.flatMap(phasesOf);

const clockIn = (value: unknown): Clock | undefined => {
  const phase = isFields(value) ? PHASES.find((each) => each === value['phase']) : undefined;
  if (!isFields(value) || phase === undefined || !isTime(value['left'])) return undefined;
  return { phase, left: value['left'], ...(isTime(value['since']) ? { since: value['since'] } : {}) };
};

/** A place as it was kept; undefined where it cannot be read. What is kept in a browser may have been written by anyone. */
export const placeFrom = (value: unknown): Place | undefined => {
  if (!isFields(value)) return undefined;
  const { game, stop, turn, sitting, sittings, page, undo, briefed } = value;
  const scene = SCENES.find((each) => each === value['scene']);
  if (typeof game !== 'string' || scene === undefined || !isCount(stop) || !isCount(turn) || !isFields(sitting)) return undefined;
  const { began, bell } = sitting;
  if (!isTime(began) || !isTime(bell)) return undefined;
  const clock = clockIn(value['clock']);
  return {
    ...{ game, scene, stop, turn, taps: tapsIn(value['taps']) },
    ...(clock === undefined ? {} : { clock }),
    undo: Array.isArray(undo) ? undo.map(tapsIn) : [],
    briefed: Array.isArray(briefed) ? briefed.filter((each) => typeof each === 'string') : [],
    sitting: { began, bell },
    sittings: isCount(sittings) && sittings > 0 ? sittings : 1,
    page: isCount(page) ? page : 0,
  };
};

export const readPlace = (): Place | undefined => {
  try {
    return placeFrom(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return undefined;
  }
};
