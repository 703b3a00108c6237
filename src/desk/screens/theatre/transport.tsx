import { useEffect, useRef } from 'preact/hooks';
import { stopFrom, type PositionModel } from '../../../telling/positions.ts';
import { tt } from '../../../text/theatre.ts';
import { Icon } from '../../parts/icons.tsx';
import { useKeys } from '../../parts/keys.ts';
import { announce } from '../../parts/live.tsx';
import type { Playback, Speed } from './playback.ts';

const NAMES: readonly Speed[] = ['slow', 'usual', 'fast'];

/** A position in words: what a screen reader hears as the slider moves, and what stands above it. */
export const positionWords = ({ name, dates, stop, title, last }: PositionModel): string => {
  if (last) return stop === undefined ? tt('theatre.at_end', { title }) : tt('theatre.at_now', { name, title });
  return stop === undefined ? tt('theatre.at', { name, dates }) : tt('theatre.at_stop', { name, dates, stop, title });
};

/** A key pressed on something that takes Space or an arrow for itself is its own. */
const isOwn = (key: string): boolean => {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement)) return false;
  if (key === ' ') return at.matches('button, summary, input, select, a');
  return at.matches('input, select, [role=tab]');
};

/** The scrubber: by week and by stop, by hand or by itself, with mouse, touch and keyboard. */
export const Transport = ({ positions, playback }: { readonly positions: readonly PositionModel[]; readonly playback: Playback }) => {
  const { at, playing, speed, goTo, setPlaying, setSpeed } = playback;
  const slider = useRef<HTMLInputElement>(null);
  const here = positions[at];
  const words = here === undefined ? '' : positionWords(here);
  const last = positions.length - 1;
  const toStop = (way: -1 | 1): void => goTo(stopFrom(positions, at, way));
  // The slider says where it is itself; all else is said here.
  useEffect(() => {
    if (document.activeElement !== slider.current) announce(words);
  }, [at]);
  useKeys((key) => {
    if (isOwn(key)) return false;
    if (key === ' ') setPlaying(!playing);
    else if (key === 'ArrowLeft') goTo(at - 1);
    else if (key === 'ArrowRight') goTo(at + 1);
    else if (key === 'p') toStop(-1);
    else if (key === 'n') toStop(1);
    else return false;
    return true;
  });
  return (
    <section class="transport" aria-label={tt('theatre.position')}>
      <div class="tr-go">
        <button type="button" class="btn" aria-label={tt('theatre.stop_back')} disabled={at === 0} onClick={() => toStop(-1)}>
          <Icon name="first" />
        </button>
        <button type="button" class="btn" aria-label={tt('theatre.turn_back')} disabled={at === 0} onClick={() => goTo(at - 1)}>
          <Icon name="back" />
        </button>
        <button type="button" class="btn primary" id="theatre-play" aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          <Icon name={playing ? 'pause' : 'play'} />
          <span class="tx">{playing ? tt('theatre.pause') : tt('theatre.play')}</span>
        </button>
        <button type="button" class="btn" aria-label={tt('theatre.turn_next')} disabled={at === last} onClick={() => goTo(at + 1)}>
          <Icon name="on" />
        </button>
        <button type="button" class="btn" aria-label={tt('theatre.stop_next')} disabled={at === last} onClick={() => toStop(1)}>
          <Icon name="next" />
        </button>
      </div>
      <div class="tr-track">
        <p class="tr-at" aria-hidden="true">
          {words}
        </p>
        <input
          ref={slider}
          id="theatre-slider"
          type="range"
          min={0}
          max={last}
          step={1}
          value={at}
          aria-label={tt('theatre.position')}
          aria-valuetext={words}
          onInput={(event) => goTo(Number(event.currentTarget.value))}
          onKeyDown={(event) => {
            if (event.key === 'PageUp' || event.key === 'PageDown') {
              event.preventDefault();
              toStop(event.key === 'PageUp' ? 1 : -1);
            } else if (event.key === ' ') {
              event.preventDefault();
              setPlaying(!playing);
            }
          }}
        />
        <svg
          class="tr-marks"
          viewBox={`0 0 ${String(Math.max(1, last))} 10`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {positions.map(({ stop, last: end }, i) => (
            <path
              key={i}
              class={stop === undefined && !end ? '' : 'is-stop'}
              d={`M${String(i)} ${stop === undefined && !end ? '5' : '0'}V10`}
            />
          ))}
        </svg>
      </div>
      <div class="tr-speed" role="radiogroup" aria-label={tt('theatre.speed')}>
        {NAMES.map((each) => (
          <label key={each} class={each === speed ? 'is-on' : ''}>
            <input type="radio" name="theatre-speed" checked={each === speed} onChange={() => setSpeed(each)} />
            {tt(`theatre.${each}`)}
          </label>
        ))}
      </div>
    </section>
  );
};
