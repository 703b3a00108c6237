import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { locale } from '../../../text/text.ts';
import { readingTime, wordsNew } from './reading-time.ts';

/** How long a turn stands while a game is played, ms: one with a decision, and a quiet one. The slow one stands longer where there is more to read. */
export const SPEEDS = {
  slow: { stop: 12_000, quiet: 6000 },
  usual: { stop: 6000, quiet: 3000 },
  fast: { stop: 2600, quiet: 1300 },
} as const;

export type Speed = keyof typeof SPEEDS;

export interface Playback {
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** How long this turn stands, ms, and how long it does where there is little to read: what moves, moves within that. */
  readonly time: number;
  readonly least: number;
  readonly goTo: (at: number) => void;
  readonly setPlaying: (playing: boolean) => void;
  readonly setSpeed: (speed: Speed) => void;
}

/**
 * A place in a game of `count` positions, which goes on by itself while it is played. `isStop`: whether a position is one with a decision;
 * `shown`: where it is told.
 */
export const usePlayback = (count: number, isStop: (at: number) => boolean, shown: RefObject<HTMLElement | null>): Playback => {
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>('usual');
  const last = count - 1;
  const [reading, setReading] = useState(0);
  const stood = useRef('');
  useLayoutEffect(() => {
    const text = shown.current?.innerText ?? '';
    setReading(readingTime(wordsNew(stood.current, text), locale.value));
    stood.current = text;
  }, [at]);
  const least = SPEEDS[speed][isStop(at) ? 'stop' : 'quiet'];
  const time = speed === 'slow' ? Math.max(least, reading) : least;
  useEffect(() => {
    if (!playing) return undefined;
    if (at >= last) {
      setPlaying(false);
      return undefined;
    }
    const wait = setTimeout(() => setAt(at + 1), time);
    return () => clearTimeout(wait);
  }, [playing, at, time, last]);
  return {
    at,
    playing,
    speed,
    time,
    least,
    goTo: (next) => setAt(Math.max(0, Math.min(last, next))),
    setPlaying: (next) => {
      if (next && at >= last) setAt(0);
      setPlaying(next);
    },
    setSpeed,
  };
};
