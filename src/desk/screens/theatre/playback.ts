import { useEffect, useState } from 'preact/hooks';

/** How long a turn stands while a game is played, ms: one with a decision, and a quiet one. */
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
  /** How long this turn stands, ms. */
  readonly time: number;
  readonly goTo: (at: number) => void;
  readonly setPlaying: (playing: boolean) => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** A place in a game of `count` positions, which goes on by itself while it is played. `isStop`: whether a position is one with a decision. */
export const usePlayback = (count: number, isStop: (at: number) => boolean): Playback => {
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>('usual');
  const last = count - 1;
  const time = SPEEDS[speed][isStop(at) ? 'stop' : 'quiet'];
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
    goTo: (next) => setAt(Math.max(0, Math.min(last, next))),
    setPlaying: (next) => {
      if (next && at >= last) setAt(0);
      setPlaying(next);
    },
    setSpeed,
  };
};
