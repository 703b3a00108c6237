import { useEffect, useRef, useState } from 'preact/hooks';
import { lensIn } from '../../../bundle/lens.ts';
import { ENDING } from '../../../engine/program.ts';
import type { End } from '../../../lab/ends.ts';
import { viewNow, type Chronicle } from '../../../session/chronicle.ts';
import type { Teller } from '../../../telling/teller.ts';
import { locale } from '../../../text/text.ts';
import { rt } from '../../../text/review.ts';
import { simulate } from '../../game/simulations.ts';
import { announce } from '../../parts/live.tsx';
import { Part } from './part.tsx';

const GAMES = 1_000;
/** Games that one dot stands for. */
const A_DOT = 10;
const WIDTH = 720;
const DOT = 2.5;
/** Width of a stack of dots, per mille. */
const BIN = 13;

interface Strip {
  readonly id: string;
  readonly name: string;
  readonly own: number;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly height: number;
  /** Share of the games that ended lower, per cent. */
  readonly below: number;
}

/** Every tenth game by value stands for ten, stacked where several fall together. */
const stripsOf = (teller: Teller, ends: readonly End[]): readonly Strip[] =>
  teller.bundle.program.readings.map(({ id, slot }, nth) => {
    const values = ends.map(({ readings }) => readings[nth] ?? 0).sort((a, b) => a - b);
    const stacks = new Map<number, number>();
    const placed = values
      .filter((_, i) => i % A_DOT === A_DOT / 2)
      .map((value) => {
        const bin = Math.floor(value / BIN);
        const height = stacks.get(bin) ?? 0;
        stacks.set(bin, height + 1);
        return { bin, height };
      });
    const tallest = Math.max(1, ...stacks.values());
    const height = tallest * 2 * DOT + 16;
    const own = teller.read(slot);
    return {
      id,
      name: teller.say(`reading.${id}.name`),
      own,
      height,
      dots: placed.map(({ bin, height: up }) => ({ x: ((bin + 0.5) * BIN * WIDTH) / 1000, y: height - DOT - up * 2 * DOT })),
      below: Math.round((100 * values.filter((value) => value < own).length) / values.length),
    };
  });

type State =
  | { readonly at: 'idle' | 'failed' }
  | { readonly at: 'playing'; readonly done: number }
  | { readonly at: 'done'; readonly ends: readonly End[] };

/** This game among a thousand others of the same reading of alliance. */
export const AmongPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const [state, setState] = useState<State>({ at: 'idle' });
  const calling = useRef(new AbortController());
  useEffect(() => () => calling.current.abort(), []);
  const play = (): void => {
    calling.current = new AbortController();
    const { signal } = calling.current;
    setState({ at: 'playing', done: 0 });
    const lens = lensIn(now.bundle.program, now.setup);
    simulate({
      bundle: now.bundle,
      games: GAMES,
      first: now.seed,
      signal,
      onProgress: (done) => setState({ at: 'playing', done }),
      ...(lens === undefined ? {} : { lens }),
    }).then(
      (parts) => {
        const ends = parts.flatMap((part) => part.ends);
        setState({ at: 'done', ends });
        announce(rt('among.done', { count: ends.length }));
      },
      () => setState({ at: signal.aborted ? 'idle' : 'failed' }),
    );
  };
  const count = GAMES.toLocaleString(locale.value);
  const own = (viewNow(now)[ENDING] ?? 0) - 1;
  const { endings } = teller.bundle.program;
  return (
    <Part name="rv-among" title={rt('among.title', { count })} note={rt('among.note')}>
      {state.at === 'failed' && <p class="warned">{rt('among.failed')}</p>}
      {(state.at === 'idle' || state.at === 'failed') && (
        <button type="button" class="btn" onClick={play}>
          {rt('among.play', { count })}
        </button>
      )}
      {state.at === 'playing' && (
        <p class="among-wait">
          <progress max={GAMES} value={state.done} aria-label={rt('among.title', { count })} />
          <span class="n">{rt('among.playing', { done: state.done, count })}</span>
          <button type="button" class="btn quiet" onClick={() => calling.current.abort()}>
            {rt('among.stop')}
          </button>
        </p>
      )}
      {state.at === 'done' && (
        <>
          {stripsOf(teller, state.ends).map(({ id, name, own: value, dots, height, below }) => {
            const x = (value * WIDTH) / 1000;
            return (
              <div key={id} class="among-row">
                <span>{name}</span>
                <svg viewBox={`0 0 ${String(WIDTH)} ${String(height)}`} role="img" aria-label={rt('among.above', { name, share: below })}>
                  <path class="among-base" d={`M0 ${String(height)}H${String(WIDTH)}`} />
                  {dots.map((dot, i) => (
                    <circle key={i} cx={dot.x} cy={dot.y} r={DOT - 0.3} />
                  ))}
                  <path class="among-own" d={`M${String(x)} ${String(height)}V8`} />
                  <rect class="among-own" x={x - 4.5} y="0" width="9" height="9" />
                </svg>
                <span class="n">{rt('among.share', { share: below })}</span>
              </div>
            );
          })}
          <p class="leg">
            <span>
              <i class="lg among-dot" />
              {rt('among.dot', { count: A_DOT })}
            </span>
            <span>
              <i class="lg among-you" />
              {rt('triangle.own')}
            </span>
          </p>
          <p class="n">
            {rt('among.ending', {
              title: teller.say(`ending.${endings[own]?.id ?? ''}.title`),
              share: Math.round((100 * state.ends.filter(({ ending }) => ending === own).length) / state.ends.length),
            })}
          </p>
        </>
      )}
    </Part>
  );
};
